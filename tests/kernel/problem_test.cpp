#include "kernel/problem.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;

namespace {

Result<int> half_of(int number)
{
    if (number % 2 != 0)
        return invalid("number.odd", "number", "must be even");
    return number / 2;
}

}  // namespace

TEST_CASE("conflict: the world has moved on, and a sentence says how")
{
    auto const problem = conflict("incident.resolved", "This incident is resolved.");
    CHECK(problem.kind == Refusal::conflict);
    CHECK(problem.code == "incident.resolved");
    CHECK(problem.detail == "This incident is resolved.");
    CHECK(problem.field.empty());
}

TEST_CASE("result: holds a value or a problem")
{
    CHECK(*half_of(4) == 2);
    auto const refused = half_of(3);
    REQUIRE(refused.has_error());
    CHECK(refused.error().kind == Refusal::invalid);
    CHECK(refused.error().code == "number.odd");
    CHECK(refused.error().field == "number");
}

TEST_CASE("result: the value of a refused one is a bug, so it throws and names the code")
{
    CHECK_THROWS_WITH_AS((void)half_of(3).value(), "unchecked: number.odd", Unchecked);
}

TEST_CASE("not_found: does not repeat what was looked for")
{
    auto const problem = not_found("incident");
    CHECK(problem.kind == Refusal::not_found);
    CHECK(problem.code == "incident.not_found");
    CHECK(problem.detail == "There is no such incident.");
}
