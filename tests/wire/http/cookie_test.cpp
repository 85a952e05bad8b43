#include "wire/http/cookie.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

constexpr Cookie ours{.name = "ours", .life = 1h};

Settings reached_by(std::string url)
{
    Settings settings;
    settings.public_url = std::move(url);
    return settings;
}

Settings const safe = reached_by("https://help.example.test");
Settings const plain = reached_by("http://127.0.0.1:8080");

}  // namespace

TEST_CASE("set_cookie: over https it is bound to our host and to secure connections")
{
    CHECK(
        set_cookie(ours, safe, "abc") ==
        "__Host-ours=abc; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure");
}

TEST_CASE("set_cookie: over plain http a browser would refuse that name")
{
    CHECK(
        set_cookie(ours, plain, "abc") == "ours=abc; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax");
}

TEST_CASE("clear_cookie: the browser forgets it at once")
{
    CHECK(clear_cookie(ours, plain) == "ours=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST_CASE("cookie_in: the one of that name is found among others, and never by a part of it")
{
    CHECK(cookie_in("a=1; ours=abc; b=2", ours, plain) == "abc");
    CHECK(cookie_in("ours=abc", ours, plain) == "abc");
    CHECK(cookie_in("yours=1; ours-old=2; ours2=3", ours, plain).empty());
    CHECK(cookie_in("ours", ours, plain).empty());
    CHECK(cookie_in("", ours, plain).empty());
}

TEST_CASE("cookie_in: over https only the cookie that is bound to our host counts")
{
    CHECK(cookie_in("ours=abc", ours, safe).empty());
    CHECK(cookie_in("__Host-ours=abc", ours, safe) == "abc");
}
