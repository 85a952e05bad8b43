#include "notify/known.hpp"

#include <algorithm>
#include <array>

namespace tellfirst::notify {
namespace {

// Best first; where nothing is known of the state it is none of them.
constexpr std::array<std::string_view, 5> states{
    "operational", "maintenance", "degraded", "partial", "major"};

std::string const& worse(std::string const& one, std::string const& other)
{
    auto const rank = [](std::string const& state) {
        auto const at = std::ranges::find(states, state);
        return at == states.end() ? -1 : static_cast<int>(at - states.begin());
    };
    return rank(one) >= rank(other) ? one : other;
}

using Services = std::vector<NamedService>;

Services used_of(Services const& services, std::span<ServiceId const> used)
{
    Services his;
    std::ranges::copy_if(services, std::back_inserter(his), [&](NamedService const& service) {
        return std::ranges::find_first_of(service.known_by, used) != service.known_by.end();
    });
    return his;
}

}  // namespace

std::vector<ServiceId> knowable_by(Announcement const& words)
{
    std::vector<ServiceId> all;
    for (auto const* services : {&words.named, &words.hidden})
        for (auto const& service : services->value_or(Services{}))
            all.insert(all.end(), service.known_by.begin(), service.known_by.end());
    std::ranges::sort(all);
    auto const [from, to] = std::ranges::unique(all);
    all.erase(from, to);
    return all;
}

Announcement known_to(Announcement words, std::span<ServiceId const> used)
{
    auto fresh = used_of(std::exchange(words.hidden, std::nullopt).value_or(Services{}), used);
    if (words.named) {
        auto his = used_of(*words.named, used);
        if (his.empty() && fresh.empty())
            return words;
        fresh.insert(fresh.begin(), his.begin(), his.end());
        words.named = fresh;
        words.service_names.clear();
        words.service_state.clear();
    }
    for (auto const& service : fresh) {
        words.service_names.push_back(service.name);
        words.service_state = worse(words.service_state, service.state);
    }
    return words;
}

}  // namespace tellfirst::notify
