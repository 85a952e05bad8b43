#pragma once
// Inside status: what was said of services, as the arithmetic wants it.
#include "status/uptime/timeline.hpp"

namespace tellfirst::status {
struct Service;
}
namespace tellfirst::db {
class Tx;
}

namespace tellfirst::status::store {

using Lives = std::map<ServiceId, Life>;

// Of each service that is no group all that touches the period, read in one look. Trouble of one
// account alone is only there for that account.
[[nodiscard]] Lives lives(
    db::Tx& tx, std::span<Service const> services, Period const& period,
    std::optional<AccountId> account);

}  // namespace tellfirst::status::store
