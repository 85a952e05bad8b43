#include "kernel/json.hpp"

#include "kernel/email.hpp"
#include "kernel/ids.hpp"
#include "kernel/money.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;

namespace {

enum class Channel { mail, sms };
BOOST_DESCRIBE_ENUM(Channel, mail, sms)

struct Person {
    std::string name;
    Email email;
    std::optional<Channel> channel = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, email, channel))

struct Company {
    std::string name;
    std::vector<Person> contacts = {};
    std::optional<AccountId> parent = std::nullopt;
    std::map<std::string, std::string> labels = {};
    int seats = 1;
    bool active = true;
    Instant since{};

    static constexpr std::array<std::string_view, 1> required{"name"};
};
BOOST_DESCRIBE_STRUCT(Company, (), (name, contacts, parent, labels, seats, active, since))

Problem refusal_of(std::string_view text)
{
    auto const company = from_json<Company>(*parse_json(text));
    REQUIRE(company.has_error());
    return company.error();
}

struct Numbers {
    std::int8_t small = 0;
    std::int64_t large = 0;
    double real = 0;
    static constexpr std::array<std::string_view, 0> required{};
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (small, large, real))

}  // namespace

TEST_CASE("json: a described struct comes back from its document")
{
    Company company{
        .name = "Atlas",
        .contacts =
            {{.name = "Ann", .email = *Email::parse("ann@x.test")},
             {.name = "Bo", .email = *Email::parse("bo@x.test"), .channel = Channel::sms}},
        .parent = AccountId{77},
        .labels = {{"region", "north"}},
        .seats = 3,
        .active = false,
        .since = from_micros(1'000'000)};
    auto const document = write_json(to_json(company));
    auto const read = from_json<Company>(*parse_json(document));
    REQUIRE(read.has_value());
    CHECK(write_json(to_json(*read)) == document);
    CHECK(read->contacts[1].channel == Channel::sms);
    CHECK(read->parent == AccountId{77});
}

TEST_CASE("json: members stand in the order of their description, empty ones as null")
{
    CHECK(
        write_json(to_json(Person{.name = "Ann", .email = *Email::parse("ann@x.test")})) ==
        R"({"name":"Ann","email":"ann@x.test","channel":null})");
    CHECK(
        write_json(to_json(Money{.minor = 1495, .currency = "EUR"})) ==
        R"({"minor":1495,"currency":"EUR"})");
}

TEST_CASE("json: what is left out keeps its default")
{
    auto const company = from_json<Company>(*parse_json(R"({"name":"Atlas"})"));
    REQUIRE(company.has_value());
    CHECK(company->seats == 1);
    CHECK(company->active);
    CHECK(company->contacts.empty());
}

TEST_CASE("json: everything that is wrong is said at once, each with its path")
{
    auto const problem = refusal_of(R"({
        "contacts": [{"name": "Ann", "email": "ann@x.test"},
                     {"name": 7, "email": "bo@x.test"},
                     {"email": "bo at x", "channel": "fax", "phone": "1"}],
        "parent": "acc_short",
        "labels": {"region": 4},
        "seats": "three",
        "active": 1,
        "since": "yesterday",
        "colour": "red"})");
    CHECK(problem.kind == Refusal::invalid);
    CHECK(problem.code == "input.invalid");
    CHECK(problem.field == "name");
    CHECK(problem.detail == "name: is required");

    std::vector<std::pair<std::string, std::string>> told;
    for (auto const& error : problem.errors)
        told.emplace_back(error.field, error.code);
    CHECK(
        told == std::vector<std::pair<std::string, std::string>>{
                    {"name", "required"},
                    {"contacts[1].name", "wrong_type"},
                    {"contacts[2].name", "required"},
                    {"contacts[2].email", "wrong_form"},
                    {"contacts[2].channel", "unknown_value"},
                    {"contacts[2].phone", "unknown_field"},
                    {"parent", "wrong_form"},
                    {"labels.region", "wrong_type"},
                    {"seats", "wrong_type"},
                    {"active", "wrong_type"},
                    {"since", "wrong_form"},
                    {"colour", "unknown_field"}});
}

TEST_CASE("json: the error of a word says what it should have been")
{
    auto const problem = refusal_of(
        R"({"name":"A","contacts":[{"name":"Bo","email":"bo"},{"name":"Cy","email":1}]})");
    REQUIRE(problem.errors.size() == 2);
    CHECK(problem.detail == "contacts[0].email: not an address");
    CHECK(problem.errors[1].field == "contacts[1].email");
}

TEST_CASE("json: an unknown word of an enum is answered with the words that there are")
{
    auto const problem =
        refusal_of(R"({"name":"A","contacts":[{"name":"B","email":"b@x.test","channel":"fax"}]})");
    CHECK(problem.detail == "contacts[0].channel: must be one of: mail, sms");
}

TEST_CASE("json: null empties an optional and is refused elsewhere")
{
    auto const company = from_json<Company>(*parse_json(R"({"name":"A","parent":null})"));
    REQUIRE(company.has_value());
    CHECK_FALSE(company->parent);
    CHECK(refusal_of(R"({"name":null})").detail == "name: must be a text");
}

TEST_CASE("json: a document of another kind is refused as a whole")
{
    CHECK(refusal_of("[]").detail == "The body must be an object");
    CHECK(refusal_of("7").field.empty());
    CHECK(refusal_of(R"({"name":"A","contacts":{}})").detail == "contacts: must be a list");
    CHECK(refusal_of(R"({"name":"A","contacts":[1]})").detail == "contacts[0]: must be an object");
}

TEST_CASE("json: texts that a database cannot hold are refused")
{
    CHECK(refusal_of(R"({"name":"a\u0000b"})").errors.front().code == "has_nul");
}

TEST_CASE("json: numbers outside their type are refused, not cut")
{
    auto const wrong = [](std::string_view text) {
        auto const numbers = from_json<Numbers>(*parse_json(text));
        return numbers.has_error() ? numbers.error().errors.front().code : std::string{};
    };
    CHECK(wrong(R"({"small":127,"large":-9223372036854775808,"real":1})").empty());
    CHECK(wrong(R"({"small":128})") == "out_of_range");
    CHECK(wrong(R"({"small":-129})") == "out_of_range");
    CHECK(wrong(R"({"large":9223372036854775808})") == "out_of_range");
    CHECK(wrong(R"({"small":1.5})") == "wrong_type");
    CHECK(wrong(R"({"real":9223372036854775808})").empty());
    CHECK(wrong(R"({"real":"1"})") == "wrong_type");
}

TEST_CASE("json: of a hopeless document fifty errors are told")
{
    std::string text = R"({"name":"A","contacts":[0)";
    for (int i = 1; i < 200; ++i)
        text += ",0";
    CHECK(refusal_of(text + "]}").errors.size() == 50);
}

TEST_CASE("json: an unknown field's name is repeated, but not all of a long one")
{
    auto const problem = refusal_of(R"({"name":"A",")" + std::string(500, 'x') + R"(":1})");
    CHECK(problem.field == std::string(60, 'x'));
}

TEST_CASE("parse_json: what is no document is malformed and says where")
{
    auto const broken = parse_json(R"({"a":1,})");
    REQUIRE(broken.has_error());
    CHECK(broken.error().kind == Refusal::malformed);
    CHECK(broken.error().code == "json.malformed");
    CHECK(broken.error().detail.contains("byte 7"));

    for (auto const* const text : {"", "{", "{} {}", "nul", "\"\xff\"", "{'a':1}", "[1,]", "NaN"}) {
        CAPTURE(text);
        CHECK(parse_json(text).has_error());
    }
}

TEST_CASE("parse_json: deeper nesting than any honest request is refused")
{
    auto const nested = [](std::size_t depth) {
        return parse_json(std::string(depth, '[') + std::string(depth, ']'));
    };
    CHECK(nested(deepest_json).has_value());
    CHECK(nested(deepest_json + 1).has_error());
}

TEST_CASE("parse_json: a text survives being written and read")
{
    CHECK(rc::check([](std::vector<std::int32_t> const& numbers) {
        auto const text = write_json(to_json(numbers));
        RC_ASSERT(*from_json<std::vector<std::int32_t>>(*parse_json(text)) == numbers);
    }));
}
