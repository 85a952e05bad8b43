#include "kernel/schema.hpp"

#include "kernel/email.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <doctest/doctest.h>

using namespace tellfirst;

namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Wish {
    std::string name;
    Email email;
    std::optional<Instant> at = std::nullopt;
    std::vector<Colour> colours = {};
};
BOOST_DESCRIBE_STRUCT(Wish, (), (name, email, at, colours))

struct Relaxed {
    int count = 3;
    double share = 0.5;
    bool open = false;
    static constexpr std::array<std::string_view, 0> required{};
};
BOOST_DESCRIBE_STRUCT(Relaxed, (), (count, share, open))

}  // namespace

TEST_CASE("schema: a client must send what has no default and nothing that is unknown")
{
    CHECK(schema_of<Wish>(SchemaUse::input) == *parse_json(R"({
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "email": {"type": "string"},
            "at": {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]},
            "colours": {"type": "array", "items": {"type": "string", "enum": ["red", "green"]}}
        },
        "additionalProperties": false,
        "required": ["name", "email"]})"));
}

TEST_CASE("schema: what we write has every field")
{
    auto const schema = schema_of<Wish>(SchemaUse::output);
    CHECK(schema.at("required") == *parse_json(R"(["name", "email", "at", "colours"])"));
}

TEST_CASE("schema: nothing is required where everything has a default")
{
    auto const schema = schema_of<Relaxed>(SchemaUse::input);
    CHECK_FALSE(schema.as_object().contains("required"));
    CHECK(schema.at("properties") == *parse_json(R"({
        "count": {"type": "integer"}, "share": {"type": "number"}, "open": {"type": "boolean"}})"));
}

TEST_CASE("schema: free documents and maps of texts are objects")
{
    CHECK(schema_of<JsonObject>(SchemaUse::output) == *parse_json(R"({"type": "object"})"));
    CHECK(schema_of<std::map<std::string, std::string>>(SchemaUse::output) == *parse_json(R"({
        "type": "object", "additionalProperties": {"type": "string"}})"));
}
