#include "wire/http/target.hpp"

#include "kernel/text.hpp"

#include <curl/curl.h>
#include <netdb.h>

#include <algorithm>
#include <charconv>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace tellfirst::http {
namespace {

constexpr std::size_t longest_url = 2000;
constexpr std::array<std::uint16_t, 3> usual_ports{80, 443, 8443};

[[nodiscard]] Problem bad_url(std::string detail)
{
    return invalid("outgoing.bad_url", "url", std::move(detail));
}

// libcurl's own parser, because it is libcurl that will read the address: two parsers that
// disagree are how checks are passed by.
class ParsedUrl {
  public:
    ParsedUrl() : url_{curl_url()} {}
    ~ParsedUrl() { curl_url_cleanup(url_); }
    ParsedUrl(ParsedUrl const&) = delete;
    ParsedUrl& operator=(ParsedUrl const&) = delete;

    [[nodiscard]] bool set(CURLUPart part, std::string const& text)
    {
        return curl_url_set(url_, part, text.c_str(), 0) == CURLUE_OK;
    }
    [[nodiscard]] std::string get(CURLUPart part, unsigned flags = 0) const
    {
        char* text = nullptr;
        if (curl_url_get(url_, part, &text, flags) != CURLUE_OK)
            return {};
        std::string copy{text};
        curl_free(text);
        return copy;
    }

  private:
    CURLU* url_;
};

[[nodiscard]] bool is_plain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127; });
}

[[nodiscard]] std::string clean_host(std::string_view host)
{
    if (host.ends_with('.'))
        host.remove_suffix(1);
    return ascii_lower(host);
}

[[nodiscard]] std::string without_brackets(std::string const& host)
{
    return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

std::vector<Address> resolve_now(std::string const& host)
{
    addrinfo wish{};
    wish.ai_family = AF_UNSPEC;
    wish.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    std::vector<Address> addresses;
    if (::getaddrinfo(host.c_str(), nullptr, &wish, &list) != 0)
        return addresses;
    for (auto const* each = list; each != nullptr; each = each->ai_next)
        if (auto const address = address_of(*each->ai_addr))
            addresses.push_back(*address);
    ::freeaddrinfo(list);
    return addresses;
}

// What the thread that asks leaves for the one that waits.
struct Found {
    std::mutex lock;
    std::condition_variable_any came;
    std::optional<std::vector<Address>> addresses = {};
};

std::vector<Address> resolve_within(
    std::string const& host, std::chrono::milliseconds deadline, std::stop_token const& stop)
{
    // The system's resolver knows no deadline of ours, so it works on a thread that we can leave
    // behind; it holds nothing but its own answer.
    auto const found = std::make_shared<Found>();
    std::thread{[host, found] {
        auto addresses = resolve_now(host);
        std::lock_guard const guard{found->lock};
        found->addresses = std::move(addresses);
        found->came.notify_all();
    }}.detach();
    std::unique_lock guard{found->lock};
    found->came.wait_for(guard, stop, deadline, [&] { return found->addresses.has_value(); });
    if (stop.stop_requested() || !found->addresses)
        return {};
    return *found->addresses;
}

}  // namespace

Result<Target> check_url(std::string const& url, Outgoing const& outgoing)
{
    if (url.size() > longest_url || !is_plain(url))
        return bad_url("An address is up to 2,000 visible ASCII characters.");
    ParsedUrl parsed;
    if (!parsed.set(CURLUPART_URL, url))
        return bad_url("This is not an address that begins with https:// or http://.");
    auto const scheme = parsed.get(CURLUPART_SCHEME);
    if (scheme != "https" && scheme != "http")
        return bad_url("Only https:// and http:// addresses are called.");
    // libcurl would also take one slash or three.
    auto const begin = scheme + "://";
    if (!ascii_lower(url).starts_with(begin))
        return bad_url("This is not an address that begins with https:// or http://.");
    auto const authority = std::string_view{url}.substr(
        begin.size(), url.find_first_of("/?#", begin.size()) - begin.size());
    // user:password@ is most often used to make one host look like another, and so is a % or a
    // backslash there.
    if (authority.empty() || authority.find_first_of("@%\\") != authority.npos)
        return bad_url(
            "An address holds a host, and no user name, password, % or backslash there.");

    auto const host = clean_host(parsed.get(CURLUPART_HOST));
    // A second dot at its end would make our own name another one, and lead to us nevertheless.
    bool const has_empty_label =
        host.starts_with('.') || host.ends_with('.') || host.contains("..");
    if (host.empty() || has_empty_label || !parsed.set(CURLUPART_HOST, host))
        return bad_url("The host's name is not readable.");
    auto const port_text = parsed.get(CURLUPART_PORT, CURLU_DEFAULT_PORT);
    Target target{.host = without_brackets(host)};
    std::from_chars(port_text.data(), port_text.data() + port_text.size(), target.port);

    target.is_allowed = std::ranges::any_of(outgoing.allow, [&](Allowed const& allowed) {
        return clean_host(allowed.host) == target.host && allowed.port == target.port;
    });
    if (!target.is_allowed && std::ranges::find(usual_ports, target.port) == usual_ports.end())
        return bad_url("Only the ports 80, 443 and 8443 are called.");
    for (auto const& own : outgoing.own_names)
        if (!target.is_allowed && clean_host(own) == target.host)
            return invalid("outgoing.own_name", "url", "This address is our own.");
    target.url = parsed.get(CURLUPART_URL);
    return target;
}

std::vector<Address> resolve_by_system(std::string const& host, std::chrono::milliseconds deadline)
{
    return resolve_within(host, deadline, {});
}

Resolve resolve_until(std::stop_token stop)
{
    return [stop](std::string const& host, std::chrono::milliseconds deadline) {
        return resolve_within(host, deadline, stop);
    };
}

Result<std::vector<Address>>
check_addresses(Target const& target, Resolve const& resolve, std::chrono::milliseconds deadline)
{
    auto const literal = parse_address(target.host);
    auto const addresses = literal ? std::vector{*literal} : resolve(target.host, deadline);
    if (addresses.empty())
        return Problem{
            .kind = Refusal::unavailable,
            .code = "outgoing.unresolved",
            .detail = "This name has no address at the moment."};
    if (!target.is_allowed && !std::ranges::all_of(addresses, is_public))
        return invalid("outgoing.private_address", "url", "This address is not a public one.");
    return addresses;
}

}  // namespace tellfirst::http
