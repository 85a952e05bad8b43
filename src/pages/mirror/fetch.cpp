#include "pages/mirror/fetch.hpp"

#include "kernel/text.hpp"
#include "pages/mirror/document.hpp"
#include "wire/http/client.hpp"
#include "wire/http/hot_page.hpp"

#include <charconv>

namespace tellfirst::pages {
namespace {

// The page of a thousand services; nothing of ours is larger.
constexpr std::size_t most_page_bytes = 8 * 1024 * 1024;

struct Place {
    std::string host;
    std::uint16_t port = 0;
};

Place place_of(std::string_view url)
{
    bool const is_secure = url.starts_with("https://");
    auto rest = url.substr(url.find("://") + 3);
    rest = rest.substr(0, rest.find('/'));
    auto const colon = rest.find(':', rest.starts_with('[') ? rest.find(']') : 0);
    Place place{
        .host = ascii_lower(rest.substr(0, colon)),
        .port = static_cast<std::uint16_t>(is_secure ? 443 : 80)};
    if (colon != rest.npos)
        std::from_chars(rest.data() + colon + 1, rest.data() + rest.size(), place.port);
    return place;
}

// An address of IPv6 without its brackets, as it is connected to.
std::string bare(std::string host)
{
    return host.starts_with('[') ? host.substr(1, host.size() - 2) : host;
}

}  // namespace

std::string host_of(std::string_view url)
{
    return place_of(url).host;
}

Get get_from(std::string origin)
{
    auto const place = place_of(origin);
    // Whoever runs this server named the origin; it may well stand in his own network.
    http::Outgoing const outgoing{.allow = {{.host = bare(place.host), .port = place.port}}};
    return [origin, outgoing](std::string const& path) -> Result<std::string> {
        auto answered = http::ask(
            outgoing, {.url = origin + path,
                       .headers = {{"accept-encoding", "identity"}},
                       .most_bytes = most_page_bytes});
        if (!answered)
            return answered.error();
        // What an origin says of addresses that lead nowhere is a page, too.
        if (answered->status != (path == http::lost_path ? 404 : 200))
            return Problem{
                .kind = Refusal::unavailable,
                .code = "mirror.refused",
                .detail = fmt::format("{} answered {}.", path, answered->status)};
        return std::move(answered->body);
    };
}

Result<std::vector<Copy>>
fetch_host(std::string const& host, std::span<Copy const> known, Get const& get)
{
    auto text = get(std::string{mirror_path});
    if (!text)
        return text.error();
    auto const document = read_mirror_document(*text);
    if (!document)
        return document.error();
    std::map<std::string_view, Body> bodies;
    for (auto const& copy : known)
        bodies.emplace(copy.body.hash(), copy.body);

    std::vector<Copy> copies;
    for (auto const& file : document->files) {
        auto const kept = bodies.find(file.sha256);
        if (kept != bodies.end()) {
            copies.push_back(copy_of(file, kept->second));
            continue;
        }
        auto fetched = get(file.path);
        if (!fetched)
            return fetched.error();
        Body body{*std::move(fetched)};
        if (body.hash() != file.sha256)
            return Problem{
                .kind = Refusal::unavailable,
                .code = "mirror.changed",
                .detail = file.path + " was renewed meanwhile."};
        copies.push_back(copy_of(file, std::move(body)));
    }
    for (auto& copy : copies)
        copy.host = host;
    copies.push_back(
        {.host = host,
         .path = std::string{mirror_path},
         .type = "application/json",
         .headers = {{"cache-control", "no-cache"}},
         .body = *std::move(text)});
    return copies;
}

}  // namespace tellfirst::pages
