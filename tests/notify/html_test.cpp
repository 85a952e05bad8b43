#include "notify/html.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::notify;

TEST_CASE("html_paragraphs: empty lines part paragraphs, other line ends stay")
{
    auto const markup = html_paragraphs("one\r\ntwo\n\n\n  \nthree\n");
    CHECK(markup.contains(">one<br>\ntwo</p>"));
    CHECK(markup.contains(">three</p>"));
    CHECK(html_paragraphs("\n \n").empty());
}

TEST_CASE("html_paragraphs: a word that is an address is a link, and no other one")
{
    auto const markup =
        html_paragraphs("Sign in: https://a.test/x?a=1&b=2\njavascript:alert(1) xhttps://b.test");
    CHECK(markup.contains(
        "Sign in: <a href=\"https://a.test/x?a=1&amp;b=2\">https://a.test/x?a=1&amp;b=2</a><br>"));
    CHECK(markup.contains("javascript:alert(1) xhttps://b.test"));
    CHECK(html_paragraphs("See http://a.test.").contains(">http://a.test</a>."));
    CHECK(html_paragraphs("  a  b").contains("  a  b"));
}

TEST_CASE("html_text: neither markup nor a slot can be written by a customer")
{
    CHECK(html_text("<b> & \"{{x}}\"") == "&lt;b&gt; &amp; &quot;{{{{x}}&quot;");
}

TEST_CASE("html_mail: slots of the body stay, language and title are said")
{
    auto const html = html_mail(
        {.language = "de", .title = "a<b", .accent = "#c4362c", .body = "<p>{{hello}}</p>"});
    CHECK(html.contains("<html lang=\"de\" dir=\"ltr\">"));
    CHECK(html.contains("<title>a&lt;b</title>"));
    CHECK(html.contains("<p>{{hello}}</p>"));
    CHECK(html.contains("background:#c4362c"));
}

TEST_CASE("html_page: has a heading, and is one landmark")
{
    auto const html =
        html_page("Stop & go", {.title = "t", .accent = "#c4362c", .body = "<p>x</p>"});
    CHECK(html.contains(">Stop &amp; go</h1>\n<p>x</p>"));
    CHECK(html.find("<main>") < html.find("<table"));
    CHECK(html.rfind("</table>") < html.find("</main>"));
    CHECK_FALSE(html_mail({.title = "t", .accent = "#c4362c"}).contains("<main>"));
}

TEST_CASE("html_mail: a brand's name stands on its colour, or alone")
{
    auto const with = [](std::optional<std::string> colour) {
        return html_mail(
            {.title = "t",
             .band = HtmlBand{.name = "A & B", .colour = std::move(colour), .text_colour = "#fff"},
             .accent = "#c4362c"});
    };
    CHECK(with("#7a1f3d").contains("font-weight:600;background:#7a1f3d;color:#fff\">A &amp; B<"));
    CHECK(with({}).contains("font-weight:600\">A &amp; B<"));
}
