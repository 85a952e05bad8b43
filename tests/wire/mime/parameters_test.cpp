#include "wire/mime/header.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

TEST_CASE("parse_parameters: the value is in lower case and the first of two names counts")
{
    auto const type = parse_parameters("Text/HTML; Charset=\"utf-8\"; charset=x; empty=; =; ;flag");
    CHECK(type.value == "text/html");
    CHECK(type.get("charset") == "utf-8");
    CHECK(type.get("empty").empty());
    CHECK(type.get("none").empty());
}

TEST_CASE("parse_parameters: a broken percent sign stands for itself")
{
    CHECK(parse_parameters("a/b; name*=utf-8''5%25%2; x=y").get("name") == "5%%2");
}

TEST_CASE("parse_parameters: continuations beyond the limit are dropped and told")
{
    std::string header = "a/b";
    for (int i = 0; i <= most_continuations; ++i)
        header += "; name*" + std::to_string(i) + "=x";
    auto const parameters = parse_parameters(header);
    CHECK(parameters.too_many);
    CHECK(parameters.get("name") == std::string(most_continuations, 'x'));
}

}  // namespace
}  // namespace tellfirst::mime
