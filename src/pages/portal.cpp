#include "pages/portal.hpp"

#include "accounts/accounts.hpp"
#include "pages/fill.hpp"
#include "pages/headline.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"
#include "pages/view/blocks_view.hpp"

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
    auto brand = accounts::resolved_brand(
        call, account ? account->brand : accounts::default_brand(call.tx).id);
    auto page = status_page_of(look(call), brand.name, reader_of(account));
    return Portal{
        .contact = *std::move(contact),
        .account = account ? std::optional{account->name} : std::nullopt,
        .brand = std::move(brand),
        .page = std::move(page)};
}

std::string render(Portal const& portal)
{
    auto const& page = portal.page;
    auto const language = words::language_of(portal.contact.language);
    View const view{
        .reader = {.language = language, .zone = portal.contact.zone},
        .now = page.as_of,
        .root = "/portal"};
    auto values = blocks_view(page, view);
    values["words"] = labels_in(language);
    values["headline"] = headline(page.services, page.incidents.size(), language);
    values["name"] = portal.contact.name;
    values["email"] = portal.contact.email.text();
    values["account"] = portal.account.has_value();
    values["account_name"] = portal.account.value_or("");
    return in_shell(
        {.language = language,
         .brand = portal.brand,
         .title = fmt::format("{} · {}", portal.contact.name, portal.brand.name),
         .content = fill(templates::portal_html, values),
         .signed_in = true});
}

}  // namespace tellfirst::pages
