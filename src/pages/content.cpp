#include "pages/content.hpp"

namespace tellfirst::pages {
namespace {

// Of what is over only a few things may still change.
std::string marks_of(ShownIncident const& incident)
{
    auto const& voices = incident.voices;
    return fmt::format(
        "{} {} {} {};", incident.id.value(), to_micros(incident.changed_at), voices.see_it_too,
        voices.workaround_helped);
}

std::string marks_of(ShownWindow const& window)
{
    return fmt::format("{} {} {};", window.id.value(), window.sequence, name_of(window.state));
}

}  // namespace

std::string content_of(Site const& site)
{
    auto const& page = site.page;
    auto const minute = to_rfc3339(std::chrono::floor<std::chrono::minutes>(page.as_of));
    // In the JSON, where no days have to be copied: of a big house there are tens of thousands.
    auto said = to_json(page).as_object();
    said["as_of"] = minute;
    for (auto& service : said.at("services").as_array()) {
        service.as_object().erase("silent_at");
        if (auto* const checked = service.as_object().at("checked").if_object())
            (*checked)["at"] = minute;
    }
    auto content =
        write_json(said) + write_json(to_json(site.brand)) + write_json(to_json(site.pledges));
    for (auto const& incident : page.latest)
        content += marks_of(incident);
    for (auto const& incident : page.merged)
        content += marks_of(incident) + incident.merged_into->title;
    for (auto const& window : page.latest_windows)
        content += marks_of(window);
    for (auto const& series : page.ended_series)
        content += fmt::format("{} {};", series.id.value(), series.sequence);
    return content;
}

}  // namespace tellfirst::pages
