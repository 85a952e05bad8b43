#include "accounts/critical_dates_routes.hpp"

#include "accounts/accounts.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::accounts {
namespace {

Result<http::Reply> post_date(http::Request const& request, Call& call)
{
    auto const account = request.id<AccountId>("account");
    if (!account)
        return account.error();
    auto const wish = request.body_as<NewCriticalDate>();
    if (!wish)
        return wish.error();
    auto const date = add_critical_date(call, *account, *wish);
    if (!date)
        return date.error();
    return http::created("/api/v1/critical-dates/" + date->id.text(), to_json(*date));
}

Result<http::Reply> get_dates(http::Request const& request, Call& call)
{
    auto const account = request.id<AccountId>("account");
    if (!account)
        return account.error();
    if (!find_account(call.tx, *account))
        return not_found("account");
    return http::list<CriticalDateId>(request, [&](auto after, int most) {
        return critical_dates_of(call.tx, *account, after, most);
    });
}

Result<http::Reply> delete_date(http::Request const& request, Call& call)
{
    auto const id = request.id<CriticalDateId>("critical_date");
    if (!id)
        return id.error();
    auto const gone = remove_critical_date(call, *id);
    if (!gone)
        return gone.error();
    return http::ok(to_json(*gone));
}

}  // namespace

void add_critical_date_routes(http::Table& table)
{
    table.post("/api/v1/accounts/{id}/critical-dates", Right::write_accounts, post_date)
        .says("Adds a time in which an account cannot bear maintenance.")
        .takes<NewCriticalDate>()
        .gives<CriticalDate>(201);
    table.get("/api/v1/accounts/{id}/critical-dates", Right::read_accounts, get_dates)
        .says("Times in which an account cannot bear maintenance, past ones too.")
        .asks({"after", "limit"})
        .gives<http::Page<CriticalDate>>();
    table.remove("/api/v1/critical-dates/{id}", Right::write_accounts, delete_date)
        .says("Removes a critical date.")
        .gives<CriticalDate>();
}

}  // namespace tellfirst::accounts
