#include "notify/bounces/harm.hpp"

#include <cmath>

namespace tellfirst::notify {
namespace {

Harm harm_for_good(mime::Status const& status)
{
    auto const detail = status.detail;
    switch (status.subject) {
    case 1:  // addresses
        if (detail == 7 || detail == 8)
            return Harm::none;
        return (detail >= 1 && detail <= 3) || detail == 6 || detail == 10 ? Harm::hard
                                                                           : Harm::soft;
    case 2:  // mailboxes
        if (detail == 3)
            return Harm::none;
        return detail == 1 ? Harm::hard : Harm::soft;
    case 3:  // his mail system
        return detail == 4 ? Harm::none : Harm::soft;
    case 4:  // the way to it
        return detail == 4 ? Harm::hard : Harm::soft;
    case 5:  // protocol
    case 6:  // content
    case 7:  // policy
        return Harm::none;
    default: return Harm::soft;
    }
}

}  // namespace

Harm harm_of(mime::Status status, int code)
{
    if (status.kind == 5)
        return harm_for_good(status);
    if (status.kind == 2 || (status.kind == 0 && code >= 200 && code < 300))
        return Harm::none;
    // For now, and yet given up: whose fault it was says the same digit as above.
    if (status.kind == 4 && status.subject >= 5 && status.subject <= 7)
        return Harm::none;
    return Harm::soft;
}

SoftBounces after_soft_bounce(std::optional<SoftBounces> const& before, Instant now)
{
    if (!before)
        return {.points = points_each, .at = now};
    auto const passed = now - before->at;
    if (passed < counted_once_in)
        return *before;
    auto const halvings =
        std::chrono::duration<double>(passed) / std::chrono::duration<double>(points_halve_in);
    auto const left = static_cast<double>(before->points) * std::exp2(-halvings);
    return {.points = points_each + std::llround(left), .at = now};
}

bool is_too_much(SoftBounces const& bounces)
{
    return bounces.points >= too_many_points;
}

}  // namespace tellfirst::notify
