#include "wire/http/head.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

TEST_CASE("head_of: a handler's own header wins over the usual one")
{
    auto const head = head_of({.body = "abc", .headers = {{"cache-control", "max-age=60"}}});
    CHECK(head.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(head.contains("cache-control: max-age=60\r\n"));
    CHECK(!head.contains("no-store"));
    CHECK(head.contains("content-length: 3\r\n"));
}

TEST_CASE("head_of: a reply without content has neither type nor length")
{
    auto const head = head_of(no_content());
    CHECK(!head.contains("content-type:"));
    CHECK(!head.contains("content-length:"));
}

TEST_CASE("write_head: a value cannot begin another header")
{
    auto const head = write_head(303, {{"location", "/a\r\nset-cookie: x=1"}});
    CHECK(head == "HTTP/1.1 303 See Other\r\nlocation: /a  set-cookie: x=1\r\n");
}

TEST_CASE("http_date: is written as RFC 9110 writes it")
{
    CHECK(http_date(*parse_rfc3339("1994-11-06T08:49:37Z")) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(http_date(*parse_rfc3339("2028-02-29T23:59:59.9Z")) == "Tue, 29 Feb 2028 23:59:59 GMT");
}
