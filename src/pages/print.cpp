#include "pages/print.hpp"

#include "pages/content.hpp"
#include "pages/mirror/document.hpp"
#include "pages/pledges/print_pledges.hpp"
#include "pages/print_feeds.hpp"
#include "pages/print_pages.hpp"
#include "pages/statuspage_api.hpp"

namespace tellfirst::pages {
namespace {

bool is_over(ShownIncident const& incident)
{
    return incident.resolved_at.has_value();
}

template <class Item>
bool is_over(Item const& item)
{
    return item.closed_at.has_value();
}

std::string minute_of(Instant at)
{
    return to_rfc3339(std::chrono::floor<std::chrono::minutes>(at));
}

words::Language other_than(words::Language language)
{
    return language == words::Language::en ? words::Language::de : words::Language::en;
}

void append(std::vector<Copy>& all, std::vector<Copy> const& some)
{
    all.insert(all.end(), some.begin(), some.end());
}

}  // namespace

template <class Item>
void Printer::print_kept(Site const& site, Item const& item, Items& next, Items& last)
{
    auto const path = path_of(item);
    auto key = write_json(to_json(site.brand)) + write_json(to_json(item)) +
               (is_over(item) ? "" : minute_of(site.page.as_of));
    auto const before = last.find(path);
    if (before != last.end() && before->second.key == key)
        next.insert(last.extract(before));
    else
        next[path] = {.key = std::move(key), .outputs = print_item(site, item)};
}

bool Printer::print_front(Sites const& sites, Site const& site)
{
    auto& printed = sites_[site.base_url];
    auto content = content_of(site);
    if (printed.content == content)
        return false;
    Items items;
    for_each_item(
        site.page, [&](auto const& item) { print_kept(site, item, items, printed.items); });
    printed.items = std::move(items);
    Copying copying{site, printed.front};
    copying.add(print_home(site, words::language_of(site.brand.language)));
    for (auto const& [path, kept] : printed.items)
        copying.add(kept.outputs);
    copying.add_fixed(sites);
    printed.front = std::move(copying).take();
    printed.content = std::move(content);
    // Who finds a page under a new name finds all that belongs to it.
    if (printed.whole.empty())
        print_rest(sites, site);
    return true;
}

bool Printer::print_rest(Sites const&, Site const& site)
{
    auto& printed = sites_[site.base_url];
    if (printed.whole == printed.content)
        return false;
    Copying copying{site, printed.rest};
    copying.add(print_home(site, other_than(words::language_of(site.brand.language))));
    copying.add(print_status(site));
    copying.add(print_feeds(site));
    copying.add(print_service_feeds(site));
    copying.add(print_pledges(site));
    copying.add(print_statuspage_api(site));
    printed.rest = std::move(copying).take();
    printed.whole = printed.content;
    return true;
}

Snapshot Printer::snapshot_of(Sites const& sites) const
{
    Snapshot snapshot{.made = sites.as_of, .default_host = sites.default_host, .copies = {}};
    for (auto const& site : sites.open)
        if (auto const printed = sites_.find(site.base_url); printed != sites_.end()) {
            append(snapshot.copies, printed->second.front);
            append(snapshot.copies, printed->second.rest);
        }
    append(snapshot.copies, documents_);
    return snapshot;
}

bool Printer::forget_lost(Sites const& sites)
{
    std::set<std::string_view> there;
    for (auto const& site : sites.open)
        there.insert(site.base_url);
    return std::erase_if(sites_, [&](auto const& known) { return !there.contains(known.first); }) >
           0;
}

void Printer::print(Sites const& sites, PutUp const& put_up, IsWanted const& is_wanted)
{
    bool has_changed = forget_lost(sites);
    for (auto const part : {&Printer::print_front, &Printer::print_rest}) {
        bool is_new = false;
        for (auto const& site : sites.open) {
            if (!is_wanted())
                return;
            if ((this->*part)(sites, site))
                is_new = true;
        }
        if (is_new)
            put_up(snapshot_of(sites));
        has_changed = has_changed || is_new;
    }
    if (!has_changed)
        return;
    documents_ = {};
    documents_ = mirror_documents(snapshot_of(sites));
    put_up(snapshot_of(sites));
}

}  // namespace tellfirst::pages
