#include "pages/fill.hpp"

#include <kainjow/mustache.hpp>

#include <stdexcept>

namespace tellfirst::pages {
namespace {

namespace mustache = kainjow::mustache;

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

std::string
fill(std::string_view text, JsonObject const& values, std::initializer_list<Partial> partials)
{
    auto data = to_data(values);
    for (auto const& partial : partials) {
        mustache::partial const part{[inner = std::string{partial.text}] { return inner; }};
        data.set(std::string{partial.name}, mustache::data{part});
    }
    mustache::mustache filled{std::string{text}};
    if (!filled.is_valid())
        throw std::logic_error{"a template is broken: " + filled.error_message()};
    return filled.render(data);
}

}  // namespace tellfirst::pages
