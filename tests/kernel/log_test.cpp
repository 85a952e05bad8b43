#include "kernel/log.hpp"

#include "kernel/instant.hpp"
#include "kernel/json.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

using namespace tellfirst;

namespace {

// What `write` puts on stderr; one line is well below what a pipe holds.
template <class Write>
std::string stderr_of(Write const& write)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    auto const kept = ::dup(STDERR_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[1]);
    write();
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    std::string text(4096, '\0');
    auto const length = ::read(ends[0], text.data(), text.size());
    ::close(ends[0]);
    text.resize(length < 0 ? 0 : static_cast<std::size_t>(length));
    return text;
}

}  // namespace

TEST_CASE("log: an event is one JSON line with its time, level, name and fields")
{
    auto const line = stderr_of([] {
        log::event("mail.accepted", {{"id", "mai_x"}, {"size", 12}, {"tls", true}, {"ms", 0.5}});
    });
    REQUIRE(line.ends_with("}\n"));
    auto const json = parse_json(line);
    REQUIRE(json.has_value());
    CHECK(parse_rfc3339(json->at("at").as_string()));
    CHECK(json->at("level") == "info");
    CHECK(json->at("event") == "mail.accepted");
    CHECK(json->at("id") == "mai_x");
    CHECK(json->at("size") == 12);
    CHECK(json->at("tls") == true);
    CHECK(json->at("ms") == 0.5);
}

TEST_CASE("log: a field cannot begin a line of its own")
{
    auto const line =
        stderr_of([] { log::warning("peer.rude", {{"said", "a\n{\"event\":1}\""}}); });
    CHECK(std::ranges::count(line, '\n') == 1);
    CHECK(parse_json(line)->at("level") == "warning");
}
