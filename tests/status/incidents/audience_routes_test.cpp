#include "notify/webhooks/receiver.hpp"
#include "status/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Composer {
    support::World world;
    http::Table table;
    Service galleries = samples::service(world, "Galleries");
    Service uploads = samples::service(world, "Uploads");
    Actor actor = Actor::system();

    Composer() { add_routes(table); }

    http::Reply ask(std::string const& query)
    {
        auto const path = "/api/v1/audience" + query;
        auto const reply = support::ask(world, table, actor, {.method = "GET", .path = path});
        return reply ? *reply : http::problem(reply.error());
    }
    std::string both() const { return galleries.id.text() + "," + uploads.id.text(); }
};

}  // namespace

TEST_CASE("audience: as many are queued by publishing as the composer said before")
{
    Composer composer;
    samples::customer(composer.world, "Ada");
    samples::customer(composer.world, "Bob", std::vector{composer.uploads.id});
    samples::customer(composer.world, "Eve", std::vector{composer.galleries.id});
    auto const seen =
        support::json_of(composer.ask("?topic=unplanned&services=" + composer.galleries.id.text()));
    CHECK(seen.at("will_be_told") == 2);
    CHECK(seen.at("unknown_exposure") == 1);
    CHECK(seen.at("channels").at(0).at("channel") == "mail");
    auto const incident =
        samples::publish(composer.world, samples::outage_of(composer.world, composer.galleries.id));
    CHECK(
        samples::told(composer.world, incident->id) == samples::Words{"Ada queued", "Eve queued"});
    auto const over =
        support::json_of(composer.ask("?topic=recovery&incident=" + incident->id.text()));
    CHECK(over.at("will_be_told") == 2);
}

TEST_CASE("audience: a hidden service concerns only those who are known to use it")
{
    support::for_each_database([](support::World& world) {
        http::Table table;
        add_routes(table);
        auto const heron = world.write([](Call& call) {
            return add_service(call, {.name = "Heron", .is_public = false})->id;
        });
        auto const galleries = samples::service(world, "Galleries").id;
        samples::customer(world, "Ada", std::vector{heron});
        samples::customer(world, "Eve");  // nobody knows what she uses
        auto const ask = [&](std::string const& path) {
            return support::json_of(
                support::ask(world, table, Actor::system(), {.method = "GET", .path = path})
                    .value());
        };
        auto const asked = "/api/v1/audience?services=" + heron.text();
        CHECK(ask(asked).at("contacts") == 1);
        CHECK(ask(asked).at("unknown_exposure") == 0);
        CHECK(ask(asked + "," + galleries.text()).at("contacts") == 2);

        auto wish = samples::outage_of(world, heron);
        auto const hidden = samples::publish(world, wish).value().id;
        CHECK(samples::told(world, hidden) == samples::Words{"Ada queued"});
        CHECK(ask("/api/v1/incidents/" + hidden.text() + "/told").at("of") == 1);
        wish.services.push_back({.service = galleries, .state = ServiceState::degraded});
        auto const mixed = samples::publish(world, wish).value().id;
        CHECK(samples::told(world, mixed) == samples::Words{"Ada queued", "Eve queued"});
        CHECK(ask("/api/v1/incidents/" + mixed.text() + "/told").at("of") == 2);
    });
}

TEST_CASE("audience: a subscriber who chose other services is shown with that reason")
{
    Composer composer;
    notify::samples::add_subscriber(composer.world, "eve", {{composer.uploads.id}});
    auto const ask = [&](ServiceId service) {
        return support::json_of(composer.ask("/people?services=" + service.text()))
            .at("items")
            .at(0);
    };
    auto const out = ask(composer.galleries.id);
    CHECK(out.at("because") == "subscribed");
    CHECK(out.at("withheld") == "not_chosen");
    CHECK(ask(composer.uploads.id).at("will_be_told") == true);
    auto const incident =
        samples::publish(composer.world, samples::outage_of(composer.world, composer.galleries.id));
    CHECK(samples::told(composer.world, incident->id) == samples::Words{"eve opted_out"});
}

TEST_CASE("told: an incident that only the page tells says 0 of all until a direct channel ran")
{
    support::for_each_database([](support::World& world) {
        http::Table table;
        add_routes(table);
        auto const galleries = samples::service(world, "Galleries").id;
        auto const ada = samples::customer(world, "Ada");
        samples::customer(world, "Bob");
        auto silent = samples::outage_of(world, galleries);
        silent.notify = false;
        auto const incident = samples::publish(world, silent)->id;
        auto const told = [&] {
            return support::ask(
                       world, table, Actor::system(),
                       {.method = "GET", .path = "/api/v1/incidents/" + incident.text() + "/told"})
                ->body;
        };
        CHECK(told() == R"({"of":2,"told":0})");

        notify::samples::Receiver receiver;
        notify::samples::hook(
            world, notify::samples::account_of(world, ada), {.url = receiver.url()});
        REQUIRE(samples::update(world, incident, samples::next_word(world)));
        CHECK(told() == R"({"of":2,"told":0})");
        world.pass(1min);
        notify::samples::post_all(world, receiver);
        CHECK(told() == R"({"of":2,"told":1})");
    });
}

TEST_CASE("audience: people are listed with the services' names, page by page")
{
    Composer composer;
    samples::customer(composer.world, "Ada");
    samples::customer(
        composer.world, "Bob", std::vector{composer.uploads.id, composer.galleries.id});
    auto const first =
        support::json_of(composer.ask("/people?limit=1&services=" + composer.both()));
    REQUIRE(first.at("items").as_array().size() == 1);
    CHECK(first.at("items").at(0).at("name") == "Ada");
    CHECK(first.at("items").at(0).at("because") == "exposure_unknown");
    CHECK(first.at("items").at(0).at("withheld").is_null());
    auto const second = support::json_of(composer.ask(
        "/people?limit=1&services=" + composer.both() +
        "&after=" + std::string{first.at("next").as_string()}));
    CHECK(second.at("next").is_null());
    CHECK(second.at("items").at(0).at("because") == "uses_service");
    CHECK(write_json(second.at("items").at(0).at("services")) == R"(["Galleries","Uploads"])");
    auto const found =
        support::json_of(composer.ask("/people?q=bob%20%26&services=" + composer.both()));
    CHECK(found.at("items").as_array().size() == 1);
}

TEST_CASE("audience: who may publish sees how many, and who they are if he may read accounts")
{
    Composer composer;
    samples::customer(composer.world, "Ada");
    auto const services = "?services=" + composer.both();
    composer.actor = {
        .kind = Actor::Kind::token, .id = 5, .rights = {Right::publish_status, Right::read_status}};
    CHECK(support::json_of(composer.ask(services)).at("will_be_told") == 1);
    CHECK(composer.ask("/people" + services).status == 403);
    composer.actor.rights = {Right::read_accounts};
    CHECK(composer.ask("/people" + services).status == 200);
}

TEST_CASE("audience: what cannot be asked is refused with its parameter")
{
    Composer composer;
    struct Row {
        std::string query, code;
    };
    for (auto const& [query, code] : std::vector<Row>{
             {"", "audience.needs_services"},
             {"?services=", "audience.needs_services"},
             {"?services=nonsense", "service.not_found"},
             {"?services=svc_aaaaaaaaaaab", "service.not_found"},
             {"?topic=weather&services=" + composer.both(), "input.invalid"},
             {"?topic=recovery", "incident.not_found"},
             {"?topic=recovery&incident=inc_aaaaaaaaaaab", "incident.not_found"}}) {
        CAPTURE(query);
        auto const reply = composer.ask(query);
        CHECK(reply.status == 422);
        CHECK(support::json_of(reply).at("code").as_string() == code);
    }
}

TEST_CASE("audience: of news it counts who reads in the brand, or is on the plan")
{
    Composer composer;
    auto const ada = samples::customer(composer.world, "Ada");
    auto const all = support::json_of(composer.ask("?topic=news"));
    CHECK(all.at("contacts") == 1);
    CHECK(all.at("will_be_told") == 0);
    composer.world
        .write([&](Call& call) {
            return accounts::choose_topics(call, ada, std::vector{accounts::Topic::news});
        })
        .value();
    CHECK(support::json_of(composer.ask("?topic=news")).at("will_be_told") == 1);
    CHECK(
        support::json_of(composer.ask("/people?topic=news")).at_pointer("/items/0/because") ==
        "of_brand");
    for (auto const* wrong : {"brand", "plan"}) {
        auto const refused = support::json_of(composer.ask(fmt::format("?topic=news&{}=x", wrong)));
        CHECK(refused.at("code").as_string() == fmt::format("{}.not_found", wrong));
    }
}
