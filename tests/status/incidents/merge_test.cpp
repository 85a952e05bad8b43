#include "db/migrations.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

Result<Incident> merge(
    support::World& world, IncidentId id, IncidentId into, std::string text = "One disk did both.",
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write(
        [&](Call& call) { return status::merge(call, id, {.into = into, .text = text}, version); });
}

// Galleries are down, and so are uploads: two incidents of one cause.
struct Two {
    support::World& world;
    ServiceId galleries = service(world, "Galleries").id;
    ServiceId uploads = service(world, "Uploads").id;
    Incident first = *publish(world, outage_of(world, galleries));
    Incident second = begin();

    Incident begin()
    {
        world.pass(5min);
        auto wish = outage_of(world, uploads);
        wish.title = "Uploads fail";
        wish.eta = Eta{.within = "2h"};
        auto const published = publish(world, wish);
        world.pass(5min);
        return *published;
    }
};

}  // namespace

TEST_CASE("merge: the one ends and points to the other, which holds its services from then on")
{
    support::for_each_database([](support::World& world) {
        Two two{world};
        auto const target = merge(world, two.second.id, two.first.id);
        REQUIRE(target);
        CHECK(target->id == two.first.id);
        CHECK(target->services.size() == 2);
        REQUIRE(target->updates.size() == 2);
        CHECK(target->updates[0].text == "It hits more than we said before.");
        CHECK(target->updates[0].when.next_word_at == two.first.when.next_word_at);
        REQUIRE(target->updates[0].changes.size() == 1);
        CHECK(target->updates[0].changes[0].service == two.uploads);
        CHECK(target->updates[0].changes[0].to == ServiceState::major);
        CHECK(to_json(look(world, two.first.id).value()) == to_json(*target));

        auto const merged = look(world, two.second.id);
        CHECK(merged->merged_into == two.first.id);
        CHECK(merged->state == IncidentState::resolved);
        CHECK(merged->resolved_at == world.now());
        CHECK(merged->updates.at(0).text == "One disk did both.");
        CHECK(state_of(world, two.uploads) == ServiceState::major);
        CHECK(said(world).back() == support::ToldFact{"IncidentMerged", merged->id.text()});
        CHECK(std::ranges::count(said(world), "IncidentResolved", &support::ToldFact::kind) == 0);

        REQUIRE(resolve(world, two.first.id));
        CHECK(state_of(world, two.uploads) == ServiceState::operational);
    });
}

TEST_CASE("merge: what the merged one promised is settled, what the other promised holds")
{
    support::World world;
    Two two{world};
    REQUIRE(merge(world, two.second.id, two.first.id));
    auto const ledger = promised(world, two.second.id);
    CHECK(std::ranges::count(ledger, "next_word kept") == 1);
    CHECK(std::ranges::count(ledger, "eta withdrawn") == 1);
    CHECK(promised(world, two.first.id) == Words{"next_word open"});
}

TEST_CASE("merge: whoever was told of the merged one hears the end of the other")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        auto const uploads = service(world, "Uploads").id;
        customer(world, "Ada", std::vector{uploads});
        customer(world, "Bob", std::vector{galleries});
        auto const first = publish(world, outage_of(world, galleries));
        auto const second = publish(world, outage_of(world, uploads));
        REQUIRE(merge(world, second->id, first->id));
        CHECK(told(world, first->id) == Words{"Bob queued"});
        REQUIRE(resolve(world, first->id));
        CHECK(told(world, first->id) == Words{"Ada queued", "Bob superseded", "Bob queued"});
    });
}

TEST_CASE("merge: whoever was told of the merged one is told of what it is a part from then on")
{
    support::World world;
    Two two{world};
    customer(world, "Ada", std::vector{two.uploads});
    auto wish = outage_of(world, two.uploads);
    wish.title = "Uploads hang";
    auto const third = *publish(world, wish);
    REQUIRE(merge(world, third.id, two.first.id));
    CHECK(told(world, third.id) == Words{"Ada superseded", "Ada queued"});
    auto const body = world.read([&](Call& call) {
        return call.tx.one<std::string>(
            "SELECT body FROM notify_notices WHERE about = :about ORDER BY id DESC LIMIT 1",
            {{"about", third.id.text()}});
    });
    auto const words = from_json<notify::Announcement>(parse_json(body.value()).value()).value();
    CHECK(words.state == "merged");
    CHECK(words.part_of == two.first.title);
    CHECK(words.text == "One disk did both.");
    CHECK(words.service_state == "major");
    CHECK(words.when.next_word_at == two.first.when.next_word_at);
}

TEST_CASE("merge: whoever does not want to tell it tells nobody")
{
    support::World world;
    Two two{world};
    customer(world, "Ada", std::vector{two.uploads});
    auto const third = *publish(world, outage_of(world, two.uploads));
    REQUIRE(world.write([&](Call& call) {
        return status::merge(
            call, third.id, {.into = two.first.id, .text = "The same.", .notify = false},
            std::nullopt);
    }));
    CHECK(told(world, third.id) == Words{"Ada queued"});
}

TEST_CASE("merge: what was merged into the merged one leads on to the last")
{
    support::for_each_database([](support::World& world) {
        Two two{world};
        auto const third = publish(world, outage_of(world, two.galleries));
        REQUIRE(merge(world, two.second.id, two.first.id));
        REQUIRE(merge(world, two.first.id, third->id));
        CHECK(look(world, two.second.id)->merged_into == third->id);
    });
}

TEST_CASE("merge: voices and the earliest sighting go on with the other")
{
    support::for_each_database([](support::World& world) {
        Two two{world};
        world.write([&](Call& call) {
            Voice const voice{.browser_key = "a"};
            return hear(call, two.first.id.text(), VoiceKind::see_it_too, voice);
        });
        auto const target = merge(world, two.first.id, two.second.id);
        CHECK(target->voices.see_it_too == 1);
        CHECK(target->first_seen->at == two.first.first_seen->at);
        world.write([&](Call& call) {
            Voice const voice{.browser_key = "b"};
            return hear(call, two.first.id.text(), VoiceKind::see_it_too, voice);
        });
        CHECK(look(world, two.second.id)->voices.see_it_too == 2);
    });
}

TEST_CASE("merge: a service that the other holds worse stays as it says")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const down = publish(world, outage_of(world, galleries));
    auto wish = outage_of(world, galleries);
    wish.services[0].state = ServiceState::degraded;
    auto const slow = publish(world, wish);
    CHECK(merge(world, slow->id, down->id)->services.at(0).state == ServiceState::major);
}

TEST_CASE("merge: what was only suspected goes without a word, and its services are judged by it")
{
    support::World world;
    Two two{world};
    auto const suspected = world.write([&](Call& call) {
        return suspect(call, {.title = "Slow", .services = {{.service = two.uploads}}});
    });
    auto const target = merge(world, suspected->id, two.first.id, "");
    REQUIRE(target);
    CHECK(target->services.size() == 2);
    auto const merged = look(world, suspected->id);
    CHECK(merged->updates.empty());
    CHECK(merged->merged_into == two.first.id);
    CHECK(merged->state == IncidentState::suspected);
    for (auto const which : {Which::all, Which::suspected})
        world.read([&](Call& call) {
            for (auto const& listed : incidents(call.tx, call.now, std::nullopt, 10, which))
                CHECK(listed.id != suspected->id);
        });
    REQUIRE(resolve(world, two.second.id));
    CHECK(state_of(world, two.uploads) == ServiceState::major);
}

TEST_CASE("merge: a suspicion that was once kept as resolved is mended, what was published stays")
{
    support::for_each_database([](support::World& world) {
        Two two{world};
        auto const suspected = world.write([&](Call& call) {
            return suspect(call, {.title = "Slow", .services = {{.service = two.uploads}}});
        });
        for (auto const id : {suspected->id, two.second.id})
            REQUIRE(merge(world, id, two.first.id));
        world.write([&](Call& call) {
            call.tx.run(
                "UPDATE status_incidents SET state = 'resolved' WHERE id = :id",
                {{"id", suspected->id}});
            auto const all = db::all_migrations();
            auto const mend = std::ranges::find(all, 50, &db::Migration::number);
            REQUIRE(mend != all.end());
            call.tx.script(std::string{mend->sqlite});
        });
        CHECK(look(world, suspected->id)->state == IncidentState::suspected);
        CHECK(look(world, two.second.id)->state == IncidentState::resolved);
    });
}

TEST_CASE("merge: one that was published does not end without a last word")
{
    support::World world;
    Two two{world};
    auto const refused = merge(world, two.second.id, two.first.id, " ");
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "update.needs_text");
    CHECK(refused.error().field == "text");
    CHECK_FALSE(look(world, two.second.id)->resolved_at);
}

TEST_CASE("merge: said twice it is done once, with the first last word")
{
    support::World world;
    Two two{world};
    auto const target = merge(world, two.second.id, two.first.id, "One full disk did both.");
    CHECK(look(world, two.second.id)->updates.at(0).text == "One full disk did both.");
    CHECK(to_json(*merge(world, two.second.id, two.first.id, "")) == to_json(*target));
    CHECK(look(world, two.second.id)->updates.size() == 2);
}

TEST_CASE("merge: only an open one merges, into another that is open and that all may read")
{
    support::World world;
    Two two{world};
    auto const code = [&](IncidentId id, IncidentId into) {
        return merge(world, id, into).error().code;
    };
    CHECK(code(IncidentId{1}, two.first.id) == "incident.not_found");
    CHECK(code(two.first.id, IncidentId{1}) == "incident.not_found");
    CHECK(code(two.first.id, two.first.id) == "incident.merged_into_itself");
    auto const stale = merge(world, two.first.id, two.second.id, "So.", 7);
    CHECK(stale.error().kind == Refusal::stale);

    auto wish = outage_of(world, two.galleries);
    auto const ada = customer(world, "Ada");
    wish.account =
        world.read([&](Call& call) { return accounts::find_contact(call.tx, ada)->account; });
    auto const own = publish(world, wish);
    CHECK(code(two.first.id, own->id) == "incident.of_one_account");
    CHECK(merge(world, own->id, two.first.id));

    REQUIRE(resolve(world, two.first.id));
    CHECK(code(two.first.id, two.second.id) == "incident.resolved");
    CHECK(code(two.second.id, two.first.id) == "incident.resolved");
}

TEST_CASE("merge: whom a suspicion hits hears it from the other, but not what a watcher wrote")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const uploads = service(world, "Uploads").id;
    customer(world, "Ada", std::vector{uploads});
    auto const first = publish(world, outage_of(world, galleries));
    auto const draft = world.write([&](Call& call) {
        return observe(
            call, {.service = uploads,
                   .state = SeenState::major,
                   .seen_from = "fra-1",
                   .detail = "10.0.0.3 times out"});
    });
    auto const target = merge(world, draft->incident.value(), first->id, "");
    REQUIRE(target);
    CHECK(told(world, first->id) == Words{"Ada queued"});
    CHECK(state_of(world, uploads) == ServiceState::major);
    for (auto const& touched : target->services)
        CHECK(touched.symptom.empty());
}

TEST_CASE("merge: trouble of one account changes nothing that everybody reads")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        auto const uploads = service(world, "Uploads").id;
        auto const ada = customer(world, "Ada");
        auto wish = outage_of(world, uploads);
        wish.account =
            world.read([&](Call& call) { return accounts::find_contact(call.tx, ada)->account; });
        wish.services[0].symptom = "The secret of Ada's bucket is gone";
        auto const own = publish(world, wish);
        auto slow = outage_of(world, galleries);
        slow.services[0].state = ServiceState::degraded;
        slow.services.push_back({.service = uploads, .state = ServiceState::degraded});
        auto const all = publish(world, slow);
        world.pass(5min);
        auto const target = merge(world, own->id, all->id);
        REQUIRE(target);
        CHECK(to_json(target->services) == to_json(all->services));
        CHECK(target->updates.size() == 1);
        CHECK(state_of(world, uploads) == ServiceState::degraded);
    });
}
