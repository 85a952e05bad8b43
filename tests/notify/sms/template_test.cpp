#include "notify/sms/template.hpp"

#include "kernel/json.hpp"
#include "wire/http/urls.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::notify;

TEST_CASE("fill_template: a name is filled in, any other brace stays")
{
    Values const values{{"to", "+49"}, {"text", "Hello"}};
    CHECK(
        fill_template(
            R"({"to": "{to}", "n": {"text": "{text}", "x": "{y}"}})", values, Escape::none) ==
        R"({"to": "+49", "n": {"text": "Hello", "x": "{y}"}})");
    CHECK(fill_template("{", values, Escape::none) == "{");
    CHECK(fill_template("{to", values, Escape::none) == "{to");
    CHECK(fill_template("{{to}}", values, Escape::none) == "{+49}");
}

TEST_CASE("fill_template: what was filled in is not looked at again")
{
    Values const values{{"text", "{to}"}, {"to", "+49"}};
    CHECK(fill_template("{text}", values, Escape::none) == "{to}");
}

TEST_CASE("fill_template: whatever a value holds, a form and a JSON text give it back")
{
    rc::check([](std::string const& any) {
        auto const value =
            any.empty() ? any : std::string{"\"\\&=+%{}\n€ "} + std::string(any.size(), 'x');
        Values const values{{"text", value}};
        auto const form = http::parse_form(fill_template("a={text}&b=1", values, Escape::percent));
        RC_ASSERT(form.has_value());
        RC_ASSERT(form->at("a") == value);
        RC_ASSERT(form->at("b") == "1");
        auto const json = parse_json(fill_template(R"({"a":"{text}"})", values, Escape::json));
        RC_ASSERT(json.has_value());
        RC_ASSERT(std::string{json->as_object().at("a").as_string()} == value);
    });
}
