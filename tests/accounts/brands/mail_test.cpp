#include "accounts/brands/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

namespace {

NewBrand sending_from(std::string name, std::string_view mail_from)
{
    auto wish = partner(name, name + ".test");
    wish.mail_from = address(mail_from);
    return wish;
}

BrandId written_to(support::World& world, std::string_view address)
{
    return world.read([&](Call& call) { return brand_written_to(call, address); });
}

}  // namespace

TEST_CASE("brand_of: a contact hears from his account's brand, a stranger from the one he wrote to")
{
    support::for_each_database([](support::World& world) {
        auto const lens = add_brand(world, partner("Lens", "lens.test"));
        auto const account = add_account(
            world, {.name = "Ada",
                    .plan = add_plan(world),
                    .contacts = {person("Ada", "ada@example.test")},
                    .brand = lens.id});
        auto const eve = world.write([&](Call& call) {
            return add_prospect(call, "Eve", address("eve@example.test"), lens.id);
        });
        world.read([&](Call& call) {
            CHECK(brand_of(call, account.contacts[0].id).id == lens.id);
            CHECK(brand_of(call, eve.id).id == lens.id);
            CHECK(brand_of(call, ContactId{9}).is_default);
            return 0;
        });
    });
}

TEST_CASE("brand_of: a stranger who becomes an account's contact hears from that account's brand")
{
    support::for_each_database([](support::World& world) {
        auto const lens = add_brand(world, partner("Lens", "lens.test"));
        auto const eve = world.write([&](Call& call) {
            return add_prospect(call, "Eve", address("eve@example.test"), lens.id);
        });
        (void)add_account(
            world, {.name = "Eve & Co",
                    .plan = add_plan(world),
                    .contacts = {person("Eve", "eve@example.test")}});
        CHECK(world.read([&](Call& call) { return brand_of(call, eve.id); }).is_default);
    });
}

TEST_CASE("brand_written_to: the brand that sends from there, else one on that domain, else ours")
{
    support::World world;
    auto const lens = add_brand(world, sending_from("lens", "Care@Help.Lens.test"));
    auto const other = add_brand(world, sending_from("other", "other@help.lens.test"));
    CHECK(written_to(world, "care@help.lens.test") == lens.id);
    CHECK(written_to(world, "OTHER@help.lens.test") == other.id);
    CHECK(written_to(world, "reply+x-y@help.lens.test") == lens.id);
    CHECK(written_to(world, "support@" + world.settings.domain) == BrandId{1});
    CHECK(written_to(world, "nonsense") == BrandId{1});
}

TEST_CASE("is_our_sender: our own domain, and the address of a brand, but not its domain")
{
    support::World world;
    (void)add_brand(world, sending_from("lens", "care@lens.test"));
    world.read([&](Call& call) {
        CHECK(is_our_sender(call, address("any@" + call.settings.domain)));
        CHECK(is_our_sender(call, address("CARE@lens.test")));
        CHECK_FALSE(is_our_sender(call, address("staff@lens.test")));
        return 0;
    });
}

TEST_CASE("mail_domains: the house's own, and each sender's")
{
    support::World world;
    (void)add_brand(world, sending_from("lens", "care@Help.Lens.test"));
    auto domains = world.read([](Call& call) { return mail_domains(call); });
    std::ranges::sort(domains);
    domains.erase(std::ranges::unique(domains).begin(), domains.end());
    std::vector<std::string> wanted{world.settings.domain, "help.lens.test"};
    std::ranges::sort(wanted);
    CHECK(domains == wanted);
}

TEST_CASE("add_brand: a partner does not send from the house's own domain")
{
    support::World world;
    auto const refused = try_brand(world, sending_from("lens", "lens@" + world.settings.domain));
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "brand.our_mail_domain");
    CHECK(refused.error().field == "mail_from");
}
