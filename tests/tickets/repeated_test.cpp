#include "tickets/repeated.hpp"

#include <doctest/doctest.h>

using tellfirst::tickets::sameness;
using tellfirst::tickets::sameness_of_text;

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

TEST_CASE("sameness_of_text: the same words of the same sender, and nothing where nothing is said")
{
    CHECK(sameness_of_text("Anna@A.test", "where?\n") == sameness_of_text("anna@a.test", "where?"));
    CHECK(sameness_of_text("anna@a.test", "where?") != sameness_of_text("b@a.test", "where?"));
    CHECK(sameness_of_text("anna@a.test", " \n").empty());
}
