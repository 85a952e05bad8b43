#pragma once
// Inside status: when we begin and end to doubt how a service is (doubt.hpp).
#include "status/services/services.hpp"

namespace tellfirst::status {

inline constexpr std::string_view silence_job = "status.silence";

// Wakes the service when it will have been silent for too long, if it is watched: from now on, or
// else never.
void watch(Call& call, Service const& service);

// Begins `unknown` where trouble is seen, or where a watched service was never looked at; ends it,
// at `at`, where none is and the service is heard of: what was suspected of it has passed, too.
void weigh(Call& call, Service const& service, Instant at);

// A person has said what is the matter with these (by dismissing a suspicion, or by confirming):
// what watchers see of them now neither shows as `unknown` nor is suspected again, until they see
// something else.
void judge(Call& call, std::span<ServiceId const> services);

// The timer that was due then: nothing was heard since, or it is woken later.
void fall_silent(Call& call, ServiceId id, Instant due_at);

}  // namespace tellfirst::status
