#include "accounts/topics.hpp"

#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

constexpr std::array every_topic{
    Topic::planned, Topic::unplanned, Topic::recovery, Topic::news, Topic::tickets};

constexpr std::int64_t bit_of(Topic topic)
{
    switch (topic) {
    case Topic::planned: return 1;
    case Topic::unplanned: return 2;
    case Topic::recovery: return 4;
    case Topic::news: return 8;
    case Topic::tickets: return 16;
    }
    return 0;
}

}  // namespace

std::int64_t topic_bits(std::span<Topic const> topics)
{
    std::int64_t bits = 0;
    for (auto const topic : topics)
        bits |= bit_of(topic);
    return bits;
}

std::vector<Topic> topics_in(std::int64_t bits)
{
    std::vector<Topic> topics;
    for (auto const topic : every_topic)
        if ((bits & bit_of(topic)) != 0)
            topics.push_back(topic);
    return topics;
}

std::optional<std::vector<Topic>> parse_topics(std::string_view words)
{
    std::vector<Topic> topics;
    if (trim(words) == "none")
        return topics;
    for (auto const word : split(words, ';')) {
        auto const topic = parse_enum<Topic>(trim(word));
        if (!topic)
            return std::nullopt;
        topics.push_back(*topic);
    }
    return topics;
}

}  // namespace tellfirst::accounts
