#include "wire/lmtp/path.hpp"

#include <doctest/doctest.h>

namespace tellfirst::lmtp {
namespace {

TEST_CASE("parse_path reads addresses as RFC 5321 writes them")
{
    struct Row {
        std::string text;
        Path path;
    };
    std::vector<Row> const rows{
        {"<>", {"", ""}},
        {"<> SIZE=1", {"", "SIZE=1"}},
        {"<a@b>", {"a@b", ""}},
        {"<a.b+c=d@e-f.example> SIZE=1 BODY=7BIT", {"a.b+c=d@e-f.example", "SIZE=1 BODY=7BIT"}},
        {"<\"a b>c\\\"\"@d>", {"\"a b>c\\\"\"@d", ""}},
        {"<a@[192.0.2.1]>", {"a@[192.0.2.1]", ""}},
        {"<a@[IPv6:2001:db8::1]>", {"a@[IPv6:2001:db8::1]", ""}},
        {"<PostMaster>", {"PostMaster", ""}},
        {"<.a..b.@docomo.example>", {".a..b.@docomo.example", ""}},
        {"<j\xc3\xbc@\xc3\xbc.example>", {"j\xc3\xbc@\xc3\xbc.example", ""}},
    };
    for (auto const& row : rows) {
        CAPTURE(row.text);
        auto const path = parse_path(row.text);
        REQUIRE(path);
        CHECK(*path == row.path);
    }
}

TEST_CASE("parse_path refuses everything else")
{
    for (std::string const text :
         {"",         "a@b",        "<a@b",      "<a@b>x",        " <a@b>",
          "<a>",      "<@b>",       "<a@>",      "<a@b.>",        "<a@.b>",
          "<a@b..c>", "<a b@c>",    "<a@b c>",   "<@x,@y:a@b>",   "<a@b@c>",
          "<\"a@b>",  "<\"a\"b@c>", "<a@b\x01>", "<\"a\x01\"@b>", "<a@[]>",
          "<a@[x>",   "<a@[<]>",    "<\xff@b>",  "<a(c)@b>"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_path(text));
    }
    CHECK(parse_path("<" + std::string(252, 'a') + "@b>"));
    CHECK_FALSE(parse_path("<" + std::string(253, 'a') + "@b>"));
}

}  // namespace
}  // namespace tellfirst::lmtp
