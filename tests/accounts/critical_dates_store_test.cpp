#include "accounts/critical_dates_store.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

TEST_CASE("store: critical dates between two moments are those of which a part lies there")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world);
        Instant const now = world.now();
        world.write([&](Call& call) {
            for (auto const& [id, from, to] :
                 {std::tuple{11, 5h, 7h}, std::tuple{12, 1h, 2h}, std::tuple{13, 1h, 9h}})
                store::add_critical_date(
                    call.tx, {.id = CriticalDateId{id},
                              .account = ada.id,
                              .account_name = {},
                              .title = "Launch",
                              .starts_at = now + from,
                              .ends_at = now + to,
                              .created_at = now});
        });
        world.read([&](Call& call) {
            using Ids = std::vector<std::int64_t>;
            auto const ids_of = [](std::vector<CriticalDate> const& dates) {
                Ids ids;
                for (auto const& date : dates)
                    ids.push_back(date.id.value());
                return ids;
            };
            auto const between = [&](Duration from, Duration to) {
                return ids_of(critical_dates_between(call.tx, now + from, now + to));
            };
            CHECK(between(0h, 10h) == Ids{12, 13, 11});
            CHECK(between(2h, 5h) == Ids{13});
            CHECK(between(9h, 10h).empty());
            auto const after = [&](std::optional<CriticalDateId> id) {
                return ids_of(critical_dates_of(call.tx, ada.id, id, 2));
            };
            CHECK(after({}) == Ids{11, 12});
            CHECK(after(CriticalDateId{12}) == Ids{13});
            CHECK(store::count_critical_dates(call.tx, ada.id, now + 2h) == 2);
            CHECK(ids_of(critical_dates_ahead(call.tx, ada.id, now)) == Ids{12, 13, 11});
            CHECK(ids_of(critical_dates_ahead(call.tx, ada.id, now + 2h)) == Ids{13, 11});
            CHECK(critical_dates_ahead(call.tx, AccountId{7}, now).empty());
            CHECK(store::find_critical_date(call.tx, CriticalDateId{11})->title == "Launch");
        });
    });
}
