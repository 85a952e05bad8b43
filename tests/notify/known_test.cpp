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

// As status says it: each with its own state.
Announcement partly_his()
{
    auto words = partly_hidden();
    words.service_names = {"Mail", "Web"};
    words.service_state = "major";
    words.named = {
        {.name = "Mail", .state = "degraded", .known_by = {mail_service}},
        {.name = "Web", .state = "major", .known_by = {web_service}}};
    return words;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("known_to: who uses some of it reads of these, in their own state")
{
    auto const read = known_to(partly_his(), std::vector{mail_service});
    CHECK(read.service_names == Names{"Mail"});
    CHECK(read.service_state == "degraded");
    REQUIRE(read.named);
    CHECK(read.named->size() == 1);
    auto const more = known_to(partly_his(), std::vector{mail_service, robin});
    CHECK(more.service_names == Names{"Mail", "Robin"});
    CHECK(more.service_state == "partial");
    CHECK(known_to(partly_his(), std::vector{heron}).service_names == Names{"Heron"});
}

TEST_CASE("known_to: of whom nobody knows what he uses reads of all that is no secret")
{
    auto const read = known_to(partly_his(), {});
    CHECK(read.service_names == Names{"Mail", "Web"});
    CHECK(read.service_state == "major");
    CHECK_FALSE(read.hidden);
}

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

TEST_CASE("knowable_by: the services that decide, each once")
{
    CHECK(knowable_by(partly_hidden()) == std::vector{heron, birds, robin});
    CHECK(knowable_by(partly_his()) == std::vector{mail_service, web_service, heron, birds, robin});
    CHECK(knowable_by(outage(1)).empty());
}
