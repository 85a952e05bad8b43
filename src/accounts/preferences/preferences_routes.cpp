#include "accounts/preferences/preferences_routes.hpp"

#include "accounts/preferences/preferences.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::accounts {
namespace {

Result<http::Reply> get_preferences(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<ContactId>(request, "contact");
    if (!asked)
        return asked.error();
    return http::reply_found("contact", preferences_of(call.tx, asked->id));
}

Result<http::Reply> put_preferences(http::Request const& request, Call& call)
{
    return http::change(request, call, "contact", choose_preferences);
}

Result<http::Reply> get_preferences_of_plan(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<PlanId>(request, "plan");
    if (!asked)
        return asked.error();
    return http::reply_found("plan", preferences_of_plan(call.tx, asked->id));
}

Result<http::Reply> put_preferences_of_plan(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<PlanId, PlanPreferences>(request, "plan");
    if (!asked)
        return asked.error();
    return http::reply_ok(choose_preferences_of_plan(call, asked->id, asked->wish));
}

}  // namespace

void add_preferences_routes(http::Table& table)
{
    table.get("/api/v1/contacts/{id}/preferences", Right::read_accounts, get_preferences)
        .says("What a contact hears about, on which channel and when, and what his plan says.")
        .gives<Preferences>();
    table.put("/api/v1/contacts/{id}/preferences", Right::write_accounts, put_preferences)
        .says(
            "Chooses all of a contact's preferences; a channel that is not named follows his plan.")
        .takes<NewPreferences>()
        .gives<Preferences>();
    table.get("/api/v1/plans/{id}/preferences", Right::read_plans, get_preferences_of_plan)
        .says("What a plan turns on by SMS and in the browser for who chose nothing himself.")
        .gives<PlanPreferences>();
    table.put("/api/v1/plans/{id}/preferences", Right::write_plans, put_preferences_of_plan)
        .says("Chooses what a plan turns on by SMS and in the browser; holds at once.")
        .takes<PlanPreferences>()
        .gives<PlanPreferences>();
}

}  // namespace tellfirst::accounts
