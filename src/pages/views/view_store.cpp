#include "pages/views/view_store.hpp"

namespace tellfirst::pages::store {

void add_views(db::Tx& tx, ViewCounts const& counts)
{
    for (auto const& [incident, views] : counts)
        tx.run(
            R"sql(
            INSERT INTO pages_views (incident, views)
            VALUES (:incident, :views)
            ON CONFLICT (incident) DO UPDATE
            SET    views = pages_views.views + excluded.views)sql",
            {{"incident", incident}, {"views", views}});
}

std::int64_t views_of(db::Tx& tx, IncidentId incident)
{
    return tx
        .one<std::int64_t>(
            R"sql(
            SELECT views
            FROM   pages_views
            WHERE  incident = :incident)sql",
            {{"incident", incident}})
        .value_or(0);
}

}  // namespace tellfirst::pages::store
