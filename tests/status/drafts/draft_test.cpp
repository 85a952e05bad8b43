#include "status/drafts/draft.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

Result<notify::About> say(support::World& world, Draft const& draft)
{
    return world.write([&](Call& call) { return say_draft(call, draft); });
}

std::size_t notices(support::World& world, notify::About const& about)
{
    return world.read(
        [&](Call& call) { return notify::notices_about(call, about, std::nullopt, 10).size(); });
}

}  // namespace

TEST_CASE("say_draft: a window and its changes are announced by their own verbs")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada");
    auto wish = work_on(world, galleries.id);
    wish.notify = false;
    auto const planned = say(world, {.new_window = wish});
    REQUIRE(planned);
    CHECK(planned->is_window());
    CHECK(notices(world, *planned) == 1);  // a draft is looked at because somebody will hear it

    auto const id = WindowId::parse(planned->text()).value();
    auto const moved =
        say(world, {.window = id,
                    .move = MoveWindow{
                        .starts_at = wish.starts_at + 1h,
                        .ends_at = wish.ends_at + 1h,
                        .text = "The disks come later."}});
    CHECK(moved.value() == *planned);
    CHECK(say(world, {.window = id, .cancel = CancelWindow{.text = "No disks."}}).has_value());
    CHECK(notices(world, *planned) == 3);
}

TEST_CASE("say_draft: one wish, neither none nor two")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    CHECK(say(world, {}).error().code == "draft.needs_one_wish");
    auto const two =
        say(world, {.resolve = Resolve{.text = "It is over."},
                    .new_window = work_on(world, galleries.id)});
    CHECK(two.error().code == "draft.needs_one_wish");
}

TEST_CASE("say_draft: what its verb refuses is refused, with the field's place in the draft")
{
    support::World world;
    auto const nobody = say(world, {.resolve = Resolve{.text = "It is over."}});
    CHECK(nobody.error().code == "incident.not_found");
    auto const nameless = say(world, {.new_incident = NewIncident{}});
    CHECK(nameless.error().code == "incident.needs_title");
    CHECK(nameless.error().field == "new_incident.title");
}
