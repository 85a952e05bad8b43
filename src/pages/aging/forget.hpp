#pragma once
// One public file as it may be shown when nobody has renewed it for long: what it said to be
// well is not known any more. Trouble stays as it was told, because somebody told it. What programs
// read is changed where they look; people find a notice on top, for which they need no script.
//
// The file itself is read and changed, rather than printed twice each minute for a day that seldom
// comes: so it costs nothing while all goes well, and works for what another server printed, too.
#include "pages/snapshot.hpp"

namespace tellfirst::pages {

// Does this say how things are now, to programs, which do not see that it is old? The path is one
// within its site.
[[nodiscard]] bool tells_of_now(std::string_view path);

class Forgetting {
  public:
    // `status` is the site's /status.json, which knows whose badges there are and how each service
    // was at `last_known`.
    Forgetting(std::string_view status, Instant last_known);

    // Nothing where it tells of now, and we cannot say in which words. Forgetting twice is as once.
    [[nodiscard]] std::optional<Copy> forget(Copy copy) const;

  private:
    [[nodiscard]] std::optional<Body> without_green(Copy const& copy) const;

    Instant last_known_;
    bool knows_badges_ = false;
    std::map<std::string, std::string, std::less<>> green_badges_;  // their labels, by path
};

}  // namespace tellfirst::pages
