#include "notify/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

struct Reader {
    support::World world;

    Result<http::Reply> ask(std::string const& query)
    {
        return world.read([&](Call& call) {
            return reply_proof_lines(
                http::Request{.method = "GET", .query = query}, call, incident);
        });
    }

    Json page(std::string const& query) { return support::json_of(ask(query).value()); }
};

}  // namespace

TEST_CASE("reply_proof_lines: pages follow each other by their cursor, and the last one has none")
{
    Reader reader;
    for (auto const* name : {"ada", "bob", "cyd"})
        add(reader.world, {.name = name});
    say(reader.world, outage(1));
    auto const first = reader.page("limit=2");
    CHECK(first.at("items").as_array().size() == 2);
    auto const next = std::string{first.at("next").as_string()};
    auto const last = reader.page("limit=2&after=" + next);
    CHECK(last.at_pointer("/items/0/name") == "cyd");
    CHECK(last.at("next").is_null());
    CHECK(reader.page("q=bob&side=on_the_way").at("items").as_array().size() == 1);
    CHECK(reader.page("q=bob&side=told").at("items").as_array().empty());
}

TEST_CASE("reply_proof_lines: what cannot be asked is refused with the name of its field")
{
    Reader reader;
    for (auto const& [query, field] : std::vector<std::pair<std::string, std::string>>{
             {"limit=0", "limit"},
             {"after=con_x", "after"},
             {"side=left", "side"},
             {"contact=ada", "contact"},
             {"q=" + std::string(201, 'x'), "q"},
             {"q=a%20b%20c%20d%20e%20f%20g%20h%20i", "q"}}) {
        auto const refused = reader.ask(query);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == "input.invalid");
        CHECK(refused.error().field == field);
    }
}

TEST_CASE("reply_proof_file: has every line once, in more pieces than one")
{
    Reader reader;
    constexpr int many = 1'203;
    for (int number = 0; number < many; ++number)
        add(reader.world, {.name = fmt::format("reader{}", number)});
    say(reader.world, outage(1));
    auto reply = reply_proof_file(incident);
    int pieces = 0;
    std::string table = reply.body;
    for (std::string piece = "x"; !piece.empty(); ++pieces) {
        piece = reader.world.read([&](Call& call) { return reply.more(call); });
        table += piece;
    }
    CHECK(pieces == 3);
    CHECK(std::ranges::count(table, '\n') == many + 1);
    for (int number = 0; number < many; number += 100)
        CHECK(table.contains(fmt::format("reader{}@", number)));
}
