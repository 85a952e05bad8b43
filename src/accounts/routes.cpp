#include "accounts/routes.hpp"
#include "accounts/accounts.hpp"
#include "accounts/critical_dates_routes.hpp"
#include "accounts/preferences/preferences_routes.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::accounts {
namespace {

using http::Reply;
using http::Request;

// null is a choice ("not known", "the plan's default"), so it has to be said.
struct ExposureWish {
    static constexpr std::array<std::string_view, 1> required{"services"};
    std::optional<std::vector<ServiceId>> services;
};
BOOST_DESCRIBE_STRUCT(ExposureWish, (), (services))

struct RuleWish {
    static constexpr std::array<std::string_view, 1> required{"services"};
    std::vector<ServiceId> services;
};
BOOST_DESCRIBE_STRUCT(RuleWish, (), (services))

struct TopicsWish {
    static constexpr std::array<std::string_view, 1> required{"topics"};
    std::optional<std::vector<Topic>> topics;
};
BOOST_DESCRIBE_STRUCT(TopicsWish, (), (topics))

Result<Reply> post_plan(Request const& request, Call& call)
{
    auto const wish = request.body_as<NewPlan>();
    if (!wish)
        return wish.error();
    return http::reply_created("/api/v1/plans", add_plan(call, *wish));
}

Result<Reply> get_plans(Request const& request, Call& call)
{
    return http::list<PlanId>(
        request, [&](auto after, int most) { return plans(call.tx, after, most); });
}

Result<Reply> get_plan(Request const& request, Call& call)
{
    auto const asked = http::asked_of<PlanId>(request, "plan");
    if (!asked)
        return asked.error();
    return http::reply_found("plan", find_plan(call.tx, asked->id));
}

Result<Reply> put_plan(Request const& request, Call& call)
{
    return http::change(request, call, "plan", change_plan);
}

Result<Reply> get_plan_services(Request const& request, Call& call)
{
    auto const asked = http::asked_of<PlanId>(request, "plan");
    if (!asked)
        return asked.error();
    return http::reply_found("plan", find_rule(call.tx, asked->id));
}

Result<Reply> put_plan_services(Request const& request, Call& call, CheckServices const& check)
{
    auto const asked = http::asked_of<PlanId, RuleWish>(request, "plan");
    if (!asked)
        return asked.error();
    if (auto const good =
            check(call.tx, asked->wish.services, services_of_plan(call.tx, asked->id));
        !good)
        return good.error();
    return http::reply_ok(
        change_exposure_of_plan(call, asked->id, asked->wish.services, asked->version));
}

Result<Reply> post_calendar(Request const& request, Call& call)
{
    auto const wish = request.body_as<NewCalendar>();
    if (!wish)
        return wish.error();
    return http::reply_created("/api/v1/calendars", add_calendar(call, *wish));
}

Result<Reply> get_calendars(Request const& request, Call& call)
{
    return http::list<CalendarId>(
        request, [&](auto after, int most) { return calendars(call.tx, after, most); });
}

Result<Reply> post_account(Request const& request, Call& call, CheckServices const& check)
{
    auto const wish = request.body_as<NewAccount>();
    if (!wish)
        return wish.error();
    if (auto const good = check(call.tx, wish->services.value_or(std::vector<ServiceId>{}), {});
        !good)
        return good.error();
    return http::reply_created("/api/v1/accounts", add_account(call, *wish));
}

Result<Reply> get_accounts(Request const& request, Call& call)
{
    std::optional<PlanId> plan;
    if (auto const text = request.parameter("plan"); text && !text->empty()) {
        plan = PlanId::parse(*text);
        if (!plan)
            return invalid("input.invalid", "plan", "plan: " + PlanId::expectation());
    }
    auto const text = request.parameter("q").value_or("");
    return http::list<AccountId>(request, [&](auto after, int most) {
        return list_accounts(call.tx, {.text = text, .plan = plan, .after = after, .limit = most});
    });
}

Result<Reply> get_account(Request const& request, Call& call)
{
    auto const asked = http::asked_of<AccountId>(request, "account");
    if (!asked)
        return asked.error();
    return http::reply_found("account", find_account(call.tx, asked->id));
}

Result<Reply> put_services(Request const& request, Call& call, CheckServices const& check)
{
    auto const asked = http::asked_of<AccountId, ExposureWish>(request, "account");
    if (!asked)
        return asked.error();
    auto const account = find_account(call.tx, asked->id);
    if (auto const there = http::check_there(request, "account", account); !there)
        return there.error();
    auto const none = std::vector<ServiceId>{};
    if (auto const good = check(
            call.tx, asked->wish.services.value_or(none), account->own_services.value_or(none));
        !good)
        return good.error();
    return http::reply_ok(change_exposure(call, asked->id, asked->wish.services));
}

Result<Reply> put_account_brand(Request const& request, Call& call)
{
    auto const asked = http::asked_of<AccountId, AccountBrand>(request, "account");
    if (!asked)
        return asked.error();
    if (auto const there = http::check_there(request, "account", find_account(call.tx, asked->id));
        !there)
        return there.error();
    return http::reply_ok(give_brand(call, asked->id, asked->wish.brand));
}

Result<Reply> post_contact(Request const& request, Call& call)
{
    auto const asked = http::asked_of<AccountId, NewContact>(request, "account");
    if (!asked)
        return asked.error();
    return http::reply_created("/api/v1/contacts", add_contact(call, asked->id, asked->wish));
}

Result<Reply> get_contact(Request const& request, Call& call)
{
    auto const asked = http::asked_of<ContactId>(request, "contact");
    if (!asked)
        return asked.error();
    return http::reply_found("contact", find_contact(call.tx, asked->id));
}

Result<Reply> put_topics(Request const& request, Call& call)
{
    auto const asked = http::asked_of<ContactId, TopicsWish>(request, "contact");
    if (!asked)
        return asked.error();
    if (auto const there = http::check_there(request, "contact", find_contact(call.tx, asked->id));
        !there)
        return there.error();
    return http::reply_ok(choose_topics(call, asked->id, asked->wish.topics));
}

// Makes a handler of one that needs to know services.
using WithCheck =
    std::function<http::Handler(Result<Reply> (*)(Request const&, Call&, CheckServices const&))>;

void add_plan_routes(http::Table& table, WithCheck const& with_check)
{
    table.post("/api/v1/plans", Right::write_plans, post_plan)
        .says("Add a plan: what is sold, every term with a default")
        .takes<NewPlan>()
        .gives<Plan>(201);
    table.get("/api/v1/plans", Right::read_plans, get_plans)
        .says("List plans with the terms in force")
        .asks({"after", "limit"})
        .gives<http::Page<Plan>>();
    table.get("/api/v1/plans/{id}", Right::read_plans, get_plan)
        .says("A plan with the terms in force")
        .gives<Plan>();
    table.put("/api/v1/plans/{id}", Right::write_plans, put_plan)
        .says("New terms from now on; earlier days keep theirs")
        .takes<NewPlan>()
        .gives<Plan>();
    table.get("/api/v1/plans/{id}/services", Right::read_plans, get_plan_services)
        .says("Which services all accounts on the plan use, besides their own")
        .gives<PlanServices>();
    table.put("/api/v1/plans/{id}/services", Right::write_plans, with_check(put_plan_services))
        .says("The rule of a plan: all accounts on it use these services, too; [] ends it")
        .takes<RuleWish>()
        .gives<PlanServices>();
    table.post("/api/v1/calendars", Right::write_plans, post_calendar)
        .says("Add a calendar of covered hours")
        .takes<NewCalendar>()
        .gives<Calendar>(201);
    table.get("/api/v1/calendars", Right::read_plans, get_calendars)
        .says("List calendars")
        .asks({"after", "limit"})
        .gives<http::Page<Calendar>>();
}

void add_account_routes(http::Table& table, WithCheck const& with_check)
{
    table.post("/api/v1/accounts", Right::write_accounts, with_check(post_account))
        .says("Add an account with its contacts; without services it counts as exposed to all")
        .takes<NewAccount>()
        .gives<Account>(201);
    table.get("/api/v1/accounts", Right::read_accounts, get_accounts)
        .says("Accounts by name; q finds them by name, and by a contact's name or address")
        .asks({"q", "plan", "after", "limit"})
        .gives<http::Page<AccountRow>>();
    table.get("/api/v1/accounts/{id}", Right::read_accounts, get_account)
        .says("An account with its contacts")
        .gives<Account>();
    table.put("/api/v1/accounts/{id}/services", Right::write_accounts, with_check(put_services))
        .says("Which services the account uses; null: not known")
        .takes<ExposureWish>()
        .gives<Account>();
    table.put("/api/v1/accounts/{id}/brand", Right::write_accounts, put_account_brand)
        .says("From which brand the account's contacts hear")
        .takes<AccountBrand>()
        .gives<Account>();
    table.post("/api/v1/accounts/{id}/contacts", Right::write_accounts, post_contact)
        .says("Add a contact to an account")
        .takes<NewContact>()
        .gives<Contact>(201);
    table.get("/api/v1/contacts/{id}", Right::read_accounts, get_contact)
        .says("A contact")
        .gives<Contact>();
    table.put("/api/v1/contacts/{id}/topics", Right::write_accounts, put_topics)
        .says("What the contact wants to hear about; null: the plan's default")
        .takes<TopicsWish>()
        .gives<Contact>();
}

}  // namespace

void add_routes(http::Table& table, CheckServices const& check_services)
{
    WithCheck const with_check = [&](auto const handler) -> http::Handler {
        return [handler, check_services](Request const& request, Call& call) {
            return handler(request, call, check_services);
        };
    };
    add_plan_routes(table, with_check);
    add_account_routes(table, with_check);
    add_critical_date_routes(table);
    add_brand_routes(table);
    add_preferences_routes(table);
}

}  // namespace tellfirst::accounts
