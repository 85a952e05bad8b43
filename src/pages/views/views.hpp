#pragma once
// How often the pages of incidents are looked at. Each look may be somebody who need not write
//
#include "db/db.hpp"

#include <map>
#include <mutex>

namespace tellfirst::pages {

using ViewCounts = std::map<IncidentId, std::int64_t>;

// Counts in memory, because looking at a page must not wait for a database.
class Views {
  public:
    // Called on the I/O thread for each page that was found; takes the lock only for an incident's.
    void count(std::string_view path);

    // What was counted since the last taking.
    [[nodiscard]] ViewCounts take();
    // What could not be kept is counted on.
    void give_back(ViewCounts const& counts);

  private:
    std::mutex lock_;
    ViewCounts counts_;
};

// The incident that a page is about: "/de/incidents/a3ykna5rdmnm", also below a private address.
// Nothing for its feeds, and for all other pages.
[[nodiscard]] std::optional<IncidentId> incident_of(std::string_view path);

// Writes what was counted into the database, without waiting for it; what it does not take is
// counted on. `views` outlives the database's work.
void keep_views(std::shared_ptr<Views> const& views, db::Database& database);

}  // namespace tellfirst::pages
