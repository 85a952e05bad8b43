#include "pages/headline.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using status::ServiceState;
using words::Language;

namespace {

// Services A, B, C ... in these states.
std::vector<ShownService> services(std::vector<ServiceState> const& states)
{
    std::vector<ShownService> all;
    for (auto const state : states)
        all.push_back(
            {.name = std::string(1, static_cast<char>('A' + std::ssize(all))), .state = state});
    return all;
}

}  // namespace

TEST_CASE("headline: says what a person would say")
{
    using enum ServiceState;
    struct Case {
        std::vector<ServiceState> states;
        std::size_t open;
        std::string_view said;
    };
    for (auto const& [states, open, said] : {
             Case{{}, 0, "Nothing is listed here yet."},
             Case{{operational, operational}, 0, "Everything works."},
             Case{{operational}, 1, "Everything works again. We are still watching it."},
             Case{{major, operational}, 1, "There is an outage of A. Everything else works."},
             Case{{major}, 1, "There is an outage of A."},
             Case{{partial, partial}, 1, "There is a partial outage of A and B."},
             Case{
                 {degraded, degraded, degraded, operational},
                 1,
                 "A, B and C may be slow or fail in part. Everything else works."},
             Case{
                 {maintenance, operational},
                 0,
                 "There is maintenance on A. Everything else works."},
             Case{{unknown}, 1, "We do not know the state of A."},
             Case{
                 {major, major, major, major, operational},
                 1,
                 "There is an outage of 4 services. Everything else works."},
         })
        CHECK(headline(services(states), open, Language::en) == said);
}

TEST_CASE("headline: each kind is named apart, the worst first, and only trouble is called so")
{
    using enum ServiceState;
    auto const mixed = services({maintenance, degraded, unknown, major, operational, partial});
    CHECK(
        headline(mixed, 2, Language::en) ==
        "There is an outage of D. There is a partial outage of F. B may be slow or fail in part. "
        "There is maintenance on A. We do not know the state of C. Everything else works.");
    CHECK(
        headline(mixed, 2, Language::de) ==
        "Bei D gibt es einen Ausfall. Bei F gibt es einen teilweisen Ausfall. Bei B ist manches "
        "langsam oder gestört. Bei A läuft eine Wartung. Bei C wissen wir nicht, wie es steht. "
        "Alles andere funktioniert.");
    CHECK(
        headline(services({maintenance, unknown}), 0, Language::en) ==
        "There is maintenance on A. We do not know the state of B.");
}

TEST_CASE("unknown_sentence: names what is not known, and nothing where all is")
{
    using enum ServiceState;
    CHECK(
        unknown_sentence(services({major, unknown, unknown}), Language::en) ==
        "We do not know the state of B and C.");
    CHECK(unknown_sentence(services({major, operational}), Language::en).empty());
}

TEST_CASE("headline: the worst state stands on top, and unknown is never green")
{
    using enum ServiceState;
    CHECK(overall(services({operational, degraded, major})) == major);
    CHECK(overall(services({operational, unknown})) == unknown);
    CHECK(overall({}) == operational);
}

TEST_CASE("overall: planned work does not hide what is not known, and trouble outweighs both")
{
    using enum ServiceState;
    CHECK(overall(services({maintenance, unknown})) == unknown);
    CHECK(overall(services({unknown, maintenance, operational})) == unknown);
    CHECK(overall(services({maintenance, unknown, degraded})) == degraded);
    CHECK(overall(services({maintenance, operational})) == maintenance);
}
