#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

TEST_CASE("learn_words: a ticket has the words of its subject, its writer and his account, once")
{
    World world;
    TicketHouse house{world};
    (void)house.post({.subject = "Foto: a foto, A FOTO!"});
    auto const words = world.read([](Call& call) {
        return call.tx.all<std::string>("SELECT word FROM tickets_words ORDER BY word");
    });
    CHECK(words == std::vector<std::string>{"a", "ann", "foto", "ruiz", "test"});
}

TEST_CASE("learn_words: a long subject is cut to so many words")
{
    World world;
    TicketHouse house{world};
    std::string subject;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        for (char const* const digit : {"1 ", "2 ", "3 "})
            subject += letter + std::string{digit};
    (void)house.post({.subject = subject});
    CHECK(world.read([](Call& call) {
        return *call.tx.one<std::int64_t>("SELECT COUNT(*) FROM tickets_words") <= 64;
    }));
}
