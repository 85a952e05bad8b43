#include "notify/channels/carried.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace std::chrono_literals;

namespace {

constexpr auto now = support::test_start;

Attempt attempt(Lane lane = Lane::incident)
{
    return {.lane = lane, .attempts = 1, .useful_until = now + 1h};
}

}  // namespace

TEST_CASE("fate_of carried: an answer is the reason, with its status")
{
    auto const fate = fate_of(attempt(), {.code = 202, .words = "taken"}, now);
    CHECK(fate.state == State::accepted);
    CHECK(fate.reason == "202 taken");
    CHECK(fate.attempts == 2);
}

TEST_CASE("fate_of carried: what was looked at is tried again after the pauses of mail")
{
    auto const fate =
        fate_of(attempt(), {.kind = Carried::Kind::later, .code = 500, .words = "oh"}, now);
    CHECK(fate.state == State::deferred);
    CHECK(fate.due_at == now + 5min);
}

TEST_CASE("fate_of carried: what was not tried waits uncounted and says why")
{
    for (auto const kind : {Carried::Kind::away, Carried::Kind::closed}) {
        auto const fate =
            fate_of(attempt(), {.kind = kind, .words = "no line", .again_in = 30s}, now);
        CHECK(fate.state == State::queued);
        CHECK(fate.reason == "no line");
        CHECK(fate.due_at == now + 30s);
        CHECK(fate.attempts == 1);
    }
    auto const late =
        fate_of(attempt(), {.kind = Carried::Kind::away, .words = "no line", .again_in = 2h}, now);
    CHECK(late.state == State::failed);
    CHECK(late.reason == "given up: no line");
}

TEST_CASE("fate_of carried: what may have arrived goes out again, but for news")
{
    Carried const carried{.kind = Carried::Kind::doubtful, .words = "silence"};
    CHECK(fate_of(attempt(), carried, now).state == State::queued);
    CHECK(fate_of(attempt(), carried, now).reason == may_have_left);
    CHECK(fate_of(attempt(Lane::news), carried, now).state == State::unknown);
}

TEST_CASE("first_words: the first of an answer is one line of text, whatever it is")
{
    CHECK(first_words(" a\r\nb\xff ") == "a  b\xef\xbf\xbd");
    CHECK(first_words(std::string(1000, 'x')).size() == 200);
}
