// The list of notices about outgoing addresses, row by row.
#include "wire/http/target.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

[[nodiscard]] Address at(std::string_view text)
{
    return *parse_address(text);
}

// A name server of ours.
[[nodiscard]] std::vector<Address> fake_names(std::string const& host, std::chrono::milliseconds)
{
    if (host == "good.test")
        return {at("93.184.216.34"), at("2606:2800:220::1")};
    if (host == "inside.test" || host == "localhost")
        return {at("127.0.0.1")};
    if (host == "mixed.test")
        return {at("93.184.216.34"), at("10.0.0.1")};
    if (host == "mixed6.test")
        return {at("93.184.216.34"), at("fd00::1")};
    return {};
}

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
    for (auto const* host :
         {"127.0.0.1",
          "127.1",
          "2130706433",
          "0x7f000001",
          "0177.0.0.1",
          "0",
          "0.0.0.0",
          "[::1]",
          "[::]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[::7f00:1]",
          "[64:ff9b::7f00:1]",
          "[2002:7f00:1::]",
          "[fe80::1]",
          "[fc00::1]",
          "10.0.0.1",
          "172.16.0.1",
          "192.168.0.1",
          "100.64.0.1",
          "169.254.169.254",
          "[fd00:ec2::254]",
          "224.0.0.1",
          "255.255.255.255",
          "198.18.0.1",
          "192.0.2.1",
          "localhost",
          "LOCALHOST.",
          "inside.test"})
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
    using namespace std::string_literals;
    for (auto const& url :
         {"file:///etc/passwd"s,
          "gopher://good.test/"s,
          "ftp://good.test/"s,
          "dict://good.test/"s,
          "good.test"s,
          "//good.test/"s,
          ""s,
          "https://"s,
          "https:///x"s,
          "https:/good.test/"s,
          "https://good.test:22/"s,
          "https://good.test:8080/"s,
          "https://good.test:0/"s,
          "https://good.test:99999/"s,
          "https://user@good.test/"s,
          "https://good.test:pass@inside.test/"s,
          "https://good.test@inside.test/"s,
          "https://@good.test/"s,
          "https://good.test\\@inside.test/"s,
          "https://good.test/\r\nX: y"s,
          "https://good.test/\n"s,
          "https://good.test/a b"s,
          "https://good.test/\0"s,
          "https://good%2etest/"s,
          "https://[fe80::1%25eth0]/"s,
          "https://\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1/"s,
          "https://b\xc3\xbc"
          "cher.test/"s,
          "https://" + std::string(2'000, 'a')})
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
