#include "pages/shelf.hpp"

namespace tellfirst::pages {

std::shared_ptr<http::HotPage const> make_page(Copy const& copy)
{
    return http::make_hot_page(
        {.body = copy.body.text(),
         .type = copy.type,
         .headers = copy.headers,
         .status = copy.path == http::lost_path ? 404 : 200});
}

std::shared_ptr<Shelf const> Shelf::of(Snapshot const& snapshot, Shelf const* old)
{
    auto shelf = std::make_shared<Shelf>();
    shelf->default_host_ = snapshot.default_host;
    EntryPtr last;  // "/de" says what "/de/" does
    for (auto const& copy : snapshot.copies) {
        auto const* const before = old != nullptr ? old->entry(copy.host, copy.path) : nullptr;
        auto entry = before != nullptr ? *before : nullptr;
        if (!is_same(entry, copy))
            entry = is_same(last, copy) ? last
                                        : std::make_shared<Entry const>(Entry{
                                              .type = copy.type,
                                              .headers = copy.headers,
                                              .body = copy.body,
                                              .page = make_page(copy)});
        shelf->hosts_[copy.host].insert_or_assign(copy.path, entry);
        last = std::move(entry);
    }
    return shelf;
}

bool Shelf::is_same(EntryPtr const& entry, Copy const& copy)
{
    return entry && entry->type == copy.type && entry->headers == copy.headers &&
           entry->body == copy.body &&
           (copy.path == http::lost_path) == (entry->page->status == 404);
}

Shelf::EntryPtr const* Shelf::entry(std::string_view host, std::string_view path) const
{
    auto const pages = hosts_.find(host);
    if (pages == hosts_.end())
        return nullptr;
    auto const found = pages->second.find(path);
    return found == pages->second.end() ? nullptr : &found->second;
}

bool Shelf::is_partners(std::string_view host) const
{
    return host != default_host_ && hosts_.contains(host);
}

std::shared_ptr<http::HotPage const> Shelf::find(std::string_view host, std::string_view path) const
{
    auto const* const found = entry(hosts_.contains(host) ? host : default_host_, path);
    return found != nullptr ? (*found)->page : nullptr;
}

}  // namespace tellfirst::pages
