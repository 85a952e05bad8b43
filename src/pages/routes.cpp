#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "pages/asked.hpp"
#include "pages/cookies.hpp"
#include "pages/links/link_routes.hpp"
#include "pages/oneself/errand_routes.hpp"
#include "pages/pages.hpp"
#include "pages/portal/inbox_routes.hpp"
#include "pages/portal/log_routes.hpp"
#include "pages/portal/portal_routes.hpp"
#include "pages/preferences/centre_routes.hpp"
#include "pages/sign_in.hpp"
#include "pages/sign_in_pages.hpp"
#include "pages/subscribing/subscribe_routes.hpp"
#include "pages/summary/summary_routes.hpp"
#include "pages/views/deflection.hpp"
#include "pages/voices/voice_routes.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

// What is typed again must not grow without end.
constexpr std::size_t longest_typed = 254;

http::Reply sign_in_page(
    int status, SignInStep step, http::Request const& request, Call& call,
    std::optional<std::string> typed = {})
{
    auto brand = brand_asked(request, call);
    return http::page(
        status, render(SignInPage{
                    .step = step,
                    .language = language_asked(request, brand),
                    .brand = std::move(brand),
                    .typed = std::move(typed)}));
}

Result<http::Reply> get_sign_in(http::Request const& request, Call& call)
{
    return sign_in_page(200, SignInStep::ask, request, call);
}

Result<http::Reply> post_sign_in(http::Request const& request, Call& call)
{
    auto const form = request.form();
    if (!form)
        return form.error();
    auto const field = form->find("email");
    auto const typed = field == form->end() ? std::string_view{} : trim(field->second);
    auto const email = Email::parse(typed);
    if (!email)
        return sign_in_page(
            422, SignInStep::ask, request, call, std::string{cut_utf8(typed, longest_typed)});
    ask_for_link(call, *email);
    return sign_in_page(200, SignInStep::sent, request, call);
}

// Looking at the link spends nothing; only the button does.
Result<http::Reply> get_link(http::Request const& request, Call& call)
{
    return sign_in_page(200, SignInStep::confirm, request, call);
}

Result<http::Reply> post_link(http::Request const& request, Call& call)
{
    auto const signed_in = accounts::spend_sign_in_link(call, request.names.at("secret"));
    if (!signed_in)
        return sign_in_page(
            http::status_of(signed_in.error().kind), SignInStep::spent, request, call);
    auto reply = http::see_other("/portal");
    reply.headers.emplace_back(
        "set-cookie", http::set_cookie(contact_cookie, call.settings, signed_in->session_secret));
    return reply;
}

std::string_view secret_in(http::Request const& request, Call& call)
{
    return http::cookie_in(request.header("cookie"), contact_cookie, call.settings);
}

Result<http::Reply> post_sign_out(http::Request const& request, Call& call)
{
    accounts::end_contact_session(call, secret_in(request, call));
    auto reply = http::see_other("/");
    reply.headers.emplace_back("set-cookie", http::clear_cookie(contact_cookie, call.settings));
    return reply;
}

}  // namespace

void add_routes(http::Table& table, Offers offers)
{
    add_deflection_route(table);
    add_summary_routes(table);
    add_link_routes(table);
    add_voice_routes(table);
    add_subscribe_routes(table);
    add_centre_routes(table, offers.sms ? Sms::offered : Sms::none);
    add_errand_routes(table);
    add_portal_routes(table);
    add_inbox_routes(table);
    add_log_routes(table);
    table.get("/portal/sign-in", Right::anyone, get_sign_in)
        .says("The form that asks for a contact's address.");
    table.post("/portal/sign-in", Right::anyone, post_sign_in)
        .says("Mails a link to a known address; says the same about any.");
    table.get("/portal/sign-in/{secret}", Right::anyone, get_link)
        .says("The page behind a mailed link; asks before it is used up.");
    table.post("/portal/sign-in/{secret}", Right::anyone, post_link)
        .says("Uses up a mailed link and signs the contact in.")
        .holds_secret();
    table.post("/portal/sign-out", Right::anyone, post_sign_out).says("Ends a contact's session.");
}

}  // namespace tellfirst::pages
