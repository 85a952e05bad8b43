#include "pages/fill.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("fill: two braces escape, three do not")
{
    CHECK(fill("{{a}} {{{a}}}", {{"a", "<b>\"&'"}}) == "&lt;b&gt;&quot;&amp;&apos; <b>\"&'");
}

TEST_CASE("fill: a value that looks like a template stays a value")
{
    CHECK(fill("{{a}}", {{"a", "{{b}}"}, {"b", "no"}}) == "{{b}}");
}

TEST_CASE("fill: a section shows for true, for an object and for each item of a list")
{
    CHECK(fill("{{#a}}x{{/a}}", {{"a", true}}) == "x");
    CHECK(fill("{{#a}}{{b}}{{/a}}", {{"a", JsonObject{{"b", "y"}}}}) == "y");
    CHECK(
        fill(
            "{{#a}}{{b}}{{/a}}",
            {{"a", JsonArray{JsonObject{{"b", "1"}}, JsonObject{{"b", "2"}}}}}) == "12");
}

TEST_CASE("fill: null, false and an empty list show the inverted section")
{
    for (Json const& nothing : {Json(nullptr), Json(false), Json(JsonArray{})})
        CHECK(fill("{{#a}}x{{/a}}{{^a}}none{{/a}}", {{"a", nothing}}) == "none");
}

TEST_CASE("fill: another template stands in this one")
{
    JsonObject const voice{{"action", "/x"}, {"label", "I see it too"}, {"count", nullptr}};
    auto const form = fill("[{{> part_voice}}]", {{"voice", voice}});
    CHECK(form.find("<form class=\"acts\" method=\"post\" action=\"/x\">") != std::string::npos);
    CHECK(form.find("class=\"count\"") == std::string::npos);
    CHECK(form.find("<button class=\"small\">I see it too</button>") != std::string::npos);
}

TEST_CASE("fill: a broken template is a bug of ours")
{
    CHECK_THROWS_AS((void)fill("{{#a}}", {}), std::logic_error);
}
