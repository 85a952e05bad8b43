#include "status/services/touched_plans_store.hpp"

namespace tellfirst::status::store {

// From those who use something, since they are fewer than all. A service stands in two groups at
// most (deepest_level), the one in the other.
std::vector<TouchedPlan> plans_touched(db::Tx& tx, std::string_view services, db::Params params)
{
    auto const sql = fmt::format(
        R"sql(
        SELECT s.service AS service, a.plan AS plan
        FROM  (SELECT DISTINCT q.service FROM ({0}) q) s
        LEFT JOIN status_services v ON v.id = s.service
        LEFT JOIN status_services g ON g.id = v.parent
        JOIN   accounts_exposed x ON x.service IN (s.service, v.parent, g.parent)
        JOIN   accounts_people a ON a.account = x.account
        UNION
        SELECT s.service, u.plan
        FROM  (SELECT DISTINCT q.service FROM ({0}) q) s
        JOIN   status_services v ON v.id = s.service AND v.is_public = 1
        CROSS JOIN (SELECT DISTINCT plan FROM accounts_people
                    WHERE  exposure_known = 0 AND plan IS NOT NULL) u)sql",
        services);
    return tx.all<TouchedPlan>(sql, params);
}

}  // namespace tellfirst::status::store
