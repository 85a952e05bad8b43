#include "kernel/email.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;

TEST_CASE("email: ordinary and international addresses are kept as they were written")
{
    for (auto const* const text :
         {"ann@customers.test", "Ann.Smith+stats@Sub.Customers.Test", "o'hara@x.test",
          "用户@例子.test", "a@localhost", "1/2=3{4}@x-y.test"}) {
        CAPTURE(text);
        auto const email = Email::parse(text);
        REQUIRE(email);
        CHECK(email->text() == text);
    }
}

TEST_CASE("email: what could break out of a command or a header is refused")
{
    for (auto const* const text :
         {"a@x.test>", "<a@x.test", "a b@x.test", "a@x.test\r\nRCPT TO:<b@y.test>", "a\t@x.test",
          "a@x.test,b@y.test", "a;b@x.test", "\"a b\"@x.test", "a(comment)@x.test", "a\\@x.test",
          "a@[127.0.0.1]", "a:b@x.test", "a\x7f@x.test"}) {
        CAPTURE(text);
        CHECK_FALSE(Email::parse(text));
    }
    CHECK_FALSE(Email::parse(std::string_view{"a\0b@x.test", 10}));
}

TEST_CASE("email: what is no address is refused")
{
    for (auto const* const text :
         {"", "@", "a", "a@", "@x.test", "a@b@x.test", "a@.test", "a@test.", "a@x..test",
          "a@-x.test", "a@x_y.test", "a\xff@x.test"}) {
        CAPTURE(text);
        CHECK_FALSE(Email::parse(text));
    }
}

TEST_CASE("email: 64 octets before the at and 254 in all are the most")
{
    std::string const local(64, 'a');
    CHECK(Email::parse(local + "@x.test"));
    CHECK_FALSE(Email::parse(local + "a@x.test"));

    std::string const domain(254 - 65, 'd');
    CHECK(Email::parse(local + "@" + domain));
    CHECK_FALSE(Email::parse(local + "@" + domain + "d"));
}

TEST_CASE("email: the same address in other ASCII case is equal and has the same key")
{
    auto const a = Email::parse("Ann@Customers.TEST");
    auto const b = Email::parse("ann@customers.test");
    REQUIRE(a);
    REQUIRE(b);
    CHECK(*a == *b);
    CHECK(a->key() == "ann@customers.test");
    CHECK(a->domain() == "Customers.TEST");
}

TEST_CASE("email: no accepted text holds white space, a control character or a bracket")
{
    CHECK(rc::check([] {
        auto const noise = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
        auto const email = Email::parse("a" + noise + "@x.test");
        if (email)
            RC_ASSERT(email->text().find_first_of(" \t\r\n<>\"\\,;:()[]\x7f") == std::string::npos);
    }));
}
