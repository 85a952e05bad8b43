#include "status/incidents/word.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

std::string refusal(std::string const& text, std::optional<std::int64_t> undo_s = std::nullopt)
{
    auto const good = check_word(text, undo_s);
    return good ? "" : good.error().code;
}

}  // namespace

TEST_CASE("check_word: a public word has 1 to 10,000 bytes that are not all blank")
{
    CHECK(refusal("x").empty());
    CHECK(refusal(std::string(10'000, 'x')).empty());
    CHECK(refusal("") == "update.needs_text");
    CHECK(refusal(" \r\n\t") == "update.needs_text");
    CHECK(refusal(std::string(10'001, 'x')) == "update.too_long");
}

TEST_CASE("check_word: a word may be taken back for up to an hour")
{
    CHECK(refusal("x", 0).empty());
    CHECK(refusal("x", 3600).empty());
    CHECK(refusal("x", -1) == "update.bad_undo");
    CHECK(refusal("x", 3601) == "update.bad_undo");
}

TEST_CASE("check_services: 1 to 200 services that exist, each once")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries").id;
    auto const refused = [&](std::vector<Touched> const& services) {
        return world.read([&](Call& call) {
            auto const good = check_services(call.tx, services);
            return good ? std::string{} : good.error().code + " " + good.error().field;
        });
    };
    CHECK(refused({{.service = galleries}}).empty());
    CHECK(refused({}) == "incident.needs_services services");
    CHECK(
        refused(std::vector<Touched>(201, {.service = galleries})) ==
        "incident.needs_services services");
    CHECK(
        refused({{.service = galleries}, {.service = ServiceId{1}}}) ==
        "service.not_found services[1].service");
    CHECK(
        refused({{.service = galleries}, {.service = galleries}}) ==
        "service.named_twice services[1].service");
}

TEST_CASE("say: a word is trimmed, and becomes the newest of its incident")
{
    support::World world;
    auto incident =
        samples::publish(world, samples::outage_of(world, samples::service(world, "Galleries").id))
            .value();
    world.pass(1min);
    world.write([&](Call& call) {
        auto again = incident;
        say(call, again,
            {.text = " Still looking.\n",
             .when = {.next_word_at = call.now + 1h},
             .notify = false});
        CHECK(again.updates.at(0).text == "Still looking.");
        CHECK(again.updates.at(0).at == call.now);
    });
    CHECK(samples::look(world, incident.id)->updates.size() == 2);
}
