#include "pages/subscribing/service_fields.hpp"

#include "kernel/text.hpp"
#include "pages/subscribing/subscribe_words.hpp"
#include "pages/templates.hpp"

namespace tellfirst::pages {
namespace {

// Groups are fieldsets in fieldsets, so that whoever hears the page hears in which one he is.
std::string boxes_of(ServiceChoice const& choice)
{
    std::string markup;
    auto const out = std::back_inserter(markup);
    std::int64_t depth = 0;
    auto const close_down_to = [&](std::int64_t level) {
        for (; depth > level; --depth)
            markup += "</fieldset>";
    };
    auto const chosen = choice.chosen.value_or(std::vector<ServiceId>{});
    for (auto const& service : choice.offered) {
        close_down_to(service.depth);
        auto const name = escape_html(service.name);
        if (service.is_group) {
            fmt::format_to(out, R"(<fieldset><legend dir="auto">{}</legend>)", name);
            ++depth;
            continue;
        }
        bool const is_on = std::ranges::find(chosen, service.id) != chosen.end();
        fmt::format_to(
            out,
            R"(<label class="tick"><input type="checkbox" name="{}"{}> <span dir="auto">{}</span></label>)",
            service.id.text(), is_on ? " checked" : "", name);
    }
    close_down_to(0);
    return markup;
}

}  // namespace

Json service_fields(ServiceChoice const& choice, words::Language language, Ticked ticked)
{
    if (!is_offered(choice))
        return nullptr;
    auto const& words = subscribe_words_in(language);
    bool const is_wrong = ticked == Ticked::none_of_some;
    auto const text_if = [](bool said, std::string_view text) {
        return said ? Json(JsonObject{{"text", text}}) : Json(nullptr);
    };
    return JsonObject{
        {"legend", words.services},
        {"say_all", words.all_services},
        {"say_some", words.some_services},
        {"is_some", choice.chosen.has_value()},
        {"boxes", boxes_of(choice)},
        {"none_left", text_if(has_none_left(choice) && !is_wrong, words.none_left)},
        {"none_ticked", text_if(is_wrong, words.no_services)}};
}

}  // namespace tellfirst::pages
