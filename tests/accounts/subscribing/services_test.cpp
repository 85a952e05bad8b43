#include "accounts/subscribing/services.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

namespace {

using Services = std::optional<std::vector<ServiceId>>;

constexpr ServiceId mail{101};
constexpr ServiceId web{102};

}  // namespace

TEST_CASE("heard_by_both: who hears of some and asks for others hears of each of them once")
{
    CHECK(bool{heard_by_both({{web}}, {{mail, web}}) == Services{{mail, web}}});
    CHECK(bool{heard_by_both({{mail}}, {{mail}}) == Services{{mail}}});
}

TEST_CASE("heard_by_both: all and some is all, whichever came first")
{
    CHECK_FALSE(heard_by_both({}, {{mail}}));
    CHECK_FALSE(heard_by_both({{mail}}, {}));
    CHECK_FALSE(heard_by_both({}, {}));
}
