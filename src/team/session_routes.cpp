#include "kernel/digest.hpp"
#include "team/links.hpp"
#include "team/routes.hpp"
#include "team/sessions.hpp"
#include "team/sign_in.hpp"
#include "team/sign_in_page.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::team {
namespace {

// Where somebody of us works; who is not signed in finds the form there.
constexpr std::string_view console = "/console/";

http::Reply let_in(Settings const& settings, std::optional<std::string> const& session)
{
    auto reply = http::see_other(console);
    if (session)
        reply.headers.emplace_back(
            "set-cookie", http::set_cookie(session_cookie, settings, *session));
    return reply;
}

http::Reply refuse_link(Problem const& problem)
{
    return http::page(http::status_of(problem.kind), spent_link_page());
}

// Looking at a link spends nothing, unless it is one that was made for this.
Result<http::Reply> get_link(http::Request const& request, House& house)
{
    auto const& secret = request.names.at("secret");
    auto const link =
        house.read(Actor::nobody(), [&](Call& call) { return open_link(call, secret); });
    if (!link)
        return refuse_link(link.error());
    if (!link->enters)
        return http::page(200, sign_in_page({.first_owner = !link->person}));
    if (request.method == "HEAD")
        return http::see_other(console);
    auto const session = enter_by_link(house, secret);
    return session ? let_in(house.settings, *session) : refuse_link(session.error());
}

Result<http::Reply> post_link(http::Request const& request, House& house)
{
    auto const fields = request.form();
    if (!fields)
        return fields.error();
    auto const typed = [&](std::string_view name) {
        auto const found = fields->find(name);
        return found == fields->end() ? std::string{} : found->second;
    };
    auto const& secret = request.names.at("secret");
    LinkForm const form{
        .name = typed("name"), .email = typed("email"), .password = typed("password")};
    auto const session = spend_link(house, secret, form);
    if (session)
        return let_in(house.settings, *session);
    auto const& problem = session.error();
    if (problem.code == "link.spent")
        return refuse_link(problem);
    auto const link =
        house.read(Actor::nobody(), [&](Call& call) { return open_link(call, secret); });
    return http::page(
        http::status_of(problem.kind), sign_in_page(
                                           {.first_owner = link && !link->person,
                                            .name = form.name,
                                            .email = form.email,
                                            .wrong = problem.detail}));
}

Result<http::Reply> post_session(http::Request const& request, House& house)
{
    auto const wish = request.body_as<SignIn>();
    if (!wish)
        return wish.error();
    auto const opened = sign_in(house, request.peer, *wish);
    if (!opened)
        return opened.error();
    auto reply = http::created("/api/v1/me", to_json(opened->person));
    reply.headers.emplace_back(
        "set-cookie", http::set_cookie(session_cookie, house.settings, opened->session_secret));
    return reply;
}

Result<http::Reply> delete_session(http::Request const& request, Call& call)
{
    auto const secret = http::cookie_in(request.header("cookie"), session_cookie, call.settings);
    store::end_session(call.tx, sha256(secret));
    auto reply = http::no_content();
    reply.headers.emplace_back("set-cookie", http::clear_cookie(session_cookie, call.settings));
    return reply;
}

}  // namespace

void add_session_routes(http::Table& table)
{
    table.work("GET", "/sign-in/{secret}", Right::anyone, get_link)
        .says("The page of a one-time link; one that was made for it signs in at once");
    table.work("POST", "/sign-in/{secret}", Right::anyone, post_link)
        .says("Spend a one-time link: set name and password, be signed in");
    table.work("POST", "/api/v1/session", Right::anyone, post_session)
        .says("Sign in with a password, and a code where it takes one; sets the session cookie")
        .takes<SignIn>()
        .gives<Person>(201)
        .holds_secret();
    table.remove("/api/v1/session", Right::signed_in, delete_session).says("Sign out").success =
        204;
}

}  // namespace tellfirst::team
