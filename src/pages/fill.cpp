#include "pages/fill.hpp"

#include "pages/templates.hpp"

#include <kainjow/mustache.hpp>

#include <stdexcept>

namespace tellfirst::pages {
namespace {

namespace mustache = kainjow::mustache;

struct Part {
    std::string_view name;
    std::string_view const* text;
};

// What stands in more than one page, or many times in one.
constexpr std::array parts{
    Part{"part_age", &templates::age_html},
    Part{"part_aid", &templates::aid_html},
    Part{"part_contact", &templates::contact_html},
    Part{"part_facts", &templates::facts_html},
    Part{"part_incident", &templates::incident_html},
    Part{"part_issue", &templates::issue_html},
    Part{"part_past", &templates::past_html},
    Part{"part_series", &templates::series_html},
    Part{"part_services", &templates::services_html},
    Part{"part_timeline", &templates::timeline_html},
    Part{"part_hand_on", &templates::hand_on_html},
    Part{"part_try_next", &templates::try_next_html},
    Part{"part_voice", &templates::voice_html},
    Part{"part_window", &templates::window_html},
};

mustache::data to_data(Json const& value)
{
    if (value.is_object()) {
        mustache::data object;
        for (auto const& [name, member] : value.get_object())
            object.set(name, to_data(member));
        return object;
    }
    if (value.is_array()) {
        mustache::data list{mustache::data::type::list};
        for (auto const& item : value.get_array())
            list.push_back(to_data(item));
        return list;
    }
    if (value.is_string())
        return mustache::data{std::string{value.get_string()}};
    if (value.is_bool() || value.is_null())
        return mustache::data{value.is_bool() && value.get_bool()};
    return mustache::data{boost::json::serialize(value)};
}

}  // namespace

std::string fill(std::string_view text, JsonObject const& values)
{
    auto data = to_data(values);
    for (auto const& [name, part] : parts) {
        mustache::partial const partial{[inner = part] { return std::string{*inner}; }};
        data.set(std::string{name}, mustache::data{partial});
    }
    mustache::mustache filled{std::string{text}};
    if (!filled.is_valid())
        throw std::logic_error{"a template is broken: " + filled.error_message()};
    return filled.render(data);
}

}  // namespace tellfirst::pages
