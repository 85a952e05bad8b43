#include "console/built_in.hpp"
#include "console/console.hpp"
#include "console/pack.hpp"
#include "kernel/files.hpp"
#include "wire/http/hot_page.hpp"

#include <array>
#include <stdexcept>

namespace tellfirst::console {
namespace {

constexpr std::string_view root = "/console/";
constexpr std::string_view hashed = "assets/";
constexpr std::string_view start_page = "index.html";

// The console runs its own scripts and styles, talks to us, and shows mails in a frame of ours.
constexpr std::string_view start_page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

std::string_view type_of(std::string_view name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types{
        {{".html", "text/html; charset=utf-8"},
         {".js", "text/javascript; charset=utf-8"},
         {".css", "text/css; charset=utf-8"},
         {".svg", "image/svg+xml"},
         {".png", "image/png"},
         {".ico", "image/x-icon"},
         {".woff2", "font/woff2"},
         {".json", "application/json"},
         {".map", "application/json"},
         {".webmanifest", "application/manifest+json"},
         {".txt", "text/plain; charset=utf-8"}}};
    for (auto const& [ending, type] : types)
        if (name.ends_with(ending))
            return type;
    return "application/octet-stream";
}

std::shared_ptr<http::HotPage const> make_page(PackedFile file)
{
    http::PageText text{.body = std::move(file.plain), .type = std::string{type_of(file.name)}};
    if (file.name.starts_with(hashed))
        text.headers = {{"cache-control", "public, max-age=31536000, immutable"}};
    if (file.name == start_page)
        text.headers.emplace_back("content-security-policy", start_page_policy);
    return http::make_hot_page(
        text, {.gzip = std::move(file.gzip), .brotli = std::move(file.brotli)});
}

std::shared_ptr<http::HotPage const> read_page(std::string const& folder, std::string_view name)
{
    if (!is_safe_name(name))
        return nullptr;
    auto text = read_whole_file(folder + '/' + std::string{name});
    return text ? make_page({.name = std::string{name}, .plain = std::move(*text)}) : nullptr;
}

}  // namespace

Shelf::Shelf(std::string folder) : folder_{std::move(folder)}
{
    if (folder_.empty())
        *this = of_pack(built_in());
}

Shelf Shelf::of_pack(std::string_view bytes)
{
    Shelf shelf;
    if (bytes.empty())
        return shelf;
    auto files = read_pack(bytes);
    if (!files)
        throw std::logic_error{"the console was packed wrongly"};
    for (auto& file : *files) {
        auto const name = file.name;
        shelf.pages_.emplace(name, make_page(std::move(file)));
    }
    return shelf;
}

std::shared_ptr<http::HotPage const> Shelf::find(std::string_view path) const
{
    if (!path.starts_with(root))
        return nullptr;
    auto const look_up = [&](std::string_view name) -> std::shared_ptr<http::HotPage const> {
        if (!folder_.empty())
            return read_page(folder_, name);
        auto const found = pages_.find(name);
        return found == pages_.end() ? nullptr : found->second;
    };
    auto const name = path.substr(root.size());
    auto page = look_up(name);
    if (page || name.starts_with(hashed))
        return page;
    return look_up(start_page);
}

}  // namespace tellfirst::console
