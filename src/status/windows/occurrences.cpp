#include "status/windows/occurrences.hpp"

#include <map>

namespace tellfirst::status {

OccurrenceState state_of(Declared const& said)
{
    if (!said.is_used)
        return OccurrenceState::not_used;
    bool const is_moved = said.window_starts_at.value_or(said.starts_at) != said.starts_at;
    if (is_moved && said.window_state != WindowState::cancelled)
        return OccurrenceState::moved;
    switch (said.window_state.value_or(WindowState::planned)) {
    case WindowState::planned: return OccurrenceState::will_be_used;
    case WindowState::started:
    case WindowState::finished: return OccurrenceState::used;
    case WindowState::cancelled: return OccurrenceState::cancelled;
    }
    return OccurrenceState::reserved;
}

OccurrenceState state_of(std::optional<Declared> const& said, Instant declare_by, Instant now)
{
    if (said)
        return state_of(*said);
    return now < declare_by ? OccurrenceState::reserved : OccurrenceState::not_used;
}

std::vector<Occurrence> occurrences_of(SeriesTimes const& times, Instant now)
{
    std::map<Instant, Declared> said;
    for (auto const& declared : times.declared)
        said.emplace(declared.starts_at, declared);
    std::vector<Occurrence> occurrences;
    for (auto const starts_at : times.starts) {
        auto const found = said.find(starts_at);
        auto const declared = found == said.end() ? std::nullopt : std::optional{found->second};
        auto const declare_by = starts_at - times.lead;
        bool const has_passed = starts_at <= times.passed_until;
        occurrences.push_back(
            {.starts_at = starts_at,
             .ends_at = starts_at + times.length,
             .state = state_of(declared, has_passed ? now : declare_by, now),
             .declare_by = declare_by,
             .window = declared ? declared->window : std::nullopt});
    }
    return occurrences;
}

}  // namespace tellfirst::status
