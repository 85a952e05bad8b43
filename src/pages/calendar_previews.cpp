#include "accounts/accounts.hpp"
#include "pages/pages.hpp"
#include "pages/print_at.hpp"

namespace tellfirst::pages {
namespace {

std::string path_in(words::Language language)
{
    switch (language) {
    case words::Language::en: return "/calendar.ics";
    case words::Language::de: return "/de/calendar.ics";
    }
    return {};
}

}  // namespace

std::vector<notify::Preview> calendar_previews(Call& call, notify::About const& about)
{
    if (!about.is_window())
        return {};
    auto const found = look_at(call, about.text());
    std::vector<notify::Preview> previews;
    for (auto const& brand : accounts::resolved_brands(call)) {
        if (!brand.is_default && !brand.host)
            continue;
        Site const site{
            .brand = brand, .base_url = brand.url, .page = status_page_of(found, brand.name, {})};
        if (site.page.latest_windows.empty())
            continue;
        auto const path = path_in(words::language_of(brand.language));
        notify::Preview preview{.channel = notify::Medium::calendar, .brand = brand.id};
        preview.language = brand.language;
        preview.subject = site.page.latest_windows.front().title;
        preview.text = print_at(site, path).value().body;
        preview.link = site.base_url + path;
        previews.push_back(std::move(preview));
    }
    return previews;
}

}  // namespace tellfirst::pages
