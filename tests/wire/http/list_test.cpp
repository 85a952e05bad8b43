#include "wire/http/list.hpp"

#include "kernel/schema.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

namespace {

struct Row {
    TicketId id;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id))

// As a store answers it: of five rows those behind `after`, at most so many.
std::vector<Row> rows_behind(std::optional<TicketId> after, int most)
{
    std::vector<Row> rows;
    for (std::int64_t id = after ? after->value() + 1 : 1; id <= 5 && std::ssize(rows) < most; ++id)
        rows.push_back({TicketId{id}});
    return rows;
}

Result<Reply> ask(std::string const& query)
{
    return list<TicketId>({.method = "GET", .query = query}, rows_behind);
}

Page<Row> page(std::string const& query)
{
    return *from_json<Page<Row>>(*parse_json(ask(query)->body));
}

}  // namespace

TEST_CASE("list: pages follow each other by their cursor, and the last one has none")
{
    auto const first = page("limit=3");
    CHECK(first.items.size() == 3);
    CHECK(first.next == TicketId{3}.text());
    auto const last = page("limit=3&after=" + *first.next);
    CHECK(last.items.front().id == TicketId{4});
    CHECK(last.items.size() == 2);
    CHECK_FALSE(last.next);
}

TEST_CASE("list: a last page that is exactly full offers no empty one behind it")
{
    CHECK_FALSE(page("limit=5").next);
}

TEST_CASE("list: a limit or cursor that is none is refused with its name")
{
    CHECK(ask("limit=0").error().field == "limit");
    CHECK(ask("after=acc_aaaaaaaaaaab").error().field == "after");
}

TEST_CASE("page_of: the cursor may be something else than an id")
{
    auto const cut = page_of(rows_behind({}, 3), 2, [](Row const&) { return "here"; });
    CHECK(cut.items.size() == 2);
    CHECK(cut.next == "here");
}

TEST_CASE("Page: its schema names items and next, which may be null")
{
    auto const schema = schema_of<Page<Row>>(SchemaUse::output);
    CHECK(schema.at("properties").at("items").at("type") == "array");
    CHECK(schema.at("required") == JsonArray{"items", "next"});
}
