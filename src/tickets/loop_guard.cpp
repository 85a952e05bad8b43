#include "tickets/loop_guard.hpp"

#include <algorithm>
#include <array>

namespace tellfirst::tickets {
namespace {

struct Rule {
    std::chrono::minutes within;
    std::ptrdiff_t most;
};

constexpr std::array rules{
    Rule{std::chrono::minutes{10}, 10}, Rule{std::chrono::minutes{30}, 15},
    Rule{std::chrono::minutes{60}, 25}, Rule{loop_memory, 50}};

std::ptrdiff_t sent_within(std::span<Instant const> sent, std::chrono::minutes within, Instant now)
{
    return std::ranges::count_if(sent, [&](Instant at) { return at > now - within; });
}

}  // namespace

bool may_answer(std::span<Instant const> sent, Instant now)
{
    return std::ranges::all_of(
        rules, [&](Rule const& rule) { return sent_within(sent, rule.within, now) < rule.most; });
}

bool may_answer_stranger(std::span<Instant const> sent, Instant now)
{
    return sent_within(sent, std::chrono::minutes{60}, now) == 0 && may_answer(sent, now);
}

}  // namespace tellfirst::tickets
