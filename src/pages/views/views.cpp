#include "pages/views/views.hpp"

#include "pages/views/view_store.hpp"

namespace tellfirst::pages {

std::optional<IncidentId> incident_of(std::string_view path)
{
    constexpr std::string_view folder = "/incidents/";
    auto const at = path.find(folder);
    if (at == path.npos)
        return std::nullopt;
    return IncidentId::parse(
        fmt::format("{}_{}", IncidentTag::prefix, path.substr(at + folder.size())));
}

void Views::count(std::string_view path)
{
    auto const incident = incident_of(path);
    if (!incident)
        return;
    std::lock_guard const guard{lock_};
    ++counts_[*incident];
}

ViewCounts Views::take()
{
    std::lock_guard const guard{lock_};
    return std::exchange(counts_, {});
}

void Views::give_back(ViewCounts const& counts)
{
    std::lock_guard const guard{lock_};
    for (auto const& [incident, count] : counts)
        counts_[incident] += count;
}

void keep_views(std::shared_ptr<Views> const& views, db::Database& database)
{
    auto const counts = std::make_shared<ViewCounts const>(views->take());
    if (counts->empty())
        return;
    database.write(
        [counts](db::Tx& tx) {
            store::add_views(tx, *counts);
            return true;
        },
        [views, counts](db::Outcome const& outcome) {
            if (outcome.ending == db::Ending::failed)
                views->give_back(*counts);
        });
}

}  // namespace tellfirst::pages
