#include "pages/banner.hpp"

#include "pages/addresses.hpp"
#include "pages/outlook.hpp"
#include "pages/texts.hpp"
#include "pages/view/view.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;
using words::Language;

std::string for_script(Instant at)
{
    return "{" + to_rfc3339(at) + "}";
}

JsonObject
said(std::string_view state, std::vector<std::string> const& sentences, std::string const& url)
{
    return {{"state", state}, {"sentences", to_json(sentences)}, {"url", url}};
}

JsonObject incident_in(Language language, Site const& site, ShownIncident const& incident)
{
    auto const& texts = texts_in(language);
    auto const state = worst_of(incident);
    auto const word = state == ServiceState::operational ? words_of(incident.state, texts)
                                                         : words_of(state, texts);
    return said(
        word, outlook_sentences(incident, texts, site.page.as_of, for_script),
        address_of(site, incident.id, language));
}

JsonObject incident_banner(Site const& site, ShownIncident const& incident)
{
    return {
        {"id", incident.id.text()},
        {"kind", "incident"},
        {"tone", tone_of(worst_of(incident))},
        {"title", incident.title},
        {"en", incident_in(Language::en, site, incident)},
        {"de", incident_in(Language::de, site, incident)}};
}

JsonObject window_in(Language language, Site const& site, ShownWindow const& window)
{
    auto const& texts = texts_in(language);
    auto const span = fmt::format(
        fmt::runtime(texts.window_span), fmt::arg("from", for_script(window.starts_at)),
        fmt::arg("to", for_script(window.ends_at)));
    return said(words_of(window.state, texts), {span + "."}, address_of(site, window.id, language));
}

JsonObject window_banner(Site const& site, ShownWindow const& window)
{
    return {
        {"id", window.id.text()},
        {"kind", "window"},
        {"tone", tone_of(ServiceState::maintenance)},
        {"title", window.title},
        {"en", window_in(Language::en, site, window)},
        {"de", window_in(Language::de, site, window)}};
}

bool is_near(ShownWindow const& window, Instant now)
{
    if (window.state == status::WindowState::started)
        return true;
    return window.state == status::WindowState::planned &&
           window.starts_at <= now + work_shown_before;
}

}  // namespace

std::string banner_json(Site const& site)
{
    JsonArray banners;
    for (auto const& incident : site.page.incidents)
        if (banners.size() < most_banners)
            banners.push_back(incident_banner(site, incident));
    for (auto const& window : site.page.windows)
        if (banners.size() < most_banners && is_near(window, site.page.as_of))
            banners.push_back(window_banner(site, window));
    return write_json(JsonObject{
        {"brand", site.brand.name},
        {"page", site.base_url + "/"},
        {"banners", std::move(banners)}});
}

}  // namespace tellfirst::pages
