#include "accounts/critical_dates_routes.hpp"

#include "accounts/accounts.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::accounts {
namespace {

Result<http::Reply> post_date(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<AccountId, NewCriticalDate>(request, "account");
    if (!asked)
        return asked.error();
    return http::reply_created(
        "/api/v1/critical-dates", add_critical_date(call, asked->id, asked->wish));
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
    auto const asked = http::asked_of<CriticalDateId>(request, "critical_date");
    if (!asked)
        return asked.error();
    return http::reply_ok(remove_critical_date(call, asked->id));
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
