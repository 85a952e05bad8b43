#include "accounts/csv.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst::accounts;

namespace {

using Rows = std::vector<CsvRow>;

Rows rows(std::string_view text)
{
    auto const table = read_csv(text);
    CHECK_FALSE(table.broken);
    return table.rows;
}

std::string quoted(std::string const& field)
{
    std::string text = "\"";
    for (char const c : field)
        text += c == '"' ? std::string{"\"\""} : std::string{c};
    return text + '"';
}

}  // namespace

TEST_CASE("csv: lines end with LF or CRLF, and the last may end with nothing")
{
    Rows const expected{{1, {"a", "b"}}, {2, {"c", "d"}}};
    CHECK(rows("a,b\nc,d\n") == expected);
    CHECK(rows("a,b\r\nc,d\r\n") == expected);
    CHECK(rows("a,b\nc,d") == expected);
}

TEST_CASE("csv: a byte order mark is not part of the first field")
{
    CHECK(
        rows("\xEF\xBB\xBF"
             "a,b\n") == Rows{{1, {"a", "b"}}});
}

TEST_CASE("csv: a quoted field holds commas, quotes and line ends, and lines are still counted")
{
    CHECK(rows("\"a,\"\"b\"\"\",c\n") == Rows{{1, {"a,\"b\"", "c"}}});
    CHECK(rows("\"a\nb\r\nc\",d\ne,f\n") == Rows{{1, {"a\nb\r\nc", "d"}}, {4, {"e", "f"}}});
    CHECK(rows("\"\",\"\"\n") == Rows{{1, {"", ""}}});
    CHECK(rows("\"a\"\r\n\"b\"\r\n") == Rows{{1, {"a"}}, {2, {"b"}}});
}

TEST_CASE("csv: empty fields count, empty lines do not")
{
    CHECK(rows("a,,\n\n  \r\n,b,\n") == Rows{{1, {"a", "", ""}}, {4, {"", "b", ""}}});
    CHECK(rows("").empty());
    CHECK(rows("\n\n").empty());
}

TEST_CASE("csv: text that stops being CSV is refused at its line, what came before is kept")
{
    struct Case {
        std::string_view text;
        std::int64_t line;
        std::string_view detail;
    };
    for (auto const& wrong : {
             Case{"a\n\"b\nc\n", 2, "a quoted field is never closed"},
             Case{"a\nb\"c\n", 2, "a quote stands inside a field that does not begin with one"},
             Case{"a\n\"b\"c\n", 2, "a quoted field goes on behind its closing quote"},
             Case{"a\n\xff\n", 2, "is not UTF-8 text"},
             Case{{"a\n\0b\n", 5}, 2, "is not UTF-8 text"},
         }) {
        CAPTURE(wrong.text);
        auto const table = read_csv(wrong.text);
        REQUIRE(table.broken);
        CHECK(table.broken->line == wrong.line);
        CHECK(table.broken->detail == wrong.detail);
        CHECK(table.rows == Rows{{1, {"a"}}});
    }
}

TEST_CASE("csv: what is too large is refused")
{
    CHECK(read_csv(std::string(longest_csv_field, 'x')).rows.size() == 1);
    CHECK(read_csv(std::string(longest_csv_field + 1, 'x')).broken);
    CHECK(read_csv(std::string(most_csv_fields - 1, ',')).rows.size() == 1);
    CHECK(read_csv(std::string(most_csv_fields, ',')).broken);
    CHECK(read_csv(std::string(most_csv_bytes + 1, '\n')).broken);

    std::string many;
    for (std::size_t i = 0; i < most_csv_rows; ++i)
        many += "x\n";
    CHECK_FALSE(read_csv(many).broken);
    CHECK(read_csv(many + "x\n").broken->line == static_cast<std::int64_t>(most_csv_rows) + 1);
}

TEST_CASE("csv: whatever fields are written quoted are read back")
{
    CHECK(rc::check([](std::vector<std::vector<std::string>> table) {
        std::vector<std::vector<std::string>> written;
        std::string text;
        for (auto& fields : table) {
            // Arbitrary bytes, but of ASCII: others would have to be well-formed together.
            for (auto& field : fields)
                std::erase_if(field, [](char c) { return c <= 0; });
            if (fields.size() < 2)
                continue;
            fields.resize(std::min(fields.size(), most_csv_fields));
            for (std::size_t i = 0; i < fields.size(); ++i)
                text += (i == 0 ? "" : ",") + quoted(fields[i]);
            text += "\r\n";
            written.push_back(fields);
        }
        auto const read = read_csv(text);
        RC_ASSERT(!read.broken);
        RC_ASSERT(read.rows.size() == written.size());
        for (std::size_t i = 0; i < written.size(); ++i)
            RC_ASSERT(read.rows[i].fields == written[i]);
    }));
}

TEST_CASE("csv: whatever is read, written quoted, is read again the same")
{
    CHECK(rc::check([] {
        auto const text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string{",,\"\"\n\n\rab \xC3\xA4"}));
        auto const read = read_csv(text);
        std::string again;
        for (auto const& row : read.rows) {
            for (std::size_t i = 0; i < row.fields.size(); ++i)
                again += (i == 0 ? "" : ",") + quoted(row.fields[i]);
            again += '\n';
        }
        auto const second = read_csv(again);
        RC_ASSERT(!second.broken);
        RC_ASSERT(second.rows.size() == read.rows.size());
        for (std::size_t i = 0; i < read.rows.size(); ++i)
            RC_ASSERT(second.rows[i].fields == read.rows[i].fields);
    }));
}
