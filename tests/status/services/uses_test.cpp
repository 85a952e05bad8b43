#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

namespace {

using Ids = std::vector<ServiceId>;

// Website, in which Galleries stands, and Pictures with Thumbnails; Mail beside it.
struct Tree {
    support::World world;
    ServiceId website = group(world, "Website").id;
    ServiceId galleries = service_below(world, "Galleries", website).id;
    ServiceId pictures = group(world, "Pictures", website).id;
    ServiceId thumbnails = service_below(world, "Thumbnails", pictures).id;
    ServiceId mail = service(world, "Mail").id;

    [[nodiscard]] Ids groups(Ids const& services)
    {
        return world.read([&](Call& call) { return with_groups(call.tx, services); });
    }
    [[nodiscard]] Ids members(Ids const& services)
    {
        return world.read([&](Call& call) { return with_members(call.tx, services); });
    }
};

}  // namespace

TEST_CASE("with_groups: a service with all groups above it, each once")
{
    Tree tree;
    CHECK(tree.groups({}).empty());
    CHECK(tree.groups({tree.mail}) == Ids{tree.mail});
    CHECK(
        tree.groups({tree.thumbnails, tree.galleries}) ==
        Ids{tree.website, tree.galleries, tree.pictures, tree.thumbnails});
}

TEST_CASE("with_members: a group with all that stands in it, on every level")
{
    Tree tree;
    CHECK(tree.members({tree.mail}) == Ids{tree.mail});
    CHECK(tree.members({tree.pictures}) == Ids{tree.pictures, tree.thumbnails});
    CHECK(
        tree.members({tree.website}) ==
        Ids{tree.website, tree.galleries, tree.pictures, tree.thumbnails});
}

TEST_CASE("public_among: those that everybody may know of, in the order in which they were named")
{
    Tree tree;
    auto const heron = tree.world.write(
        [](Call& call) { return add_service(call, {.name = "Heron", .is_public = false})->id; });
    auto const some = tree.world.read([&](Call& call) {
        return public_among(call.tx, {tree.mail, heron, ServiceId{1}, tree.galleries});
    });
    CHECK(some == Ids{tree.mail, tree.galleries});
}

TEST_CASE("publish: who uses a group hears of all that stands in it, also of what came later")
{
    Tree tree;
    customer(tree.world, "Ada", Ids{tree.website});
    customer(tree.world, "Bob", Ids{tree.mail});
    auto const incident = publish(tree.world, outage_of(tree.world, tree.thumbnails)).value();
    CHECK(told(tree.world, incident.id) == Words{"Ada queued"});
    auto const later = service_below(tree.world, "Search", tree.pictures).id;
    auto const another = publish(tree.world, outage_of(tree.world, later)).value();
    CHECK(told(tree.world, another.id) == Words{"Ada queued"});
}

TEST_CASE("plan_window: who uses a group hears of work on its members, and his plan has notice")
{
    Tree tree;
    customer(tree.world, "Ada", Ids{tree.pictures});
    customer(tree.world, "Bob", Ids{tree.mail});
    auto const window = plan(tree.world, work_on(tree.world, tree.thumbnails)).value();
    CHECK(told(tree.world, window.id) == Words{"Ada queued"});
    auto const check = tree.world.read([&](Call& call) {
        return check_window(
            call, {.services = {tree.thumbnails},
                   .starts_at = window.starts_at,
                   .ends_at = window.ends_at});
    });
    REQUIRE(check->notice.size() == 1);
    CHECK(check->notice[0].plan_name == "Plan of Ada");
}

TEST_CASE("standing_of: who uses a group stands as its members do")
{
    Tree tree;
    auto const ada = customer(tree.world, "Ada", Ids{tree.pictures});
    auto const standing = tree.world.read([&](Call& call) {
        auto const account = accounts::find_contact(call.tx, ada)->account.value();
        return standing_of(call.tx, account, call.now);
    });
    REQUIRE(standing->services.size() == 1);
    CHECK(standing->services[0].service == tree.thumbnails);
}
