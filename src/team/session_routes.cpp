#include "kernel/digest.hpp"
#include "team/links.hpp"
#include "team/routes.hpp"
#include "team/sessions.hpp"
#include "team/sign_in.hpp"
#include "team/sign_in_page.hpp"
#include "team/tokens.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::team {
namespace {

// Who the caller is: a person, or a token that acts without one.
struct Me {
    std::optional<Person> person;
    std::optional<Token> token;
    std::vector<Right> rights;
};
BOOST_DESCRIBE_STRUCT(Me, (), (person, token, rights))

Result<http::Reply> get_link(http::Request const& request, Call& call)
{
    auto const link = open_link(call, request.names.at("secret"));
    if (!link)
        return http::page(http::status_of(link.error().kind), spent_link_page());
    return http::page(200, sign_in_page({.first_owner = !link->person}));
}

// Looking at the link spends nothing; only this does.
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
    if (session) {
        auto reply = http::see_other("/");
        reply.headers.emplace_back(
            "set-cookie", http::set_cookie(session_cookie, house.settings, *session));
        return reply;
    }
    auto const& problem = session.error();
    if (problem.code == "link.spent")
        return http::page(http::status_of(problem.kind), spent_link_page());
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

Result<http::Reply> get_me(http::Request const& request, Call& call)
{
    auto const& actor = request.actor;
    Me me{.rights = list_of(actor.rights)};
    if (actor.kind == Actor::Kind::person)
        me.person = find_person(call.tx, PersonId{actor.id});
    if (actor.kind == Actor::Kind::token)
        if (auto const token = store::token(call.tx, TokenId{actor.id}))
            me.token = shown(*token);
    return http::ok(to_json(me));
}

}  // namespace

void add_session_routes(http::Table& table)
{
    table.get("/sign-in/{secret}", Right::anyone, get_link).says("The page of a one-time link");
    table.work("POST", "/sign-in/{secret}", Right::anyone, post_link)
        .says("Spend a one-time link: set name and password, be signed in");
    table.work("POST", "/api/v1/session", Right::anyone, post_session)
        .says("Sign in with a password; the answer sets the session cookie")
        .takes<SignIn>()
        .gives<Person>(201)
        .holds_secret();
    table.remove("/api/v1/session", Right::signed_in, delete_session).says("Sign out").success =
        204;
    table.get("/api/v1/me", Right::signed_in, get_me)
        .says("Who you are and what you may do")
        .gives<Me>();
}

}  // namespace tellfirst::team
