#include "notify/seal.hpp"

#include "kernel/email.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;

namespace {

seal::Owner const owner{.secret = std::string(32, 's'), .domain = "help.example.test"};
seal::Owner const other{.secret = std::string(32, 't'), .domain = "help.example.test"};
seal::Delivery const delivery{.notice = NoticeId{123456789012}, .recipient = 987654321098};

}  // namespace

TEST_CASE("message_id: it is the same each time and comes back as its delivery")
{
    auto const id = seal::message_id(owner, delivery);
    CHECK(id == seal::message_id(owner, delivery));
    CHECK(id.ends_with("@help.example.test"));
    CHECK(seal::read_message_id(owner.secret, id) == delivery);
}

TEST_CASE("message_id: another reader has another one")
{
    auto next = delivery;
    ++next.recipient;
    CHECK(seal::message_id(owner, delivery) != seal::message_id(owner, next));
}

TEST_CASE("read_message_id: what another secret sealed, or a letter changed, is not ours")
{
    auto const id = seal::message_id(owner, delivery);
    CHECK_FALSE(seal::read_message_id(other.secret, id));
    CHECK_FALSE(seal::read_message_id(owner.secret, ""));
    CHECK_FALSE(seal::read_message_id(owner.secret, "@help.example.test"));
    for (std::size_t i = 0; i <= id.find('@'); ++i) {
        auto changed = id;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        CHECK_FALSE(seal::read_message_id(owner.secret, changed));
    }
}

TEST_CASE("bounce_address: it is a mail address with at most 64 octets before the @")
{
    auto const address = seal::bounce_address(owner, delivery);
    CHECK(Email::parse(address));
    CHECK(address.find('@') <= 64);
    CHECK(address.starts_with("bounce+"));
}

TEST_CASE("read_bounce_address: it comes back as its delivery, on any domain and in any case")
{
    auto const address = seal::bounce_address(owner, delivery);
    CHECK(seal::read_bounce_address(owner.secret, address) == delivery);
    auto upper = address.substr(0, address.find('@')) + "@care.lens.test";
    std::ranges::transform(
        upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    CHECK(seal::read_bounce_address(owner.secret, upper) == delivery);
}

TEST_CASE("read_bounce_address: what another secret sealed, or a letter changed, is not ours")
{
    auto const address = seal::bounce_address(owner, delivery);
    CHECK_FALSE(seal::read_bounce_address(other.secret, address));
    for (std::string_view const none :
         {"", "bounce@help.example.test", "bounce+@help.example.test", "bounce+-@x", "bounce+a-b@x",
          "bounce+a-b-c@x"})
        CHECK_FALSE(seal::read_bounce_address(owner.secret, none));
    for (std::size_t i = 0; i < address.find('@'); ++i) {
        auto changed = address;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        CHECK_FALSE(seal::read_bounce_address(owner.secret, changed));
    }
}

TEST_CASE("unsubscribe_token: it comes back for every topic and fits behind unsubscribe+")
{
    for (auto const name : names_of<accounts::Topic>()) {
        seal::Unsubscribe const wish{
            .contact = ContactId{42}, .topic = *parse_enum<accounts::Topic>(name)};
        auto const token = seal::unsubscribe_token(owner.secret, wish);
        CHECK(seal::read_unsubscribe_token(owner.secret, token) == wish);
        CHECK(token.size() + std::string_view{"unsubscribe+"}.size() <= 64);
        CHECK_FALSE(seal::read_unsubscribe_token(other.secret, token));
    }
}

TEST_CASE("read_unsubscribe_token: a token for one topic is none for another")
{
    auto token = seal::unsubscribe_token(owner.secret, {ContactId{42}, accounts::Topic::news});
    token.replace(token.find("news"), 4, "planned");
    CHECK_FALSE(seal::read_unsubscribe_token(owner.secret, token));
}

TEST_CASE("read_message_id: a brand's domain is worn, not proved")
{
    auto const partner = seal::Owner{.secret = owner.secret, .domain = "help.lens.test"};
    auto const id = seal::message_id(partner, delivery);
    CHECK(id.ends_with("@help.lens.test"));
    CHECK(seal::read_message_id(owner.secret, id) == delivery);
}

TEST_CASE("release_token: opens one held word of one brand, and nothing else")
{
    seal::Held const held{.notice = NoticeId{7}, .brand = BrandId{9}};
    auto const token = seal::release_token("secret", held);
    CHECK(seal::read_release_token("secret", token) == held);
    CHECK_FALSE(seal::read_release_token("another", token));
    CHECK_FALSE(seal::read_release_token("secret", token + "0"));
    CHECK(token != seal::release_token("secret", {.notice = NoticeId{7}, .brand = BrandId{8}}));
}
