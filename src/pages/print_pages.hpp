#pragma once
// What people look at: the page of a site, and those of its incidents, windows and issues.
#include "pages/site.hpp"
#include "wire/words/moments.hpp"

#include <set>

namespace tellfirst::pages {

// The page in that language; a brand's own stands at "/".
[[nodiscard]] std::vector<Output> print_home(Site const& site, words::Language language);
// The same for programs: /status.json.
[[nodiscard]] Output print_status(Site const& site);

// The page of one of them, likewise; nothing it says depends on the others.
[[nodiscard]] std::vector<Output> print_item(Site const& site, ShownIncident const& incident);
[[nodiscard]] std::vector<Output> print_item(Site const& site, ShownWindow const& window);
[[nodiscard]] std::vector<Output> print_item(Site const& site, ShownIssue const& issue);
// Where it stands: "/incidents/a3ykna5rdmnm".
[[nodiscard]] std::string path_of(ShownIncident const& incident);
[[nodiscard]] std::string path_of(ShownWindow const& window);
[[nodiscard]] std::string path_of(ShownIssue const& issue);

// Calls for each of them that has a page of its own, once.
template <class Deed>
void for_each_item(StatusPage const& page, Deed const& deed)
{
    auto const once = [&](auto const&... lists) {
        std::set<std::int64_t> seen;
        auto const go = [&](auto const& items) {
            for (auto const& item : items)
                if (seen.insert(item.id.value()).second)
                    deed(item);
        };
        (go(lists), ...);
    };
    once(page.incidents, page.past, page.latest, page.merged);
    once(page.windows, page.latest_windows);
    once(page.issues);
}

}  // namespace tellfirst::pages
