#include "tickets/repeated.hpp"

#include <doctest/doctest.h>

using tellfirst::tickets::sameness;

TEST_CASE("sameness: the same mail is the same, whatever relays added and however case is folded")
{
    CHECK(
        sameness("Anna@A.test", "id@a", "Stats", "where?\n") ==
        sameness("anna@a.test", "id@a", "Re: Stats", " where?"));
}

TEST_CASE("sameness: another sender, Message-ID or text is another mail")
{
    auto const one = sameness("anna@a.test", "id@a", "Stats", "where?");
    CHECK(one != sameness("berta@a.test", "id@a", "Stats", "where?"));
    CHECK(one != sameness("anna@a.test", "id2@a", "Stats", "where?"));
    CHECK(one != sameness("anna@a.test", "id@a", "Stats", "here!"));
}

TEST_CASE("sameness: without a Message-ID the subject tells mails apart")
{
    CHECK(
        sameness("a@a.test", "", "Stats", "where?") ==
        sameness("a@a.test", "", " Stats ", "where?"));
    CHECK(
        sameness("a@a.test", "", "Stats", "where?") !=
        sameness("a@a.test", "", "Uploads", "where?"));
}
