#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("publish: an incident answers as it is read later, with its first word")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto const uploads = service(world, "Uploads");
        auto wish = outage_of(world, uploads.id);
        wish.title = " Uploads fail ";
        wish.services.push_back({.service = galleries.id, .state = ServiceState::partial});
        wish.eta = Eta{.within = "2h"};

        auto const incident = publish(world, wish);
        REQUIRE(incident);
        CHECK(incident->title == "Uploads fail");
        CHECK(incident->state == IncidentState::investigating);
        CHECK(incident->started_at == world.now());
        CHECK(incident->when.eta_at == world.now() + 2h);
        CHECK(incident->when.eta_words == "2h");
        REQUIRE(incident->updates.size() == 1);
        CHECK(incident->updates[0].text == "We are looking for the cause.");
        CHECK(to_json(look(world, incident->id).value()) == to_json(*incident));
    });
}

TEST_CASE("publish: the services are in the states that were said of them at once")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const uploads = service(world, "Uploads");
    REQUIRE(publish(world, outage_of(world, galleries.id)));
    CHECK(state_of(world, galleries.id) == ServiceState::major);
    CHECK(state_of(world, uploads.id) == ServiceState::operational);
}

TEST_CASE("publish: where two incidents overlap, the worst state is the service's")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const worse = publish(world, outage_of(world, galleries.id));
    auto wish = outage_of(world, galleries.id);
    wish.services[0].state = ServiceState::degraded;
    REQUIRE(publish(world, wish));
    CHECK(state_of(world, galleries.id) == ServiceState::major);
    REQUIRE(resolve(world, worse->id));
    CHECK(state_of(world, galleries.id) == ServiceState::degraded);
}

TEST_CASE("publish: whoever uses the service, or may use it, hears it once, and nobody else (R-15)")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const uploads = service(world, "Uploads");
    customer(world, "Ada", std::vector{galleries.id});
    customer(world, "Bob", std::vector{uploads.id});
    customer(world, "Eve");
    auto const incident = publish(world, outage_of(world, galleries.id));
    CHECK(told(world, incident->id) == Words{"Ada queued", "Eve queued"});
    CHECK(said(world).back() == support::ToldFact{"UpdatePublished", incident->id.text()});
}

TEST_CASE("publish: with notify false nobody is told, and the word is public all the same")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada");
    auto wish = outage_of(world, galleries.id);
    wish.notify = false;
    auto const incident = publish(world, wish);
    CHECK(told(world, incident->id).empty());
    CHECK(said(world).back() == support::ToldFact{"UpdatePublished", incident->id.text()});
}

TEST_CASE("publish: a notice may be taken back as long as the settings or the call say")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const leaves = [&](std::optional<std::int64_t> undo_s) {
        auto wish = outage_of(world, galleries.id);
        wish.undo_s = undo_s;
        auto const incident = publish(world, wish);
        return world.read([&](Call& call) {
            return call.tx.one<Instant>(
                "SELECT due_at FROM notify_notices WHERE about = :about",
                {{"about", incident->id.text()}});
        });
    };
    CHECK(leaves(std::nullopt) == world.now() + world.settings.notify.undo);
    CHECK(leaves(0) == world.now());
    CHECK(leaves(90) == world.now() + 90s);
}

TEST_CASE("publish: next word and estimate stand in the ledger, owed by whoever published")
{
    support::World world;
    auto const ada = person(world, "ada");
    auto const galleries = service(world, "Galleries");
    auto wish = outage_of(world, galleries.id);
    wish.eta = Eta{.at = world.now() + 3h};
    auto const incident =
        world.write(as(ada), [&](Call& call) { return status::publish(call, wish); });
    REQUIRE(incident);
    CHECK(incident->owner == ada.id);

    auto const ledger =
        world.read([&](Call& call) { return promises::about(call.tx, incident->id.text()); });
    CHECK(promised(world, incident->id) == Words{"next_word open", "eta open"});
    for (auto const& promise : ledger) {
        CHECK(promise.owner == ada.id);
        CHECK(promise.to == "public");
        CHECK(promise.due_at == world.now() + (promise.source == promises::Source::eta ? 3h : 1h));
    }
}

TEST_CASE("publish: an incident that began earlier holds its services from then on")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto wish = outage_of(world, galleries.id);
    wish.started_at = world.now() - 20min;
    auto const incident = publish(world, wish);
    CHECK(incident->started_at == world.now() - 20min);
    CHECK(incident->created_at == world.now());
    auto const since = world.read(
        [&](Call& call) { return call.tx.one<Instant>("SELECT since FROM status_touched"); });
    CHECK(since == world.now() - 20min);
}

TEST_CASE("publish: a word with neither estimate nor next word is refused, and nothing is written "
          "(R-16)")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada");
    auto const facts = support::facts_told(world);
    auto wish = outage_of(world, galleries.id);
    wish.next_word_at.reset();
    auto const refused = publish(world, wish);
    REQUIRE(refused.has_error());
    CHECK(refused.error().kind == Refusal::invalid);
    CHECK(refused.error().code == "update.needs_when");
    CHECK(world.read([](Call& call) { return open_incidents(call.tx, call.now); }).empty());
    CHECK(support::facts_told(world) == facts);
    CHECK(state_of(world, galleries.id) == ServiceState::operational);
}

TEST_CASE("publish: what cannot be said is refused with its field")
{
    support::World world;
    auto const good = outage_of(world, service(world, "Galleries").id);
    struct Row {
        std::string code, field;
        std::function<void(NewIncident&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"incident.needs_title", "title", [](auto& wish) { wish.title = " "; }},
             {"incident.needs_title", "title",
              [](auto& wish) { wish.title = std::string(201, 'x'); }},
             {"update.needs_text", "text", [](auto& wish) { wish.text = "\n"; }},
             {"incident.needs_services", "services", [](auto& wish) { wish.services.clear(); }},
             {"service.not_found", "services[1].service",
              [](auto& wish) { wish.services.push_back({.service = ServiceId{1}}); }},
             {"person.not_found", "owner", [](auto& wish) { wish.owner = PersonId{1}; }},
             {"incident.starts_later", "started_at",
              [](auto& wish) { wish.started_at = support::test_start + 1us; }},
             {"incident.too_long_ago", "started_at",
              [](auto& wish) { wish.started_at = support::test_start - 366 * 24h - 1us; }},
             {"incident.too_long_ago", "first_seen.at",
              [](auto& wish) {
                  wish.first_seen = FirstSeen{.at = support::test_start - 366 * 24h - 1us};
              }},
             {"incident.needs_trouble", "services",
              [](auto& wish) { wish.services[0].state = ServiceState::operational; }},
             {"update.when_passed", "next_word_at",
              [](auto& wish) { wish.next_word_at = support::test_start; }},
             {"account.not_found", "account", [](auto& wish) { wish.account = AccountId{1}; }},
             {"incident.seen_later", "first_seen.at",
              [](auto& wish) { wish.first_seen = FirstSeen{.at = support::test_start + 1us}; }},
             {"workaround.needs_text", "workaround.text",
              [](auto& wish) { wish.workaround = Workaround{.url = "https://help.example.test"}; }},
             {"workaround.bad_url", "workaround.url",
              [](auto& wish) {
                  wish.workaround = Workaround{.text = "So", .url = "javascript:alert(1)"};
              }},
             {"incident.bad_service_state", "services[0].state",
              [](auto& wish) { wish.services[0].state = ServiceState::maintenance; }},
             {"incident.bad_percent", "services[0].failing_percent",
              [](auto& wish) { wish.services[0].failing_percent = 50; }},
             {"incident.bad_percent", "services[0].failing_percent",
              [](auto& wish) {
                  wish.services[0].state = ServiceState::degraded;
                  wish.services[0].failing_percent = 100;
              }},
             {"incident.bad_percent", "services[0].failing_percent", [](auto& wish) {
                  wish.services[0].state = ServiceState::partial;
                  wish.services[0].failing_percent = 0.00001;
              }}}) {
        CAPTURE(row.code);
        auto wish = good;
        row.spoil(wish);
        auto const refused = publish(world, wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
}

TEST_CASE("publish: slow counts by its percentage, and one without it is published too (R-19)")
{
    support::for_each_database([](support::World& world) {
        auto wish = outage_of(world, service(world, "Galleries").id);
        wish.services[0] = {
            .service = wish.services[0].service,
            .state = ServiceState::degraded,
            .failing_percent = 33.33335,
            .symptom = " Some time out "};
        wish.services.push_back(
            {.service = service(world, "Uploads").id, .state = ServiceState::degraded});
        auto const incident = publish(world, wish);
        REQUIRE(incident);
        CHECK(incident->services.at(0).failing_percent == 33.3334);
        CHECK(incident->services.at(0).symptom == "Some time out");
        CHECK_FALSE(incident->services.at(1).failing_percent);
        CHECK(incident->worst == ServiceState::degraded);
        CHECK(incident->updates.at(0).changes.at(0).to == ServiceState::degraded);
        CHECK(to_json(look(world, incident->id).value()) == to_json(*incident));
    });
}

TEST_CASE("publish: what is said of data, of help and of who saw it first stands in the incident")
{
    support::for_each_database([](support::World& world) {
        auto wish = outage_of(world, service(world, "Galleries").id);
        CHECK(publish(world, wish)->data_safety == DataSafety::not_yet_known);
        CHECK(publish(world, wish)->first_seen->by == SeenBy::us);
        wish.data_safety = DataSafety::safe;
        wish.workaround = Workaround{.text = "Use the mirror. ", .url = "https://m.example.test/"};
        wish.first_seen =
            FirstSeen{.by = SeenBy::customer, .at = world.now() - 1min, .detail = "T-1042"};
        auto const incident = publish(world, wish);
        REQUIRE(incident);
        CHECK(incident->data_safety == DataSafety::safe);
        CHECK(incident->workaround->text == "Use the mirror.");
        CHECK(incident->workaround->url == "https://m.example.test/");
        CHECK(incident->first_seen->detail == "T-1042");
        CHECK(to_json(look(world, incident->id).value()) == to_json(*incident));
    });
}

TEST_CASE("publish: trouble of one account is told to its contacts only, and changes no service")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        auto const ada = customer(world, "Ada", std::vector<ServiceId>{});
        customer(world, "Bob", std::vector{galleries});
        customer(world, "Eve");
        auto wish = outage_of(world, galleries);
        wish.account =
            world.read([&](Call& call) { return accounts::find_contact(call.tx, ada)->account; });
        auto const incident = publish(world, wish);
        REQUIRE(incident);
        CHECK(incident->account == wish.account);
        CHECK(told(world, incident->id) == Words{"Ada queued"});
        CHECK(state_of(world, galleries) == ServiceState::operational);
        REQUIRE(resolve(world, incident->id));
        CHECK(told(world, incident->id) == Words{"Ada superseded", "Ada queued"});
    });
}
