#include "pages/render.hpp"

#include "pages/fill.hpp"
#include "pages/headline.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/view/blocks_view.hpp"
#include "pages/view/incident_view.hpp"
#include "pages/view/issue_view.hpp"
#include "pages/view/window_view.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

View view_of(Site const& site, Language language)
{
    return {
        .reader = {.language = language},
        .now = site.page.as_of,
        .root = fmt::format("{}{}", base_path_of(site), prefix_of(language))};
}

// The page of one thing. What is over tells nothing that grows old.
struct Document {
    std::string_view text;
    std::string path;
    std::string title;
    JsonObject values;
    bool is_of_now = true;
};

std::string render(Site const& site, Document document, Language language)
{
    auto const view = view_of(site, language);
    document.values["words"] = labels_in(language);
    document.values["home"] =
        fmt::format("{}{}", base_path_of(site), home_of(site.brand, language));
    document.values["made_at"] =
        if_said(document.is_of_now ? time_markup(site.page.as_of, view) : "");
    return in_shell(
        {.language = language,
         .brand = site.brand,
         .title = fmt::format("{} · {}", document.title, site.brand.name),
         .content = fill(document.text, document.values),
         .base = base_path_of(site),
         .path = std::move(document.path),
         .made = document.is_of_now ? std::optional{site.page.as_of} : std::nullopt});
}

}  // namespace

std::string render_home(Site const& site, Language language)
{
    auto const& page = site.page;
    auto const view = view_of(site, language);
    auto values = blocks_view(page, view);
    values["contact"] = contact_view(site.brand.contact);
    values["headline"] = headline(page.services, page.incidents.size(), language);
    return render(
        site,
        {.text = templates::status_html,
         .path = "/",
         .title = std::string{texts_in(language).status_title},
         .values = std::move(values)},
        language);
}

std::string render_page(Site const& site, ShownIncident const& incident, Language language)
{
    return render(
        site,
        {.text = templates::incident_page_html,
         .path = path_of("incidents", incident.id),
         .title = incident.title,
         .values = whole_view(incident, view_of(site, language)),
         .is_of_now = !incident.resolved_at},
        language);
}

std::string render_page(Site const& site, ShownWindow const& window, Language language)
{
    return render(
        site,
        {.text = templates::window_page_html,
         .path = path_of("windows", window.id),
         .title = window.title,
         .values = whole_view(window, view_of(site, language)),
         .is_of_now = !window.closed_at},
        language);
}

std::string render_page(Site const& site, ShownIssue const& issue, Language language)
{
    return render(
        site,
        {.text = templates::issue_page_html,
         .path = path_of("issues", issue.id),
         .title = issue.title,
         .values = issue_view(issue, view_of(site, language)),
         .is_of_now = !issue.closed_at},
        language);
}

std::string render_lost(accounts::ResolvedBrand const& brand)
{
    auto const language = words::language_of(brand.language);
    return in_shell(
        {.language = language,
         .brand = brand,
         .title = fmt::format("{} · {}", texts_in(language).lost_heading, brand.name),
         .content = fill(
             templates::lost_html, {{"english", labels_in(Language::en)},
                                    {"english_home", home_of(brand, Language::en)},
                                    {"german", labels_in(Language::de)}})});
}

}  // namespace tellfirst::pages
