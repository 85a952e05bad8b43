#include "pages/print_at.hpp"

#include "kernel/text.hpp"
#include "pages/pledges/print_pledges.hpp"
#include "pages/print_feeds.hpp"
#include "pages/print_pages.hpp"
#include "pages/statuspage_api.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

// The language of the page itself at that path, if it is one of its addresses.
std::optional<Language> language_of_home(Site const& site, std::string_view path)
{
    if (path.empty() || path == "/")
        return words::language_of(site.brand.language);
    if (path == "/de" || path == "/de/")
        return Language::de;
    if (path == "/en" || path == "/en/")
        return Language::en;
    return std::nullopt;
}

std::vector<Output> print_item_at(Site const& site, std::string_view path)
{
    if (path.starts_with("/de/"))
        path.remove_prefix(std::string_view{"/de"}.size());
    if (path.ends_with(".json"))
        path.remove_suffix(std::string_view{".json"}.size());
    std::vector<Output> outputs;
    for_each_item(site.page, [&](auto const& item) {
        if (path_of(item) == path)
            outputs = print_item(site, item);
    });
    return outputs;
}

// Those that are printed together, among which it would be.
std::vector<Output> print_around(Site const& site, std::string_view path)
{
    auto const parts = split(path, '/');  // "", "services", "aaaabbbbcccc", "feed.atom"
    if (auto const language = language_of_home(site, path))
        return print_home(site, *language);
    if (path == "/status.json")
        return {print_status(site)};
    if (path.starts_with("/api/"))
        return print_statuspage_api(site);
    if (path.starts_with("/services/"))
        return print_service_feeds(site, parts[2]);
    if (path.contains(pledges_path))
        return print_pledges(site);
    if (auto item = print_item_at(site, path); !item.empty())
        return item;
    return print_feeds(site);
}

}  // namespace

std::optional<Output> print_at(Site const& site, std::string_view path)
{
    for (auto& output : print_around(site, path))
        if (output.path == path)
            return std::move(output);
    return std::nullopt;
}

}  // namespace tellfirst::pages
