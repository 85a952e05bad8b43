#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

// An outage of galleries that is half an hour old, with an estimate of two hours.
struct Outage {
    support::World world;
    ServiceId galleries = service(world, "Galleries").id;
    Incident incident = begin();

    Incident begin()
    {
        auto wish = outage_of(world, galleries);
        wish.eta = Eta{.within = "2h"};
        auto const published = samples::publish(world, wish);
        world.pass(30min);
        return published.value();
    }
    Result<Incident> say(NewUpdate const& wish) { return update(world, incident.id, wish); }
    promises::Promise estimate()
    {
        auto all =
            world.read([&](Call& call) { return promises::about(call.tx, incident.id.text()); });
        std::erase_if(all, [](auto const& one) { return one.source != promises::Source::eta; });
        std::ranges::sort(all, {}, &promises::Promise::id);
        return all.back();
    }
};

}  // namespace

TEST_CASE("update: the next word is the newest, changes state and when, and is a new version")
{
    support::for_each_database([](support::World& world) {
        auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
        world.pass(30min);
        auto const said_now = update(world, incident->id, next_word(world));
        REQUIRE(said_now);
        CHECK(said_now->state == IncidentState::identified);
        CHECK(said_now->version == 2);
        CHECK(said_now->when.next_word_at == world.now() + 1h);
        REQUIRE(said_now->updates.size() == 2);
        CHECK(said_now->updates[0].text == "A disk is full.");
        CHECK(said_now->updates[1].when.next_word_at == incident->when.next_word_at);
        CHECK(to_json(look(world, incident->id).value()) == to_json(*said_now));
        CHECK(said(world).back() == support::ToldFact{"UpdatePublished", incident->id.text()});
    });
}

TEST_CASE("update: a word in time keeps the promise of it, and promises the next (R-17)")
{
    Outage outage;
    REQUIRE(outage.say(next_word(outage.world)));
    auto const ledger = promised(outage.world, outage.incident.id);
    CHECK(std::ranges::count(ledger, "next_word kept") == 1);
    CHECK(std::ranges::count(ledger, "next_word open") == 1);
}

TEST_CASE("update: a word that comes too late is late for good, and the incident is in time again")
{
    Outage outage;
    outage.world.pass(1h);
    CHECK(look(outage.world, outage.incident.id)->overdue);
    auto const word = outage.say(next_word(outage.world));
    REQUIRE(word);
    CHECK_FALSE(word->overdue);
    CHECK_FALSE(word->overdue_since);
    CHECK_FALSE(look(outage.world, outage.incident.id)->overdue);
    CHECK(std::ranges::count(promised(outage.world, outage.incident.id), "next_word late") == 1);
}

TEST_CASE("update: a new estimate in time moves the promise, and what was said first stays")
{
    Outage outage;
    auto const first = outage.estimate();
    auto wish = next_word(outage.world);
    wish.eta = Eta{.within = "4h"};
    REQUIRE(outage.say(wish));
    auto const moved = outage.estimate();
    CHECK(moved.id == first.id);
    CHECK(moved.due_at == outage.world.now() + 4h);
    CHECK(moved.first_due_at == first.due_at);
    CHECK(moved.state == promises::State::open);
}

TEST_CASE("update: an estimate that had passed is broken, also before the timer says so")
{
    Outage outage;
    auto const first = outage.estimate();
    outage.world.pass(2h);
    auto wish = next_word(outage.world);
    wish.eta = Eta{.within = "1h"};
    REQUIRE(outage.say(wish));
    CHECK(outage.estimate().id != first.id);
    CHECK(outage.estimate().state == promises::State::open);
    CHECK(std::ranges::count(promised(outage.world, outage.incident.id), "eta broken") == 1);
}

TEST_CASE("update: an estimate that is not repeated is withdrawn")
{
    Outage outage;
    REQUIRE(outage.say(next_word(outage.world)));
    CHECK(outage.estimate().state == promises::State::withdrawn);
}

TEST_CASE("update: the services it names take their new states, the others stay, and all is dated")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const uploads = service(world, "Uploads");
    auto const incident = publish(world, outage_of(world, galleries.id));
    world.pass(10min);
    auto wish = next_word(world);
    wish.services = {{.service = uploads.id, .state = ServiceState::degraded}};
    auto const joined = update(world, incident->id, wish);
    REQUIRE(joined);
    CHECK(joined->services.size() == 2);
    CHECK(state_of(world, galleries.id) == ServiceState::major);
    CHECK(state_of(world, uploads.id) == ServiceState::degraded);

    world.pass(10min);
    wish = next_word(world);
    wish.services = {{.service = galleries.id, .state = ServiceState::partial}};
    auto const better = update(world, incident->id, wish);
    CHECK(state_of(world, galleries.id) == ServiceState::partial);
    CHECK(to_json(look(world, incident->id).value()) == to_json(better.value()));
    auto const ended = world.read([](Call& call) {
        return call.tx.one<Instant>("SELECT until FROM status_touched WHERE state = 'major'");
    });
    CHECK(ended == world.now());
}

TEST_CASE("update: a word that says a service's state again leaves its row as it is")
{
    Outage outage;
    auto wish = next_word(outage.world);
    wish.services = outage.incident.services;
    REQUIRE(outage.say(wish));
    auto const since = outage.world.read([](Call& call) {
        return call.tx.all<Instant>("SELECT since FROM status_touched WHERE until IS NULL");
    });
    CHECK(since == std::vector{outage.incident.started_at});
}

TEST_CASE("update: those who did not get the word before get only the newest")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada", std::vector{galleries.id});
    auto const incident = publish(world, outage_of(world, galleries.id));
    REQUIRE(update(world, incident->id, next_word(world)));
    CHECK(told(world, incident->id) == Words{"Ada superseded", "Ada queued"});
}

TEST_CASE("update: whoever uses a service that joins hears it from then on")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const uploads = service(world, "Uploads");
    customer(world, "Bob", std::vector{uploads.id});
    auto const incident = publish(world, outage_of(world, galleries.id));
    CHECK(told(world, incident->id).empty());
    auto wish = next_word(world);
    wish.services = {{.service = uploads.id, .state = ServiceState::degraded}};
    REQUIRE(update(world, incident->id, wish));
    CHECK(told(world, incident->id) == Words{"Bob queued"});
}

TEST_CASE("update: a word that says resolved resolves, and needs what resolving needs (R-18)")
{
    Outage outage;
    auto const mute = outage.say({.state = IncidentState::resolved});
    REQUIRE(mute.has_error());
    CHECK(mute.error().code == "incident.needs_closing_text");
    auto const over = outage.say({.state = IncidentState::resolved, .text = "A disk was full."});
    REQUIRE(over);
    CHECK(over->resolved_at == outage.world.now());
    CHECK(state_of(outage.world, outage.galleries) == ServiceState::operational);
}

TEST_CASE("update: what is missing, over or old is refused by its kind")
{
    Outage outage;
    auto const word = next_word(outage.world);
    auto const unknown = update(outage.world, IncidentId{1}, word);
    REQUIRE(unknown.has_error());
    CHECK(unknown.error().kind == Refusal::not_found);
    CHECK(unknown.error().code == "incident.not_found");

    auto const old = update(outage.world, outage.incident.id, word, 2);
    REQUIRE(old.has_error());
    CHECK(old.error().kind == Refusal::stale);

    REQUIRE(resolve(outage.world, outage.incident.id));
    auto const over = outage.say(word);
    REQUIRE(over.has_error());
    CHECK(over.error().kind == Refusal::conflict);
    CHECK(over.error().code == "incident.resolved");
}

TEST_CASE("update: a word that cannot be said is refused, and the one before still holds")
{
    Outage outage;
    auto const good = next_word(outage.world);
    struct Row {
        std::string code;
        std::function<void(NewUpdate&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"update.needs_when", [](auto& wish) { wish.next_word_at.reset(); }},
             {"update.needs_text", [](auto& wish) { wish.text.clear(); }},
             {"update.bad_state", [](auto& wish) { wish.state = IncidentState::suspected; }},
             {"update.bad_state", [](auto& wish) { wish.state = IncidentState::review; }},
             {"workaround.bad_url",
              [](auto& wish) { wish.workaround = Workaround{.text = "So", .url = "mirror"}; }},
             {"incident.needs_services", [](auto& wish) { wish.services.emplace(); }},
             {"service.not_found",
              [](auto& wish) { wish.services = {{.service = ServiceId{1}}}; }}}) {
        CAPTURE(row.code);
        auto wish = good;
        row.spoil(wish);
        auto const refused = outage.say(wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
    }
    CHECK(to_json(look(outage.world, outage.incident.id).value()) == to_json(outage.incident));
}

TEST_CASE("update: what it says of data and of help holds, and what it is silent about stays")
{
    Outage outage;
    auto wish = next_word(outage.world);
    wish.data_safety = DataSafety::safe;
    wish.workaround = Workaround{.text = "Use the mirror."};
    auto word = outage.say(wish);
    CHECK(word->data_safety == DataSafety::safe);
    CHECK(word->workaround->text == "Use the mirror.");
    word = outage.say(next_word(outage.world));
    CHECK(word->data_safety == DataSafety::safe);
    CHECK(word->workaround->text == "Use the mirror.");
    wish = next_word(outage.world);
    wish.workaround = Workaround{};
    CHECK_FALSE(outage.say(wish)->workaround);
}

TEST_CASE("update: the word remembers which services it took from where to where")
{
    Outage outage;
    auto wish = next_word(outage.world);
    wish.services = {
        {.service = outage.galleries, .state = ServiceState::degraded, .failing_percent = 20}};
    auto const word = outage.say(wish);
    REQUIRE(word->updates.at(0).changes.size() == 1);
    CHECK(word->updates[0].changes[0].service == outage.galleries);
    CHECK(word->updates[0].changes[0].from == ServiceState::major);
    CHECK(word->updates[0].changes[0].to == ServiceState::degraded);
    CHECK(word->worst == ServiceState::major);

    // Fewer tries fail: a stretch of its own, and no other state.
    wish.services->at(0).failing_percent = 5;
    outage.world.pass(5min);
    auto const better = outage.say(wish);
    CHECK(better->updates.at(0).changes.empty());
    CHECK(better->services.at(0).failing_percent == 5);
    CHECK(to_json(look(outage.world, outage.incident.id).value()) == to_json(*better));
}

TEST_CASE("update: the estimates that were given stay to be read")
{
    Outage outage;
    auto wish = next_word(outage.world);
    wish.eta = Eta{.at = outage.incident.when.eta_at};
    REQUIRE(outage.say(wish));
    wish.eta = Eta{.within = "4h"};
    auto const word = outage.say(wish);
    REQUIRE(word->eta_history.size() == 2);
    CHECK(word->eta_history[0].eta_at == outage.incident.when.eta_at);
    CHECK(word->eta_history[1].eta_at == outage.world.now() + 4h);
}

TEST_CASE("update: when the fix was first being watched is kept")
{
    Outage outage;
    auto wish = next_word(outage.world);
    wish.state = IncidentState::monitoring;
    CHECK(outage.say(wish)->monitoring_at == outage.world.now());
    outage.world.pass(10min);
    wish = next_word(outage.world);
    wish.state = IncidentState::monitoring;
    auto const again = outage.say(wish);
    CHECK(again->monitoring_at == outage.world.now() - 10min);
    CHECK(again->changed_at == outage.world.now());
}

TEST_CASE("update: one that resolves says of data and help what it says, as the end does")
{
    Outage outage;
    auto const over = outage.say(
        {.state = IncidentState::resolved,
         .text = "A disk was full.",
         .data_safety = DataSafety::lost,
         .workaround = Workaround{.text = "Upload again."}});
    REQUIRE(over);
    CHECK(over->state == IncidentState::resolved);
    CHECK(over->data_safety == DataSafety::lost);
    CHECK(over->workaround->text == "Upload again.");
    CHECK(to_json(look(outage.world, outage.incident.id).value()) == to_json(*over));
}

TEST_CASE("update: one that resolves leaves out what an end does not have")
{
    Outage outage;
    auto const field = [&](auto const& change) {
        NewUpdate wish{.state = IncidentState::resolved, .text = "A disk was full."};
        change(wish);
        auto const refused = outage.say(wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "update.not_at_the_end");
        return refused.error().field;
    };
    CHECK(field([&](auto& wish) {
              wish.services = {{.service = outage.galleries, .state = ServiceState::degraded}};
          }) == "services");
    CHECK(field([](auto& wish) { wish.eta = Eta{.within = "2h"}; }) == "eta");
    CHECK(
        field([&](auto& wish) { wish.next_word_at = outage.world.now() + 1h; }) == "next_word_at");
    CHECK_FALSE(look(outage.world, outage.incident.id)->resolved_at);
}
