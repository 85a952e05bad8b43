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
