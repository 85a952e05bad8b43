#include "accounts/accounts.hpp"
#include "accounts/exposure.hpp"

// What an account used at any moment: rows that nobody overwrites.
namespace tellfirst::accounts {
namespace {

std::vector<ServiceId> own_at(db::Tx& tx, AccountId id, Instant at)
{
    return tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   accounts_exposure
        WHERE  account = :account AND since <= :at AND (until IS NULL OR until > :at)
        ORDER BY service)sql",
        {{"account", id}, {"at", at}});
}

bool is_known_at(db::Tx& tx, AccountId id, Instant at)
{
    return tx
        .one<bool>(
            R"sql(
        SELECT is_known
        FROM   accounts_exposure_known
        WHERE  account = :account AND since <= :at
        ORDER BY since DESC
        LIMIT  1)sql",
            {{"account", id}, {"at", at}})
        .value_or(false);
}

std::vector<ServiceId> by_plan_at(db::Tx& tx, AccountId id, Instant at)
{
    return tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   accounts_exposure_rules
        WHERE  plan = (SELECT plan
                       FROM   accounts_account_plans
                       WHERE  account = :account AND since <= :at
                       ORDER BY since DESC
                       LIMIT  1)
        AND    since <= :at AND (until IS NULL OR until > :at)
        ORDER BY service)sql",
        {{"account", id}, {"at", at}});
}

// When any of that may have changed.
std::vector<Instant> changes_in(db::Tx& tx, AccountId id, Instant from, Instant to)
{
    return tx.all<Instant>(
        R"sql(
        SELECT c.at
        FROM  (SELECT since AS at FROM accounts_exposure       WHERE account = :account
               UNION
               SELECT until       FROM accounts_exposure       WHERE account = :account
               UNION
               SELECT since       FROM accounts_exposure_known WHERE account = :account
               UNION
               SELECT since       FROM accounts_account_plans  WHERE account = :account
               UNION
               SELECT r.since
               FROM   accounts_exposure_rules r
               JOIN   accounts_account_plans p ON p.plan = r.plan
               WHERE  p.account = :account
               UNION
               SELECT r.until
               FROM   accounts_exposure_rules r
               JOIN   accounts_account_plans p ON p.plan = r.plan
               WHERE  p.account = :account) c
        WHERE  c.at > :since AND c.at < :until
        ORDER BY c.at)sql",
        {{"account", id}, {"since", from}, {"until", to}});
}

}  // namespace

std::vector<DatedUses> uses_during(db::Tx& tx, AccountId id, Instant from, Instant to)
{
    auto moments = changes_in(tx, id, from, to);
    moments.insert(moments.begin(), from);
    std::vector<DatedUses> dated;
    for (auto const at : moments) {
        auto const own = is_known_at(tx, id, at) ? std::optional{own_at(tx, id, at)} : std::nullopt;
        auto services = used_in_all(own, by_plan_at(tx, id, at));
        if (dated.empty() || dated.back().services != services)
            dated.push_back({.since = at, .services = std::move(services)});
    }
    return dated;
}

}  // namespace tellfirst::accounts
