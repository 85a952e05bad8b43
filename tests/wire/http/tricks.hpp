#pragma once
// What people write where an address of a webhook is asked for, to reach what only we can reach.
#include "wire/http/target.hpp"

namespace tellfirst::http::tricks {

[[nodiscard]] inline Address at(std::string_view text)
{
    return *parse_address(text);
}

// A name server of ours. What is a number in whatever spelling, the system reads.
[[nodiscard]] inline std::vector<Address>
fake_names(std::string const& host, std::chrono::milliseconds deadline)
{
    if (host == "good.test")
        return {at("93.184.216.34"), at("2606:2800:220::1")};
    if (host == "localhost")
        return {at("127.0.0.1"), at("::1")};
    if (host == "inside.test" || host == "xn--bcher-kva.test")
        return {at("10.0.0.1")};
    if (host == "mixed.test")
        return {at("93.184.216.34"), at("10.0.0.1")};
    if (host == "mixed6.test")
        return {at("93.184.216.34"), at("fd00::1")};
    if (host.front() >= '0' && host.front() <= '9')
        return resolve_by_system(host, deadline);
    return {};
}

// Each leads inside, as the host of an address.
[[nodiscard]] inline std::vector<std::string> private_hosts()
{
    return {
        "127.0.0.1",
        "localhost",
        "LOCALHOST.",
        "127.1",
        "127.1.",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
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
        "[febf::1]",
        "[fc00::1]",
        "[fdff::1]",
        "[fd00:ec2::254]",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "192.0.2.1",
        "inside.test",
        "xn--bcher-kva.test",
        "mixed.test",
        "mixed6.test"};
}

// Each is no address of a webhook at all.
[[nodiscard]] inline std::vector<std::string> bad_urls()
{
    using namespace std::string_literals;
    return {
        "file:///etc/passwd"s,
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
        "https://good.test../"s,
        "https://.good.test/"s,
        "https://good..test/"s,
        "https://\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1/"s,  // full-width digits
        "https://b\xc3\xbc"
        "cher.test/"s,
        "https://" + std::string(2'000, 'a')};
}

}  // namespace tellfirst::http::tricks
