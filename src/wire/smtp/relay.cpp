#include "wire/smtp/relay.hpp"

#include "kernel/text.hpp"

#include <arpa/inet.h>

#include <charconv>

namespace tellfirst::smtp {
namespace {

// Nobody has so many; and with each that is silent a mail waits for one more time-out.
constexpr std::size_t most_relays = 8;

Problem bad_url()
{
    return invalid(
        "relay.bad_url", "relay",
        "A relay looks like smtp://host:25, smtp+starttls://user:password@host or smtps://host.");
}

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        if (text[0] != '%') {
            plain += text[0];
            text.remove_prefix(1);
            continue;
        }
        unsigned byte = 0;
        if (text.size() < 3 ||
            std::from_chars(text.data() + 1, text.data() + 3, byte, 16).ptr != text.data() + 3)
            return std::nullopt;
        plain += static_cast<char>(byte);
        text.remove_prefix(3);
    }
    return plain;
}

std::optional<Credentials> read_credentials(std::string_view text, std::string_view token_file)
{
    auto const colon = text.find(':');
    if (!token_file.empty()) {
        auto const user = percent_decoded(text);
        if (!user || user->empty() || colon != std::string_view::npos)
            return std::nullopt;
        return Credentials{*user, {}, std::string{token_file}};
    }
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto const user = percent_decoded(text.substr(0, colon));
    auto const password = percent_decoded(text.substr(colon + 1));
    if (!user || !password || user->empty())
        return std::nullopt;
    return Credentials{*user, *password};
}

// "user@host?token_file=/PATH" loses all from "?"; answers the path, or "" where there is none.
std::string_view cut_token_file(std::string_view& rest)
{
    constexpr std::string_view asks{"?token_file=/"};
    auto const found = rest.find(asks);
    if (found == std::string_view::npos)
        return {};
    auto const path = rest.substr(found + asks.size() - 1);
    rest = rest.substr(0, found);
    return path;
}

bool read_scheme(Relay& relay, std::string_view scheme)
{
    if (scheme == "smtp")
        return true;
    relay.security = scheme == "smtps" ? Relay::Security::tls : Relay::Security::starttls;
    relay.port = scheme == "smtps" ? 465 : 587;
    return scheme == "smtps" || scheme == "smtp+starttls";
}

// "host", "host:25", "[::1]", "[::1]:25"
bool read_address(Relay& relay, std::string_view text)
{
    auto const bracketed = text.starts_with('[');
    auto const end = bracketed ? text.find(']') : text.find(':');
    if (bracketed && end == std::string_view::npos)
        return false;
    relay.host = bracketed ? text.substr(1, end - 1) : text.substr(0, end);
    auto const rest =
        end == std::string_view::npos ? std::string_view{} : text.substr(bracketed ? end + 1 : end);
    if (relay.host.empty() || relay.host.find_first_of(" /@?#") != std::string::npos)
        return false;
    if (rest.empty())
        return true;
    auto const* const end_of_port = rest.data() + rest.size();
    auto const [after, error] = std::from_chars(rest.data() + 1, end_of_port, relay.port);
    return rest[0] == ':' && rest.size() > 1 && error == std::errc{} && after == end_of_port &&
           relay.port != 0;
}

// A name that begins with "127." is a name like any other.
bool is_loopback(std::string const& host)
{
    in_addr address{};
    bool const is_v4 = ::inet_pton(AF_INET, host.c_str(), &address) == 1;
    return (is_v4 && host.starts_with("127.")) || host == "::1" || ascii_lower(host) == "localhost";
}

}  // namespace

Result<Relay> Relay::parse(std::string_view url)
{
    Relay relay;
    auto const scheme_end = url.find("://");
    if (scheme_end == std::string_view::npos ||
        !read_scheme(relay, ascii_lower(url.substr(0, scheme_end))))
        return bad_url();
    auto rest = url.substr(scheme_end + 3);
    if (rest.ends_with('/'))
        rest.remove_suffix(1);
    auto const token_file = cut_token_file(rest);
    auto const at = rest.rfind('@');
    if (at == std::string_view::npos && !token_file.empty())
        return bad_url();
    if (at != std::string_view::npos) {
        relay.credentials = read_credentials(rest.substr(0, at), token_file);
        if (!relay.credentials)
            return bad_url();
        rest.remove_prefix(at + 1);
    }
    if (!read_address(relay, rest))
        return bad_url();
    // Whoever stands between us and the relay could answer in its place and hear the password.
    if (relay.credentials && relay.security == Security::opportunistic && !is_loopback(relay.host))
        relay.security = Security::starttls;
    return relay;
}

Result<std::vector<Relay>> parse_relays(std::string_view urls)
{
    std::vector<Relay> relays;
    for (auto const url : split(urls, ',')) {
        auto relay = Relay::parse(trim(url));
        if (!relay)
            return relay.error();
        relays.push_back(*std::move(relay));
    }
    if (relays.size() > most_relays)
        return invalid("relay.too_many", "relay", "There may be eight relays at most.");
    return relays;
}

}  // namespace tellfirst::smtp
