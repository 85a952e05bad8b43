// The outbox against a mail server over real sockets.
#include "notify/samples.hpp"
#include "notify/seal.hpp"
#include "support/temp_dir.hpp"
#include "wire/mime/parse.hpp"
#include "wire/smtp/fake_relay.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <future>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr auto long_enough = 20s;

// A house with a data folder, an outbox and a mail server.
struct Post {
    explicit Post(support::World& the_world, smtp::FakeRelay::Hook hook = {})
        : world{the_world}, relay{std::move(hook)}
    {
        world.settings.data = folder.path().string();
        reopen();
    }

    void reopen()
    {
        outbox = std::make_unique<Outbox>(
            world.house(),
            Relay{.address = "smtp://127.0.0.1:" + std::to_string(relay.port()), .connections = 2});
    }

    void send_all()
    {
        outbox->start();
        CHECK(outbox->rest(long_enough));
        outbox->stop();
    }

    support::World& world;
    support::TempDir folder;
    smtp::FakeRelay relay;
    std::unique_ptr<Outbox> outbox;
};

std::map<std::string, int> once_each(int count)
{
    std::map<std::string, int> taken;
    for (int i = 0; i < count; ++i)
        taken["c" + std::to_string(i) + "@example.test"] = 1;
    return taken;
}

void add_many(support::World& world, int count)
{
    for (int i = 0; i < count; ++i)
        add(world, {.name = "c" + std::to_string(i)});
}

bool comes_true(std::function<bool()> const& condition)
{
    auto const deadline = std::chrono::steady_clock::now() + long_enough;
    while (!condition() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    return condition();
}

std::string kind_of_last_fact(support::World& world)
{
    return support::facts_told(world).back().kind;
}

}  // namespace

TEST_CASE("Outbox: everybody gets an announcement once, and the proof says so")
{
    support::for_each_database([](support::World& world) {
        Post post{world};
        add_many(world, 40);
        say(world, outage(1), 0s);
        post.send_all();
        CHECK(post.relay.taken() == once_each(40));
        auto const report = proof(world);
        CHECK(report.told == 40);
        CHECK(report.deliveries.front().reason == "250 2.0.0 taken");
        CHECK(kind_of_last_fact(world) == "NoticeDone");
    });
}

TEST_CASE("Outbox: what is not due yet stays; when the clock moves on, it leaves")
{
    support::World world;
    Post post{world};
    add_many(world, 1);
    say(world, outage(1), 30s);
    post.outbox->start();
    CHECK(post.outbox->rest(long_enough));
    CHECK(post.relay.taken().empty());
    world.pass(30s);
    CHECK(post.outbox->rest(long_enough));
    CHECK(post.relay.taken() == once_each(1));
}

TEST_CASE("Outbox: a digest leaves as one mail, from which it can be stopped")
{
    support::for_each_database([](support::World& world) {
        Post post{world};
        auto const ada = add(world, {.name = "ada"});
        choose(world, ada, {.choices = {}, .digest_at = "18:00"});
        auto other = work_planned(2);
        other.about = WindowId{8002};
        say(world, work_planned(1), 0s);
        say(world, other, 0s);
        post.outbox->start();
        CHECK(post.outbox->rest(long_enough));
        CHECK(post.relay.taken().empty());
        world.pass(8h);
        CHECK(post.outbox->rest(long_enough));
        CHECK(post.relay.taken() == std::map<std::string, int>{{"ada@example.test", 1}});
        auto const mail = mime::parse(post.relay.last_data());
        CHECK(mail.subject == "[digest] 2 notices");
        CHECK(mail.header("list-unsubscribe").contains("/u/"));
        CHECK(mail.header("auto-submitted") == "auto-generated");
        for (auto const about : {window, WindowId{8002}}) {
            auto const seen = proof(world, about);
            CHECK(seen.told == 1);
            CHECK(seen.deliveries.at(0).reason == "250 2.0.0 taken");
        }
        CHECK(kind_of_last_fact(world) == "NoticeDone");
    });
}

TEST_CASE("Outbox: a refused mail is failed, a deferred one is tried again later")
{
    support::World world;
    std::atomic<bool> busy{true};
    Post post{world, [&](int, std::string const& command) {
                  if (command == "RCPT TO:<c0@example.test>")
                      return std::string{"550 5.1.1 unknown"};
                  if (command == "RCPT TO:<c1@example.test>" && busy)
                      return std::string{"451 4.7.1 later"};
                  return std::string{};
              }};
    add_many(world, 3);
    say(world, outage(1), 0s);
    post.outbox->start();
    CHECK(post.outbox->rest(long_enough));
    CHECK(
        rows(world) == Rows{
                           "c0 failed: 550 5.1.1 unknown", "c1 deferred: 451 4.7.1 later",
                           "c2 accepted: 250 2.0.0 taken"});
    busy = false;
    world.pass(1min);
    CHECK(post.outbox->rest(long_enough));
    CHECK(rows(world)[1] == "c1 accepted: 250 2.0.0 taken");
}

TEST_CASE("Outbox: an address outside ASCII is told only to a relay that takes it, else it fails")
{
    for (bool const takes_it : {true, false}) {
        support::World world;
        Post post{world, [&](int, std::string const& command) {
                      return std::string{
                          takes_it && command.starts_with("EHLO")
                              ? "250-relay\r\n250-8BITMIME\r\n250 SMTPUTF8"
                              : ""};
                  }};
        add(world, {.name = "j\u00f6rg"});
        add(world, {.name = "zoe"});
        say(world, outage(1), 0s);
        post.send_all();
        CHECK(
            rows(world) ==
            Rows{
                takes_it ? "j\u00f6rg accepted: 250 2.0.0 taken"
                         : "j\u00f6rg failed: 553 5.6.7 the relay takes no address outside ASCII",
                "zoe accepted: 250 2.0.0 taken"});
    }
}

TEST_CASE("Outbox: a letter and an announcement leave from their own senders")
{
    support::World world;
    Post post{world};
    auto const ada = add(world, {.name = "ada"});
    auto const notice = world.write([&](Call& call) {
        return send(
            call, {.to = ada,
                   .from = address("help@help.example.test"),
                   .from_name = "Support",
                   .subject = "Hello",
                   .text = "Hello Ada."});
    });
    post.send_all();
    auto const sender =
        seal::bounce_address({world.settings.secret, world.settings.domain}, {notice, ada.value()});
    CHECK(post.relay.hears("MAIL FROM:<" + sender + ">"));
    auto const read = mime::parse(post.relay.last_data());
    CHECK(read.subject == "Hello");
    CHECK(read.body_text.starts_with("Hello Ada."));
}

TEST_CASE("Outbox: what comes too late to be useful is not sent")
{
    support::World world;
    Post post{world};
    add_many(world, 1);
    say(world, outage(1), 0s);
    world.pass(25h);
    post.send_all();
    CHECK(post.relay.taken().empty());
    CHECK(rows(world) == Rows{"c0 failed: too late to be useful"});
}

TEST_CASE(
    "Outbox: stopped in the middle and started again, it misses nobody and tells nobody twice")
{
    support::World world;
    std::atomic<int> left{30};
    std::mutex lock;
    std::condition_variable reached;
    Post post{world, [&](int, std::string const& command) {
                  if (command == "." && --left == 0) {
                      std::lock_guard const held{lock};
                      reached.notify_all();
                  }
                  return std::string{};
              }};
    add_many(world, 200);
    say(world, outage(1), 0s);
    post.outbox->start();
    {
        std::unique_lock held{lock};
        REQUIRE(reached.wait_for(held, long_enough, [&] { return left <= 0; }));
    }
    post.outbox->stop();
    post.reopen();
    post.send_all();
    CHECK(post.relay.taken() == once_each(200));
    CHECK(proof(world).told == 200);
}

TEST_CASE("Outbox: after a crash, what the log knows is not sent again, the rest is")
{
    support::for_each_database([](support::World& world) {
        Post post{world};
        add_many(world, 3);
        say(world, outage(1), 0s);
        auto claimed = claim_all(world);  // by a process that dies now
        std::ranges::sort(claimed, {}, &Claimed::name);
        {
            SendingLog log{post.folder / "sending.log"};
            std::vector<seal::Delivery> const handed{
                {claimed[0].notice, claimed[0].recipient},
                {claimed[1].notice, claimed[1].recipient}};
            log.add_handed(handed);
            Settled const settled{
                handed[0],
                {.state = State::accepted, .reason = "250 ok", .code = 250, .at = world.now()}};
            log.add_settled(std::span{&settled, 1});
        }
        post.send_all();
        CHECK(
            post.relay.taken() ==
            std::map<std::string, int>{{"c1@example.test", 1}, {"c2@example.test", 1}});
        CHECK(rows(world)[0] == "c0 accepted: 250 ok");
        CHECK(proof(world).told == 3);
    });
}

TEST_CASE("Outbox: a log that cannot be begun anew stops no mail")
{
    support::World world;
    Post post{world};
    add_many(world, 3);
    post.outbox->start();
    std::filesystem::create_directory(post.folder / "sending.log.new");  // stands in its way
    say(world, outage(1), 0s);
    CHECK(post.outbox->rest(long_enough));
    post.outbox->stop();
    CHECK(post.relay.taken() == once_each(3));
    CHECK(proof(world).told == 3);
}

TEST_CASE("Outbox: while no relay answers, mails wait where a later word can take their place")
{
    support::World world;
    Post post{world};
    auto closed = std::make_unique<smtp::FakeRelay>();
    auto const port = closed->port();
    closed.reset();
    Outbox outbox{
        world.house(), {.address = "smtp://127.0.0.1:" + std::to_string(port), .connections = 2}};
    add_many(world, 5);
    auto const first = say(world, outage(1), 0s);
    outbox.start();
    CHECK_FALSE(outbox.rest(300ms));
    say(world, outage(2), 0s);
    smtp::FakeRelay const back{{}, smtp::FakeRelay::Tls::none, port};
    CHECK(outbox.rest(long_enough));
    outbox.stop();

    // All read the later word; the earlier one went only to him whose mail tried the relay.
    CHECK(proof(world).told == 5);
    auto const earlier = rows(world, first);
    CHECK(std::ranges::count_if(earlier, [](std::string const& row) {
              return row.ends_with("superseded: a later update took its place");
          }) >= 4);
}

TEST_CASE("Outbox: an address of a relay that is none is refused at once")
{
    support::World world;
    support::TempDir const folder;
    world.settings.data = folder.path().string();
    Outbox outbox{world.house(), {.address = "nonsense"}};
    CHECK_THROWS_AS(outbox.start(), std::invalid_argument);
}

TEST_CASE(
    "Outbox: a paused notice is taken back from memory; after a restart it goes on, once to each")
{
    support::World world;
    std::promise<void> paused;
    auto const until_paused = paused.get_future().share();
    Post post{world, [&](int, std::string const& command) {
                  if (command == ".")
                      until_paused.wait_for(long_enough);
                  return std::string{};
              }};
    constexpr int many = 200;
    add_many(world, many);
    auto const notice = say(world, outage(1), 0s);
    auto const waiting = [&] {
        return world.read([&](Call& call) { return notices_about(call, incident, {}, 1); })[0]
            .counts.queued;
    };
    post.outbox->start();
    REQUIRE(comes_true([&] { return waiting() == 0; }));
    world.write([&](Call& call) { return pause(call, notice); }).value();
    post.outbox->wake();
    REQUIRE(comes_true([&] { return waiting() > 0; }));
    paused.set_value();
    CHECK(post.outbox->rest(long_enough));
    post.outbox->stop();
    auto const before = post.relay.taken().size();
    CHECK(before < many);
    CHECK(proof(world).told == static_cast<std::int64_t>(before));

    post.reopen();
    post.send_all();
    CHECK(post.relay.taken().size() == before);
    world.write([&](Call& call) { return resume(call, notice); }).value();
    post.send_all();
    CHECK(post.relay.taken() == once_each(many));
}
