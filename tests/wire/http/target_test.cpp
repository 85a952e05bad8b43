// The list of notices about outgoing addresses, row by row.
#include "wire/http/target.hpp"

#include "wire/http/tricks.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace tellfirst::http::tricks;
using namespace std::chrono_literals;

namespace {

// The code of the refusal, or "" where the address may be called.
[[nodiscard]] std::string refusal(std::string const& url, Outgoing const& outgoing = {})
{
    auto const target = check_url(url, outgoing);
    if (!target)
        return target.error().code;
    auto const addresses = check_addresses(*target, fake_names, 1s);
    return addresses ? "" : addresses.error().code;
}

}  // namespace

TEST_CASE("outgoing: a public name or address is called")
{
    for (auto const* url :
         {"https://good.test/hook?a=b#c", "http://good.test", "https://GOOD.test.:8443/",
          "https://93.184.216.34/", "https://[2606:2800:220::1]/", "HTTPS://good.test"})
        CHECK_MESSAGE(refusal(url) == "", url);
}

TEST_CASE("outgoing: every spelling of a private address is refused")
{
    for (auto const& host : private_hosts())
        CHECK_MESSAGE(refusal(fmt::format("http://{}/", host)) == "outgoing.private_address", host);
}

TEST_CASE("outgoing: one private address among public ones refuses the name")
{
    CHECK(refusal("https://mixed.test/") == "outgoing.private_address");
    CHECK(refusal("https://mixed6.test/") == "outgoing.private_address");
}

TEST_CASE("outgoing: a name that does not resolve is not called")
{
    CHECK(refusal("https://nobody.test/") == "outgoing.unresolved");
}

TEST_CASE("outgoing: other schemes, ports and tricks with the address are refused")
{
    for (auto const& url : bad_urls())
        CHECK_MESSAGE(refusal(url) == "outgoing.bad_url", url);
}

TEST_CASE("outgoing: we do not call ourselves")
{
    Outgoing const outgoing{.own_names = {"Good.Test"}};
    CHECK(refusal("https://good.test/", outgoing) == "outgoing.own_name");
    CHECK(refusal("https://GOOD.TEST./", outgoing) == "outgoing.own_name");
}

TEST_CASE("outgoing: what the owner allows is called, at that port only")
{
    Outgoing const outgoing{.allow = {{"inside.test", 9000}, {"10.1.2.3", 80}}};
    CHECK(refusal("http://inside.test:9000/", outgoing) == "");
    CHECK(refusal("http://10.1.2.3/", outgoing) == "");
    CHECK(refusal("http://inside.test/", outgoing) == "outgoing.private_address");
    CHECK(refusal("http://inside.test:9001/", outgoing) == "outgoing.bad_url");
    CHECK(refusal("http://10.1.2.4/", outgoing) == "outgoing.private_address");
}

TEST_CASE("outgoing: who is to stop gets no addresses any more")
{
    std::stop_source stop;
    CHECK_FALSE(resolve_until(stop.get_token())("localhost", 5s).empty());
    stop.request_stop();
    CHECK(resolve_until(stop.get_token())("localhost", 5s).empty());
}

TEST_CASE("outgoing: the system resolves this machine's own name")
{
    auto const addresses = resolve_by_system("localhost", 5s);
    REQUIRE(!addresses.empty());
    for (auto const& address : addresses)
        CHECK(!is_public(address));
}
