#include "wire/smtp/message.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::smtp {
namespace {

// What a server makes of it (RFC 5321 4.5.2).
std::string unstuffed(std::string const& data)
{
    std::string text;
    bool at_line_start = true;
    for (char const c : data) {
        if (!(at_line_start && c == '.'))
            text += c;
        at_line_start = c == '\n';
    }
    return text;
}

TEST_CASE("compile ends every line in CRLF and doubles a leading dot")
{
    CHECK(compile("") == "");
    CHECK(compile("a") == "a\r\n");
    CHECK(compile("a\nb\r\nc\rd") == "a\r\nb\r\nc\r\nd\r\n");
    CHECK(compile("\n\n") == "\r\n\r\n");
    CHECK(compile(".") == "..\r\n");
    CHECK(compile("a\n.\n..b\r\n") == "a\r\n..\r\n...b\r\n");
    CHECK(compile("a.b") == "a.b\r\n");
}

TEST_CASE("compile loses nothing of any text but the kind of its line ends")
{
    CHECK(rc::check([](std::vector<std::string> const& words) {
        std::string text;
        for (auto const& word : words)
            text += word + std::array{".", "\r\n", "\n", "\r", "x"}[word.size() % 5];
        auto const data = compile(text);
        RC_ASSERT(is_compiled(data));
        RC_ASSERT(!data.contains("\r\n.\r\n"));
        RC_ASSERT(compile(unstuffed(data)) == data);
    }));
}

TEST_CASE("is_compiled refuses what could end the message early or smuggle another one")
{
    CHECK(is_compiled(""));
    CHECK(is_compiled("a\r\n..\r\n"));
    for (std::string_view const bad :
         {"a", "a\n", "a\r", "\n", "\r", ".\r\n", "a\r\n.\r\n", "a\r\n.b\r\n", "a\r\r\n",
          "a\rb\r\n", "a\r\nb\nc\r\n", "a\r\n\rb\r\n"})
        CHECK_FALSE(is_compiled(bad));
}

TEST_CASE("is_safe_path refuses what could break out of a command")
{
    CHECK(is_safe_path(""));
    CHECK(is_safe_path("bounce+1-x@help.example"));
    CHECK(is_safe_path("j\xc3\xbcrgen@example.org"));
    for (std::string_view const bad : {"a@b\r\nRCPT TO:<c@d", "a b@c", "a>@b", "<a@b", "a\x7f@b"})
        CHECK_FALSE(is_safe_path(bad));
    CHECK_FALSE(is_safe_path(std::string(255, 'a')));
}

}  // namespace
}  // namespace tellfirst::smtp
