#include "pages/portal.hpp"

#include "accounts/accounts.hpp"
#include "pages/fill.hpp"
#include "pages/headline.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"
#include "pages/view.hpp"

namespace tellfirst::pages {
namespace {

Reader reader_of(std::optional<accounts::Account> const& account)
{
    if (!account)
        return {};
    return {.services = account->services, .account = account->id};
}

}  // namespace

std::optional<Portal> portal_of(Call& call, ContactId id)
{
    auto contact = accounts::find_contact(call.tx, id);
    if (!contact)
        return std::nullopt;
    std::optional<accounts::Account> account;
    if (contact->account)
        account = accounts::find_account(call.tx, *contact->account);
    return Portal{
        .contact = *std::move(contact),
        .account = account ? std::optional{account->name} : std::nullopt,
        .page =
            status_page_of(look(call), accounts::default_brand(call.tx).name, reader_of(account))};
}

std::string render(Portal const& portal)
{
    auto const& page = portal.page;
    auto const language = words::language_of(portal.contact.language);
    View const view{
        .reader = {.language = language, .zone = portal.contact.zone}, .now = page.as_of};
    JsonArray now;
    for (auto const& incident : page.incidents)
        now.push_back(open_view(incident, view));
    auto windows = windows_view(page.windows, view);
    bool const has_now = !now.empty() || !windows.running.empty();
    JsonArray services;
    for (auto const& service : page.services)
        services.push_back(service_view(service, language));
    auto const state = overall(page.services);
    auto content = fill(
        templates::portal_html,
        {{"words", labels_in(language)},
         {"headline", headline(page.services, page.incidents.size(), language)},
         {"tone", tone_of(state)},
         {"icon", name_of(state)},
         {"name", portal.contact.name},
         {"email", portal.contact.email.text()},
         {"account", portal.account.has_value()},
         {"account_name", portal.account.value_or("")},
         {"now", std::move(now)},
         {"running", std::move(windows.running)},
         {"planned", std::move(windows.planned)},
         {"has_now", has_now},
         {"services", std::move(services)},
         {"has_services", !page.services.empty()}},
        {{.name = "incident", .text = templates::incident_html},
         {.name = "window", .text = templates::window_html}});
    return in_shell(
        {.language = language,
         .brand = page.brand,
         .title = fmt::format("{} · {}", page.brand, portal.contact.name),
         .content = std::move(content),
         .signed_in = true});
}

}  // namespace tellfirst::pages
