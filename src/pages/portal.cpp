#include "pages/portal.hpp"

#include "accounts/accounts.hpp"
#include "pages/fill.hpp"
#include "pages/headline.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"
#include "pages/view/blocks_view.hpp"
#include "pages/view/incident_view.hpp"
#include "pages/view/issue_view.hpp"
#include "pages/view/window_view.hpp"

namespace tellfirst::pages {
namespace {

Reader reader_of(std::optional<accounts::Account> const& account)
{
    if (!account)
        return {};
    return {.services = account->services, .account = account->id};
}

View view_of(Portal const& portal)
{
    return {
        .reader =
            {.language = words::language_of(portal.contact.language), .zone = portal.contact.zone},
        .now = portal.page.as_of,
        .root = "/portal"};
}

std::string
in_portal(Portal const& portal, std::string_view text, JsonObject values, std::string_view title)
{
    auto const language = words::language_of(portal.contact.language);
    values["words"] = labels_in(language);
    values["home"] = "/portal";
    return in_shell(
        {.language = language,
         .brand = portal.brand,
         .title = fmt::format("{} · {}", title, portal.brand.name),
         .content = fill(text, values),
         .signed_in = true});
}

template <class Item>
Item const* find(
    std::initializer_list<std::vector<Item> const*> lists, std::string_view what,
    std::string_view path)
{
    for (auto const* list : lists)
        for (auto const& item : *list)
            if (path_of(what, item.id) == path)
                return &item;
    return nullptr;
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
    auto brand = accounts::brand_of(call, id);
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
    auto const view = view_of(portal);
    auto values = blocks_view(page, view);
    values["headline"] = headline(page.services, page.incidents.size(), view.reader.language);
    values["name"] = portal.contact.name;
    values["email"] = portal.contact.email.text();
    values["account"] = portal.account.has_value();
    values["account_name"] = portal.account.value_or("");
    return in_portal(portal, templates::portal_html, std::move(values), portal.contact.name);
}

std::optional<std::string> render_one(Portal const& portal, std::string_view path)
{
    auto const& page = portal.page;
    auto const view = view_of(portal);
    if (auto const* one = find({&page.incidents, &page.past, &page.latest}, "incidents", path))
        return in_portal(portal, templates::incident_page_html, whole_view(*one, view), one->title);
    if (auto const* one = find({&page.windows, &page.latest_windows}, "windows", path))
        return in_portal(portal, templates::window_page_html, whole_view(*one, view), one->title);
    if (auto const* one = find({&page.issues}, "issues", path))
        return in_portal(portal, templates::issue_page_html, issue_view(*one, view), one->title);
    return std::nullopt;
}

}  // namespace tellfirst::pages
