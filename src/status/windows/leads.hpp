#pragma once
// Inside status: how long before its start an occurrence of a recurring window must be declared.
#include "db/db.hpp"
#include "status/windows/types.hpp"

#include <map>
#include <span>

namespace tellfirst::status {

// The longest notice that was sold to anybody who uses a service of a series, or may use it. Asked
// once for all of these, which are in the order of their ids.
class Leads {
  public:
    Leads(db::Tx& tx, std::span<Series const> series);

    [[nodiscard]] std::chrono::hours of(Series const& series) const;

  private:
    std::map<ServiceId, std::chrono::hours> of_service_;
};

}  // namespace tellfirst::status
