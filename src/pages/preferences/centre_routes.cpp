#include "pages/preferences/centre_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/oneself/oneself.hpp"
#include "pages/preferences/centre.hpp"
#include "pages/preferences/centre_words.hpp"
#include "pages/preferences/typed_preferences.hpp"
#include "pages/subscribing/subscribe_pages.hpp"
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
    return {
        .contact = std::move(contact),
        .brand = std::move(brand),
        .account_name = account ? account->name : "",
        .preferences = std::move(preferences),
        .path = std::move(path)};
}

Result<http::Reply> get_centre(http::Request const& request, Call& call)
{
    auto contact = reader_of(request, call);
    if (!contact)
        return http::no_such_path();
    auto preferences = accounts::preferences_of(call.tx, contact->id).value();
    return http::page(200, render(centre_of(call, *std::move(contact), std::move(preferences))));
}

// What is wrong stands beside its field, and what was typed is there again.
Result<http::Reply> post_centre(http::Request const& request, Call& call)
{
    auto contact = reader_of(request, call);
    if (!contact)
        return http::no_such_path();
    auto const form = request.form();
    if (!form)
        return form.error();
    auto before = accounts::preferences_of(call.tx, contact->id).value();
    auto const wish = read_preferences(*form, before);
    auto his = in_his_name(call, contact->id);
    auto const chosen = accounts::choose_preferences(his, contact->id, wish, std::nullopt);
    if (chosen)
        return http::see_other(accounts::own_path(call.settings.secret, contact->id) + "#saved");

    static_cast<accounts::NewPreferences&>(before) = wish;
    auto centre = centre_of(call, *std::move(contact), std::move(before));
    centre.refused = chosen.error();
    return http::page(http::status_of(chosen.error().kind), render(centre));
}

http::Reply as_file(JsonObject const& held)
{
    auto reply = http::ok(held);
    reply.headers.emplace_back("content-disposition", "attachment; filename=\"what-we-hold.json\"");
    return reply;
}

Result<http::Reply> get_export(http::Request const& request, Call& call)
{
    auto const contact = reader_of(request, call);
    if (!contact)
        return http::no_such_path();
    return as_file(all_held_of(call, contact->id).value());
}

http::Reply ask_first(Call& call, accounts::Contact const& contact)
{
    auto const language = words::language_of(contact.language);
    auto const& words = centre_words_in(language);
    return http::page(
        200,
        render(Saying{
            .language = language,
            .brand = accounts::brand_of(call, contact.id),
            .heading = words.erase_heading,
            .sentences = {words.erase_text, words.erase_stays},
            .button = Saying::Button{.text = words.erase_sure, .name = "sure"},
            .way = Saying::Way{words.keep, accounts::own_path(call.settings.secret, contact.id)}}));
}

Result<http::Reply> post_erase(http::Request const& request, Call& call)
{
    auto const contact = reader_of(request, call);
    if (!contact)
        return http::no_such_path();
    auto const form = request.form();
    if (!form)
        return form.error();
    if (!form->contains("sure"))
        return ask_first(call, *contact);
    auto const language = words::language_of(contact->language);
    auto const& words = centre_words_in(language);
    auto brand = accounts::brand_of(call, contact->id);
    auto his = in_his_name(call, contact->id);
    if (auto const erased = erase_everywhere(his, contact->id); !erased)
        return erased.error();
    return http::page(
        200, render(Saying{
                 .language = language,
                 .brand = std::move(brand),
                 .heading = words.erased_heading,
                 .sentences = {words.erased_text}}));
}

// --- for us ---

Result<http::Reply> export_contact(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<ContactId>(request, "contact");
    if (!asked)
        return asked.error();
    auto held = all_held_of(call, asked->id);
    if (!held)
        return not_found("contact");
    if (!request.actor.rights.has(Right::read_tickets))
        held->erase("tickets");
    if (!request.actor.rights.has(Right::read_proof))
        held->erase("notices");
    return as_file(*held);
}

Result<http::Reply> erase_contact(http::Request const& request, Call& call)
{
    auto const asked = http::asked_of<ContactId>(request, "contact");
    if (!asked)
        return asked.error();
    if (auto const there =
            http::check_there(request, "contact", accounts::find_contact(call.tx, asked->id));
        !there)
        return there.error();
    return http::reply_ok(erase_everywhere(call, asked->id));
}

}  // namespace

void add_centre_routes(http::Table& table)
{
    table.get("/p/{token}", Right::anyone, get_centre)
        .says("What a contact hears, how and when, without a sign-in: his mails hold the address.");
    table.post("/p/{token}", Right::anyone, post_centre).says("Keeps what he chose there.");
    table.get("/p/{token}/export", Right::anyone, get_export)
        .says("All that we hold of the contact, for himself.")
        .counts_strangers();
    table.post("/p/{token}/erase", Right::anyone, post_erase)
        .says("Erases the contact by himself; asks first.");
    table.get("/api/v1/contacts/{id}/export", Right::read_accounts, export_contact)
        .says("All that we hold of a contact; notices and tickets with the rights to read them")
        .gives<JsonObject>();
    table.post("/api/v1/contacts/{id}/erase", Right::write_accounts, erase_contact)
        .says("Erases a contact for good: his name, addresses, choices and sign-ins; proofs stay "
              "without him")
        .gives<accounts::Contact>();
}

}  // namespace tellfirst::pages
