// The job that posts, against a receiver over real sockets.
#include "notify/webhooks/deliver.hpp"

#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/receiver.hpp"
#include "notify/webhooks/secret.hpp"
#include "wire/http/silent_peer.hpp"
#include "wire/webhook/standard.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// A house, a customer's receiver, and whoever posts.
struct Bench {
    explicit Bench(support::World& the_world) : world{the_world} {}

    WebhookId hook_of(Customer const& customer, NewWebhook wish = {})
    {
        wish.url = receiver.url();
        return hook(world, account_of(world, add(world, customer)), wish);
    }

    // All that is due by now, and what follows from it at once.
    std::vector<Heard> run() { return post_all(world, receiver); }

    // "investigating accepted 1", oldest first: with the attempts in the log.
    Rows log(WebhookId webhook)
    {
        auto const all = world.read(
            [&](Call& call) { return store::posts_of(call.tx, webhook, std::nullopt, 100); });
        Rows rows;
        for (auto const& post : all)
            rows.insert(
                rows.begin(), fmt::format(
                                  "{} {} {}", post.type.substr(post.type.find('.') + 1),
                                  name_of(post.state), post.attempts.size()));
        return rows;
    }

    support::World& world;
    Receiver receiver;
};

// Answers one post, after something has happened elsewhere.
class SlowReceiver {
  public:
    SlowReceiver(int status, std::function<void()> meanwhile)
        : status_{status}, meanwhile_{std::move(meanwhile)}
    {
    }

    [[nodiscard]] std::uint16_t port() const { return listening_.port(); }
    [[nodiscard]] std::string url() const { return fmt::format("http://127.0.0.1:{}/", port()); }

  private:
    void answer() const
    {
        auto const socket = listening_.take();
        std::array<char, 16384> question{};
        (void)::recv(socket, question.data(), question.size(), 0);
        meanwhile_();
        auto const reply = fmt::format("HTTP/1.1 {} Said\r\nContent-Length: 0\r\n\r\n", status_);
        (void)::send(socket, reply.data(), reply.size(), MSG_NOSIGNAL);
        ::close(socket);
    }

    int status_;
    std::function<void()> meanwhile_;
    http::SilentPeer listening_;
    std::jthread thread_{[this] { answer(); }};
};

// All that is due by now, where a slow receiver may be reached besides.
std::vector<Heard> post_all(support::World& world, Receiver& receiver, SlowReceiver const& slow)
{
    auto allowed = receiver.allowed();
    allowed.allow.push_back({"127.0.0.1", slow.port()});
    return post_all(world, receiver, allowed);
}

http::Reply answer(int status, http::Headers headers = {})
{
    return {.status = status, .body = "said", .type = "text/plain", .headers = std::move(headers)};
}

Announcement another_outage(std::int64_t update)
{
    auto words = outage(update);
    words.about = IncidentId{7002};
    words.title = "Web is down";
    words.state = "identified";
    return words;
}

}  // namespace

TEST_CASE("deliver: posts a signed word once, and keeps what came back")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const id = bench.hook_of({.name = "ada"});
        (void)say(world, outage(1), 0s);
        auto const heard = bench.run();
        REQUIRE(heard.size() == 1);
        auto const one = endpoint(world, id);
        auto const secrets = signing_secrets(world.settings, one, world.now());
        auto const wanted = webhook::signed_headers(
            {.id = heard[0].header("webhook-id"), .at = world.now(), .body = heard[0].body},
            secrets);
        for (auto const& [name, value] : wanted)
            CHECK(heard[0].header(name) == value);
        CHECK(heard[0].header("user-agent") == "status-webhooks/1");
        CHECK(heard[0].type() == "incident.investigating");
        CHECK(bench.log(id) == Rows{"investigating accepted 1"});
        CHECK(bench.run().empty());
    });
}

TEST_CASE("deliver: a failure is tried again under the same id, and logged")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const id = bench.hook_of({.name = "ada"});
        (void)say(world, outage(1), 0s);
        bench.receiver.answers({answer(500), answer(200)});
        auto const first = bench.run();
        REQUIRE(first.size() == 1);
        CHECK(bench.log(id) == Rows{"investigating deferred 1"});
        CHECK(endpoint(world, id).failing_since == world.now());
        CHECK(bench.run().empty());
        world.pass(6s);
        auto const second = bench.run();
        REQUIRE(second.size() == 1);
        CHECK(second[0].header("webhook-id") == first[0].header("webhook-id"));
        CHECK(second[0].header("webhook-timestamp") != first[0].header("webhook-timestamp"));
        CHECK(second[0].body == first[0].body);
        CHECK(bench.log(id) == Rows{"investigating accepted 2"});
        CHECK_FALSE(endpoint(world, id).failing_since);
        auto const posts =
            world.read([&](Call& call) { return store::posts_of(call.tx, id, std::nullopt, 1); });
        CHECK(posts[0].attempts[0].status == 500);
        CHECK(posts[0].attempts[0].answer == "said");
        CHECK(posts[0].attempts[1].status == 200);
    });
}

TEST_CASE("deliver: after an outage of the receiver the newest word of an incident arrives alone")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    bench.receiver.answers({answer(500), answer(500), answer(200)});
    (void)say(world, outage(1), 0s);
    CHECK(bench.run().size() == 1);
    (void)say(world, outage(2), 0s);
    CHECK(bench.run().size() == 1);
    auto end = resolved(3);
    (void)say(world, end, 0s);
    auto const heard = bench.run();
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].type() == "incident.resolved");
    CHECK(
        bench.log(id) ==
        Rows{"investigating superseded 1", "investigating superseded 1", "resolved accepted 1"});
}

TEST_CASE("deliver: words about different things keep their order, also behind a failure")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    bench.receiver.answers({answer(500), answer(500), answer(200)});
    (void)say(world, outage(1), 0s);
    CHECK(bench.run().size() == 1);
    // A new word has the first tried again before its time; it still stands before the second.
    (void)say(world, another_outage(2), 0s);
    auto const again = bench.run();
    REQUIRE(again.size() == 1);
    CHECK(again[0].type() == "incident.investigating");
    world.pass(6s);
    auto const heard = bench.run();
    REQUIRE(heard.size() == 2);
    CHECK(heard[0].type() == "incident.investigating");
    CHECK(heard[1].type() == "incident.identified");
    CHECK(bench.log(id) == Rows{"investigating accepted 3", "identified accepted 1"});
}

TEST_CASE("deliver: a word that has failed for some minutes holds up no new one")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    bench.receiver.answers({answer(500), answer(500), answer(500), answer(500), answer(200)});
    (void)say(world, outage(1), 0s);
    for (auto const pause : {0s, 6s, 360s}) {
        world.pass(pause);
        CHECK(bench.run().size() == 1);
    }
    (void)say(world, another_outage(2), 0s);
    CHECK(bench.run().front().type() == "incident.identified");
    CHECK(bench.log(id) == Rows{"investigating deferred 3", "identified deferred 1"});
    // By a schedule of its own; and what has failed follows where it arrives.
    world.pass(6s);
    auto const heard = bench.run();
    REQUIRE(heard.size() == 2);
    CHECK(heard[0].type() == "incident.identified");
    CHECK(heard[1].type() == "incident.investigating");
}

TEST_CASE("deliver: what an old address answers does no harm to the new one")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    SlowReceiver const old{410, [&] {
                               world.write([&](Call& call) {
                                   auto moved = store::find_webhook(call.tx, id).value();
                                   moved.url = bench.receiver.url();
                                   store::save_webhook(call.tx, moved);
                               });
                           }};
    world.write([&](Call& call) {
        auto moved = store::find_webhook(call.tx, id).value();
        moved.url = old.url();
        store::save_webhook(call.tx, moved);
    });
    (void)say(world, outage(1), 0s);
    CHECK(post_all(world, bench.receiver, old).size() == 1);
    CHECK(bench.log(id) == Rows{"investigating accepted 2"});
    CHECK(bool{endpoint(world, id).state == WebhookState::active});
}

TEST_CASE(
    "deliver: a word that was overtaken while it failed goes on where the later is taken back")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const id = bench.hook_of({.name = "ada"});
        NoticeId later;
        SlowReceiver const slow{500, [&] { later = say(world, resolved(2), 30s); }};
        world.write([&](Call& call) {
            auto webhook = store::find_webhook(call.tx, id).value();
            webhook.url = slow.url();
            store::save_webhook(call.tx, webhook);
        });
        (void)say(world, outage(1), 0s);
        (void)post_all(world, bench.receiver, slow);
        CHECK(bench.log(id) == Rows{"investigating superseded 1", "resolved queued 0"});
        REQUIRE(world.write([&](Call& call) { return cancel(call, later); }));
        CHECK(bench.log(id) == Rows{"investigating queued 1", "resolved cancelled 0"});
    });
}

TEST_CASE("deliver: receivers that hang hold up no other, and a stop does not wait for them")
{
    support::World world;
    Bench bench{world};
    std::array<http::SilentPeer, 10> silent;
    auto allowed = bench.receiver.allowed();
    std::vector<WebhookId> ids;
    for (auto const& peer : silent) {
        allowed.allow.push_back({"127.0.0.1", peer.port()});
        auto const account =
            account_of(world, add(world, {.name = fmt::format("c{}", ids.size())}));
        ids.push_back(
            hook(world, account, {.url = fmt::format("http://127.0.0.1:{}/", peer.port())}));
    }
    (void)bench.hook_of({.name = "zoe"});
    (void)say(world, outage(1), 0s);
    jobs::Board board;
    add_webhook_jobs(board, allowed);
    jobs::Runner runner{world.house(), board, 2};
    runner.start();
    for (auto const& peer : silent)
        peer.wait_for_caller();
    CHECK(bench.receiver.hears());
    auto const begun = std::chrono::steady_clock::now();
    runner.stop();
    CHECK(std::chrono::steady_clock::now() - begun < 10s);  // it would take 15 s to time out
    for (auto const id : ids)
        CHECK(bench.log(id) == Rows{"investigating sending 0"});
}

TEST_CASE("deliver: who asks to slow down is left alone, by new words too")
{
    support::World world;
    Bench bench{world};
    (void)bench.hook_of({.name = "ada"});
    bench.receiver.answers({answer(429, {{"retry-after", "600"}}), answer(200)});
    (void)say(world, outage(1), 0s);
    CHECK(bench.run().size() == 1);
    world.pass(5min);
    (void)say(world, another_outage(2), 0s);
    CHECK(bench.run().empty());
    world.pass(5min);
    CHECK(bench.run().size() == 2);
}

TEST_CASE("deliver: a redirect is a failure and is not followed")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    bench.receiver.answers({answer(307, {{"location", bench.receiver.url()}})});
    (void)say(world, outage(1), 0s);
    CHECK(bench.run().size() == 1);
    CHECK(bench.log(id) == Rows{"investigating deferred 1"});
}

TEST_CASE("deliver: 410 disables, ends what waits, and the contacts are told")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const id = bench.hook_of({.name = "ada"});
        bench.receiver.answers({answer(410)});
        (void)say(world, outage(1), 0s);
        (void)say(world, another_outage(2), 0s);
        CHECK(bench.run().size() == 1);
        auto const one = endpoint(world, id);
        CHECK(bool{one.state == WebhookState::disabled});
        CHECK(one.disabled_because == DisabledBecause::gone);
        CHECK(bench.log(id) == Rows{"investigating failed 1", "identified failed 0"});
        auto const told = facts_told(world);
        CHECK(std::ranges::count(told, support::ToldFact{"WebhookDisabled", id.text()}) == 1);
        auto const mails = claim_all(world);
        CHECK(std::ranges::count(mails, Lane::transactional, &Claimed::lane) == 1);
    });
}

TEST_CASE("deliver: a service that not everybody may know of is named to who uses it")
{
    support::World world;
    Bench bench{world};
    constexpr ServiceId heron{103};
    (void)bench.hook_of({.name = "ada", .services = {{mail_service, heron}}});
    (void)bench.hook_of({.name = "bob"});
    auto words = outage(1);
    words.services.push_back(heron);
    words.hidden = {{.name = "Heron", .state = "major", .known_by = {heron}}};
    (void)say(world, words, 0s);
    auto const heard = bench.run();
    REQUIRE(heard.size() == 2);
    CHECK(std::ranges::count_if(heard, [](Heard const& one) {
              return one.body.contains("Heron");
          }) == 1);
}

TEST_CASE("deliver: what another job is posting is not posted beside it")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    (void)say(world, outage(1), 0s);
    auto const lease = [&](Instant until) {
        world.write([&](Call& call) { store::lease_webhook(call.tx, id, JobId{4711}, until); });
    };
    lease(Clock::machine_now() + 1h);
    CHECK(bench.run().empty());
    world.pass(2s);
    lease(Clock::machine_now() - 1s);  // whoever held it is dead
    CHECK(bench.run().size() == 1);
}

TEST_CASE("deliver: a job that was cut off while it posted posts once more when it runs again")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    (void)say(world, outage(1), 0s);
    world.write([&](Call& call) {
        auto const job =
            call.tx.one<JobId>("SELECT id FROM jobs_queue WHERE kind = 'notify.webhook'").value();
        store::lease_webhook(call.tx, id, job, Clock::machine_now() + 1h);
        auto post = store::first_post(call.tx, id, call.now).value();
        post.state = State::sending;
        post.tries = 1;
        store::save_post(call.tx, post, std::nullopt, call.now);
    });
    CHECK(bench.run().size() == 1);
    CHECK(bench.log(id) == Rows{"investigating accepted 1"});
}

TEST_CASE("deliver: an older epoch's deliveries are never posted")
{
    support::for_each_database([](support::World& world) {
        Bench bench{world};
        auto const id = bench.hook_of({.name = "ada"});
        (void)say(world, outage(1), 0s);
        world.write([](Call& call) { db::raise_data_epoch(call.tx); });
        CHECK(bench.run().empty());
        CHECK(bench.log(id) == Rows{"investigating cancelled 0"});
    });
}

TEST_CASE("deliver: what no secret can sign is not sent")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"});
    (void)say(world, outage(1), 0s);
    world.settings.secret = "of another house";
    CHECK(bench.run().empty());
    CHECK(bench.log(id) == Rows{"investigating deferred 1"});
    CHECK(endpoint(world, id).failing_since);
}

TEST_CASE("deliver: an address that is not reached is a failure that says why")
{
    support::World world;
    Bench bench{world};
    auto const id = hook(
        world, account_of(world, add(world, {.name = "ada"})), {.url = "https://10.0.0.7/hook"});
    (void)say(world, outage(1), 0s);
    (void)bench.run();
    auto const posts =
        world.read([&](Call& call) { return store::posts_of(call.tx, id, std::nullopt, 1); });
    REQUIRE(posts[0].attempts.size() == 1);
    CHECK_FALSE(posts[0].attempts[0].status);
    CHECK(posts[0].attempts[0].answer == "This address is not a public one.");
}

TEST_CASE("deliver: Slack has taken a word when it says ok, and waits as long as it asks for")
{
    support::World world;
    Bench bench{world};
    auto const id = bench.hook_of({.name = "ada"}, {.dialect = Dialect::slack});
    (void)say(world, outage(1), 0s);
    bench.receiver.answers(
        {answer(429, {{"retry-after", "60"}}), answer(200), {.status = 200, .body = "ok"}});
    REQUIRE(bench.run().size() == 1);
    world.pass(59s);
    CHECK(bench.run().empty());
    world.pass(1s);
    CHECK(bench.run().size() == 1);
    CHECK(bench.log(id) == Rows{"investigating deferred 2"});
    world.pass(1h);
    auto const heard = bench.run();
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].json().at_pointer("/text").as_string().starts_with("Mail: down"));
    CHECK(bench.log(id) == Rows{"investigating accepted 3"});
}
