#include "pages/preferences/centre_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/preferences/centre.hpp"
#include "pages/preferences/typed_preferences.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

// What a token leads to that is none of ours is an address that there is not: private pages of
// accounts stand below the same prefix.
std::optional<accounts::Contact> reader_of(http::Request const& request, Call& call)
{
    return accounts::contact_of_own_token(call, request.names.at("token"));
}

// Who has an account hears of what that uses.
std::vector<ShownService> offered_to(Call& call, accounts::Contact const& contact)
{
    return contact.account ? std::vector<ShownService>{} : offered_services(call.tx);
}

// He does it himself.
Call in_his_name(Call const& call, ContactId contact)
{
    Call his{call};
    his.actor = {.kind = Actor::Kind::contact, .id = contact.value()};
    return his;
}

Centre centre_of(Call& call, accounts::Contact contact, accounts::Preferences preferences)
{
    auto const account = contact.account ? accounts::find_account(call.tx, *contact.account)
                                         : std::optional<accounts::Account>{};
    auto path = accounts::own_path(call.settings.secret, contact.id);
    auto brand = accounts::brand_of(call, contact.id);
    ServiceChoice services{.offered = offered_to(call, contact), .chosen = preferences.services};
    return {
        .contact = std::move(contact),
        .brand = std::move(brand),
        .account_name = account ? account->name : "",
        .preferences = std::move(preferences),
        .path = std::move(path),
        .services = std::move(services)};
}

Result<http::Reply> get_centre(http::Request const& request, Call& call, Sms sms)
{
    auto contact = reader_of(request, call);
    if (!contact)
        return http::no_such_path();
    auto preferences = accounts::preferences_of(call.tx, contact->id).value();
    auto centre = centre_of(call, *std::move(contact), std::move(preferences));
    centre.sms = sms;
    return http::page(200, render(centre));
}

// What is wrong stands beside its field, and what was typed is there again.
Result<http::Reply> post_centre(http::Request const& request, Call& call, Sms sms)
{
    auto contact = reader_of(request, call);
    if (!contact)
        return http::no_such_path();
    auto const form = request.form();
    if (!form)
        return form.error();
    auto before = accounts::preferences_of(call.tx, contact->id).value();
    auto wish = read_preferences(*form, before, sms);
    wish.services =
        read_services(*form, {.offered = offered_to(call, *contact), .chosen = before.services});
    auto his = in_his_name(call, contact->id);
    auto const chosen = accounts::choose_preferences(his, contact->id, wish, std::nullopt);
    if (chosen)
        return http::see_other(accounts::own_path(call.settings.secret, contact->id) + "#saved");

    static_cast<accounts::NewPreferences&>(before) = wish;
    auto centre = centre_of(call, *std::move(contact), std::move(before));
    centre.refused = chosen.error();
    centre.sms = sms;
    return http::page(http::status_of(chosen.error().kind), render(centre));
}

}  // namespace

void add_centre_routes(http::Table& table, Sms sms)
{
    table
        .get(
            "/p/{token}", Right::anyone,
            [sms](http::Request const& request, Call& call) {
                return get_centre(request, call, sms);
            })
        .says("What a contact hears, how and when, without a sign-in: his mails hold the address.");
    table
        .post(
            "/p/{token}", Right::anyone,
            [sms](http::Request const& request, Call& call) {
                return post_centre(request, call, sms);
            })
        .says("Keeps what he chose there.");
}

}  // namespace tellfirst::pages
