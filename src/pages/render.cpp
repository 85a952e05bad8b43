#include "pages/render.hpp"

#include "pages/fill.hpp"
#include "pages/headline.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"
#include "pages/view.hpp"

namespace tellfirst::pages {

std::string render(StatusPage const& page, words::Language language)
{
    View const view{.reader = {.language = language}, .now = page.as_of};
    auto const& texts = texts_in(language);
    auto const state = overall(page.services);
    JsonArray now;
    for (auto const& incident : page.incidents)
        now.push_back(open_view(incident, view));
    auto windows = windows_view(page.windows, view);
    bool const has_now = !now.empty() || !windows.running.empty();
    JsonArray past;
    for (auto const& incident : page.past)
        past.push_back(past_view(incident, view));
    JsonArray services;
    for (auto const& service : page.services)
        services.push_back(service_view(service, language));
    auto content = fill(
        templates::status_html,
        {{"words", labels_in(language)},
         {"home", home_of(language)},
         {"headline", headline(page.services, page.incidents.size(), language)},
         {"tone", tone_of(state)},
         {"icon", name_of(state)},
         {"made_at", time_markup(page.as_of, view)},
         {"now", std::move(now)},
         {"running", std::move(windows.running)},
         {"planned", std::move(windows.planned)},
         {"has_now", has_now},
         {"past", std::move(past)},
         {"has_past", !page.past.empty()},
         {"services", std::move(services)},
         {"has_services", !page.services.empty()}},
        {{.name = "incident", .text = templates::incident_html},
         {.name = "window", .text = templates::window_html}});
    return in_shell(
        {.language = language,
         .brand = page.brand,
         .title = fmt::format("{} · {}", page.brand, texts.status_title),
         .content = std::move(content),
         .made = page.as_of});
}

}  // namespace tellfirst::pages
