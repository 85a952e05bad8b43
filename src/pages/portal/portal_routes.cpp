#include "pages/portal/portal_routes.hpp"

#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "pages/cookies.hpp"
#include "pages/portal/history.hpp"
#include "pages/portal/inbox_page.hpp"
#include "pages/portal/one_thing.hpp"
#include "pages/portal/portal.hpp"
#include "pages/portal/used_then.hpp"
#include "pages/templates.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

constexpr std::string_view json_suffix = ".json";

// A page that runs one of our scripts, and nobody else's.
constexpr std::string_view policy_with_script =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// That of the switch "tell this browser" asks us, and starts a worker.
constexpr std::string_view policy_with_switch =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
    "worker-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

http::Reply under(std::string_view policy, int status, std::string html)
{
    auto page = http::page(status, std::move(html));
    page.headers.emplace_back("content-security-policy", policy);
    return page;
}

Result<http::Reply> get_portal(http::Request const& request, Call& call)
{
    auto visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    auto const portal = portal_of(call, *std::move(visitor));
    if (request.path.ends_with(json_suffix))
        return http::ok(document_of(portal));
    return under(policy_with_switch, 200, render(portal));
}

// A prospect has none.
Result<http::Reply> get_history(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    auto const history = look_back(call, *visitor);
    if (!history)
        return http::no_such_path();
    if (request.path.ends_with(json_suffix))
        return http::ok(to_json(*history));
    return http::page(200, render(*visitor, *history));
}

// What concerns what he uses today, and what he used when it happened: his history leads there.
Seen seen_by(Call& call, Visitor const& visitor, std::string const& id)
{
    auto const found = look_at(call, id);
    auto seen = all_seen(found, reader_of(visitor));
    bool const is_nothing = seen.incidents.empty() && seen.windows.empty() && seen.issues.empty();
    if (!is_nothing || !visitor.account)
        return seen;
    auto const& account = *visitor.account;
    return seen_then(
        found, account.id,
        accounts::uses_during(call.tx, account.id, account.created_at, call.now));
}

// In his language and zone.
std::string text_to_hand_on(Call& call, Visitor const& visitor, std::string const& id)
{
    auto const about = notify::About::parse(id);
    auto const newest = about ? notify::notices_about(call, *about, std::nullopt, 1)
                              : std::vector<notify::Progress>{};
    if (newest.empty())
        return {};
    return notify::copy_text_in(call, newest.front().id, view_of(visitor, call.now).reader);
}

// What he may not see is an address that there is not.
Result<http::Reply> get_thing(http::Request const& request, Call& call)
{
    auto visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    std::string_view path = request.path;
    bool const is_json = path.ends_with(json_suffix);
    if (is_json)
        path.remove_suffix(json_suffix.size());
    auto const id = thing_at(path);
    if (!id)
        return http::no_such_path();
    auto seen = seen_by(call, *visitor, *id);
    auto hand_on = text_to_hand_on(call, *visitor, *id);
    OneThing const thing{*std::move(visitor), std::move(seen), *id, call.now, std::move(hand_on)};
    if (is_json) {
        auto const document = document_of(thing);
        return document ? Result<http::Reply>{http::ok(*document)} : http::no_such_path();
    }
    auto html = render(thing);
    if (!html)
        return http::no_such_path();
    return under(policy_with_script, 200, *std::move(html));
}

Result<http::Reply> get_copy_script(http::Request const&, Call&)
{
    return http::Reply{
        .body = std::string{templates::copy_js}, .type = "text/javascript; charset=utf-8"};
}

// Somebody of an account does something for it, in his own name.
using Deed = Result<http::Reply> (*)(http::Request const&, Call&, Visitor const&);

template <Deed deed>
Result<http::Reply> by_customer(http::Request const& request, Call& call)
{
    auto const visitor = visitor_in(request, call);
    if (!visitor)
        return let_in_first(request);
    if (!visitor->account)
        return http::no_such_path();
    Call his{call};
    his.actor = {.kind = Actor::Kind::contact, .id = visitor->contact.id.value()};
    return deed(request, his, *visitor);
}

http::Reply shown_again(Call& call, Visitor const& visitor, int status, Refused const& refused)
{
    return under(policy_with_switch, status, render(portal_of(call, visitor), refused));
}

// What is wrong stands beside its field, and what was typed is there again.
Result<http::Reply> add_date(http::Request const& request, Call& call, Visitor const& visitor)
{
    auto const form = request.form();
    if (!form)
        return form.error();
    auto const typed = typed_in(*form);
    auto const wish = read(typed);
    auto const date = wish ? accounts::add_critical_date(call, visitor.account->id, *wish)
                           : Result<accounts::CriticalDate>{wish.error()};
    if (date)
        return http::see_other("/portal#dates");
    auto const language = words::language_of(visitor.contact.language);
    return shown_again(
        call, visitor, http::status_of(date.error().kind),
        {.date = refused(typed, date.error(), language)});
}

// Of another account there is no such date. Pressed twice, it is gone all the same.
Result<http::Reply> remove_date(http::Request const& request, Call& call, Visitor const& visitor)
{
    auto const id = request.id<CriticalDateId>("critical_date");
    if (!id)
        return http::no_such_path();
    (void)accounts::remove_critical_date(call, *id, visitor.account->id);
    return http::see_other("/portal#dates");
}

Result<http::Reply> renew_link(http::Request const&, Call& call, Visitor const& visitor)
{
    auto const link = renew_page_link(call, visitor.account->id);
    if (link)
        return http::see_other("/portal#own-page");
    return shown_again(call, visitor, http::status_of(link.error().kind), {.page_link = true});
}

}  // namespace

std::optional<Visitor> visitor_in(http::Request const& request, Call& call)
{
    auto const secret = http::cookie_in(request.header("cookie"), contact_cookie, call.settings);
    auto const contact = accounts::contact_of_session(call, secret);
    auto visitor = contact ? visitor_of(call, *contact) : std::nullopt;
    if (visitor)
        visitor->news = news_of(call, *visitor);
    return visitor;
}

Result<http::Reply> let_in_first(http::Request const& request)
{
    if (!request.path.ends_with(json_suffix))
        return http::see_other("/portal/sign-in");
    return Problem{
        .kind = Refusal::unauthenticated,
        .code = "portal.not_signed_in",
        .detail = "Sign in at /portal/sign-in first."};
}

void add_portal_routes(http::Table& table)
{
    table.get("/portal", Right::anyone, get_portal)
        .says("What a signed-in contact sees of his own; others are sent to the sign-in.");
    table.get("/portal/status.json", Right::anyone, get_portal).says("The same as JSON.");
    table.get("/portal/history", Right::anyone, get_history)
        .says("What touched a signed-in contact's account in the last year, month by month.");
    table.get("/portal/history.json", Right::anyone, get_history)
        .says("The same as JSON.")
        .gives<History>();
    for (std::string_view const path :
         {"/portal/incidents/{id}", "/portal/windows/{id}", "/portal/issues/{id}"})
        table.get(path, Right::anyone, get_thing)
            .says("All that was said of what concerns a signed-in contact; with .json as JSON.");
    table.get("/portal/copy.js", Right::anyone, get_copy_script)
        .says("The button that copies a text to hand on.")
        .gives_text("text/javascript");
    table.post("/portal/critical-dates", Right::anyone, by_customer<add_date>)
        .says("Adds a time in which a contact's account cannot bear maintenance.");
    table.post("/portal/critical-dates/{id}/remove", Right::anyone, by_customer<remove_date>)
        .says("Removes one of a contact's account.");
    table.post("/portal/page-link", Right::anyone, by_customer<renew_link>)
        .says("Gives a contact's account a private address, or another one.");
}

}  // namespace tellfirst::pages
