#include "notify/lanes.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;

namespace {

void push(Lanes& lanes, Lane lane, int count)
{
    for (int i = 0; i < count; ++i)
        lanes.push({.attempt = {.lane = lane}, .from = {}, .to = std::to_string(i), .data = {}});
}

std::map<Lane, int> counts(std::vector<Composed> const& taken)
{
    std::map<Lane, int> counts;
    for (auto const& composed : taken)
        ++counts[composed.attempt.lane];
    return counts;
}

}  // namespace

TEST_CASE("Lanes: where all wait, each gets its share of a round")
{
    Lanes lanes;
    for (auto const lane : all_lanes)
        push(lanes, lane, 100);
    (void)lanes.take(16);  // the end of a round that may have begun
    CHECK(
        counts(lanes.take(16)) ==
        std::map<Lane, int>{
            {Lane::transactional, 8}, {Lane::incident, 5}, {Lane::planned, 2}, {Lane::news, 1}});
}

TEST_CASE("Lanes: a lane that waits alone gets everything, in its order")
{
    Lanes lanes;
    push(lanes, Lane::news, 50);
    auto const taken = lanes.take(40);
    REQUIRE(taken.size() == 40);
    CHECK(taken.front().to == "0");
    CHECK(taken.back().to == "39");
    CHECK(lanes.size(Lane::news) == 10);
}

TEST_CASE("Lanes: no lane starves, however small the steps")
{
    Lanes lanes;
    for (auto const lane : all_lanes)
        push(lanes, lane, 100);
    std::map<Lane, int> seen;
    for (int i = 0; i < 32; ++i)
        ++seen[lanes.take(1).front().attempt.lane];
    CHECK(seen[Lane::news] == 2);
    CHECK(seen[Lane::planned] == 4);
}

TEST_CASE("Lanes: take_all leaves nothing")
{
    Lanes lanes;
    push(lanes, Lane::incident, 3);
    push(lanes, Lane::transactional, 2);
    CHECK(lanes.take_all().size() == 5);
    CHECK(lanes.size() == 0);
    CHECK(lanes.take(10).empty());
}

TEST_CASE("Lanes: what is taken back leaves the others in their places")
{
    Lanes lanes;
    for (auto const notice : {1, 2, 1, 3})
        lanes.push(
            {.attempt = {.delivery = {.notice = NoticeId{notice}}},
             .from = {},
             .to = std::to_string(lanes.size()),
             .data = {}});
    CHECK(lanes.take_back({NoticeId{1}, NoticeId{9}}).size() == 2);
    auto const left = lanes.take_all();
    REQUIRE(left.size() == 2);
    CHECK(left[0].to == "1");
    CHECK(left[1].to == "3");
}
