#include "notify/bounces/harm.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace std::chrono_literals;

namespace {

constexpr Instant start = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4};

// After how many soft bounces, one every so often, is it too much? 0: never.
int suppressed_after(Duration between)
{
    std::optional<SoftBounces> bounces;
    for (int count = 1; count <= 200; ++count) {
        bounces = after_soft_bounce(bounces, start + count * between);
        if (is_too_much(*bounces))
            return count;
    }
    return 0;
}

}  // namespace

TEST_CASE("harm_of: each kind of failure says what it says about the address")
{
    struct Row {
        std::string_view status;
        int code;
        Harm harm;
    };
    for (auto const& [status, code, harm] : std::initializer_list<Row>{
             {"5.1.1", 550, Harm::hard},                               // no such mailbox
             {"5.1.2", 550, Harm::hard},                               // no such domain
             {"5.1.3", 553, Harm::hard},                               // syntax
             {"5.1.6", 551, Harm::hard},                               // moved
             {"5.1.10", 556, Harm::hard},                              // takes no mail
             {"5.2.1", 550, Harm::hard},                               // closed
             {"5.4.4", 550, Harm::hard},                               // host not found
             {"5.1.0", 550, Harm::soft},  {"5.2.2", 552, Harm::soft},  // full
             {"5.2.0", 550, Harm::soft},  {"5.3.0", 550, Harm::soft},
             {"5.4.6", 554, Harm::soft},  // loop
             {"5.4.7", 0, Harm::soft},    // expired
             {"4.4.7", 0, Harm::soft},    {"4.2.2", 452, Harm::soft},
             {"5.0.0", 550, Harm::soft},  {"", 550, Harm::soft},
             {"", 0, Harm::soft},         {"5.9.9", 550, Harm::soft},
             {"5.1.7", 550, Harm::none},                               // our address
             {"5.1.8", 550, Harm::none},  {"5.2.3", 552, Harm::none},  // too large
             {"5.3.4", 552, Harm::none},  {"5.5.0", 550, Harm::none},
             {"5.6.0", 554, Harm::none},  {"5.7.1", 550, Harm::none},
             {"5.7.26", 550, Harm::none},  // unauthenticated sender
             {"4.7.0", 451, Harm::none},  {"2.0.0", 250, Harm::none},
             {"", 250, Harm::none}})
        CHECK_MESSAGE(
            harm_of(mime::parse_status(status).value_or(mime::Status{}), code) == harm, status);
}

TEST_CASE("after_soft_bounce: what comes often is too much, what comes seldom never is")
{
    CHECK(suppressed_after(24h) == 4);
    CHECK(suppressed_after(7 * 24h) == 7);
    CHECK(suppressed_after(30 * 24h) == 0);
    CHECK(suppressed_after(365 * 24h) == 0);
}

TEST_CASE("after_soft_bounce: those of one evening are one")
{
    auto bounces = after_soft_bounce(std::nullopt, start);
    for (auto const later : {1min, 60min, 19 * 60min})
        CHECK(after_soft_bounce(bounces, start + later) == bounces);
    CHECK(after_soft_bounce(bounces, start + counted_once_in).points > bounces.points);
}

TEST_CASE("after_soft_bounce: a clock that was set back counts nothing twice")
{
    auto const bounces = after_soft_bounce(std::nullopt, start);
    CHECK(after_soft_bounce(bounces, start - 48h) == bounces);
}

TEST_CASE("after_soft_bounce: half of it is gone in two weeks")
{
    auto const first = after_soft_bounce(std::nullopt, start);
    CHECK(after_soft_bounce(first, start + points_halve_in).points == 1500);
}
