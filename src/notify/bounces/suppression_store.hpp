#pragma once
// The SQL of addresses that announcements do not go to, and of those that are on the way there.
#include "notify/bounces/bounces.hpp"
#include "notify/bounces/harm.hpp"

namespace tellfirst::notify::store {

// False, and nothing written, where the address is suppressed already in this scope.
[[nodiscard]] bool add_suppression(db::Tx& tx, Suppression const& suppression);
[[nodiscard]] std::optional<Suppression> find_suppression(db::Tx& tx, SuppressionId id);
// What stands in exactly this scope.
struct Scope {
    std::optional<accounts::Topic> topic;
    std::optional<BrandId> brand;
};
[[nodiscard]] std::optional<Suppression>
suppression_in(db::Tx& tx, Email const& address, Scope const& scope);
// The one that has stood for longest, of all topics and in whosever name.
[[nodiscard]] std::optional<Suppression> first_suppression_of(db::Tx& tx, Email const& address);
void remove_suppression(db::Tx& tx, SuppressionId id);

[[nodiscard]] std::optional<SoftBounces> soft_bounces_of(db::Tx& tx, Email const& address);
void save_soft_bounces(db::Tx& tx, Email const& address, SoftBounces const& bounces);
void forget_soft_bounces(db::Tx& tx, Email const& address);

}  // namespace tellfirst::notify::store
