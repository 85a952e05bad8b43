#include "db/statement.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::db;

TEST_CASE("number_parameters: each name gets one number, wherever it stands")
{
    auto const statement = number_parameters("SELECT :b, :a WHERE x = :b", '$');
    CHECK(statement.text == "SELECT $1, $2 WHERE x = $1");
    CHECK(statement.names == std::vector<std::string>{"b", "a"});
}

TEST_CASE("number_parameters: what stands in quotes or comments is no parameter")
{
    auto const text = std::string{"SELECT ':a', 'it''s :b', \":c\" -- :d\n /* :e */ FROM t"};
    auto const statement = number_parameters(text, '?');
    CHECK(statement.text == text);
    CHECK(statement.names.empty());
}

TEST_CASE("number_parameters: a parameter right behind a literal is found")
{
    CHECK(number_parameters("SELECT 'a'||:b", '?').text == "SELECT 'a'||?1");
}

TEST_CASE("number_parameters: the cast of one dialect is refused")
{
    CHECK_THROWS_AS((void)number_parameters("SELECT x::int", '$'), BadStatement);
    CHECK_THROWS_AS((void)number_parameters("SELECT a[1:]", '$'), BadStatement);
}

TEST_CASE("values_in_order: the values stand where their names do")
{
    auto const statement = number_parameters("SELECT :b, :a", '?');
    std::vector<Param> const params{{"a", 1}, {"b", 2}};
    auto const values = values_in_order(statement, params);
    REQUIRE(values.size() == 2);
    CHECK(*values[0] == Value{std::int64_t{2}});
    CHECK(*values[1] == Value{std::int64_t{1}});
}

TEST_CASE("values_in_order: a missing, an unknown and an unstorable value are bugs")
{
    auto const statement = number_parameters("SELECT :a", '?');
    auto const check = [&](std::vector<Param> const& params) {
        CHECK_THROWS_AS((void)values_in_order(statement, params), BadStatement);
    };
    check({});
    check({{"a", 1}, {"b", 2}});
    check({{"a", std::string{"nul\0inside", 10}}});
    check({{"a", "\xff"}});
}
