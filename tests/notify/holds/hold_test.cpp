// What a partner holds: from the publish to the mail that leaves.
#include "notify/holds/hold.hpp"

#include "jobs/jobs.hpp"
#include "notify/channels/prepare.hpp"
#include "notify/digest/gather.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/press.hpp"
#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// Ada is our customer, Bob a partner's, who reads first.
struct Bench {
    explicit Bench(support::World& the_world, std::optional<std::int64_t> minutes = {})
        : world{the_world},
          ada{add(world, {.name = "ada"})},
          bob{add_at_partner(world, {.name = "bob"})},
          lens{partner_of(world)}
    {
        hold(minutes);
    }

    void hold(std::optional<std::int64_t> minutes)
    {
        NewForwards wish{.mode = Forwarding::held};
        wish.release_after_minutes = minutes;
        REQUIRE(world.write([&](Call& call) { return change_forwards(call, lens, wish); }));
    }
    [[nodiscard]] std::vector<HeldNotice> held()
    {
        return world.read([&](Call& call) { return held_for(call.tx, lens, {}, 10); });
    }
    [[nodiscard]] Result<HeldNotice> let_go(NoticeId notice, Release const& wish)
    {
        return world.write(
            [&](Call& call) { return release(call, {.brand = lens, .notice = notice}, wish); });
    }
    [[nodiscard]] Result<HeldNotice> let_go(NoticeId notice, std::optional<std::string> text = {})
    {
        return let_go(notice, Release{.text = std::move(text)});
    }
    void take_back(NoticeId notice)
    {
        REQUIRE(world.write([&](Call& call) { return cancel(call, notice); }));
    }
    // The timers that are due by now.
    void run_jobs()
    {
        jobs::Board board;
        add_hold_jobs(board);
        jobs::Runner runner{world.house(), board, 1};
        runner.start();
        CHECK(runner.rest(60s));
        runner.stop();
    }
    // Mails as they leave now, by who gets them; they are accepted.
    [[nodiscard]] std::map<std::string, std::string> leaving()
    {
        auto const claimed = claim_all(world);
        Press press{world.house()};
        std::map<std::string, std::string> mails;
        for (auto const& mail : press.make(claimed).mails)
            mails[mail.to.substr(0, mail.to.find('@'))] = mail.data;
        end(world, claimed, {.state = State::accepted, .attempts = 1, .at = world.now()});
        return mails;
    }

    support::World& world;
    ContactId ada;
    ContactId bob;
    BrandId lens;
};

}  // namespace

TEST_CASE("hold_back: the partner's customers wait, ours do not")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const notice = say(world, outage(1), 0s);
        CHECK(rows(world) == Rows{"ada queued", "bob held: waits for its release"});
        auto const held = bench.held();
        REQUIRE(held.size() == 1);
        CHECK(held[0].id == notice);
        CHECK(held[0].text == "We are looking for the cause.");
        CHECK(held[0].deliveries == 1);
        CHECK_FALSE(held[0].releases_at);
        auto const mails = bench.leaving();
        CHECK(mails.contains("ada"));
        CHECK_FALSE(mails.contains("bob"));
    });
}

TEST_CASE("hold_back: whoever decides for the brand gets a mail with a link, in its name")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        say(world, outage(1), 0s);
        auto const mail = bench.leaving().at("help");
        CHECK(mail.contains("Held for you: Mail is down"));
        CHECK(mail.contains("Mail: down, looking for the cause; end not known yet, next word by"));
        CHECK(mail.contains("Auto-Submitted: auto-generated"));
        CHECK(mail.contains("status.lens.test:8080/held/"));
        CHECK(mail.contains("10:30 UTC"));
        CHECK_FALSE(mail.contains("Tellfirst"));
    });
}

TEST_CASE("release: it goes as it is, behind the undo time, and once")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const notice = say(world, outage(1), 30s);
        REQUIRE(bench.let_go(notice));
        CHECK(rows(world) == Rows{"ada queued", "bob queued"});
        CHECK_FALSE(bench.leaving().contains("bob"));
        world.pass(30s);
        auto const mail = bench.leaving().at("bob");
        CHECK(mail.contains("We are looking for the cause."));
        CHECK(bench.let_go(notice).error().code == "notice.not_held");
        CHECK(bench.let_go(NoticeId{5}).error().code == "notice.not_found");
        CHECK(bench.held().empty());
        CHECK(facts_told(world).back().kind != "NoticeHeld");
        CHECK(
            std::ranges::count(
                facts_told(world), support::ToldFact{"NoticeReleased", incident.text()}) == 1);
    });
}

TEST_CASE("release: whose quiet hours end later hears then")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const notice = say(world, outage(1), 0s);
        world.write([&](Call& call) {
            call.tx.run(
                "UPDATE notify_deliveries SET ready_at = :at WHERE state = 'held'",
                {{"at", call.now + 2h}});
        });
        REQUIRE(bench.let_go(notice));
        world.pass(2h - 1s);
        CHECK_FALSE(bench.leaving().contains("bob"));
        world.pass(1s);
        CHECK(bench.leaving().contains("bob"));
    });
}

TEST_CASE("release: the partner's text is read by his customers alone")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const notice = say(world, outage(1), 0s);
        CHECK(bench.let_go(notice, " ").error().code == "notice.needs_text");
        CHECK(
            bench.let_go(notice, std::string(10'001, 'x')).error().code == "notice.text_too_long");
        CHECK(
            bench.let_go(notice, "We know, and we are on it.")->text ==
            "We know, and we are on it.");
        auto const mails = bench.leaving();
        CHECK(mails.at("bob").contains("We know, and we are on it."));
        CHECK_FALSE(mails.at("bob").contains("We are looking for the cause."));
        CHECK(mails.at("ada").contains("We are looking for the cause."));
    });
}

TEST_CASE("release: the partner's title stands in subject and text, for his customers alone")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const notice = say(world, outage(1), 0s);
        CHECK(bench.let_go(notice, Release{.title = " "}).error().code == "notice.needs_title");
        CHECK(
            bench.let_go(notice, Release{.title = std::string(201, 'x')}).error().code ==
            "notice.title_too_long");
        CHECK(bench.let_go(notice, Release{.title = "Post rests"})->title == "Post rests");
        auto const mails = bench.leaving();
        CHECK(mails.at("bob").contains("Subject: [outage] Post rests"));
        CHECK(mails.at("bob").contains("We are looking for the cause."));
        CHECK_FALSE(mails.at("bob").contains("Mail is down"));
        CHECK(mails.at("ada").contains("Subject: [outage] Mail is down"));
    });
}

TEST_CASE("release: an SMS and a push say what the partner made of it, too")
{
    support::World world;
    Bench bench{world};
    auto const notice = say(world, outage(1), 0s);
    REQUIRE(bench.let_go(notice, Release{.title = "Post rests", .text = "We know."}));
    auto const claimed = claim_all(world);
    auto const prepared = prepare(world.house(), claimed);
    CHECK(prepared.messages.size() == 2);
    for (auto const& message : prepared.messages)
        CHECK((message.address == "bob@example.test") == (message.words.title == "Post rests"));
}

TEST_CASE("release: a digest says what the partner made of it")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        choose(world, bench.bob, {.choices = {}, .digest_at = "18:00"});
        auto const notice = say(world, work_planned(1), 0s);
        REQUIRE(bench.let_go(notice, Release{.title = "Quiet evening"}));
        (void)bench.leaving();
        world.pass(8h);
        world.write([](Call& call) { gather_digests(call); });
        auto const mail = bench.leaving().at("bob");
        CHECK(mail.contains("Quiet evening"));
        CHECK_FALSE(mail.contains("New disks"));
    });
}

TEST_CASE("inbox: what is held is not in it, then it is as the partner released it")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const titles = [&] {
            return world.read([&](Call& call) {
                Rows rows;
                for (auto const& item : inbox(call, {.contact = bench.bob, .reader = {}}, {}, 10))
                    rows.push_back(item.title);
                CHECK(count_unread(call, bench.bob) == std::ssize(rows));
                return rows;
            });
        };
        auto const notice = say(world, outage(1), 0s);
        CHECK(titles().empty());
        REQUIRE(bench.let_go(notice, Release{.title = "Post rests"}));
        CHECK(titles() == Rows{"Post rests"});
    });
}

TEST_CASE("end_hold: it goes by itself at the chosen time, not before")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        say(world, outage(1), 0s);
        world.pass(29min + 59s);
        bench.run_jobs();
        CHECK_FALSE(bench.leaving().contains("bob"));
        world.pass(1s);
        bench.run_jobs();
        CHECK(bench.leaving().contains("bob"));
        CHECK(
            std::ranges::count(
                facts_told(world), support::ToldFact{"NoticeReleased", incident.text()}) == 1);
    });
}

TEST_CASE("end_hold: what nobody released while it was of use is not sent, and the notice is done")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        say(world, outage(1), 0s);
        (void)bench.leaving();
        world.pass(24h);
        bench.run_jobs();
        CHECK(rows(world) == Rows{"ada accepted", "bob cancelled: nobody released it in time"});
        CHECK(
            std::ranges::count(
                facts_told(world), support::ToldFact{"NoticeDone", incident.text()}) == 1);
    });
}

TEST_CASE(
    "hold_back: a later word takes the place of a held one, and goes when that would have gone")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        auto const first = say(world, outage(1), 0s);
        world.pass(20min);
        auto words = outage(2);
        words.text = "The disk is full.";
        auto const second = say(world, words, 0s);
        auto const held = bench.held();
        REQUIRE(held.size() == 1);
        CHECK(held[0].id == second);
        CHECK(held[0].releases_at == support::test_start + 30min);
        CHECK(bench.let_go(first).error().code == "notice.not_held");
        world.pass(10min);
        bench.run_jobs();
        auto const mail = bench.leaving().at("bob");
        CHECK(mail.contains("The disk is full."));
        CHECK_FALSE(mail.contains("We are looking for the cause."));
        // From then on a word has its own time again.
        world.pass(1min);
        say(world, outage(3), 0s);
        CHECK(bench.held().at(0).releases_at == world.now() + 30min);
    });
}

TEST_CASE("hold_back: the end is held for those, too, who wait for the beginning")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        say(world, outage(1), 0s);
        (void)bench.leaving();
        auto const end = say(world, resolved(2), 0s);
        CHECK(bench.held().at(0).id == end);
        CHECK(rows(world, end) == Rows{"ada queued", "bob held: waits for its release"});
    });
}

TEST_CASE("hold_again: a held word whose later one is taken back is held again")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        auto const first = say(world, outage(1), 30s);
        auto const second = say(world, outage(2), 30s);
        REQUIRE(world.write([&](Call& call) { return cancel(call, second); }));
        CHECK(rows(world, first) == Rows{"ada queued", "bob held: waits for its release"});
        world.pass(30min);
        bench.run_jobs();
        CHECK(rows(world, first).at(1) == "bob queued");
    });
}

TEST_CASE("hold_again: a word speaks for itself: taken back, it leaves the one before it held")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        auto const first = say(world, outage(1), 30s);
        auto const second = say(world, outage(2), 30s);
        REQUIRE(bench.let_go(second));
        bench.take_back(second);
        CHECK(rows(world, first).at(1) == "bob held: waits for its release");
        world.pass(1min);
        CHECK_FALSE(bench.leaving().contains("bob"));
        REQUIRE(bench.held().size() == 1);
        CHECK(bench.held().at(0).id == first);
        CHECK(bench.held().at(0).releases_at == support::test_start + 30min);
        world.pass(29min);
        bench.run_jobs();
        CHECK(bench.leaving().contains("bob"));
    });
}

TEST_CASE("hold_again: a word whose time passed meanwhile goes at once, released ones stay so")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        auto const first = say(world, outage(1), 30s);
        world.pass(10min);
        auto const second = say(world, outage(2), 1h);
        REQUIRE(bench.let_go(second));
        world.pass(25min);
        bench.take_back(second);
        bench.run_jobs();
        CHECK(rows(world, first).at(1) == "bob queued");
        auto const third = say(world, outage(3), 30s);
        bench.take_back(third);
        CHECK(rows(world, first).at(1) == "bob queued");
    });
}

TEST_CASE("hold_again: one that was taken back gives no later word its time")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world, 30};
        bench.take_back(say(world, outage(1), 30s));
        world.pass(20min);
        say(world, outage(2), 0s);
        CHECK(bench.held().at(0).releases_at == world.now() + 30min);
    });
}

TEST_CASE("hold_back: a webhook of the partner's account waits, too, and posts his text")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        Receiver receiver;
        hook(world, account_of(world, bench.bob), {.url = receiver.url()});
        auto const notice = say(world, outage(1), 0s);
        CHECK(bench.held().at(0).deliveries == 2);
        CHECK(post_all(world, receiver).empty());
        REQUIRE(bench.let_go(notice, "We are on it."));
        auto const heard = post_all(world, receiver);
        REQUIRE(heard.size() == 1);
        CHECK(heard[0].json().at_pointer("/data/text") == "We are on it.");
    });
}
