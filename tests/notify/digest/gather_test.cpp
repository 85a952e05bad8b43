#include "notify/digest/gather.hpp"

#include "notify/bounces/bounce_store.hpp"
#include "notify/digest/digest_store.hpp"
#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// It is 10:00 UTC on 4 March when a test begins, and the work is on 5 March from 10:00.
Announcement other_work(std::int64_t update)
{
    auto words = work_planned(update);
    words.about = WindowId{8002};
    words.title = "New cables";
    words.started_at += 3h;
    *words.ended_at += 3h;
    return words;
}

ContactId add_reader(support::World& world, std::string const& name, std::string const& at)
{
    auto const who = add(world, {.name = name});
    choose(world, who, {.choices = {}, .digest_at = at});
    return who;
}

void gather(support::World& world)
{
    world.write([](Call& call) { gather_digests(call); });
}

// "ada queued: in the digest at 18:00", of the first work, then of the other.
Rows of_works(support::World& world)
{
    Rows rows;
    for (auto const about : {window, WindowId{8002}})
        for (auto const& line : proof(world, about).deliveries)
            rows.push_back(fmt::format(
                "{} {}{}{}", line.name, name_of(line.state), line.reason ? ": " : "",
                line.reason.value_or("")));
    return rows;
}

Page page_of(support::World& world, Claimed const& digest)
{
    return world.read(
        [&](Call& call) { return store::find_notice(call.tx, digest.notice)->body_as<Page>(); });
}

}  // namespace

TEST_CASE("digest: planned work waits for its hour and leaves as one mail, whose end is its own")
{
    support::for_each_database([](support::World& world) {
        add_reader(world, "ada", "18:00");
        say(world, work_planned(1), 0s);
        say(world, other_work(2), 0s);
        CHECK(
            of_works(world) ==
            Rows{"ada queued: in the digest at 18:00", "ada queued: in the digest at 18:00"});
        CHECK(claim_all(world).empty());
        world.pass(8h);
        gather(world);
        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        CHECK(claimed[0].address == "ada@example.test");
        end(world, claimed,
            {.state = State::accepted,
             .reason = "250 ok",
             .code = 250,
             .attempts = 1,
             .at = world.now()});
        CHECK(of_works(world) == Rows{"ada accepted: 250 ok", "ada accepted: 250 ok"});
        gather(world);
        CHECK(claim_all(world).empty());
    });
}

TEST_CASE("digest: it lists what each is about, when, and where it is read")
{
    support::World world;
    add_reader(world, "ada", "18:00");
    say(world, work_planned(1), 0s);
    say(world, other_work(2), 0s);
    world.pass(8h);
    gather(world);
    auto const page = page_of(world, claim_all(world).at(0));
    CHECK(page.subject == "[digest] 2 notices");
    for (auto const* part :
         {"Hello ada,", "New disks\nMail: maintenance planned;",
          "\nStarts: Thu 5 Mar 2026, 10:00 UTC\n", "New cables\n", "Mail: maintenance planned;",
          "/portal/windows/", "once a day, at 18:00", "/u/"})
        CHECK_MESSAGE(page.text.contains(part), std::string{part});
}

TEST_CASE("digest: what it would be too late for leaves by itself")
{
    support::for_each_database([](support::World& world) {
        add_reader(world, "ada", "11:00");
        auto soon = work_planned(1);
        soon.started_at = world.now() + 30min;
        soon.ended_at = world.now() + 4h;
        say(world, soon, 0s);
        CHECK(of_works(world) == Rows{"ada queued"});
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("digest: outages do not wait for it, nor does what goes to who has none")
{
    support::World world;
    add_reader(world, "ada", "18:00");
    add(world, {.name = "bob"});
    say(world, outage(1), 0s);
    say(world, work_planned(2), 0s);
    CHECK(rows(world) == Rows{"ada queued", "bob queued"});
    CHECK(of_works(world) == Rows{"ada queued: in the digest at 18:00", "bob queued"});
}

TEST_CASE("digest: each reader has his own, at his hour, and readers without any work have none")
{
    support::for_each_database([](support::World& world) {
        add_reader(world, "ada", "18:00");
        add_reader(world, "bob", "20:00");
        add_reader(world, "cyd", "18:00");
        say(world, work_planned(1), 0s);
        world.pass(8h);
        gather(world);
        CHECK(claim_all(world).size() == 2);
        world.pass(2h);
        gather(world);
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("digest: a later word takes the place of one that waits for it")
{
    support::for_each_database([](support::World& world) {
        add_reader(world, "ada", "18:00");
        say(world, work_planned(1), 0s);
        say(world, work_cancelled(2), 0s);
        CHECK(
            of_works(world) == Rows{
                                   "ada superseded: a later update took its place",
                                   "ada queued: in the digest at 18:00"});
    });
}

TEST_CASE("digest: a crash in between sends nothing twice, and what came of the mail still counts")
{
    support::for_each_database([](support::World& world) {
        add_reader(world, "ada", "18:00");
        say(world, work_planned(1), 0s);
        world.pass(8h);
        gather(world);
        auto const claimed = claim_all(world);
        auto const left = world.read([](Call& call) { return store::left_sending(call.tx); });
        REQUIRE(left.size() == 1);  // the mail, not what it carries
        CHECK(left[0].notice == claimed.at(0).notice);
        end(world, claimed, {.due_at = world.now(), .at = world.now()});
        CHECK(of_works(world) == Rows{"ada sending: in the digest at 18:00"});
        deliver_all(world);
        CHECK(of_works(world) == Rows{"ada accepted"});
    });
}

TEST_CASE("digest: where it fails or comes back, so did all that it carried")
{
    support::for_each_database([](support::World& world) {
        add_reader(world, "ada", "18:00");
        say(world, work_planned(1), 0s);
        world.pass(8h);
        gather(world);
        end(world, claim_all(world),
            {.state = State::failed, .reason = "550 no", .code = 550, .at = world.now()});
        CHECK(of_works(world) == Rows{"ada failed: 550 no"});

        say(world, other_work(2), 0s);
        world.pass(24h);
        gather(world);
        auto const second = claim_all(world);
        end(world, second, {.state = State::accepted, .attempts = 1, .at = world.now()});
        world.write([&](Call& call) {
            store::mark_bounced(
                call.tx, {second.at(0).notice, second.at(0).recipient},
                {.reason = "no such mailbox", .code = 550, .at = call.now});
        });
        CHECK(of_works(world) == Rows{"ada failed: 550 no", "ada bounced: no such mailbox"});
    });
}

TEST_CASE("digest: what is of no use when it is made says so instead")
{
    support::World world;
    add_reader(world, "ada", "18:00");
    say(world, work_planned(1), 0s);
    world.pass(72h);
    gather(world);
    auto const claimed = claim_all(world);
    REQUIRE(claimed.size() == 1);
    CHECK(of_works(world) == Rows{"ada sending: in the digest at 18:00"});  // itself, not carried
    CHECK(world.read([](Call& call) { return store::open_digests(call.tx); }).empty());
}
