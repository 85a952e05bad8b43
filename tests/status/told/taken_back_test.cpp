#include "status/told/taken_back.hpp"

#include "status/samples.hpp"
#include "status/windows/window_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

// The newest notice about a window or incident is taken back, and status hears it.
void take_back(support::World& world, notify::About const& about)
{
    world.write([&](Call& call) {
        auto const notices = notify::notices_about(call, about, std::nullopt, 1);
        (void)notify::cancel(call, notices.at(0).id).value();
    });
    jobs::Board board;
    add_jobs(board);
    jobs::Runner runner{world.house(), board, 1};
    runner.start();
    REQUIRE(runner.rest(20s));
    runner.stop();
}

std::vector<bool> told_times(support::World& world, WindowId id)
{
    std::vector<bool> told;
    for (auto const& span : world.read([&](Call& call) { return store::spans_of(call.tx, id); }))
        told.push_back(span.is_told);
    return told;
}

MoveWindow a_day_later(Window const& window)
{
    return {
        .starts_at = window.starts_at + 24h,
        .ends_at = window.ends_at + 24h,
        .text = "The disks come later."};
}

}  // namespace

TEST_CASE("follow_taken_back: a plan that was taken back was announced to nobody")
{
    support::for_each_database([](support::World& world) {
        customer_with_lead(world, 48);
        auto const galleries = service(world, "Galleries");
        auto const window = plan(world, work_on(world, galleries.id)).value();
        auto const other = plan(world, work_on(world, galleries.id)).value();
        take_back(world, window.id);
        CHECK(told_times(world, window.id) == std::vector{false});
        CHECK(told_times(world, other.id) == std::vector{true});
        auto const now = look(world, window.id).value();
        CHECK(now.notice_short);
        CHECK(now.short_reason == "its notice was taken back");
        CHECK(promised(world, window.id) == Words{"notice open"});
    });
}

TEST_CASE("follow_taken_back: of a move that was taken back only the move is unknown")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const window = plan(world, work_on(world, service(world, "Galleries").id)).value();
    world.pass(1h);
    REQUIRE(move(world, window.id, a_day_later(window)));
    take_back(world, window.id);
    CHECK(told_times(world, window.id) == std::vector{true, false});
    CHECK(promised(world, window.id) == Words{"notice open"});
}

TEST_CASE("follow_taken_back: a promise that was broken before is not broken once more")
{
    support::World world;
    customer_with_lead(world, 14 * 24);
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.short_reason = "The old disks die.";
    auto const window = plan(world, wish).value();
    REQUIRE(promised(world, window.id) == Words{"notice broken"});
    take_back(world, window.id);
    CHECK(look(world, window.id)->short_reason == "The old disks die.");
    CHECK(promised(world, window.id) == Words{"notice broken"});
}

TEST_CASE("follow_taken_back: told again it was announced then, and no promise stays")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const window = plan(world, work_on(world, service(world, "Galleries").id)).value();
    take_back(world, window.id);
    world.pass(1h);
    auto again = a_day_later(window);
    again.starts_at = window.starts_at;
    again.ends_at = window.ends_at;
    REQUIRE(move(world, window.id, again));
    CHECK(told_times(world, window.id) == std::vector{false, true});
    CHECK_FALSE(look(world, window.id)->notice_short);
    CHECK(promised(world, window.id) == Words{"notice withdrawn"});
}

TEST_CASE("follow_taken_back: a word on an incident that was taken back told nobody, and no more")
{
    support::World world;
    customer(world, "Ada");
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id)).value();
    auto const before = said(world);
    auto const first_word = [&] {
        return world
            .read([&](Call& call) {
                return first_words(call.tx, world.now() - 1h, Instant::max(), {});
            })
            .at(0)
            .told_at;
    };
    CHECK(first_word() == incident.updates.at(0).at);
    take_back(world, incident.id);
    CHECK_FALSE(first_word());
    CHECK(said(world) == before);
}
