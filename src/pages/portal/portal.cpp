#include "pages/portal/portal.hpp"

#include "accounts/accounts.hpp"
#include "pages/headline.hpp"
#include "pages/portal/portal_words.hpp"
#include "pages/portal/standing_view.hpp"
#include "pages/preferences/centre_words.hpp"
#include "pages/templates.hpp"
#include "pages/view/blocks_view.hpp"

namespace tellfirst::pages {
namespace {

std::optional<Own> own_of(Call& call, Visitor const& visitor, StatusPage const& page)
{
    if (!visitor.account)
        return std::nullopt;
    auto const id = visitor.account->id;
    auto const link = page_link(call, id);
    return Own{
        .standing = known_of(status::standing_of(call.tx, id, call.now).value(), page.services),
        .critical_dates = accounts::critical_dates_ahead(call.tx, id, call.now),
        .page_link = link ? std::optional{*link} : std::nullopt};
}

JsonArray dates_view(std::vector<accounts::CriticalDate> const& dates, View const& view)
{
    JsonArray list;
    for (auto const& date : dates)
        list.push_back(JsonObject{
            {"title", date.title},
            {"span", span_markup(date.starts_at, date.ends_at, view)},
            {"remove", fmt::format("/portal/critical-dates/{}/remove", date.id.text())}});
    return list;
}

Json link_view(std::optional<PageLink> const& link)
{
    return link ? to_json(*link) : Json(nullptr);
}

JsonObject own_view(Portal const& portal, Refused const& refused, View const& view)
{
    auto const& own = *portal.own;
    auto const& words = portal_words_in(view.reader.language);
    auto const typed = refused.date.value_or(TypedDate{.zone = view.reader.zone});
    return {
        {"standing", standing_view(own.standing, view)},
        {"dates", dates_view(own.critical_dates, view)},
        {"form", form_view(typed)},
        {"link", link_view(own.page_link)},
        {"no_link",
         refused.page_link ? Json(JsonObject{{"text", words.no_more_pages}}) : Json(nullptr)}};
}

}  // namespace

status::Standing known_of(status::Standing standing, std::vector<ShownService> const& services)
{
    std::erase_if(standing.services, [&](status::ServiceStanding const& one) {
        return std::ranges::find(services, one.service, &ShownService::id) == services.end();
    });
    return standing;
}

Portal portal_of(Call& call, Visitor visitor)
{
    auto const& account = visitor.account;
    auto const found = look(call, account ? std::optional{account->id} : std::nullopt);
    auto const id = visitor.contact.id;
    auto page = status_page_of(found, visitor.brand.name, reader_of(visitor));
    auto own = own_of(call, visitor, page);
    return {
        .visitor = std::move(visitor),
        .page = std::move(page),
        .own = std::move(own),
        .choices = accounts::own_path(call.settings.secret, id)};
}

std::string render(Portal const& portal, Refused const& refused)
{
    auto const& contact = portal.visitor.contact;
    auto const& account = portal.visitor.account;
    auto const view = view_of(portal.visitor, portal.page.as_of);
    auto values = blocks_view(portal.page, view);
    values["headline"] =
        headline(portal.page.services, portal.page.incidents.size(), view.reader.language);
    values["name"] = contact.name;
    values["email"] = contact.email.text();
    values["account"] = account ? Json(JsonObject{{"name", account->name}}) : Json(nullptr);
    values["choices"] =
        JsonObject{{"path", portal.choices}, {"text", centre_words_in(view.reader.language).link}};
    values["own"] = portal.own ? Json(own_view(portal, refused, view)) : Json(nullptr);
    return in_portal(
        portal.visitor,
        {.text = templates::portal_html, .title = contact.name, .values = std::move(values)});
}

Json document_of(Portal const& portal)
{
    auto document = to_json(portal.page).as_object();
    document["contact"] =
        JsonObject{{"id", portal.visitor.contact.id.text()}, {"name", portal.visitor.contact.name}};
    document["account"] = nullptr;
    if (auto const& account = portal.visitor.account)
        document["account"] = JsonObject{
            {"id", account->id.text()}, {"name", account->name}, {"plan", account->plan_name}};
    document["own"] = to_json(portal.own);
    return document;
}

}  // namespace tellfirst::pages
