#include "pages/aging/aged.hpp"

#include "pages/aging/forget.hpp"
#include "pages/mirror/document.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

using Hosts = std::map<std::string_view, std::vector<Copy const*>>;

Hosts hosts_of(Snapshot const& snapshot)
{
    Hosts hosts;
    for (auto const& copy : snapshot.copies)
        hosts[copy.host].push_back(&copy);
    return hosts;
}

std::string_view text_at(std::vector<Copy const*> const& pages, std::string_view path)
{
    auto const found = std::ranges::find(pages, path, &Copy::path);
    return found == pages.end() ? "" : std::string_view{(*found)->body.text()};
}

Instant made_at(std::vector<Copy const*> const& pages, Snapshot const& snapshot)
{
    auto const document = read_mirror_document(text_at(pages, mirror_path));
    return document ? document->made : snapshot.made;
}

void append_aged(std::vector<Copy>& all, std::vector<Copy const*> const& pages, Instant made)
{
    Forgetting const forgetting{text_at(pages, "/status.json"), made};
    Snapshot host{.made = made, .default_host = {}, .copies = {}};
    for (auto const* const copy : pages)
        if (auto kept = copy->path == mirror_path ? std::nullopt : forgetting.forget(*copy))
            host.copies.push_back(*std::move(kept));
    if (!text_at(pages, mirror_path).empty())
        std::ranges::move(mirror_documents(host), std::back_inserter(all));
    std::ranges::move(host.copies, std::back_inserter(all));
}

}  // namespace

std::optional<Instant> next_to_age(Snapshot const& snapshot, std::optional<Instant> after)
{
    std::optional<Instant> next;
    for (auto const& [host, pages] : hosts_of(snapshot)) {
        auto const at = made_at(pages, snapshot) + old_after;
        if (!after || at > *after)
            next = std::min(next.value_or(at), at);
    }
    return next;
}

Snapshot aged(Snapshot const& snapshot, Instant now)
{
    Snapshot all{.made = snapshot.made, .default_host = snapshot.default_host, .copies = {}};
    for (auto const& [host, pages] : hosts_of(snapshot)) {
        auto const made = made_at(pages, snapshot);
        if (now >= made + old_after)
            append_aged(all.copies, pages, made);
        else
            for (auto const* const copy : pages)
                all.copies.push_back(*copy);
    }
    return all;
}

Found aged(Found found)
{
    for (auto& service : found.services)
        if (service.state == ServiceState::operational)
            service.state = ServiceState::unknown;
    return found;
}

}  // namespace tellfirst::pages
