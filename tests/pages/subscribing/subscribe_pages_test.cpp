#include "pages/subscribing/subscribe_pages.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("subscribe page: trouble and planned work are chosen, news are not")
{
    auto const html = render(SubscribeForm{.brand = {.name = "Pixel"}});
    for (std::string_view const name : {"planned", "unplanned", "recovery"})
        CHECK(html.contains(fmt::format("name=\"{}\" checked>", name)));
    CHECK(html.contains("name=\"news\">"));
    CHECK_FALSE(html.contains("role=\"alert\""));
}

TEST_CASE("subscribe page: what is wrong is tied to its field, and what was typed stays harmless")
{
    auto const html = render(SubscribeForm{
        .brand = {.name = "Pixel"},
        .typed = "\"><script>",
        .topics = {},
        .wrong_address = true,
        .wrong_topics = true});
    CHECK(html.contains("value=\"&quot;&gt;&lt;script&gt;\" aria-invalid=\"true\""));
    CHECK(html.contains("aria-describedby=\"wrong-address\""));
    CHECK(html.contains("id=\"wrong-address\" role=\"alert\""));
    CHECK(html.contains("<fieldset aria-describedby=\"wrong-topics\">"));
    CHECK(html.contains("id=\"wrong-topics\" role=\"alert\""));
    CHECK_FALSE(html.contains(" checked"));
}

TEST_CASE("subscribe page: it carries the brand's name and speaks German")
{
    auto const html =
        render(SubscribeForm{.language = words::Language::de, .brand = {.name = "Pixel"}});
    CHECK(html.contains("<html lang=\"de\""));
    CHECK(html.contains("<title>Erfahren Sie es von uns · Pixel</title>"));
}

TEST_CASE("saying: it has a button, a field beside it and a way on only where they are given")
{
    Saying saying{.brand = {.name = "Pixel"}, .heading = "Well", .sentences = {"One.", "Two."}};
    auto const plain = render(saying);
    CHECK(plain.contains("<h1>Well</h1>"));
    CHECK(plain.contains("<p>One.</p>\n<p>Two.</p>"));
    CHECK_FALSE(plain.contains("<form method=\"post\">"));

    saying.button = Saying::Button{.text = "Do it", .name = "sure"};
    saying.way = Saying::Way{"On", "/subscribe"};
    auto const full = render(saying);
    CHECK(full.contains("<input type=\"hidden\" name=\"sure\" value=\"yes\">"));
    CHECK(full.contains("<button>Do it</button>"));
    CHECK(full.contains("<a href=\"/subscribe\">On</a>"));
}
