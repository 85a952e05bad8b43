#include "pages/visible.hpp"

#include <set>

namespace tellfirst::pages {
namespace {

// A tree deeper than this is drawn as if it ended here; a circle must not keep us for ever.
constexpr std::int64_t deepest = 8;

using ById = std::map<ServiceId, status::Service const*>;

bool is_listed(status::Service const& service, std::vector<ServiceId> const& list, ById const& all)
{
    auto const* one = &service;
    for (std::int64_t depth = 0; depth <= deepest; ++depth) {
        if (std::ranges::find(list, one->id) != list.end())
            return true;  // what uses a group uses all that stands in it
        auto const parent = one->parent ? all.find(*one->parent) : all.end();
        if (parent == all.end())
            return false;
        one = parent->second;
    }
    return false;
}

ById by_id(Found const& found)
{
    ById all;
    for (auto const* const some : {&found.services, &found.retired})
        for (auto const& service : *some)
            all.emplace(service.id, &service);
    return all;
}

bool is_visible(status::Service const& service, Reader const& reader, ById const& all)
{
    return reader.services ? is_listed(service, *reader.services, all) : service.is_public;
}

// What trouble of the reader's own does to services. Nobody else's page knows of it.
using OwnTrouble = std::map<ServiceId, status::ServiceState>;

OwnTrouble own_trouble(Found const& found, Reader const& reader)
{
    OwnTrouble held;
    for (auto const& incident : found.open) {
        if (!incident.account || incident.account != reader.account)
            continue;
        for (auto const& touched : incident.services) {
            auto& state = held[touched.service];
            state = status::worst(state, touched.state);
        }
    }
    return held;
}

ShownService shown(status::Service const& service, AllBars const& all_bars)
{
    ShownService seen{
        .id = service.id,
        .name = service.name,
        .description = service.description,
        .is_group = service.is_group,
        .parent = service.parent,
        .state = service.state,
        .checked = service.checked,
        .created_at = service.created_at};
    if (service.checked && !service.checked->by_person && service.checked_every_s)
        seen.silent_at =
            service.checked->at + looks_missed * std::chrono::seconds{*service.checked_every_s};
    if (seen.checked && seen.checked->by_person)
        seen.checked->seen_from.clear();  // who works here is nobody's business
    if (auto const bars = all_bars.find(service.id); bars != all_bars.end()) {
        seen.uptime = bars->second.shown;
        seen.days = bars->second.days;
    }
    return seen;
}

// What one reader sees of all services, and what he does not, retired ones included.
struct Sorted {
    std::vector<status::Service const*> visible;
    std::vector<status::Service const*> hidden;
};

// Groups in which something stands that the reader may not see, now or once.
std::set<ServiceId> partly_seen(Sorted const& sorted, Found const& found)
{
    auto const all = by_id(found);
    std::set<ServiceId> groups;
    for (auto const* one : sorted.hidden)
        while (one->parent && groups.insert(*one->parent).second) {
            auto const above = all.find(*one->parent);
            if (above == all.end())
                break;
            one = above->second;
        }
    return groups;
}

// Draws a tree from those that are visible.
class Drawing {
  public:
    Drawing(Sorted const& sorted, Found const& found, Reader const& reader)
        : bars_{reader.bars ? *reader.bars : found.bars},
          own_{own_trouble(found, reader)},
          partly_seen_{partly_seen(sorted, found)}
    {
        auto const& visible = sorted.visible;
        std::set<ServiceId> ids;
        for (auto const* service : visible)
            ids.insert(service->id);
        for (auto const* service : visible) {
            bool const has_parent = service->parent && ids.contains(*service->parent);
            members_[has_parent ? *service->parent : ServiceId{}].push_back(service);
        }
    }

    [[nodiscard]] std::vector<ShownService> draw() &&
    {
        put_members(ServiceId{}, 0);
        return std::move(drawn_);
    }

  private:
    // Answers the worst state among them; nothing where there are none.
    std::optional<status::ServiceState> put_members(ServiceId of, std::int64_t depth)
    {
        std::optional<status::ServiceState> worst;
        auto const members = members_.find(of);
        if (members == members_.end() || depth > deepest)
            return worst;
        for (auto const* member : members->second)
            if (auto const state = put(*member, depth))
                worst = worst_shown(worst.value_or(*state), *state);
        return worst;
    }

    std::optional<status::ServiceState> put(status::Service const& service, std::int64_t depth)
    {
        auto const at = drawn_.size();
        drawn_.push_back(shown(service, bars_));
        drawn_[at].depth = depth;
        if (depth == 0)
            drawn_[at].parent.reset();
        if (auto const held = own_.find(service.id); held != own_.end())
            drawn_[at].state = status::worst(drawn_[at].state, held->second);
        if (!service.is_group)
            return drawn_[at].state;
        if (partly_seen_.contains(service.id)) {  // its bars tell of all that stands in it
            drawn_[at].uptime.clear();
            drawn_[at].days.clear();
        }
        auto const worst = put_members(service.id, depth + 1);
        if (worst)
            drawn_[at].state = *worst;
        else
            drawn_.resize(at);
        return worst;
    }

    AllBars const& bars_;
    OwnTrouble own_;
    std::set<ServiceId> partly_seen_;
    std::map<ServiceId, std::vector<status::Service const*>> members_;
    std::vector<ShownService> drawn_;
};

}  // namespace

std::vector<ShownService> visible_services(Found const& found, Reader const& reader)
{
    auto const all = by_id(found);
    auto const own = own_trouble(found, reader);
    Sorted sorted;
    for (auto const& service : found.services) {
        bool const is_seen = own.contains(service.id) || is_visible(service, reader, all) ||
                             (service.is_group && service.is_public);
        (is_seen ? sorted.visible : sorted.hidden).push_back(&service);
    }
    for (auto const& service : found.retired)
        if (!is_visible(service, reader, all))
            sorted.hidden.push_back(&service);
    return Drawing{sorted, found, reader}.draw();
}

std::vector<ShownService> visible_retired(Found const& found, Reader const& reader)
{
    auto const all = by_id(found);
    std::vector<ShownService> visible;
    for (auto const& service : found.retired)
        if (!service.is_group && is_visible(service, reader, all))
            visible.push_back(shown(service, reader.bars ? *reader.bars : found.bars));
    return visible;
}

}  // namespace tellfirst::pages
