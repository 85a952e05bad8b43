#include "wire/smtp/relay.hpp"

#include <doctest/doctest.h>

namespace tellfirst::smtp {
namespace {

TEST_CASE("Relay::parse reads where mail leaves to")
{
    using enum Relay::Security;
    CHECK(*Relay::parse("smtp://127.0.0.1:2525") == Relay{"127.0.0.1", 2525, opportunistic});
    CHECK(*Relay::parse("SMTP://relay.example/") == Relay{"relay.example", 25, opportunistic});
    CHECK(*Relay::parse("smtps://relay.example") == Relay{"relay.example", 465, tls});
    CHECK(*Relay::parse("smtp+starttls://relay.example") == Relay{"relay.example", 587, starttls});
    CHECK(*Relay::parse("smtp://[::1]") == Relay{"::1", 25, opportunistic});
    CHECK(*Relay::parse("smtp://[::1]:26") == Relay{"::1", 26, opportunistic});
    CHECK(
        *Relay::parse("smtps://me%40here:a%3Ab@r:1") ==
        Relay{"r", 1, tls, Credentials{"me@here", "a:b"}});
    CHECK(
        *Relay::parse("smtps://me%40here@r?token_file=/run/a@b") ==
        Relay{"r", 465, tls, Credentials{"me@here", "", "/run/a@b"}});
}

TEST_CASE("Relay::parse tells a password only to who shows his certificate, or to our own machine")
{
    auto const security_of = [](std::string const& url) { return Relay::parse(url)->security; };
    CHECK(security_of("smtp://me:secret@relay.example:587") == Relay::Security::starttls);
    CHECK(security_of("smtp://me:secret@127.0.0.1.example") == Relay::Security::starttls);
    CHECK(security_of("smtp://me:secret@127.0.0.1:587") == Relay::Security::opportunistic);
    CHECK(security_of("smtp://me:secret@localhost") == Relay::Security::opportunistic);
    CHECK(security_of("smtp://me:secret@[::1]") == Relay::Security::opportunistic);
}

TEST_CASE("Relay::parse refuses what it would have to guess")
{
    for (std::string const url :
         {"",
          "relay.example",
          "http://relay.example",
          "smtp://",
          "smtp://:25",
          "smtp://r:",
          "smtp://r:0",
          "smtp://r:65536",
          "smtp://r:25x",
          "smtp://r/path",
          "smtp://user@r",
          "smtp://:password@r",
          "smtp://u:%zz@r",
          "smtp://u:%1@r",
          "smtp://[::1",
          "smtp://[::1]25",
          "smtp://a b",
          "smtps://r?token_file=/t",
          "smtps://u:p@r?token_file=/t",
          "smtps://u@r?token_file=t"}) {
        CAPTURE(url);
        auto const relay = Relay::parse(url);
        REQUIRE(relay.has_error());
        CHECK(relay.error().code == "relay.bad_url");
    }
}

TEST_CASE("parse_relays reads several in their order, and refuses all where one is none")
{
    auto const relays = parse_relays("smtp://a, smtps://me:a%2Cb@b").value();
    REQUIRE(relays.size() == 2);
    CHECK(relays[0].host == "a");
    CHECK(relays[1].credentials == Credentials{"me", "a,b"});
    CHECK(parse_relays("smtp://a").value().size() == 1);
    for (std::string const urls : {"", "smtp://a,", "smtp://a,b", "smtp://a,maildir:/b"})
        CHECK(parse_relays(urls).error().code == "relay.bad_url");
    std::string many = "smtp://a";
    for (int i = 0; i < 8; ++i)
        many += ",smtp://a";
    CHECK(parse_relays(many).error().code == "relay.too_many");
}

}  // namespace
}  // namespace tellfirst::smtp
