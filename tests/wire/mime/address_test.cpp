#include "wire/mime/header.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

using List = std::vector<Address>;

struct Case {
    std::string_view what;
    std::string_view raw;
    List expected;
};

TEST_CASE("parse_addresses: reads every form of address")
{
    std::vector<Case> const table{
        {"groups",
         "Team: Anna <a@b>, c@d;, undisclosed-recipients:;",
         {{"Anna", "a@b"}, {"", "c@d"}}},
        {"a comma without quotes", "Lee, Anna <a@b>", {{"Lee, Anna", "a@b"}}},
        {"quotes", R"("Lee, \"A\" Anna" <a@b>)", {{"Lee, \"A\" Anna", "a@b"}}},
        {"encoded words in quotes", R"("=?utf-8?Q?J=C3=BCrgen?=" <a@b>)", {{"Jürgen", "a@b"}}},
        {"a bare comma in a word", "=?utf-8?Q?Lee,_J=C3=BCrgen?= <a@b>", {{"Lee, Jürgen", "a@b"}}},
        {"a raw 8-bit name", "J\xfcrgen <a@b>", {{"Jürgen", "a@b"}}},
        {"a name in a comment", "a@b (Anna (Lee))", {{"Anna (Lee)", "a@b"}}},
        {"a route", "<@x,@y:a@b>", {{"", "a@b"}}},
        {"double brackets", "Anna <<a@b>>", {{"Anna", "a@b"}}},
        {"an open bracket", "Anna <a@b, c@d", {{"Anna", "a@b"}, {"", "c@d"}}},
        {"a word", "MAILER-DAEMON", {{"", "MAILER-DAEMON"}}},
        {"words", "The whole world", {{"The whole world", ""}}},
        {"words in a list", "root, a@b", {{"", "root"}, {"", "a@b"}}},
        {"a quoted local part", R"("a b"@c)", {{"", R"("a b"@c)"}}},
        {"folds", "Anna\r\n Lee\r\n\t<a@b>", {{"Anna Lee", "a@b"}}},
        {"an open quote", R"("Anna <a@b>)", {{"Anna", "a@b"}}},
        {"nothing", " ,;, ", {}},
    };
    for (auto const& [what, raw, expected] : table) {
        CAPTURE(what);
        CHECK((parse_addresses(raw) == expected));
    }
}

}  // namespace
}  // namespace tellfirst::mime
