#pragma once
// How well services kept up: bars for a page, a period to look into, and how a month stands.
#include "db/db.hpp"
#include "status/uptime/inspect.hpp"
#include "status/uptime/types.hpp"

#include <span>

namespace tellfirst::status {

// The last days of each of these that is not retired, groups too, in one look. All members of
// groups must be among them, also those that were retired in these days: their groups were what
// they were.
[[nodiscard]] std::vector<Bars>
day_bars(db::Tx& tx, std::span<Service const> services, Instant now, BarsWish const& wish = {});

// Of whom something was down that was trouble of theirs alone, at some moment since then.
[[nodiscard]] std::vector<AccountId> accounts_in_trouble(db::Tx& tx, Instant since);

// One service or group, or all of them where none is named. By the default rule: no plan weighs.
// Errors period.ends_before_start, period.too_long, service.not_found.
struct UptimeWish {
    std::optional<ServiceId> service = {};
    std::optional<Instant> from = {};  // absent: 30 days before its end
    std::optional<Instant> to = {};    // absent, or later than now: now
};
[[nodiscard]] Result<std::vector<Uptime>> uptimes(db::Tx& tx, UptimeWish const& wish, Instant now);

// The month that goes on. Error account.not_found.
[[nodiscard]] Result<Standing> standing_of(db::Tx& tx, AccountId account, Instant now);
// That one and those before it, the newest first; none from before the account came.
inline constexpr int most_standings = 13;  // with the twelve before, a whole year
[[nodiscard]] Result<std::vector<Standing>>
standings_of(db::Tx& tx, AccountId account, Instant now);

}  // namespace tellfirst::status
