#pragma once
// What a bounce says about the address. Pure.
#include "kernel/instant.hpp"
#include "wire/mime/returned.hpp"

#include <chrono>

namespace tellfirst::notify {

// none: it says something about the mail or about us, nothing about the address. soft: it may pass.
// hard: nothing will ever arrive there.
enum class Harm { none, soft, hard };

// By the enhanced status (RFC 3463, and the registry of RFC 5248) and the reply's code.
// - Hard is what names the address: no such mailbox (5.1.1), no such domain (5.1.2, 5.4.4), bad
//   syntax (5.1.3), moved away (5.1.6), a domain that takes no mail (5.1.10), a mailbox that is
//   closed (5.2.1).
// - None is what refuses the mail or its sender: our address (5.1.7, 5.1.8), its size (5.2.3,
//   5.3.4), protocol (5.5), content (5.6), policy (5.7). If our relay stands on a block list, every
//   customer's server says so, and no customer is the worse for it.
// - Soft is all the rest, a full mailbox (5.2.2) and a refusal without a reason included: one of
//   them proves nothing, several do.
[[nodiscard]] Harm harm_of(mime::Status status, int code);

// Soft bounces of one address, each worth a point that wears off.
struct SoftBounces {
    std::int64_t points = 0;  // thousandths
    Instant at;               // as of then
    bool operator==(SoftBounces const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SoftBounces, (), (points, at))

inline constexpr std::int64_t points_each = 1000;
// Two weeks: who is tried once a month never fills up, who is tried every week does by the seventh.
inline constexpr std::chrono::days points_halve_in{14};
// The five updates of one bad evening are one failure. Less than a day, so that a daily mail counts
// each day although it is never sent at the same second.
inline constexpr std::chrono::hours counted_once_in{20};
// Reached by the fourth failure in a row on different days.
inline constexpr std::int64_t too_many_points = 3 * points_each;

[[nodiscard]] SoftBounces after_soft_bounce(std::optional<SoftBounces> const& before, Instant now);
[[nodiscard]] bool is_too_much(SoftBounces const& bounces);

}  // namespace tellfirst::notify
