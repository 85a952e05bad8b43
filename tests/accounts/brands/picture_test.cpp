#include "accounts/brands/picture.hpp"

#include "kernel/digest.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace std::string_literals;

namespace {

Result<Logo> read_svg(std::string const& text)
{
    return read_logo({.type = "image/svg+xml", .data = to_base64(text)});
}

Result<Logo> read_png(std::string const& bytes)
{
    return read_logo({.type = "image/png", .data = to_base64(bytes)});
}

std::string const head = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s;
std::string const small = head + "\0\0\0\x10\0\0\0\x10"s;

std::string code(Result<Logo> const& logo)
{
    return logo ? "" : logo.error().code;
}

}  // namespace

TEST_CASE("read_logo: a PNG is taken; its path says what is in it")
{
    auto const logo = read_png(small);
    REQUIRE(logo);
    CHECK(logo->bytes == small);
    CHECK(logo->path.starts_with("/logo-"));
    CHECK(logo->path.ends_with(".png"));
    CHECK(read_png(small + "x")->path != logo->path);
}

TEST_CASE("read_logo: what is no PNG, or unpacks too large, is refused")
{
    CHECK(code(read_png("GIF89a")) == "logo.not_png");
    CHECK(code(read_png(head)) == "logo.not_png");
    CHECK(code(read_png(head + "\0\1\0\0\0\0\0\x10"s)) == "logo.not_png");
    CHECK(code(read_png(head + "\0\0\0\0\0\0\0\x10"s)) == "logo.not_png");
}

TEST_CASE("read_logo: an SVG that draws is taken")
{
    for (auto const* const text :
         {R"(<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>)",
          R"(<?xml version="1.0"?><svg><style>.a{fill:url(#b)}</style><use href="#b"/></svg>)",
          R"(<svg><image href="data:image/png;base64,iVBORw0KGgo="/><text>on and on</text></svg>)"})
        CHECK(read_svg(text));
}

TEST_CASE("read_logo: an SVG that runs something or points outside is refused")
{
    for (auto const* const text :
         {"<svg><script>alert(1)</script></svg>", "<svg><SCRIPT href='#a'/></svg>",
          "<svg><s:script xmlns:s='http://www.w3.org/2000/svg'/></svg>",
          "<svg onload=alert(1)></svg>", "<svg><g\nOnClick = 'a()'/></svg>",
          "<svg><g a=''onclick='a()'/></svg>", "<svg><a href='javascript:alert(1)'/></svg>",
          "<svg><a xlink:href='&#106;avascript:alert(1)'/></svg>",
          "<svg><image href='https://other.test/a.png'/></svg>",
          "<svg><image href = //other.test/a.png /></svg>",
          "<svg><image href='data:text/html,x'/></svg>", "<svg><style>@import 'x'</style></svg>",
          "<svg><g style='fill:url(http://a.test)'/></svg>",
          "<svg><g style=\"fill:url( 'http://a.test')\"/></svg>", "<svg><foreignObject/></svg>",
          "<!--x--><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
          "<?xml version='1.0'?><?xml-stylesheet href='#a'?><svg/>"})
        CHECK_MESSAGE(code(read_svg(text)) == "logo.unsafe_svg", text);
}

TEST_CASE("read_logo: no SVG, no base64, an unknown type and too much are refused")
{
    CHECK(code(read_svg("hello")) == "logo.not_svg");
    CHECK(code(read_svg("<svg>\xff</svg>")) == "logo.not_svg");
    CHECK(code(read_logo({"image/svg+xml", "!"})) == "logo.not_base64");
    CHECK(code(read_logo({"image/svg+xml", ""})) == "logo.not_base64");
    CHECK(code(read_logo({"image/gif", "R0lGODlh"})) == "logo.unknown_type");
    CHECK(code(read_svg("<svg>" + std::string(32 * 1024, ' ') + "</svg>")) == "logo.too_large");
}
