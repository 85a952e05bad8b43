#include "pages/preferences/centre.hpp"

#include "pages/fill.hpp"
#include "pages/preferences/centre_words.hpp"
#include "pages/preferences/typed_preferences.hpp"
#include "pages/shell.hpp"
#include "pages/subscribing/service_fields.hpp"
#include "pages/templates.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

using Channels = std::vector<accounts::Channel>;

JsonArray rows_view(
    accounts::Preferences const& preferences, Channels const& channels, CentreWords const& words)
{
    JsonArray rows;
    for (auto const topic : offered_topics) {
        JsonArray boxes;
        for (auto const channel : channels) {
            auto const held = topics_in_force(preferences, channel);
            boxes.push_back(JsonObject{
                {"name", box_of(channel, topic)},
                {"label", fmt::format("{}: {}", words_of(topic, words), words_of(channel, words))},
                {"on", std::ranges::find(held, topic) != held.end()}});
        }
        rows.push_back(JsonObject{{"topic", words_of(topic, words)}, {"boxes", std::move(boxes)}});
    }
    return rows;
}

JsonArray channels_view(Channels const& channels, CentreWords const& words)
{
    JsonArray named;
    for (auto const channel : channels)
        named.push_back(JsonObject{{"name", words_of(channel, words)}});
    return named;
}

// One that we have no words in stays chosen: somebody else may have set it.
JsonArray languages_view(std::string const& chosen)
{
    std::vector<std::pair<std::string, std::string>> languages{
        {"en", "English"}, {"de", "Deutsch"}};
    if (std::ranges::find(languages, chosen, &std::pair<std::string, std::string>::first) ==
        languages.end())
        languages.emplace_back(chosen, chosen);
    JsonArray list;
    for (auto const& [tag, name] : languages)
        list.push_back(JsonObject{{"tag", tag}, {"name", name}, {"chosen", tag == chosen}});
    return list;
}

bool is_about(Problem const& refused, std::string_view field)
{
    return refused.field.starts_with(field) ||
           std::ranges::any_of(refused.errors, [&](FieldError const& error) {
               return error.field.starts_with(field);
           });
}

// What is wrong, beside the field that it is about.
JsonObject wrong_view(std::optional<Problem> const& refused, CentreWords const& words)
{
    JsonObject wrong;
    if (!refused)
        return wrong;
    auto const say = [&](std::string_view name, bool is_wrong, std::string_view text) {
        wrong[name] = is_wrong ? Json(JsonObject{{"text", text}}) : Json(nullptr);
    };
    say("any", true, words.wrong);
    say("phone", is_about(*refused, "phone") || is_about(*refused, "choices"), words.wrong_phone);
    say("quiet", is_about(*refused, "quiet_hours"), words.wrong_quiet);
    say("digest", is_about(*refused, "digest_at"), words.wrong_digest);
    say("zone", is_about(*refused, "zone"), words.wrong_zone);
    return wrong;
}

}  // namespace

std::string render(Centre const& centre)
{
    auto const& chosen = centre.preferences;
    auto const language = words::language_of(centre.contact.language);
    auto const& words = centre_words_in(language);
    auto const channels = offered_channels(centre.sms);
    auto const quiet = chosen.quiet_hours.value_or(accounts::QuietHours{});
    bool const none_ticked = centre.refused && is_about(*centre.refused, "services");
    JsonObject values{
        {"say", centre_labels_in(language)},
        {"path", centre.path},
        {"name", centre.contact.name},
        {"email", centre.contact.email.text()},
        {"account", centre.account_name.empty() ? Json(nullptr)
                                                : Json(JsonObject{{"name", centre.account_name}})},
        {"unconfirmed", !chosen.confirmed},
        {"channels", channels_view(channels, words)},
        {"rows", rows_view(chosen, channels, words)},
        {"services",
         service_fields(
             centre.services, language, none_ticked ? Ticked::none_of_some : Ticked::well)},
        {"quiet_from", quiet.from},
        {"quiet_to", quiet.to},
        {"except_outages", quiet.except_outages},
        {"digest_at", chosen.digest_at.value_or("")},
        {"short_text", chosen.short_text},
        {"languages", languages_view(chosen.language)},
        {"zone", chosen.zone},
        {"sms", centre.sms == Sms::offered},
        {"phone", chosen.phone.value_or("")},
        {"wrong", wrong_view(centre.refused, words)}};
    return in_shell(
        {.language = language,
         .brand = centre.brand,
         .title = fmt::format("{} · {}", words.heading, centre.brand.name),
         .content = fill(templates::preferences_html, values)});
}

}  // namespace tellfirst::pages
