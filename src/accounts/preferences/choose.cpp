#include "accounts/accounts.hpp"
#include "accounts/preferences/facts.hpp"
#include "accounts/preferences/faults.hpp"
#include "accounts/preferences/preferences_store.hpp"
#include "accounts/topics.hpp"

#include <iterator>
#include <set>

namespace tellfirst::accounts {
namespace {

constexpr std::array channels_of_plans{Channel::sms, Channel::push};

// Channels in the order of the enum, topics each once and in theirs.
std::vector<Choice> in_order(std::vector<Choice> choices)
{
    for (auto& choice : choices)
        choice.topics = topics_in(topic_bits(choice.topics));
    std::ranges::sort(choices, {}, &Choice::channel);
    return choices;
}

NewPreferences tidied(NewPreferences wish)
{
    wish.choices = in_order(std::move(wish.choices));
    if (wish.phone)
        wish.phone = international_phone(*wish.phone).value_or(*wish.phone);
    if (wish.services) {
        std::set<ServiceId> const each{wish.services->begin(), wish.services->end()};
        wish.services->assign(each.begin(), each.end());
    }
    return wish;
}

}  // namespace

Result<Preferences> choose_preferences(
    Call& call, ContactId id, NewPreferences const& wish, std::optional<std::int64_t> version)
{
    auto const held = preferences_of(call.tx, id);
    if (!held)
        return not_found("contact");
    if (version && *version != held->version)
        return stale();
    auto faults = faults_in(wish, held->phone);
    std::ranges::move(
        faults_in_services(wish.services, find_contact(call.tx, id)->account),
        std::back_inserter(faults));
    if (!faults.empty())
        return refusal(std::move(faults));

    auto chosen = *held;
    static_cast<NewPreferences&>(chosen) = tidied(wish);
    if (to_json(chosen) == to_json(*held))
        return chosen;  // said twice
    ++chosen.version;
    if (!store::save_preferences(call.tx, chosen))
        return stale();  // somebody was faster, between our reading and our writing
    call.tell(PreferencesChosen{
        .contact = id,
        .choices = chosen.choices,
        .quiet_hours = chosen.quiet_hours,
        .digest_at = chosen.digest_at,
        .short_text = chosen.short_text,
        .language = chosen.language,
        .zone = chosen.zone,
        .services = chosen.services});
    return chosen;
}

Result<PlanPreferences>
choose_preferences_of_plan(Call& call, PlanId id, PlanPreferences const& wish)
{
    auto const held = preferences_of_plan(call.tx, id);
    if (!held)
        return not_found("plan");
    if (auto faults =
            faults_in_channels(wish.choices, channels_of_plans, "preferences.not_the_plans");
        !faults.empty())
        return refusal(std::move(faults));
    store::save_preferences_of_plan(call.tx, id, wish);
    auto chosen = preferences_of_plan(call.tx, id).value();
    if (chosen != *held)
        call.tell(PlanPreferencesChosen{.plan = id, .choices = chosen.choices});
    return chosen;
}

void set_has_push(Call& call, ContactId id, bool has_push)
{
    store::save_has_push(call.tx, id, has_push);
}

}  // namespace tellfirst::accounts
