#include "notify/known.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr ServiceId heron{201}, birds{202}, robin{203};

// Mail is slow for all; Heron, which stands in Birds, is down, and Robin is partly down.
Announcement partly_hidden()
{
    auto words = outage(1);
    words.service_state = "degraded";
    words.hidden = {
        {.name = "Heron", .state = "major", .known_by = {heron, birds}},
        {.name = "Robin", .state = "partial", .known_by = {robin, birds}}};
    return words;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("known_to: who uses nothing that is hidden reads of what everybody knows")
{
    auto const read = known_to(partly_hidden(), {});
    CHECK(read.service_names == Names{"Mail"});
    CHECK(read.service_state == "degraded");
    CHECK_FALSE(read.hidden);
}

TEST_CASE("known_to: who uses it, or a group in which it stands, reads how it is")
{
    auto const one = known_to(partly_hidden(), std::vector{robin});
    CHECK(one.service_names == Names{"Mail", "Robin"});
    CHECK(one.service_state == "partial");
    auto const both = known_to(partly_hidden(), std::vector{birds});
    CHECK(both.service_names == Names{"Mail", "Heron", "Robin"});
    CHECK(both.service_state == "major");
}

TEST_CASE("knowable_by: the services of which some are hidden, each once")
{
    CHECK(knowable_by(partly_hidden()) == std::vector{heron, birds, robin});
    CHECK(knowable_by(outage(1)).empty());
}
