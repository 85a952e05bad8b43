#include "notify/fanout/ending.hpp"

#include "notify/fanout/crowd.hpp"
#include "notify/fanout/freeze_store.hpp"
#include "notify/finish.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/progress_store.hpp"
#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Progress take_back(support::World& world, NoticeId id)
{
    return world.write([&](Call& call) { return cancel(call, id); }).value();
}

void end_slices(support::World& world, int count)
{
    for (int i = 0; i < count; ++i)
        world.write([](Call& call) { return end_next_slice(call); }).value();
}

NoticeCounts counts(support::World& world, NoticeId id)
{
    return world.read([&](Call& call) {
        auto const all = notices_about(call, incident, std::nullopt, 10);
        return std::ranges::find(all, id, &Progress::id)->counts;
    });
}

Announcement second_word()
{
    auto words = outage(2);
    words.text = "A disk is full.";
    return words;
}

// Two words to a crowd, of which the second has taken the place of the first.
struct Words {
    NoticeId first, second;
};

Words two_words(support::World& world)
{
    crowd(world, large);
    auto const first = say(world, outage(1), 10min);
    run_jobs(world);
    auto const second = say(world, second_word(), 10min);
    run_jobs(world);
    REQUIRE(counts(world, first).superseded == large);
    REQUIRE(counts(world, second).queued == large);
    return {first, second};
}

Announcement third_word()
{
    auto words = outage(3);
    words.text = "The disk is being replaced.";
    return words;
}

// As of a large one: its end has begun, and is not through.
void begin_to_take_back(support::World& world, NoticeId id)
{
    world.write([&](Call& call) {
        store::mark_cancelled(call.tx, id, call.now);
        store::begin_ending(call.tx, {.notice = id, .how = How::taken_back});
    });
}

std::vector<std::string> facts_since(support::World& world, std::size_t before)
{
    std::vector<std::string> kinds;
    for (auto const& fact : support::facts_told(world))
        kinds.push_back(fact.kind);
    kinds.erase(kinds.begin(), kinds.begin() + static_cast<std::ptrdiff_t>(before));
    return kinds;
}

std::int64_t claimed_of(support::World& world, NoticeId id)
{
    return std::ranges::count(claim_all(world), id, &Claimed::notice);
}

}  // namespace

TEST_CASE("end: a large one is taken back in slices, and the word before it goes on with them")
{
    support::World world;
    auto const [first, second] = two_words(world);
    auto const before = support::facts_told(world).size();
    auto const progress = take_back(world, second);
    CHECK(bool{progress.state == NoticeState::cancelled});
    CHECK(progress.counts.queued == large);
    end_slices(world, 2);
    CHECK(counts(world, second).cancelled == 10'000);
    CHECK(counts(world, first).queued == 10'000);
    // A slice whose transaction died with the process has ended nothing; a start goes on.
    CHECK_THROWS(world.write([](Call& call) {
        (void)end_next_slice(call);
        throw std::runtime_error{"killed"};
    }));
    CHECK(counts(world, second).cancelled == 10'000);
    run_jobs(world);
    CHECK(counts(world, second).cancelled == large);
    CHECK(counts(world, first).queued == large);
    CHECK(facts_since(world, before) == std::vector<std::string>{"NoticeCancelled", "NoticeDone"});
}

TEST_CASE("end: a slice ends what waits, and lets the word before it go on")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        auto const first = say(world, outage(1), 10min);
        auto const second = say(world, second_word(), 10min);
        world.write([&](Call& call) {
            store::mark_cancelled(call.tx, second, call.now);
            store::begin_ending(call.tx, {.notice = second, .how = How::taken_back});
        });
        CHECK(rows(world, second) == Rows{"ada queued", "bob queued"});
        end_slices(world, 2);
        CHECK(rows(world, first) == Rows{"ada queued", "bob queued"});
        CHECK(
            rows(world, second) == Rows{"ada cancelled: taken back", "bob cancelled: taken back"});
    });
}

TEST_CASE("end: of what is being taken back nothing leaves, however late it becomes")
{
    support::World world;
    auto const [first, second] = two_words(world);
    (void)take_back(world, second);
    end_slices(world, 1);
    world.pass(1h);
    CHECK(claimed_of(world, second) == 0);
    CHECK(claimed_of(world, first) > 0);
    run_jobs(world);
    CHECK(claimed_of(world, second) == 0);
}

TEST_CASE("end: the word before it is done when all of it has gone on, and says so once")
{
    support::World world;
    auto const [first, second] = two_words(world);
    (void)take_back(world, second);
    end_slices(world, 1);
    world.pass(10min);
    auto const before = support::facts_told(world).size();
    auto const deliver_and_close = [&] {
        for (auto claimed = claim_all(world); !claimed.empty(); claimed = claim_all(world))
            end(world, claimed, {.state = State::accepted, .attempts = 1, .at = world.now()});
        close_finished(world.house());
    };
    deliver_and_close();
    CHECK(counts(world, first).accepted == 5000);
    CHECK(facts_since(world, before).empty());
    run_jobs(world);
    deliver_and_close();
    CHECK(counts(world, first).accepted == large);
    CHECK(facts_since(world, before) == std::vector<std::string>{"NoticeDone", "NoticeDone"});
}

TEST_CASE("end: a word said meanwhile is written down behind it, and says the first one along")
{
    support::World world;
    auto const [first, second] = two_words(world);
    (void)take_back(world, second);
    end_slices(world, 1);
    auto const third = say(world, third_word(), 10min);
    world.pass(1h);
    CHECK(claim_all(world).empty());  // nobody gets the first one after the third was said
    auto const said = world.read([&](Call& call) { return *store::find_notice(call.tx, third); });
    REQUIRE(said.earlier.size() == 1);
    CHECK(said.earlier.front().update == UpdateId{1});
    run_jobs(world);
    CHECK(counts(world, first).superseded == large);
    CHECK(counts(world, second).cancelled == large);
    CHECK(counts(world, third).queued == large);
}

TEST_CASE("end: the end said meanwhile goes to all whom the word before was to reach")
{
    support::World world;
    auto const [first, second] = two_words(world);
    (void)take_back(world, second);
    end_slices(world, 1);
    auto const over = say(world, resolved(3), 10min);
    run_jobs(world);
    CHECK(counts(world, first).superseded == large);
    CHECK(counts(world, over).queued == large);
}

TEST_CASE("end: both words are taken back, one behind the other, and nothing of either is left")
{
    support::World world;
    auto const [first, second] = two_words(world);
    (void)take_back(world, second);
    end_slices(world, 1);
    (void)take_back(world, first);
    run_jobs(world);
    CHECK(counts(world, first).cancelled == large);
    CHECK(counts(world, second).cancelled == large);
    world.pass(1h);
    CHECK(claim_all(world).empty());
}

TEST_CASE("end: a word that was taken back does not go on when the one after it is, too")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .services = {{mail_service}}});
        (void)say(world, outage(1));
        add(world, {.name = "bob", .services = {{web_service}}});
        auto wider = outage(2);
        wider.services = {mail_service, web_service};
        auto const second = say(world, wider);
        auto narrow = outage(3);
        narrow.services = {mail_service};
        auto const third = say(world, narrow);  // bob still waits for the second one
        (void)take_back(world, second);
        (void)take_back(world, third);
        world.pass(1h);
        CHECK(claimed_of(world, second) == 0);
    });
}

TEST_CASE(
    "end: what the first word's relay puts off meanwhile goes on, though the second still waits")
{
    support::World world;
    crowd(world, large);
    auto const first = say(world, outage(1), 0s);
    run_jobs(world);
    auto const on_the_wire = claim_all(world);
    REQUIRE(on_the_wire.size() == 1000);
    auto const second = say(world, second_word(), 10min);
    run_jobs(world);
    (void)take_back(world, second);
    end(world, on_the_wire,
        {.state = State::deferred, .due_at = world.now() + 1min, .attempts = 1});
    CHECK(counts(world, first).deferred == 1000);
    run_jobs(world);
    CHECK(counts(world, first).deferred == 1000);
    CHECK(counts(world, first).queued == large - 1000);
}

TEST_CASE("end: a brand that holds keeps holding what goes on, slice by slice")
{
    support::World world;
    auto const [first, second] = two_words(world);
    auto const lens = partner_of(world);
    world.write([&](Call& call) {
        call.tx.run(
            "UPDATE notify_deliveries SET brand = :lens WHERE notice = :notice",
            {{"lens", lens}, {"notice", first}});
        store::add_hold(
            call.tx, {.notice = first,
                      .brand = lens,
                      .about = incident.text(),
                      .held_at = call.now,
                      .releases_at = {},
                      .expires_at = call.now + 24h,
                      .ended_at = {},
                      .ended_by = {},
                      .released_at = {},
                      .title = {},
                      .text = {}});
    });
    (void)take_back(world, second);
    end_slices(world, 1);
    CHECK(counts(world, first).held == 5000);
    CHECK(counts(world, first).queued == 0);
    run_jobs(world);
    CHECK(counts(world, first).held == large);
}

TEST_CASE("end: posts to webhooks end at once, and their queues are woken in slices")
{
    support::for_each_database([](support::World& world) {
        constexpr std::int64_t hooks = 501;  // one more than a slice
        auto const ada = account_of(world, add(world, {.name = "ada"}));
        for (std::int64_t i = 0; i < hooks; ++i)
            (void)hook(world, ada, {.url = "https://hooks.example/in"});
        auto const first = say(world, outage(1));
        auto const second = say(world, second_word(), 10min);
        auto const progress = take_back(world, second);
        CHECK(progress.counts.cancelled == hooks);
        CHECK(counts(world, first).queued == hooks);
        end_slices(world, 1);  // the mail, and 500 webhooks
        CHECK(counts(world, second).queued == 0);
        end_slices(world, 2);  // the last webhook; nothing more
        CHECK(counts(world, second).cancelled == hooks + 1);
        CHECK(counts(world, first).queued == hooks + 1);
        auto const due = world.read([](Call& call) { return jobs::next_due(call.tx); });
        CHECK(due.has_value());
        CHECK_FALSE(world.read([](Call& call) { return store::last_ending(call.tx).has_value(); }));
    });
}

TEST_CASE("end: what a later word gives back to one that is being taken back is ended, too")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const second = say(world, second_word());
        auto const third = say(world, third_word());
        begin_to_take_back(world, second);
        end_slices(world, 1);  // all of its rows, but it is not through
        (void)take_back(world, third);
        end_slices(world, 2);
        world.pass(1h);
        CHECK(claim_all(world).empty());
        CHECK(rows(world, second) == Rows{"ada cancelled: taken back"});
    });
}

TEST_CASE("end: two words are taken back in their order, and the one before them goes on")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada", .services = {{mail_service}}});
        auto const first = say(world, outage(1));
        add(world, {.name = "bob", .services = {{web_service}}});
        world.pass(1s);
        auto wider = second_word();
        wider.services = {mail_service, web_service};
        auto const second = say(world, wider);  // bob waits for it all the time
        world.pass(1s);
        auto narrow = third_word();
        narrow.services = {mail_service};
        auto const third = say(world, narrow);
        (void)take_back(world, second);
        CHECK(rows(world, first).front().starts_with("ada superseded"));
        (void)take_back(world, third);
        CHECK(rows(world, first) == Rows{"ada queued"});
    });
}

TEST_CASE("end: what was taken back itself is not said along by a later word")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1));
        auto const second = say(world, second_word());
        begin_to_take_back(world, second);
        end_slices(world, 1);
        (void)take_back(world, first);
        auto const third = say(world, third_word());
        auto const said =
            world.read([&](Call& call) { return *store::find_notice(call.tx, third); });
        CHECK(said.earlier.empty());
    });
}

TEST_CASE("end: what is about something else is written down meanwhile")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const taken_back = say(world, outage(1));
        auto const other = say(world, work_planned(4));
        auto const same = say(world, second_word());
        begin_to_take_back(world, taken_back);
        auto const is_written_down = [&](NoticeId notice) {
            return world.write([&](Call& call) {
                call.tx.run("DELETE FROM notify_freezing");
                call.tx.run(
                    R"sql(
                    INSERT INTO notify_freezing (notice, done_to, newest, epoch)
                    VALUES (:notice, 1, 2, 1))sql",
                    {{"notice", notice}});
                return store::first_freezing(call.tx).has_value();
            });
        };
        CHECK(is_written_down(other));
        CHECK_FALSE(is_written_down(same));
    });
}

TEST_CASE("end: a post that was cut short does not go on when the word behind it is taken back")
{
    support::for_each_database([](support::World& world) {
        auto const account = account_of(world, add(world, {.name = "ada"}));
        auto const webhook = hook(world, account, {.url = "https://hooks.example/in"});
        auto const first = say(world, outage(1));
        auto const second = say(world, second_word());
        world.write([&](Call& call) { store::mark_cancelled(call.tx, first, call.now); });
        (void)take_back(world, second);
        world.pass(1h);
        CHECK_FALSE(world.read(
            [&](Call& call) { return store::first_post(call.tx, webhook, call.now).has_value(); }));
    });
}
