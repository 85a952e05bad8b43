#pragma once
// A choice of topics as one number, so that a view over a million contacts needs no second table.
#include "accounts/types.hpp"

#include <span>

namespace tellfirst::accounts {

// planned 1, unplanned 2, recovery 4, news 8, tickets 16: the view accounts_audience takes the
// same numbers apart, so they never change.
[[nodiscard]] std::int64_t topic_bits(std::span<Topic const> topics);

// In the order of the enum, each once.
[[nodiscard]] std::vector<Topic> topics_in(std::int64_t bits);

// "planned;news" as a person writes it in a table; "none" is the empty choice.
// Nothing where one of the words is no topic.
[[nodiscard]] std::optional<std::vector<Topic>> parse_topics(std::string_view words);

}  // namespace tellfirst::accounts
