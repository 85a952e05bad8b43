#include "pages/oneself/errand_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/asked.hpp"
#include "pages/oneself/errand_words.hpp"
#include "pages/oneself/oneself.hpp"
#include "pages/subscribing/subscribe_pages.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

// Scanners of mail follow links: GET behind the mailed link only asks, POST acts.
namespace tellfirst::pages {
namespace {

// He does it himself.
Call in_his_name(Call const& call, ContactId contact)
{
    Call his{call};
    his.actor = {.kind = Actor::Kind::contact, .id = contact.value()};
    return his;
}

// In the name of his brand and in his language.
Saying saying_to(Call& call, accounts::Contact const& contact)
{
    return {
        .language = words::language_of(contact.language),
        .brand = accounts::brand_of(call, contact.id)};
}

http::Reply as_file(JsonObject const& held)
{
    auto reply = http::ok(held);
    reply.headers.emplace_back("content-disposition", "attachment; filename=\"what-we-hold.json\"");
    return reply;
}

// --- on his own page: who has the address asks, and hears the same whatever comes of it ---

Result<http::Reply> ask(http::Request const& request, Call& call, Errand errand)
{
    auto const contact = accounts::contact_of_own_token(call, request.names.at("token"));
    if (!contact)
        return http::no_such_path();
    ask_for(call, errand, contact->id);
    auto said = saying_to(call, *contact);
    auto const& words = errand_words_in(said.language);
    said.heading = words.sent_heading;
    said.sentences = {words.sent_text, words.sent_hint};
    said.way = Saying::Way{words.back, accounts::own_path(call.settings.secret, contact->id)};
    return http::page(200, render(said));
}

Result<http::Reply> ask_for_copy(http::Request const& request, Call& call)
{
    return ask(request, call, Errand::copy);
}

Result<http::Reply> ask_for_end(http::Request const& request, Call& call)
{
    return ask(request, call, Errand::erase);
}

// --- behind the mailed link ---

http::Reply spent(http::Request const& request, Call& call)
{
    auto brand = brand_asked(request, call);
    auto const language = language_asked(request, brand);
    auto const& words = errand_words_in(language);
    return http::page(
        http::status_of(Refusal::unauthenticated), render(Saying{
                                                       .language = language,
                                                       .brand = std::move(brand),
                                                       .heading = words.spent_heading,
                                                       .sentences = {words.spent_text}}));
}

Result<http::Reply> get_link(http::Request const& request, Call& call)
{
    auto const wanted = errand_behind(call, request.names.at("secret"));
    if (!wanted)
        return spent(request, call);
    auto said = saying_to(call, accounts::find_contact(call.tx, wanted->contact).value());
    auto const& words = errand_words_in(said.language);
    auto const& of_errand = words_of(wanted->errand, words);
    said.heading = of_errand.heading;
    said.sentences = {of_errand.text};
    said.button = Saying::Button{.text = of_errand.button};
    if (wanted->errand == Errand::erase) {
        said.sentences.push_back(words.stays);
        said.way =
            Saying::Way{words.keep, accounts::own_path(call.settings.secret, wanted->contact)};
    }
    return http::page(200, render(said));
}

Result<http::Reply> erase_himself(Call& call, ContactId id)
{
    auto said = saying_to(call, accounts::find_contact(call.tx, id).value());
    auto his = in_his_name(call, id);
    if (auto const erased = erase_everywhere(his, id); !erased)
        return erased.error();
    auto const& words = errand_words_in(said.language);
    said.heading = words.erased_heading;
    said.sentences = {words.erased_text};
    return http::page(200, render(said));
}

Result<http::Reply> post_link(http::Request const& request, Call& call)
{
    auto const wanted = spend_errand(call, request.names.at("secret"));
    if (!wanted)
        return spent(request, call);
    switch (wanted->errand) {
    case Errand::copy: return as_file(all_held_of(call, wanted->contact).value());
    case Errand::erase: return erase_himself(call, wanted->contact);
    }
    return http::no_such_path();
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

void add_errand_routes(http::Table& table)
{
    table.post("/p/{token}/export", Right::anyone, ask_for_copy)
        .says("Mails the contact a link to all that we hold of him.");
    table.post("/p/{token}/erase", Right::anyone, ask_for_end)
        .says("Mails the contact a link that erases him.");
    table.get("/mine/{secret}", Right::anyone, get_link)
        .says("The page behind a mailed link; asks before it is used up.");
    table.post("/mine/{secret}", Right::anyone, post_link)
        .says("Uses up a mailed link: gives all that we hold of its reader, or erases him.")
        .holds_secret();
    table.get("/api/v1/contacts/{id}/export", Right::read_accounts, export_contact)
        .says("All that we hold of a contact; notices and tickets with the rights to read them")
        .gives<JsonObject>();
    table.post("/api/v1/contacts/{id}/erase", Right::write_accounts, erase_contact)
        .says("Erases a contact for good: his name, addresses, choices and sign-ins; proofs stay "
              "without him")
        .gives<accounts::Contact>();
}

}  // namespace tellfirst::pages
