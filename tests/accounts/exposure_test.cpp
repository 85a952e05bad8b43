#include "accounts/exposure.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

using Services = std::vector<ServiceId>;

}  // namespace

TEST_CASE("tidy: each service once, in the order of ids")
{
    CHECK(tidy({uploads, galleries, uploads}) == Services{galleries, uploads});
}

TEST_CASE("used_in_all: an account's own list and its plan's rule together")
{
    CHECK(used_in_all(Services{uploads}, {galleries, uploads}) == Services{galleries, uploads});
    CHECK(used_in_all(Services{}, {}) == Services{});
    CHECK(used_in_all(std::nullopt, {galleries}) == Services{galleries});
}

TEST_CASE("used_in_all: without list and rule nobody knows")
{
    CHECK_FALSE(used_in_all(std::nullopt, {}));
}

TEST_CASE("turn: what stays is neither ended nor begun")
{
    auto const [ended, begun] =
        turn(Services{galleries, statistics}, Services{statistics, uploads});
    CHECK(ended == Services{galleries});
    CHECK(begun == Services{uploads});
}
