#include "pages/aging/aged.hpp"

#include "pages/mirror/document.hpp"
#include "pages/sample.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

constexpr auto green = R"({"brand":"A","services":[{"name":"Mail","state":"operational"}]})";
constexpr auto grey = R"({"brand":"A","services":[{"name":"Mail","state":"unknown"}]})";

// A host with its list, which says when it was made.
void add_host(Snapshot& snapshot, std::string const& host, Instant made)
{
    Snapshot own{
        .made = made,
        .default_host = {},
        .copies = {
            {.host = host, .path = "/status.json", .type = "application/json", .body = green}}};
    snapshot.copies.push_back(own.copies[0]);
    snapshot.copies.push_back(mirror_documents(own)[0]);
}

// What two servers showed: a.test at noon, b.test two minutes later.
Snapshot followed()
{
    Snapshot snapshot{.made = sample::noon + 10min, .default_host = "a.test", .copies = {}};
    add_host(snapshot, "a.test", sample::noon);
    add_host(snapshot, "b.test", sample::noon + 2min);
    return snapshot;
}

std::string shown(Snapshot const& snapshot, std::string_view host, std::string_view path)
{
    for (auto const& copy : snapshot.copies)
        if (copy.host == host && copy.path == path)
            return copy.body.text();
    return "none";
}

}  // namespace

TEST_CASE("aged: pages are as they are until they are three minutes old")
{
    auto const snapshot = followed();
    CHECK(shown(aged(snapshot, sample::noon + 3min - 1us), "a.test", "/status.json") == green);
    auto const old = aged(snapshot, sample::noon + 3min);
    CHECK(shown(old, "a.test", "/status.json") == grey);
    CHECK(shown(old, "b.test", "/status.json") == green);
    CHECK(old.default_host == "a.test");
}

TEST_CASE("aged: a host without a list is as old as all of them")
{
    auto snapshot = followed();
    std::erase_if(snapshot.copies, [](Copy const& copy) { return copy.path == mirror_path; });
    auto const at = [&](Instant now) {
        return shown(aged(snapshot, now), "a.test", "/status.json");
    };
    CHECK(at(snapshot.made + 2min) == green);
    CHECK(at(snapshot.made + 3min) == grey);
    CHECK(shown(aged(snapshot, snapshot.made + 3min), "a.test", mirror_path) == "none");
}

TEST_CASE("aged: the list names what is shown now, and still says when it was made")
{
    auto const old = aged(followed(), sample::noon + 3min);
    auto const document = read_mirror_document(shown(old, "a.test", mirror_path));
    REQUIRE(document);
    CHECK(document->made == sample::noon);
    REQUIRE(document->files.size() == 1);
    CHECK(document->files[0].sha256 == Body{grey}.hash());
}

TEST_CASE("next_to_age: the oldest host first, then the next, then none")
{
    auto const snapshot = followed();
    CHECK(next_to_age(snapshot) == sample::noon + 3min);
    CHECK(next_to_age(snapshot, sample::noon + 3min) == sample::noon + 5min);
    CHECK_FALSE(next_to_age(snapshot, sample::noon + 5min));
    CHECK_FALSE(next_to_age({}));
}

TEST_CASE("aged: of what was found only trouble is known still")
{
    auto const found = aged(sample::found());
    CHECK(found.services[0].state == status::ServiceState::unknown);
    CHECK(found.services[1].state == status::ServiceState::major);
}
