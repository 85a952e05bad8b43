#include "pages/print_pages.hpp"

#include "pages/render.hpp"
#include "pages/shell.hpp"
#include "pages/view/view.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

constexpr std::string_view html_type = "text/html; charset=utf-8";

Output html(std::string path, std::string body)
{
    return {.path = std::move(path), .body = std::move(body), .type = std::string{html_type}};
}

Output json(std::string path, Json const& value)
{
    return {.path = std::move(path), .body = write_json(value), .type = "application/json"};
}

template <class Item>
std::vector<Output> print(Site const& site, Item const& item)
{
    auto const path = path_of(item);
    return {
        html(path, render_page(site, item, Language::en)),
        html("/de" + path, render_page(site, item, Language::de)),
        json(path + ".json", to_json(item))};
}

}  // namespace

std::vector<Output> print_home(Site const& site, Language language)
{
    auto const page = render_home(site, language);
    std::vector<Output> outputs;
    if (language == words::language_of(site.brand.language)) {
        outputs.push_back(html("/", page));
        // A private address works without the slash at its end, too.
        if (site.is_private)
            outputs.push_back(html("", page));
    }
    if (std::string const home{home_of(site.brand, language)}; home != "/") {
        outputs.push_back(html(home, page));
        outputs.push_back(html(home.substr(0, home.size() - 1), page));
    }
    return outputs;
}

Output print_status(Site const& site)
{
    return json("/status.json", to_json(site.page));
}

std::string path_of(ShownIncident const& incident)
{
    return path_of("incidents", incident.id);
}

std::string path_of(ShownWindow const& window)
{
    return path_of("windows", window.id);
}

std::string path_of(ShownIssue const& issue)
{
    return path_of("issues", issue.id);
}

std::vector<Output> print_item(Site const& site, ShownIncident const& incident)
{
    return print(site, incident);
}

std::vector<Output> print_item(Site const& site, ShownWindow const& window)
{
    return print(site, window);
}

std::vector<Output> print_item(Site const& site, ShownIssue const& issue)
{
    return print(site, issue);
}

}  // namespace tellfirst::pages
