#pragma once
#include "status/samples.hpp"

namespace tellfirst::status::samples {

// As many critical dates at one time as are looked at: customers with a hundred each.
inline void more_critical_dates_than_fit(support::World& world, Instant starts_at)
{
    for (int i = 0; i < accounts::most_critical_dates_between / 100; ++i) {
        auto const contact = customer(world, fmt::format("Busy{}", i));
        world.write([&](Call& call) {
            auto const account = accounts::find_contact(call.tx, contact)->account.value();
            for (int date = 0; date < 100; ++date)
                (void)accounts::add_critical_date(
                    call, account,
                    {.title = "Launch",
                     .starts_at = starts_at,
                     .ends_at = starts_at + std::chrono::hours{1}})
                    .value();
        });
    }
}

}  // namespace tellfirst::status::samples
