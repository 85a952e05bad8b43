#include "pages/preferences/typed_preferences.hpp"

#include "kernel/text.hpp"

namespace tellfirst::pages {
namespace {

using accounts::Channel;
using accounts::Choice;
using accounts::Topic;

// More of a field is no time, zone or number, and would be shown again.
constexpr std::size_t longest_typed = 100;

Choice const* find_choice(std::vector<Choice> const& choices, Channel channel)
{
    auto const found = std::ranges::find(choices, channel, &Choice::channel);
    return found == choices.end() ? nullptr : &*found;
}

std::string typed(http::Form const& form, std::string_view name)
{
    auto const found = form.find(name);
    if (found == form.end())
        return {};
    return std::string{cut_utf8(trim(found->second), longest_typed)};
}

std::optional<std::string> if_any(std::string text)
{
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

std::vector<Topic> ticked(http::Form const& form, Channel channel, std::vector<Topic> const& before)
{
    std::vector<Topic> topics;
    for (auto const name : names_of<Topic>()) {
        auto const topic = *parse_enum<Topic>(name);
        bool const is_offered = std::ranges::find(offered_topics, topic) != offered_topics.end();
        bool const was = std::ranges::find(before, topic) != before.end();
        if (is_offered ? form.contains(box_of(channel, topic)) : was)
            topics.push_back(topic);
    }
    return topics;
}

std::optional<accounts::QuietHours> quiet_hours(http::Form const& form)
{
    auto from = typed(form, "quiet_from");
    auto to = typed(form, "quiet_to");
    if (from.empty() && to.empty())
        return std::nullopt;
    return accounts::QuietHours{
        .from = std::move(from),
        .to = std::move(to),
        .except_outages = form.contains("except_outages")};
}

}  // namespace

std::vector<Channel> offered_channels(Sms sms)
{
    if (sms == Sms::none)
        return {Channel::mail, Channel::push};
    return {Channel::mail, Channel::sms, Channel::push};
}

std::vector<Topic>
topics_in_force(accounts::Preferences const& preferences, accounts::Channel channel)
{
    for (auto const* choices : {&preferences.choices, &preferences.plan_choices})
        if (auto const* choice = find_choice(*choices, channel))
            return choice->topics;
    return {};
}

std::string box_of(accounts::Channel channel, accounts::Topic topic)
{
    return fmt::format("{}.{}", name_of(channel), name_of(topic));
}

accounts::NewPreferences
read_preferences(http::Form const& form, accounts::Preferences const& before, Sms sms)
{
    accounts::NewPreferences wish{
        .quiet_hours = quiet_hours(form),
        .digest_at = if_any(typed(form, "digest_at")),
        .short_text = form.contains("short_text"),
        .language = if_any(typed(form, "language")).value_or(before.language),
        .zone = if_any(typed(form, "zone")).value_or(before.zone),
        .phone = sms == Sms::none ? before.phone : if_any(typed(form, "phone"))};
    auto const offered = offered_channels(sms);
    std::ranges::copy_if(
        before.choices, std::back_inserter(wish.choices), [&](Choice const& choice) {
            return std::ranges::find(offered, choice.channel) == offered.end();
        });
    for (auto const channel : offered) {
        auto const in_force = topics_in_force(before, channel);
        auto topics = ticked(form, channel, in_force);
        bool const is_own = find_choice(before.choices, channel) != nullptr;
        if (is_own || topics != in_force)
            wish.choices.push_back({.channel = channel, .topics = std::move(topics)});
    }
    return wish;
}

}  // namespace tellfirst::pages
