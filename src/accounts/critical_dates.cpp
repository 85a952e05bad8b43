#include "accounts/critical_dates.hpp"

#include "accounts/critical_dates_store.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

// Whoever has more of them has none: no time would be left for any work.
constexpr std::int64_t most_dates_of_account = 100;
constexpr std::chrono::days longest_date{31};
constexpr std::chrono::days farthest_date{732};  // two years ahead

Result<void> check(NewCriticalDate const& wish, Instant now)
{
    if (auto faults = faults_in_name("critical_date", "title", trim(wish.title)); !faults.empty())
        return refusal(std::move(faults));
    if (wish.ends_at <= wish.starts_at)
        return invalid("critical_date.ends_before_start", "ends_at", "It ends after its start.");
    if (wish.ends_at <= now)
        return invalid("critical_date.over", "ends_at", "This time has passed already.");
    if (wish.ends_at - wish.starts_at > longest_date)
        return invalid(
            "critical_date.too_long", "ends_at", "A critical time lasts 31 days at most.");
    if (wish.starts_at > now + farthest_date)
        return invalid("critical_date.too_far", "starts_at", "This is more than two years away.");
    return {};
}

}  // namespace

Result<CriticalDate> add_critical_date(Call& call, AccountId account, NewCriticalDate const& wish)
{
    auto const whose = find_account(call.tx, account);
    if (!whose)
        return not_found("account");
    if (auto const good = check(wish, call.now); !good)
        return good.error();
    if (store::count_critical_dates(call.tx, account, call.now) >= most_dates_of_account)
        return invalid(
            "critical_date.too_many", "title",
            "An account has at most 100 critical dates ahead. Remove one first.");
    CriticalDate date{
        .id = call.new_id<CriticalDateId>(),
        .account = account,
        .account_name = whose->name,
        .title = std::string{trim(wish.title)},
        .starts_at = wish.starts_at,
        .ends_at = wish.ends_at,
        .created_at = call.now};
    store::add_critical_date(call.tx, date);
    call.tell(CriticalDateAdded{.date = date.id, .account = account});
    return date;
}

Result<CriticalDate>
remove_critical_date(Call& call, CriticalDateId id, std::optional<AccountId> of)
{
    auto date = store::find_critical_date(call.tx, id);
    if (!date || (of && date->account != *of))
        return not_found("critical_date");
    store::remove_critical_date(call.tx, id);
    call.tell(CriticalDateRemoved{.date = id, .account = date->account});
    return *date;
}

}  // namespace tellfirst::accounts
