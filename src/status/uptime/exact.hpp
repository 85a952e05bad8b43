#pragma once
// Numbers that money hangs on. A target of 99.9 % that was met to the microsecond is met, so
// nothing here is ever rounded but what is shown, and that is cut, never rounded up.
//
// Weights and percentages stand in JSON and in plans as doubles. What a person meant is the
// shortest decimal that reads back as that double ("0.3"), and that is what we reckon with.
#include "kernel/pch.hpp"

#include <boost/multiprecision/cpp_int.hpp>

namespace tellfirst::status {

using Whole = boost::multiprecision::cpp_int;
using Exact = boost::multiprecision::cpp_rational;

// The decimal that was written: 0.3 is 3/10. The value must be finite.
[[nodiscard]] Exact decimal(double value);

// How much of a moment is lost, from nothing to all of it, to eighteen decimals: small enough to
// compare and to count by in the hot loop, where fractions of any size would be slow.
struct Share {
    static constexpr std::int64_t one = 1'000'000'000'000'000'000;
    std::int64_t parts = 0;
    auto operator<=>(Share const&) const = default;
};
inline constexpr Share nothing_lost{0};
inline constexpr Share all_lost{Share::one};

// Nothing where it is not from 0 to 1, or has more than eighteen decimals.
[[nodiscard]] std::optional<Share> share(double value);
[[nodiscard]] std::optional<Share> share_of_percent(double percent);
[[nodiscard]] Exact exact(Share share);

// Not negative, cut to so many decimals: 99.86111.. is "99.86", with none "99".
[[nodiscard]] std::string cut(Exact const& value, int decimals);
// The same of a quotient that nobody reduces: reducing is what takes long.
[[nodiscard]] std::string cut(Whole const& numerator, Whole const& denominator, int decimals);

// All of its digits: "43.2". Only of what ends within thirty decimals, as do sums of weighted
// microseconds; throws std::invalid_argument of 1/3.
[[nodiscard]] std::string digits(Exact const& value);

// "719/720", reduced.
[[nodiscard]] std::string fraction(Exact const& value);

// Whole seconds, or with as many decimals as it takes.
[[nodiscard]] Exact seconds(Duration length);

}  // namespace tellfirst::status
