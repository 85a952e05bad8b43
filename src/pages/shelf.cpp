#include "pages/shelf.hpp"

namespace tellfirst::pages {

std::shared_ptr<Shelf const> Shelf::of(Snapshot const& snapshot, Shelf const* old)
{
    auto shelf = std::make_shared<Shelf>();
    shelf->default_host_ = snapshot.default_host;
    for (auto const& copy : snapshot.copies) {
        http::PageText const text{
            .body = copy.body,
            .type = copy.type,
            .headers = copy.headers,
            .status = copy.path == http::lost_path ? 404 : 200};
        auto const* const before = old != nullptr ? old->entry(copy.host, copy.path) : nullptr;
        bool const is_same = before != nullptr && before->headers == copy.headers &&
                             before->page->tag == http::tag_of(text);
        shelf->hosts_[copy.host].insert_or_assign(
            copy.path,
            is_same ? *before : Entry{.headers = copy.headers, .page = http::make_hot_page(text)});
    }
    return shelf;
}

Shelf::Entry const* Shelf::entry(std::string_view host, std::string_view path) const
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
    return found == nullptr ? nullptr : found->page;
}

}  // namespace tellfirst::pages
