#include "accounts/topics.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::accounts;

TEST_CASE("topics: the bits are the divisors of the published view")
{
    CHECK(topic_bits(std::array{Topic::planned}) == 1);
    CHECK(topic_bits(std::array{Topic::unplanned}) == 2);
    CHECK(topic_bits(std::array{Topic::recovery}) == 4);
    CHECK(topic_bits(std::array{Topic::news}) == 8);
    CHECK(topic_bits(std::array{Topic::tickets}) == 16);
}

TEST_CASE("topics: every choice is read back from its number")
{
    for (std::int64_t bits = 0; bits < 32; ++bits)
        CHECK(topic_bits(topics_in(bits)) == bits);
}

TEST_CASE("topics: a topic named twice is chosen once")
{
    auto const bits = topic_bits(std::array{Topic::news, Topic::news});
    CHECK(topics_in(bits) == std::vector{Topic::news});
}

TEST_CASE("topics: words are separated by semicolons, spaces around them do not count")
{
    CHECK(parse_topics("planned; news") == std::vector{Topic::planned, Topic::news});
    CHECK(parse_topics(" none ") == std::vector<Topic>{});
}

TEST_CASE("topics: a word that is no topic makes the whole choice unreadable")
{
    CHECK_FALSE(parse_topics("planned;gossip"));
    CHECK_FALSE(parse_topics("planned;"));
    CHECK_FALSE(parse_topics(""));
    CHECK_FALSE(parse_topics("planned;none"));
}
