#include "accounts/store.hpp"

// Who uses what: by an account's own list, or by the rule of its plan ("all accounts on it use
// these"). An account of which neither is known counts as exposed to everything.
namespace tellfirst::accounts {
namespace {

// One row for each service, begun or ended: `sql` says which, `same` is alike in all of them (whose
// it is, and the moment).
void write_each(
    db::Tx& tx, std::string_view sql, std::span<ServiceId const> services,
    std::array<db::Param, 2> const& same)
{
    std::vector<std::vector<db::Param>> rows;
    rows.reserve(services.size());
    for (auto const service : services)
        rows.push_back({same[0], same[1], {"service", service}});
    (void)tx.bulk(sql, rows);
}

}  // namespace

std::vector<ServiceId> services_of_plan(db::Tx& tx, PlanId id)
{
    return tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   accounts_exposure_rules
        WHERE  plan = :plan AND until IS NULL
        ORDER BY service)sql",
        {{"plan", id}});
}

std::optional<PlanServices> find_rule(db::Tx& tx, PlanId id)
{
    auto const version = tx.one<std::int64_t>(
        R"sql(
        SELECT rule_version
        FROM   accounts_plans
        WHERE  id = :id)sql",
        {{"id", id}});
    if (!version)
        return std::nullopt;
    return PlanServices{.plan = id, .services = services_of_plan(tx, id), .version = *version};
}

bool is_exposed(db::Tx& tx, AccountId id, std::vector<ServiceId> const& services)
{
    auto const known = tx.one<bool>(
        R"sql(
        SELECT CASE WHEN a.exposure_known = 1 OR p.has_rule = 1 THEN 1 ELSE 0 END
        FROM   accounts_accounts a
        JOIN   accounts_plans p ON p.id = a.plan
        WHERE  a.id = :id)sql",
        {{"id", id}});
    if (!known || services.empty())
        return false;
    if (!*known)
        return true;
    auto const used = tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   accounts_exposed
        WHERE  account = :account)sql",
        {{"account", id}});
    return std::ranges::find_first_of(used, services) != used.end();
}

namespace store {

void set_exposure_known(db::Tx& tx, AccountId id, bool known, Instant since)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_exposure_known (account, since, is_known)
        VALUES (:account, :since, :is_known)
        ON CONFLICT (account, since) DO UPDATE
        SET    is_known = excluded.is_known)sql",
        {{"account", id}, {"since", since}, {"is_known", known}});
    tx.run(
        R"sql(
        UPDATE accounts_accounts
        SET    exposure_known = :known
        WHERE  id = :id)sql",
        {{"known", known}, {"id", id}});
}

std::vector<ServiceId> exposure_of(db::Tx& tx, AccountId id)
{
    return tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   accounts_exposure
        WHERE  account = :account AND until IS NULL
        ORDER BY service)sql",
        {{"account", id}});
}

void begin_exposure(db::Tx& tx, AccountId id, std::span<ServiceId const> services, Instant since)
{
    constexpr std::string_view sql = R"sql(
        INSERT INTO accounts_exposure (account, service, since, until)
        VALUES (:account, :service, :since, NULL))sql";
    write_each(tx, sql, services, {{{"account", id}, {"since", since}}});
}

void end_exposure(db::Tx& tx, AccountId id, std::span<ServiceId const> services, Instant until)
{
    constexpr std::string_view sql = R"sql(
        UPDATE accounts_exposure
        SET    until = :until
        WHERE  account = :account AND service = :service AND until IS NULL)sql";
    write_each(tx, sql, services, {{{"account", id}, {"until", until}}});
}

void save_rule(db::Tx& tx, PlanServices const& rule)
{
    tx.run(
        R"sql(
        UPDATE accounts_plans
        SET    has_rule = :has_rule, rule_version = :version
        WHERE  id = :id)sql",
        {{"has_rule", !rule.services.empty()}, {"version", rule.version}, {"id", rule.plan}});
}

void begin_rule(db::Tx& tx, PlanId id, std::span<ServiceId const> services, Instant since)
{
    constexpr std::string_view sql = R"sql(
        INSERT INTO accounts_exposure_rules (plan, service, since, until)
        VALUES (:plan, :service, :since, NULL))sql";
    write_each(tx, sql, services, {{{"plan", id}, {"since", since}}});
}

void end_rule(db::Tx& tx, PlanId id, std::span<ServiceId const> services, Instant until)
{
    constexpr std::string_view sql = R"sql(
        UPDATE accounts_exposure_rules
        SET    until = :until
        WHERE  plan = :plan AND service = :service AND until IS NULL)sql";
    write_each(tx, sql, services, {{{"plan", id}, {"until", until}}});
}

}  // namespace store
}  // namespace tellfirst::accounts
