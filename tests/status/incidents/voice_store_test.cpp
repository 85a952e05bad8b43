#include "status/incidents/voice_store.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;
using store::VoiceAbout;
using store::VoiceSubject;

TEST_CASE("voice store: an incident and an issue of the same number are not the same")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            VoiceSubject const incident{.about = VoiceAbout::incident, .id = 1};
            VoiceSubject const issue{.about = VoiceAbout::issue, .id = 1};
            Voice const voice{.browser_key = "a"};
            CHECK(store::add_voice(call, incident, VoiceKind::helped, voice));
            CHECK(store::add_voice(call, issue, VoiceKind::helped, voice));
            CHECK_FALSE(store::add_voice(call, issue, VoiceKind::helped, voice));
            CHECK(store::count_voices(call.tx, incident).at(0).voices == 1);
        });
    });
}

TEST_CASE("voice store: the key of a browser is kept nowhere")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            CHECK(store::add_voice(call, {.id = 1}, VoiceKind::helped, {.browser_key = "secret"}));
            auto const kept =
                call.tx.one<std::string>("SELECT voice || browser FROM status_voices");
            CHECK(kept->find("secret") == std::string::npos);
        });
    });
}

TEST_CASE("voice store: voices are copied to another incident, each once")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto const add = [&](std::int64_t incident, Voice const& voice) {
                CHECK(store::add_voice(call, {.id = incident}, VoiceKind::see_it_too, voice));
            };
            add(1, {.browser_key = "a"});
            add(1, {.contact = ContactId{7}});
            add(2, {.contact = ContactId{7}});
            store::copy_voices(call.tx, IncidentId{1}, IncidentId{2});
            CHECK(store::count_voices(call.tx, {.id = 2}).at(0).voices == 2);
            CHECK(store::count_voices(call.tx, {.id = 1}).at(0).voices == 2);
            CHECK(
                store::contacts_heard(call.tx, {.id = 2}, VoiceKind::see_it_too) ==
                std::vector{ContactId{7}});
        });
    });
}

TEST_CASE("voice store: of the moments at which a customer saw it the earliest stays")
{
    support::for_each_database([](support::World& world) {
        auto const incident =
            samples::publish(
                world, samples::outage_of(world, samples::service(world, "Galleries").id))
                ->id;
        world.write([&](Call& call) {
            for (auto const at : {call.now, call.now - 2min, call.now - 1min})
                store::customer_saw(call.tx, incident, at);
            CHECK(
                call.tx.one<Instant>("SELECT customer_at FROM status_incidents") ==
                call.now - 2min);
        });
    });
}
