#include "pages/mirror/fetch.hpp"

#include "kernel/text.hpp"
#include "pages/mirror/document.hpp"
#include "wire/http/client.hpp"
#include "wire/http/hot_page.hpp"

#include <charconv>
#include <set>

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;

// The page of a thousand services; nothing of ours is larger.
constexpr std::size_t most_page_bytes = 8 * 1024 * 1024;

// A server that is well answers in milliseconds, and one across the world in a second.
constexpr std::chrono::milliseconds longest_answer = 15s;

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

Get get_from(std::string origin, Patience patience)
{
    auto const place = place_of(origin);
    // Whoever runs this server named the origin; it may well stand in his own network.
    http::Outgoing const outgoing{.allow = {{.host = bare(place.host), .port = place.port}}};
    auto const line = std::make_shared<http::Line>();  // std::function wants to be copied
    return [origin, patience, outgoing, line](std::string const& path) -> Result<std::string> {
        auto const left = std::chrono::floor<std::chrono::milliseconds>(
            patience.until - std::chrono::steady_clock::now());
        if (left <= 0ms)
            return Problem{
                .kind = Refusal::unavailable,
                .code = "mirror.too_slow",
                .detail = "There was no time left for " + path + "."};
        auto answered = line->ask(
            outgoing,
            {.url = origin + path,
             .headers = {{"accept-encoding", "identity"}},
             .deadline = std::min(left, longest_answer),
             .most_bytes = most_page_bytes,
             .stop = patience.stop},
            http::resolve_until(patience.stop));
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

Fetching::Fetching(std::string host, std::span<Copy const> known, std::size_t most_bytes)
    : host_{std::move(host)}, most_bytes_{most_bytes}
{
    for (auto const& copy : known)
        bodies_.emplace(copy.body.hash(), copy.body);
}

Result<Body> Fetching::body_at(std::string const& path, std::string const& hash, Get const& get)
{
    if (auto const known = bodies_.find(hash); known != bodies_.end())
        return known->second;
    auto text = get(path);
    if (!text)
        return text.error();
    Body body{*std::move(text)};
    if (body.hash() != hash)
        return Problem{
            .kind = Refusal::unavailable,
            .code = "mirror.changed",
            .detail = path + " was renewed meanwhile."};
    bodies_.emplace(hash, body);
    return body;
}

Result<std::vector<Copy>> Fetching::look(Get const& get)
{
    auto text = get(std::string{mirror_path});
    if (!text)
        return text.error();
    auto const document = read_mirror_document(*text);
    if (!document)
        return document.error();
    std::set<std::string_view> listed;
    for (auto const& file : document->files)
        listed.insert(file.sha256);
    std::erase_if(bodies_, [&](auto const& known) { return !listed.contains(known.first); });

    std::vector<Copy> copies;
    std::size_t bytes = text->size();
    for (auto const& file : document->files) {
        auto body = body_at(file.path, file.sha256, get);
        if (!body)
            return body.error();
        bytes += body->text().size();
        if (bytes > most_bytes_)
            return Problem{
                .kind = Refusal::unavailable,
                .code = "mirror.too_large",
                .detail = fmt::format("There are more than {} bytes of pages.", most_bytes_)};
        copies.push_back(copy_of(file, *std::move(body)));
        copies.back().host = host_;
    }
    copies.push_back(
        {.host = host_,
         .path = std::string{mirror_path},
         .type = "application/json",
         .headers = {{"cache-control", "no-cache"}},
         .body = *std::move(text)});
    return copies;
}

}  // namespace tellfirst::pages
