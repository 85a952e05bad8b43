#include "tickets/about.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::tickets;

TEST_CASE("names_service: what people write for a service names it")
{
    CHECK(names_service("where are my stats?", "Statistics"));
    CHECK(names_service("Statistics do not load", "Statistics"));
    CHECK(names_service("I cannot UPLOAD anything", "Uploads"));
    CHECK(names_service("my gallery is gone", "Galleries"));
    CHECK(names_service("Die Statistik fehlt", "Statistics"));
    CHECK(names_service("e-mail login broken", "Login page"));
}

TEST_CASE("names_service: other words, short words and parts of words do not")
{
    CHECK_FALSE(names_service("how do I change my address?", "Statistics"));
    CHECK_FALSE(names_service("the sta", "Statistics"));
    CHECK_FALSE(names_service("reuploads", "Uploads"));
    CHECK_FALSE(names_service("", "Uploads"));
    CHECK_FALSE(names_service("anything", ""));
    CHECK_FALSE(names_service("my CDN is slow", "CDN"));  // too short to be told from a name
}

TEST_CASE("services_named: answers the places of those that are named")
{
    std::vector<std::string> const services{"Galleries", "Statistics", "Uploads"};
    CHECK(services_named("stats and uploads are down", services) == std::vector<std::size_t>{1, 2});
    CHECK(services_named("hello", services).empty());
}
