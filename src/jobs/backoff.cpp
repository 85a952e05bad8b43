#include "jobs/backoff.hpp"

#include <algorithm>

namespace tellfirst::jobs {

Duration wait_after(std::int64_t attempts)
{
    constexpr std::chrono::seconds longest{30 * 60};
    constexpr std::int64_t doublings_to_longest = 11;
    auto const doublings = std::clamp<std::int64_t>(attempts - 1, 0, doublings_to_longest);
    return std::min<std::chrono::seconds>(std::chrono::seconds{1LL << doublings}, longest);
}

bool is_worth_retrying(Refusal refusal)
{
    switch (refusal) {
    case Refusal::internal:
    case Refusal::unavailable:
    case Refusal::too_many:
    case Refusal::stale:
    case Refusal::conflict: return true;
    case Refusal::malformed:
    case Refusal::unauthenticated:
    case Refusal::forbidden:
    case Refusal::not_found:
    case Refusal::too_large:
    case Refusal::invalid: return false;
    }
    return false;
}

}  // namespace tellfirst::jobs
