#include "app/our_domains.hpp"

#include "accounts/accounts.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::app;
using namespace std::chrono_literals;

namespace {

void add_partner(support::World& world)
{
    world.write([](Call& call) {
        accounts::NewBrand lens{.name = "Lens", .host = "status.lens.test"};
        lens.mail_from = Email::parse("Care@Help.Lens.test");
        return accounts::add_brand(call, lens);
    });
}

}  // namespace

TEST_CASE("OurDomains: any local part of our domain in any case, and nothing else")
{
    support::World world;
    world.settings.domain = "help.example.test";
    OurDomains const domains{world.house()};
    for (std::string const address :
         {"help@help.example.test", "Anything+at.all@HELP.Example.Test",
          "\"a@b\"@help.example.test"})
        CHECK_MESSAGE(domains.has(address), address);
    for (std::string const address :
         {"", "help", "@help.example.test", "help@example.test", "help@xhelp.example.test",
          "help@help.example.test.evil.test", "help@help.example.test@evil.test"})
        CHECK_MESSAGE(!domains.has(address), address);
}

TEST_CASE("OurDomains: a partner's sender's domain is ours, too")
{
    support::World world;
    add_partner(world);
    OurDomains const domains{world.house()};
    CHECK(domains.has("reply+x-y@help.lens.test"));
    CHECK_FALSE(domains.has("ada@lens.test"));
}

TEST_CASE("OurDomains: a brand that comes later is seen after a change was told")
{
    support::World world;
    OurDomains domains{world.house()};
    add_partner(world);
    domains.renew();
    auto const end = std::chrono::steady_clock::now() + 10s;
    while (!domains.has("care@help.lens.test") && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
    CHECK(domains.has("care@help.lens.test"));
    domains.stop();
    domains.renew();
}
