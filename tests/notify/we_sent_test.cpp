#include "notify/samples.hpp"
#include "notify/seal.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

bool ours(support::World& world, std::string_view message_id, ContactId contact)
{
    return world.write([&](Call& call) { return we_sent(call, message_id, contact); });
}

std::string sealed(support::World& world, NoticeId notice, ContactId contact)
{
    return seal::message_id(
        {world.settings.secret, world.settings.domain}, {notice, contact.value()});
}

}  // namespace

TEST_CASE("we_sent: a Message-ID of ours is known for its reader and his account")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob"});
        auto const notice = say(world, outage(1));
        auto const account =
            world.read([&](Call& call) { return *accounts::find_contact(call.tx, ada)->account; });
        auto const colleague = world.write([&](Call& call) {
            return accounts::add_contact(
                call, account, {.name = "Amy", .email = address("amy@example.test")});
        });

        auto const id = sealed(world, notice, ada);
        CHECK(ours(world, id, ada));
        CHECK(ours(world, id, colleague.value().id));
        CHECK_FALSE(ours(world, id, bob));
        CHECK_FALSE(ours(world, "x" + id, ada));
    });
}

TEST_CASE("we_sent: a Message-ID that a letter brought along is known too")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob"});
        world.write([&](Call& call) {
            send(
                call, {.to = ada,
                       .from = address("help@help.example.test"),
                       .subject = "Re: hello",
                       .text = "Hello.",
                       .message_id = "abc@help.example.test"});
        });
        CHECK(ours(world, "abc@help.example.test", ada));
        CHECK_FALSE(ours(world, "abc@help.example.test", bob));
        CHECK_FALSE(ours(world, "", ada));
    });
}
