#include "pages/shell.hpp"

#include "kernel/digest.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

bool shows(std::string const& html, std::string_view text)
{
    return html.find(text) != std::string::npos;
}

std::string between(std::string const& html, std::string_view from, std::string_view to)
{
    auto const begin = html.find(from) + from.size();
    return html.substr(begin, html.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("in_shell: a public page runs exactly the script that its policy names")
{
    auto const html = in_shell({.brand = "Pixel", .title = "Pixel", .made = support::test_start});
    auto const script = between(html, "<script>", "</script>");
    CHECK(shows(public_policy(), "'sha256-" + to_base64(sha256(script)) + "'"));
    CHECK(script.size() <= 2048);
    CHECK(shows(html, "data-made=\"2026-03-04T10:00:00Z\""));
}

TEST_CASE("in_shell: a page of one person has no script and is in no search engine")
{
    auto const html = in_shell({.brand = "Pixel", .title = "Pixel", .signed_in = true});
    CHECK_FALSE(shows(html, "<script"));
    CHECK(shows(html, "name=\"robots\" content=\"noindex\""));
    CHECK(shows(html, "action=\"/portal/sign-out\""));
}

TEST_CASE("in_shell: carries the brand and no other name")
{
    auto const html = in_shell({.brand = "Pixel", .title = "Pixel", .made = support::test_start});
    CHECK(shows(html, "dir=\"auto\">Pixel</a>"));
    CHECK_FALSE(shows(html, "ellfirst"));
}
