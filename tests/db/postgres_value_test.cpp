#include "db/postgres_value.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::db;

TEST_CASE("read_postgres: each type of the server becomes one of our four")
{
    struct Row {
        unsigned type;
        std::string_view text;
        Value value;
    };
    std::vector<Row> const rows{
        {20, "-9223372036854775808", std::int64_t{INT64_MIN}},
        {23, "7", std::int64_t{7}},
        {16, "t", std::int64_t{1}},
        {16, "f", std::int64_t{0}},
        {701, "0.1", 0.1},
        {701, "-Infinity", -std::numeric_limits<double>::infinity()},
        {1700, "42", std::int64_t{42}},
        {1700, "2.50", 2.5},
        {1700, "9223372036854775808", 9223372036854775808.0},
        {17, "\\x00ff10", Blob{std::string{"\0\xff\x10", 3}}},
        {17, "\\x", Blob{}},
        {25, "7", std::string{"7"}},
        {19, "a name", std::string{"a name"}},
    };
    for (auto const& row : rows) {
        CAPTURE(row.text);
        CHECK(read_postgres(row.type, row.text) == row.value);
    }
}

TEST_CASE("read_postgres: what is no number of its type is a bad row")
{
    CHECK_THROWS_AS((void)read_postgres(20, "seven"), BadRow);
    CHECK_THROWS_AS((void)read_postgres(17, "00ff"), BadRow);
}

TEST_CASE("PostgresParams: numbers are written so that they come back as they were")
{
    Value const real{0.1};
    Value const whole{std::int64_t{-5}};
    Value const nothing{Null{}};
    PostgresParams const params{{&real, &whole, &nothing}};
    CHECK(params.count() == 3);
    CHECK(std::string_view{params.values()[0]} == "0.1");
    CHECK(std::string_view{params.values()[1]} == "-5");
    CHECK(params.values()[2] == nullptr);
    CHECK(params.types() == std::vector<unsigned>{701, 20, 0});
}
