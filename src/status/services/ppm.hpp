#pragma once
// What fails of a service that fails partly: said in percent, kept in whole millionths, so that
// four decimals are exact and a word that is repeated is the same word.
#include "status/services/types.hpp"

#include <cmath>

namespace tellfirst::status {

enum class Ppm : std::int64_t {};

[[nodiscard]] inline Ppm ppm_of(double percent)
{
    return Ppm{std::llround(percent * 10'000)};
}

[[nodiscard]] inline double percent_of(Ppm share)
{
    return static_cast<double>(share) / 10'000;
}

// All or nothing is no part, and only what is degraded or partly down fails in part.
[[nodiscard]] inline bool can_fail_by(ServiceState state, double percent)
{
    if (state != ServiceState::degraded && state != ServiceState::partial)
        return false;
    return percent > 0 && percent < 100 && ppm_of(percent) > Ppm{0} &&
           ppm_of(percent) < ppm_of(100);
}

}  // namespace tellfirst::status
