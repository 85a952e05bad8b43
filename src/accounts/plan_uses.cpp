#include "accounts/accounts.hpp"

namespace tellfirst::accounts {

// Asked of each plan and service whether there is anybody, and not counted: at a hundred thousand
// accounts most answers are found at once.
std::vector<PlanUse> plan_uses(db::Tx& tx)
{
    return tx.all<PlanUse>(R"sql(
        SELECT p.id AS plan, s.service AS service
        FROM  (SELECT DISTINCT x.service FROM accounts_exposure x WHERE x.until IS NULL) s
        CROSS JOIN accounts_plans p
        WHERE  EXISTS (SELECT 1
                       FROM   accounts_exposure e
                       JOIN   accounts_accounts a ON a.id = e.account
                       WHERE  e.service = s.service AND e.until IS NULL AND a.plan = p.id)
        UNION
        SELECT r.plan, r.service
        FROM   accounts_exposure_rules r
        WHERE  r.until IS NULL
        AND    EXISTS (SELECT 1 FROM accounts_accounts a WHERE a.plan = r.plan)
        UNION
        SELECT p.id, NULL
        FROM   accounts_plans p
        WHERE  p.has_rule = 0
        AND    EXISTS (SELECT 1 FROM accounts_accounts a
                       WHERE  a.plan = p.id AND a.exposure_known = 0))sql");
}

}  // namespace tellfirst::accounts
