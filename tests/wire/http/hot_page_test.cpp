#include "wire/http/hot_page.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::http;

TEST_CASE("make_hot_page: each form has its own length and ETag, and says what it depends on")
{
    auto const page = make_hot_page({.body = std::string(1'000, 'a')});
    CHECK(page->identity.head.contains("content-length: 1000\r\n"));
    CHECK(page->identity.head.contains("etag: \"" + page->tag + "\"\r\n"));
    CHECK(page->identity.head.contains("vary: accept-encoding\r\n"));
    REQUIRE(page->gzip);
    CHECK(page->gzip->head.contains("content-encoding: gzip\r\n"));
    CHECK(page->gzip->not_modified.contains("etag: \"" + page->tag + "-gzip\"\r\n"));
    CHECK(!page->gzip->not_modified.contains("content-length"));
}

TEST_CASE("make_hot_page: another text has another tag")
{
    CHECK(make_hot_page({.body = "a"})->tag != make_hot_page({.body = "b"})->tag);
    CHECK(make_hot_page({.body = "a"})->tag == make_hot_page({.body = "a"})->tag);
}

TEST_CASE("make_hot_page: what does not become shorter is not compressed")
{
    auto const page = make_hot_page({.body = "x"});
    CHECK(!page->gzip);
    CHECK(!page->brotli);
}

TEST_CASE("choose_form: takes the shortest form that is accepted")
{
    auto const page = make_hot_page({.body = std::string(1'000, 'a')});
    auto const chosen = [&](std::string_view accepted) { return &choose_form(*page, accepted); };
    CHECK(chosen("gzip, deflate, br") == &*page->brotli);
    CHECK(chosen("GZIP;q=1.0") == &*page->gzip);
    CHECK(chosen("br;q=0, gzip;q=0.001") == &*page->gzip);
    CHECK(chosen("gzip;q=0.000") == &page->identity);
    CHECK(chosen("") == &page->identity);
    CHECK(chosen("xgzip, *") == &page->identity);
}

TEST_CASE("is_known: any form's tag, strong or weak, one or several")
{
    auto const page = make_hot_page({.body = "text"});
    for (auto const& header :
         {"\"" + page->tag + "\"", "W/\"" + page->tag + "-gzip\"",
          "\"x\", \"" + page->tag + "-br\"", std::string{"*"}})
        CHECK_MESSAGE(is_known(*page, header), header);
    for (auto const& header :
         {std::string{}, page->tag, "\"" + page->tag + "x\"", std::string{"\""}})
        CHECK_MESSAGE(!is_known(*page, header), header);
}
