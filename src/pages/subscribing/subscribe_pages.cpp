#include "pages/subscribing/subscribe_pages.hpp"

#include "pages/fill.hpp"
#include "pages/shell.hpp"
#include "pages/subscribing/service_fields.hpp"
#include "pages/subscribing/subscribe_words.hpp"
#include "pages/templates.hpp"

namespace tellfirst::pages {
namespace {

using accounts::Topic;

Json text_if(bool said, std::string_view text)
{
    return said ? Json(JsonObject{{"text", text}}) : Json(nullptr);
}

Json button_view(std::optional<Saying::Button> const& button)
{
    if (!button)
        return nullptr;
    return JsonObject{
        {"text", button->text},
        {"field", button->name.empty() ? Json(nullptr) : Json(JsonObject{{"name", button->name}})}};
}

Json way_view(std::optional<Saying::Way> const& way)
{
    if (!way)
        return nullptr;
    return JsonObject{{"text", way->text}, {"path", way->path}};
}

JsonObject choice(Topic topic, std::string_view label, std::vector<Topic> const& chosen)
{
    return {
        {"name", name_of(topic)},
        {"label", label},
        {"chosen", std::ranges::find(chosen, topic) != chosen.end()}};
}

}  // namespace

std::string render(Saying const& saying)
{
    JsonArray says;
    for (auto const sentence : saying.sentences)
        says.push_back(JsonObject{{"text", sentence}});
    return in_shell(
        {.language = saying.language,
         .brand = saying.brand,
         .title = fmt::format("{} · {}", saying.heading, saying.brand.name),
         .content = fill(
             templates::saying_html, {{"heading", saying.heading},
                                      {"says", std::move(says)},
                                      {"button", button_view(saying.button)},
                                      {"way", way_view(saying.way)}})});
}

std::string render(SubscribeForm const& form)
{
    auto const& words = subscribe_words_in(form.language);
    JsonArray choices{
        choice(Topic::unplanned, words.unplanned, form.topics),
        choice(Topic::recovery, words.recovery, form.topics),
        choice(Topic::planned, words.planned, form.topics),
        choice(Topic::news, words.news, form.topics)};
    return in_shell(
        {.language = form.language,
         .brand = form.brand,
         .title = fmt::format("{} · {}", words.heading, form.brand.name),
         .content = fill(
             templates::subscribe_html,
             {{"say", subscribe_labels_in(form.language)},
              {"typed", form.typed},
              {"choices", std::move(choices)},
              {"services", service_fields(
                               form.services, form.language,
                               form.wrong_services ? Ticked::none_of_some : Ticked::well)},
              {"wrong_address", text_if(form.wrong_address, words.not_an_address)},
              {"wrong_topics", text_if(form.wrong_topics, words.no_topics)}})});
}

}  // namespace tellfirst::pages
