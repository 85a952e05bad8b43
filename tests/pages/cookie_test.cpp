#include "pages/cookie.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("cookie: over https its name binds it to our host")
{
    Settings const settings{.public_url = "https://help.example.test"};
    CHECK(
        cookie_with(settings, "abc") ==
        "__Host-tellfirst-contact=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure");
    CHECK(cookie_cleared(settings).find("Max-Age=0;") != std::string::npos);
}

TEST_CASE("cookie: over plain http a browser would refuse that name")
{
    Settings const settings{.public_url = "http://127.0.0.1:8080"};
    CHECK(
        cookie_with(settings, "abc") ==
        "tellfirst-contact=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
}

TEST_CASE("cookie: is found among others, and never by a part of its name")
{
    Settings const settings;
    CHECK(cookie_in("a=1; tellfirst-contact=abc; b=2", settings) == "abc");
    CHECK(cookie_in("tellfirst=1; tellfirst-contact-old=2", settings).empty());
    CHECK(cookie_in("", settings).empty());
}
