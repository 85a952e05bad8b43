#pragma once
// Trouble that is over: what the past of a service is made of.
#include "status/samples.hpp"

namespace tellfirst::status::samples {

// Begins now and lasts so long; the clock is moved to its end.
inline IncidentId trouble(
    support::World& world, Touched const& touched, Duration length,
    std::optional<AccountId> account = std::nullopt)
{
    auto wish = outage_of(world, touched.service);
    wish.services = {touched};
    wish.account = account;
    auto const id = publish(world, wish).value().id;
    world.pass(length);
    (void)resolve(world, id).value();
    return id;
}

inline std::vector<Bars> bars(support::World& world, BarsWish const& wish = {})
{
    return world.read([&](Call& call) {
        auto const all = services_since(call.tx, Instant::min());
        return day_bars(call.tx, all, call.now, wish);
    });
}

inline void retire(support::World& world, ServiceId id)
{
    (void)world.write([&](Call& call) { return retire_service(call, id, {}); }).value();
}

// The account of a contact.
inline AccountId account_of(support::World& world, ContactId contact)
{
    return world.read(
        [&](Call& call) { return accounts::find_contact(call.tx, contact)->account.value(); });
}

}  // namespace tellfirst::status::samples
