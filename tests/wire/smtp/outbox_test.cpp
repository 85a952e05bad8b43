#include "wire/smtp/outbox.hpp"

#include <doctest/doctest.h>

namespace tellfirst::smtp {
namespace {

// An Outbox over a list of tokens, and what it asked for and reported.
struct Fixture {
    std::vector<std::uint64_t> source;
    std::vector<std::size_t> wants;
    std::vector<std::vector<Outcome>> reports;
    std::string domain = "y";
    SenderOptions options = {.pulled_ahead = 4};
    Outbox outbox{
        options,
        [this](std::size_t want) {
            wants.push_back(want);
            std::vector<Outgoing> batch;
            for (; batch.size() < want && !source.empty(); source.erase(source.begin()))
                batch.push_back({.token = source.front(), .to = "c@" + domain});
            return batch;
        },
        [this](std::vector<Outcome> outcomes) { reports.push_back(std::move(outcomes)); }};

    std::vector<std::uint64_t> take(int count)
    {
        std::vector<std::uint64_t> tokens;
        for (int i = 0; i < count; ++i)
            if (auto const message = outbox.next(1))
                tokens.push_back(message->token);
        return tokens;
    }
};

using Tokens = std::vector<std::uint64_t>;

TEST_CASE("Outbox pulls only when it is empty, and not more than agreed")
{
    Fixture fixture{.source = {1, 2, 3, 4, 5, 6}};
    CHECK(fixture.outbox.fill(1) == 1);
    CHECK(fixture.outbox.fill(4) == 1);
    CHECK(fixture.take(6) == Tokens{1, 2, 3, 4, 5, 6});
    CHECK(fixture.wants == std::vector<std::size_t>{1, 4, 4});
}

TEST_CASE("Outbox does not ask again after an empty answer before it is kicked")
{
    Fixture fixture;
    CHECK(fixture.take(3).empty());
    CHECK(fixture.wants.size() == 1);
    fixture.source = {1};
    fixture.outbox.kicked();
    CHECK(fixture.take(1) == Tokens{1});
}

TEST_CASE("Outbox sends first what was put back")
{
    Fixture fixture{.source = {1, 2, 3}};
    CHECK(fixture.take(2) == Tokens{1, 2});
    fixture.outbox.put_back({{.token = 1}, {.token = 2}});
    CHECK(fixture.take(3) == Tokens{1, 2, 3});
}

TEST_CASE("Outbox pulls no more when it is closed")
{
    Fixture fixture{.source = {1}};
    fixture.outbox.close();
    CHECK(fixture.take(1).empty());
}

TEST_CASE("Outbox reports at once, and only what there is")
{
    Fixture fixture;
    fixture.outbox.report({{.token = 1}});
    fixture.outbox.report({});
    REQUIRE(fixture.reports.size() == 1);
    CHECK(fixture.reports[0].front().token == 1);
}

TEST_CASE("Outbox holds what its domain does not take now, and pulls on for others")
{
    Fixture fixture{.source = {1, 2, 3}, .options = {.domain_per_second = 2, .pulled_ahead = 4}};
    CHECK(fixture.take(3) == Tokens{1, 2});
    REQUIRE(fixture.reports.size() == 1);
    REQUIRE(fixture.reports[0].size() == 1);
    auto const& held = fixture.reports[0][0];
    CHECK(held.token == 3);
    CHECK(held.kind == Outcome::Kind::held);
    CHECK(held.again_in > std::chrono::milliseconds{0});
    CHECK(held.again_in <= std::chrono::milliseconds{500});

    fixture.domain = "other";
    fixture.source = {4};
    fixture.outbox.kicked();
    CHECK(fixture.take(1) == Tokens{4});
}

TEST_CASE("Outbox lets no more leave by all connections together than was set")
{
    Fixture fixture{.source = {1, 2, 3}, .options = {.per_second = 1, .pulled_ahead = 4}};
    CHECK(fixture.take(3) == Tokens{1});
    CHECK(fixture.outbox.fill(4) == 2);
}

TEST_CASE("Outbox defers everything that waits, with the reason")
{
    Fixture fixture{.source = {1, 2, 3}};
    CHECK(fixture.take(1) == Tokens{1});
    fixture.outbox.defer_all({421, "not today"});
    Outcome const deferred{.kind = Outcome::Kind::deferred, .code = 421, .text = "not today"};
    REQUIRE(fixture.reports.size() == 1);
    REQUIRE(fixture.reports[0].size() == 2);
    for (std::uint64_t const token : {2U, 3U}) {
        auto expected = deferred;
        expected.token = token;
        CHECK(fixture.reports[0][token - 2] == expected);
    }
    CHECK(fixture.outbox.fill(4) == 0);
}

}  // namespace
}  // namespace tellfirst::smtp
