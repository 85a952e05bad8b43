#include "pages/private_pages.hpp"

#include "pages/aging/aged.hpp"
#include "pages/content.hpp"
#include "pages/copying.hpp"
#include "pages/mirror/fetch.hpp"
#include "pages/pages.hpp"
#include "pages/print_at.hpp"
#include "pages/shelf.hpp"

namespace tellfirst::pages {
namespace {

// Of a house with 500 services one takes a few megabytes.
constexpr std::size_t most_kept_sites = 20;

constexpr int ready_within_s = 2;

// "/p/TOKEN"
std::string_view base_of(std::string_view path)
{
    return path.substr(0, path.find('/', private_prefix.size()));
}

PrivateSite const* find_site(Sites const& sites, std::string_view host, std::string_view base_path)
{
    bool const is_known = std::ranges::any_of(
        sites.open, [&](Site const& site) { return host_of(site.base_url) == host; });
    auto const wanted = is_known ? host : std::string_view{sites.default_host};
    auto const found = std::ranges::find_if(sites.closed, [&](PrivateSite const& closed) {
        return closed.base_path == base_path && host_of(closed.brand.url) == wanted;
    });
    return found == sites.closed.end() ? nullptr : &*found;
}

}  // namespace

void PrivatePages::renew(std::shared_ptr<Sites const> sites)
{
    std::lock_guard const guard{lock_};
    sites_ = std::move(sites);
    has_aged_ = false;
}

void PrivatePages::age(Instant now)
{
    auto const sites = [&] {
        std::lock_guard const guard{lock_};
        return has_aged_ ? nullptr : sites_;
    }();
    if (!sites || now < sites->as_of + old_after)
        return;
    auto old = std::make_shared<Sites>(*sites);
    old->found = aged(std::move(old->found));

    std::lock_guard const guard{lock_};
    if (sites_ != sites)
        return;  // renewed meanwhile
    sites_ = std::move(old);
    has_aged_ = true;
}

std::shared_ptr<Site const>
PrivatePages::site_at(std::shared_ptr<Sites const> const& sites, PrivateSite const& closed)
{
    auto const base_url = closed.brand.url + closed.base_path;
    {
        std::lock_guard const guard{lock_};
        auto const made = made_.find(base_url);
        if (made != made_.end() && made->second.sites == sites)
            return made->second.site;
    }
    auto site = std::make_shared<Site const>(site_of(*sites, closed));
    auto content = content_of(*site);

    std::lock_guard const guard{lock_};
    auto& made = made_[base_url];
    if (made.content != content)
        made.pages.clear();
    made.sites = sites;
    made.site = site;
    made.content = std::move(content);
    made.last_asked = ++asked_;
    forget_oldest();
    return site;
}

void PrivatePages::forget_oldest()
{
    if (made_.size() > most_kept_sites)
        made_.erase(std::ranges::min_element(
            made_, {}, [](auto const& made) { return made.second.last_asked; }));
}

PrivatePages::Page PrivatePages::find(std::string const& base_url, std::string_view path)
{
    std::lock_guard const guard{lock_};
    auto const made = made_.find(base_url);
    if (made == made_.end())
        return nullptr;
    made->second.last_asked = ++asked_;
    auto const page = made->second.pages.find(path);
    return page == made->second.pages.end() ? nullptr : page->second;
}

Result<std::shared_ptr<http::HotPage const>>
PrivatePages::make(std::string_view host, std::string_view path)
{
    auto const sites = [&] {
        std::lock_guard const guard{lock_};
        return sites_;
    }();
    if (!sites)
        return Problem{
            .kind = Refusal::unavailable,
            .code = "pages.not_ready",
            .detail = "We have not looked at what there is to show yet; ask again in a moment.",
            .retry_after_s = ready_within_s};
    auto const base_path = base_of(path);
    auto const* const closed = find_site(*sites, host, base_path);
    if (closed == nullptr)
        return Page{};
    auto const site = site_at(sites, *closed);
    auto const within = path.substr(base_path.size());
    if (auto page = find(site->base_url, within))
        return page;
    auto output = print_at(*site, within);
    if (!output)
        return Page{};
    Copying copying{*site, {}};
    copying.add(*std::move(output));
    auto page = make_page(std::move(copying).take().front());

    std::lock_guard const guard{lock_};
    if (auto const made = made_.find(site->base_url);
        made != made_.end() && made->second.site == site)
        made->second.pages.insert_or_assign(std::string{within}, page);
    return page;
}

}  // namespace tellfirst::pages
