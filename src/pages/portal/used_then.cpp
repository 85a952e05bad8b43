#include "pages/portal/used_then.hpp"

#include "pages/visible.hpp"

// A thing is seen with the eyes of a reader who uses all that the account used while it lasted.
// Lists change seldom: things are sorted by the few stretches of uses in which they lie.
namespace tellfirst::pages {
namespace {

using Uses = std::span<accounts::DatedUses const>;
using Services = std::vector<ServiceId>;

// Of whom we know nothing sees what is public.
Services public_services(Found const& found)
{
    Services ids;
    for (auto const* const list : {&found.services, &found.retired})
        for (auto const& service : *list)
            if (service.is_public && !service.is_group)
                ids.push_back(service.id);
    return ids;
}

// The uses that held at some moment of the time: `count` of them from `first` on.
struct Stretch {
    std::size_t first = 0;
    std::size_t count = 0;
    auto operator<=>(Stretch const&) const = default;
};

Stretch stretch_of(Uses uses, Instant from, std::optional<Instant> to)
{
    auto first = std::ranges::upper_bound(uses, from, {}, &accounts::DatedUses::since);
    if (first != uses.begin())
        --first;  // what was used first was used before, too
    auto const last =
        std::find_if(first, uses.end(), [&](auto const& use) { return to && use.since >= *to; });
    auto const count = std::max<std::ptrdiff_t>(last - first, 1);
    return {static_cast<std::size_t>(first - uses.begin()), static_cast<std::size_t>(count)};
}

Services used_in(Uses uses, Services const& if_unknown)
{
    Services used;
    for (auto const& use : uses) {
        auto const& known = use.services ? *use.services : if_unknown;
        used.insert(used.end(), known.begin(), known.end());
    }
    std::ranges::sort(used);
    used.erase(std::ranges::unique(used).begin(), used.end());
    return used;
}

class Sorting {
  public:
    Sorting(Found const& found, Uses uses) : found_{found}, uses_{uses} {}

    // Each thing goes into the part of its stretch.
    [[nodiscard]] std::map<Stretch, Found> sort()
    {
        for (auto const* const list : {&found_.open, &found_.latest})
            for (auto const& incident : *list)
                if (!incident.merged_into)
                    part(incident.started_at, incident.resolved_at).latest.push_back(incident);
        for (auto const& window : found_.windows)
            part(window.starts_at, window.closed_at).windows.push_back(window);
        for (auto const& issue : found_.issues)
            part(issue.created_at, issue.closed_at).issues.push_back(issue);
        return std::move(parts_);
    }

  private:
    Found& part(Instant from, std::optional<Instant> to)
    {
        auto const [at, is_new] = parts_.try_emplace(stretch_of(uses_, from, to));
        auto& part = at->second;
        if (is_new) {
            part.services = found_.services;
            part.retired = found_.retired;
            part.corrected = found_.corrected;
            part.now = found_.now;
        }
        return part;
    }

    Found const& found_;
    Uses uses_;
    std::map<Stretch, Found> parts_;
};

template <class Thing>
void append(std::vector<Thing>& all, std::vector<Thing> more)
{
    std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

Seen seen_then(Found const& found, AccountId account, Uses uses)
{
    auto const if_unknown = public_services(found);
    Reader const ever{.services = used_in(uses, if_unknown), .account = account};
    Seen all{.services = visible_services(found, ever)};
    append(all.services, visible_retired(found, ever));
    for (auto const& [stretch, part] : Sorting{found, uses}.sort()) {
        auto const held = uses.subspan(stretch.first, stretch.count);
        auto seen = all_seen(part, {.services = used_in(held, if_unknown), .account = account});
        append(all.incidents, std::move(seen.incidents));
        append(all.windows, std::move(seen.windows));
        append(all.issues, std::move(seen.issues));
    }
    return all;
}

}  // namespace tellfirst::pages
