#include "wire/words/markdown.hpp"

#include "kernel/text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <regex>

using namespace tellfirst;
using words::markdown_to_html;

namespace {

// Nothing that could run, load or lead elsewhere than a link may: only tags that we write.
bool is_inert(std::string const& html)
{
    static std::regex const tag{
        R"(</?(p|strong|em|del|ul|ol|li|blockquote|code|pre|a)>|<(br|hr)>)"
        R"re(|<a href="(http|https|mailto):[^"<>']*" rel="nofollow noopener">)re",
        std::regex::icase};
    for (auto at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        auto const end = html.find('>', at);
        if (end == html.npos || !std::regex_match(html.substr(at, end - at + 1), tag))
            return false;
    }
    return is_utf8(html);
}

// Pieces of which trouble is made.
std::vector<std::string> const pieces{
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](//evil.test)",
    "[x](/portal/sign-out)",
    "<javascript:alert(1)>",
    "<https://a.test/\" onclick=\"x>",
    "[x](https://a.test/\"onmouseover=\"alert(1))",
    "[x](<https://a.test/ \"x>)",
    "[x](https://a.test 'title\" onclick=\"x')",
    "![x](https://evil.test/pixel.png)",
    "![x](x\"onerror=\"alert(1))",
    "[a]: javascript:alert(1)\n\n[a]",
    "<!-- x --><b>",
    "<![CDATA[<script>]]>",
    "<?php x ?>",
    "<iframe src=x>",
    "<style>*{}</style>",
    "```<script>\n<script>\n```",
    "`<script>`",
    "    <script>",
    "> <script>",
    "- <script>",
    "# <script>",
    "~~<script>~~",
    "\\<script>",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "\"'`<>&",
    "{{x}}{{{y}}}",
    "**",
    "__",
    "[",
    "](",
    "![](",
    "<",
    ">",
    "\n",
    "\n\n",
    "\t",
    " ",
    "http://",
    "www.a.test",
    "a@b.test",
    "\xff\xfe",
    "\u202e",
    "1. ",
    "| a |\n|---|\n| <script> |",
    "[x][y]",
    "[^1]\n\n[^1]: <script>",
    "- [ ] <script>",
    "$(x)",
    "javascript:alert(1)"};

}  // namespace

TEST_CASE("markdown_to_html: words, lists, quotations and code come out as they were meant")
{
    struct Case {
        std::string_view text;
        std::string_view html;
    };
    for (auto const& [text, html] : {
             Case{"", ""},
             Case{"We are looking.", "<p>We are looking.</p>"},
             Case{"One.\n\nTwo.", "<p>One.</p><p>Two.</p>"},
             Case{"One,\ntwo.", "<p>One,<br>two.</p>"},
             Case{
                 "*a* **b** ~~c~~ `d`",
                 "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>"},
             Case{"- a\n- b", "<ul><li>a</li><li>b</li></ul>"},
             Case{"1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"},
             Case{"> a", "<blockquote><p>a</p></blockquote>"},
             Case{"## Cause", "<p><strong>Cause</strong></p>"},
             Case{"    x < y", "<pre><code>x &lt; y</code></pre>"},
         })
        CHECK(markdown_to_html(text) == html);
}

TEST_CASE("markdown_to_html: links lead to the web and to mail, and vouch for nobody")
{
    CHECK(
        markdown_to_html("[how](https://a.test/?b=1&c=2)") ==
        "<p><a href=\"https://a.test/?b=1&amp;c=2\" rel=\"nofollow noopener\">how</a></p>");
    CHECK(
        markdown_to_html("<help@a.test>") ==
        "<p><a href=\"mailto:help@a.test\" rel=\"nofollow noopener\">help@a.test</a></p>");
    CHECK(markdown_to_html("[how](javascript:alert)") == "<p>how</p>");
    CHECK(markdown_to_html("[how](/elsewhere)") == "<p>how</p>");
}

TEST_CASE("markdown_to_html: a bare address is a link")
{
    CHECK(
        markdown_to_html("See https://a.test now") ==
        "<p>See <a href=\"https://a.test\" rel=\"nofollow noopener\">https://a.test</a> now</p>");
}

TEST_CASE("markdown_to_html: a picture leaves its description, markup stays text")
{
    CHECK(markdown_to_html("![a chart](https://a.test/x.png)") == "<p>a chart</p>");
    CHECK(markdown_to_html("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>");
    CHECK(
        markdown_to_html("<script>alert(1)</script>") ==
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
}

TEST_CASE("markdown_to_html: every naughty string by itself is inert")
{
    for (auto const& piece : pieces) {
        CAPTURE(piece);
        CHECK(is_inert(markdown_to_html(piece)));
    }
}

TEST_CASE("markdown_to_html: whatever is put together of naughty strings is inert")
{
    CHECK(rc::check([] {
        auto const parts =
            *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
        std::string text;
        for (auto const& part : parts)
            text += part;
        RC_ASSERT(is_inert(markdown_to_html(text)));
    }));
}

TEST_CASE("markdown_to_html: any bytes at all are inert")
{
    CHECK(rc::check([](std::string const& text) { RC_ASSERT(is_inert(markdown_to_html(text))); }));
}

TEST_CASE("markdown_to_html: what is nested without end, or far too long, does no harm")
{
    std::string nested;
    for (int i = 0; i < 20'000; ++i)
        nested += "> ";
    CHECK(is_inert(markdown_to_html(nested)));
    CHECK(is_inert(markdown_to_html(std::string(10'000, '['))));
    CHECK(markdown_to_html(std::string(70'000, '*')).starts_with("<p>***"));
}
