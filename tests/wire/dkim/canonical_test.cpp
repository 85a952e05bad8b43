#include "wire/dkim/canonical.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::dkim {
namespace {

TEST_CASE("take_apart keeps folds within their field and leaves the body as it is")
{
    auto const parts = take_apart("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
    CHECK(parts.fields == std::vector<std::string_view>{"A: X", "B : Y\t\r\n\tZ  "});
    CHECK(parts.body == " C \r\nD \t E\r\n\r\n\r\n");
}

TEST_CASE("take_apart finds the end of a message that lacks a body, or even its last line end")
{
    for (std::string_view const message : {"A: X\r\n\r\n", "A: X\r\n", "A: X"}) {
        auto const parts = take_apart(message);
        CHECK(parts.fields == std::vector<std::string_view>{"A: X"});
        CHECK(parts.body.empty());
    }
    CHECK(take_apart("").fields.empty());
    CHECK(take_apart("\r\nbody").body == "body");
}

TEST_CASE("relaxed_field lowers the name, unfolds, and leaves one space for many")
{
    struct Row {
        std::string_view field, relaxed;
    };
    for (auto const& [field, relaxed] : {
             Row{"A: X", "a:X"},  // these two: RFC 6376 section 3.4.5
             Row{"B : Y\t\r\n\tZ  ", "b:Y Z"},
             Row{"SUBJect:AbC", "subject:AbC"},
             Row{"Subject: \r\n folded at once", "subject:folded at once"},
             Row{"Empty:", "empty:"},
             Row{"Empty: \t\r\n ", "empty:"},
             Row{"Colons: a : b:c", "colons:a : b:c"},
         })
        CHECK(relaxed_field(field) == relaxed);
}

TEST_CASE("relaxed_body drops white space at ends of lines and empty lines at the end")
{
    struct Row {
        std::string_view body, relaxed;
    };
    for (auto const& [body, relaxed] : {
             Row{" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n"},  // RFC 6376 section 3.4.5
             Row{"", ""},
             Row{"\r\n\r\n", ""},
             Row{" \t\r\n", ""},
             Row{"a", "a\r\n"},
             Row{"\r\na\r\n\r\nb\r\n", "\r\na\r\n\r\nb\r\n"},
             Row{"a\r\n \r\n", "a\r\n"},
         })
        CHECK(relaxed_body(body) == relaxed);
}

TEST_CASE("relaxed_body changes nothing any more in what it has made")
{
    rc::check([] {
        auto const letters =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab \t.\n"}));
        std::string body;
        for (char const c : letters)
            body += c == '\n' ? std::string{"\r\n"} : std::string{c};
        auto const once = relaxed_body(body);
        RC_ASSERT(relaxed_body(once) == once);
        RC_ASSERT(once.empty() || once.ends_with("\r\n"));
    });
}

}  // namespace
}  // namespace tellfirst::dkim
