#include "wire/http/cross_site.hpp"

#include <doctest/doctest.h>

using namespace tellfirst::http;

namespace {

[[nodiscard]] bool crosses(Headers more, std::string method = "POST")
{
    Headers headers{{"host", "Help.Example.Test:8443"}, {"cookie", "session=1"}};
    headers.insert(headers.end(), more.begin(), more.end());
    return is_cross_site(
        {.method = std::move(method), .headers = std::move(headers)}, "https://help.example.test");
}

}  // namespace

TEST_CASE("is_cross_site: goes by Sec-Fetch-Site where the browser sends it")
{
    CHECK(!crosses({{"sec-fetch-site", "same-origin"}}));
    CHECK(!crosses({{"sec-fetch-site", "none"}}));
    CHECK(crosses({{"sec-fetch-site", "same-site"}}));
    CHECK(crosses({{"sec-fetch-site", "cross-site"}, {"origin", "https://help.example.test"}}));
}

TEST_CASE("is_cross_site: else the origin must be our public address or the host asked")
{
    CHECK(!crosses({{"origin", "https://help.example.test"}}));
    CHECK(!crosses({{"origin", "https://help.example.test:8443"}}));
    for (auto const* origin :
         {"https://evil.test", "null", "https://help.example.test.evil.test",
          "http://help.example.test"})
        CHECK_MESSAGE(crosses({{"origin", origin}}), origin);
    CHECK(crosses({}));
}

TEST_CASE("is_cross_site: reading, tokens and requests without a cookie are not asked")
{
    CHECK(!crosses({{"sec-fetch-site", "cross-site"}}, "GET"));
    CHECK(!crosses({{"sec-fetch-site", "cross-site"}, {"authorization", "Bearer x"}}));
    // What a browser adds by itself for a proxy in front of us is no token.
    CHECK(crosses({{"sec-fetch-site", "cross-site"}, {"authorization", "Basic x"}}));
    CHECK(!is_cross_site({.method = "POST", .headers = {{"sec-fetch-site", "cross-site"}}}, ""));
}
