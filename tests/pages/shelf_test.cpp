#include "pages/shelf.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

Snapshot snapshot_of(std::string body, http::Headers headers = {})
{
    return {
        .made = {},
        .default_host = "a.test",
        .copies = {
            {.host = "a.test", .path = "/", .headers = std::move(headers), .body = std::move(body)},
            {.host = "b.test", .path = "/", .body = "partner"},
            {.host = "a.test", .path = "/only-a", .body = "only a"}}};
}

std::string body_of(std::shared_ptr<http::HotPage const> const& page)
{
    return page ? page->identity.body : "none";
}

}  // namespace

TEST_CASE("shelf: each host has its own pages, and a stranger's host gets the default one's")
{
    auto const shelf = Shelf::of(snapshot_of("vendor"));
    CHECK(body_of(shelf->find("a.test", "/")) == "vendor");
    CHECK(body_of(shelf->find("b.test", "/")) == "partner");
    CHECK(body_of(shelf->find("else.test", "/")) == "vendor");
    CHECK(body_of(shelf->find("", "/only-a")) == "only a");
}

TEST_CASE("shelf: a partner's host never falls back to the vendor's pages")
{
    auto const shelf = Shelf::of(snapshot_of("vendor"));
    CHECK(shelf->find("b.test", "/only-a") == nullptr);
}

TEST_CASE("shelf: hosts with pages of their own are partners'")
{
    auto const shelf = Shelf::of(snapshot_of("vendor"));
    CHECK(shelf->is_partners("b.test"));
    CHECK_FALSE(shelf->is_partners("a.test"));
    CHECK_FALSE(shelf->is_partners("else.test"));
}

TEST_CASE("shelf: an empty one has nothing")
{
    CHECK(Shelf{}.find("a.test", "/") == nullptr);
}

TEST_CASE("shelf: what is the same stays, what differs in body or headers is made anew")
{
    auto const old = Shelf::of(snapshot_of("vendor"));
    auto const fresh = Shelf::of(snapshot_of("changed"), old.get());
    CHECK(fresh->find("a.test", "/only-a") == old->find("a.test", "/only-a"));
    CHECK(body_of(fresh->find("a.test", "/")) == "changed");
    auto const other = Shelf::of(snapshot_of("vendor", {{"x-y", "z"}}), old.get());
    CHECK(other->find("a.test", "/") != old->find("a.test", "/"));
    CHECK(other->find("a.test", "/")->identity.head.contains("x-y: z"));
}
