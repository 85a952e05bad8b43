#pragma once
// What a real parser of XML (glib's) reads: the texts of all elements of a name, and of attributes.
#include <glib.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::feed {

struct ParsedXml {
    bool well_formed = false;
    // "entry/title": the element and its parent; "link@href": an attribute.
    std::vector<std::pair<std::string, std::string>> texts;

    [[nodiscard]] std::vector<std::string> all(std::string_view name) const
    {
        std::vector<std::string> found;
        for (auto const& [where, text] : texts)
            if (where == name)
                found.push_back(text);
        return found;
    }
};

namespace parsed_xml_detail {

struct Reading {
    ParsedXml parsed;
    std::vector<std::pair<std::string, std::string>> open;  // with their text so far
};

inline void started(
    GMarkupParseContext* /*context*/, gchar const* name, gchar const** attributes,
    gchar const** values, gpointer data, GError** /*error*/)
{
    auto& reading = *static_cast<Reading*>(data);
    reading.open.emplace_back(name, "");
    for (; *attributes != nullptr; ++attributes, ++values)
        reading.parsed.texts.emplace_back(std::string{name} + "@" + *attributes, *values);
}

inline void
texted(GMarkupParseContext* /*context*/, gchar const* text, gsize size, gpointer data, GError**)
{
    auto& reading = *static_cast<Reading*>(data);
    reading.open.back().second.append(text, size);
}

inline void
ended(GMarkupParseContext* /*context*/, gchar const* name, gpointer data, GError** /*error*/)
{
    auto& reading = *static_cast<Reading*>(data);
    auto text = std::move(reading.open.back().second);
    reading.open.pop_back();
    auto const parent = reading.open.empty() ? std::string{} : reading.open.back().first + "/";
    reading.parsed.texts.emplace_back(parent + name, std::move(text));
}

}  // namespace parsed_xml_detail

[[nodiscard]] inline ParsedXml parse_xml(std::string_view xml)
{
    using namespace parsed_xml_detail;
    Reading reading;
    GMarkupParser const parser{started, ended, texted, nullptr, nullptr};
    auto* const context =
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reading, nullptr);
    reading.parsed.well_formed =
        g_markup_parse_context_parse(
            context, xml.data(), static_cast<gssize>(xml.size()), nullptr) != 0 &&
        g_markup_parse_context_end_parse(context, nullptr) != 0;
    g_markup_parse_context_free(context);
    return reading.parsed;
}

}  // namespace tellfirst::feed
