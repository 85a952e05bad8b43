#include "accounts/store.hpp"
#include "accounts/topics.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

struct PlanRow {
    PlanId id;
    std::string name;
    Instant since;
    std::int64_t version = 1;
    PlanTerms terms;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (id, name, since, version, terms))

struct TermsRow {
    PlanTerms terms;
};
BOOST_DESCRIBE_STRUCT(TermsRow, (), (terms))

std::optional<PlanTerms> to_terms(std::optional<TermsRow>&& row)
{
    return row ? std::optional{std::move(row->terms)} : std::nullopt;
}

Plan to_plan(PlanRow&& row)
{
    return {{std::move(row.terms)}, row.id, std::move(row.name), row.since, row.version};
}

std::optional<Plan> to_plan(std::optional<PlanRow>&& row)
{
    return row ? std::optional{to_plan(*std::move(row))} : std::nullopt;
}

// "pro" finds "Pro": people type plan names into tables.
std::string name_key(std::string_view name)
{
    return ascii_lower(trim(name));
}

void add_terms(db::Tx& tx, Plan const& plan)
{
    PlanTerms const& terms = plan;
    tx.run(
        R"sql(
        INSERT INTO accounts_plan_terms (plan, version, since, terms)
        VALUES (:plan, :version, :since, :terms))sql",
        {{"plan", plan.id}, {"version", plan.version}, {"since", plan.since}, {"terms", terms}});
}

}  // namespace

std::optional<Plan> find_plan(db::Tx& tx, PlanId id)
{
    return to_plan(tx.one<PlanRow>(
        R"sql(
        SELECT p.id AS id, p.name AS name, t.since AS since, p.version AS version, t.terms AS terms
        FROM   accounts_plans p
        JOIN   accounts_plan_terms t ON t.plan = p.id AND t.version = p.version
        WHERE  p.id = :id)sql",
        {{"id", id}}));
}

std::optional<Plan> find_plan_named(db::Tx& tx, std::string_view name)
{
    return to_plan(tx.one<PlanRow>(
        R"sql(
        SELECT p.id AS id, p.name AS name, t.since AS since, p.version AS version, t.terms AS terms
        FROM   accounts_plans p
        JOIN   accounts_plan_terms t ON t.plan = p.id AND t.version = p.version
        WHERE  p.name_key = :name_key)sql",
        {{"name_key", name_key(name)}}));
}

std::vector<Plan> plans(db::Tx& tx, std::optional<PlanId> after, int limit)
{
    auto rows = tx.all<PlanRow>(
        R"sql(
        SELECT p.id AS id, p.name AS name, t.since AS since, p.version AS version, t.terms AS terms
        FROM   accounts_plans p
        JOIN   accounts_plan_terms t ON t.plan = p.id AND t.version = p.version
        WHERE  p.id > :after
        ORDER BY p.id
        LIMIT  :limit)sql",
        {{"after", after.value_or(PlanId{}).value()}, {"limit", limit}});
    std::vector<Plan> plans;
    plans.reserve(rows.size());
    for (auto& row : rows)
        plans.push_back(to_plan(std::move(row)));
    return plans;
}

std::optional<PlanTerms> terms_at(db::Tx& tx, PlanId id, Instant at)
{
    return to_terms(tx.one<TermsRow>(
        R"sql(
        SELECT terms
        FROM   accounts_plan_terms
        WHERE  plan = :plan AND since <= :at
        ORDER BY version DESC
        LIMIT  1)sql",
        {{"plan", id}, {"at", at}}));
}

std::optional<PlanTerms> terms_of(db::Tx& tx, AccountId id, Instant at)
{
    return to_terms(tx.one<TermsRow>(
        R"sql(
        SELECT t.terms
        FROM   accounts_plan_terms t
        WHERE  t.plan = (SELECT ap.plan
                         FROM   accounts_account_plans ap
                         WHERE  ap.account = :account AND ap.since <= :at
                         ORDER BY ap.since DESC
                         LIMIT  1)
          AND  t.since <= :at
        ORDER BY t.version DESC
        LIMIT  1)sql",
        {{"account", id}, {"at", at}}));
}

std::vector<DatedTerms> terms_during(db::Tx& tx, AccountId id, Instant from, Instant to)
{
    auto moments = tx.all<Instant>(
        R"sql(
        SELECT ap.since
        FROM   accounts_account_plans ap
        WHERE  ap.account = :account AND ap.since > :begin AND ap.since < :end
        UNION
        SELECT t.since
        FROM   accounts_plan_terms t
        WHERE  t.plan IN (SELECT ap.plan FROM accounts_account_plans ap
                          WHERE  ap.account = :account)
          AND  t.since > :begin AND t.since < :end
        ORDER BY 1)sql",
        {{"account", id}, {"begin", from}, {"end", to}});
    moments.insert(moments.begin(), from);
    std::vector<DatedTerms> dated;
    for (auto const since : moments)
        if (auto terms = terms_of(tx, id, since))
            if (dated.empty() || dated.back().terms != *terms)
                dated.push_back({since, *std::move(terms)});
    return dated;
}

std::optional<Calendar> find_calendar(db::Tx& tx, CalendarId id)
{
    return tx.one<Calendar>(
        R"sql(
        SELECT id, name, zone, week, holidays, version
        FROM   accounts_calendars
        WHERE  id = :id)sql",
        {{"id", id}});
}

Calendar default_calendar(db::Tx& tx)
{
    return tx
        .one<Calendar>(R"sql(
        SELECT id, name, zone, week, holidays, version
        FROM   accounts_calendars
        WHERE  is_default = 1)sql")
        .value();
}

std::vector<Calendar> calendars(db::Tx& tx, std::optional<CalendarId> after, int limit)
{
    return tx.all<Calendar>(
        R"sql(
        SELECT id, name, zone, week, holidays, version
        FROM   accounts_calendars
        WHERE  id > :after
        ORDER BY id
        LIMIT  :limit)sql",
        {{"after", after.value_or(CalendarId{}).value()}, {"limit", limit}});
}

namespace store {

bool add_plan(db::Tx& tx, Plan const& plan)
{
    auto const written = tx.run(
        R"sql(
        INSERT INTO accounts_plans (id, name, name_key, topic_bits, version)
        VALUES (:id, :name, :name_key, :topic_bits, :version)
        ON CONFLICT (name_key) DO NOTHING)sql",
        {{"id", plan.id},
         {"name", plan.name},
         {"name_key", name_key(plan.name)},
         {"topic_bits", topic_bits(plan.topics)},
         {"version", plan.version}});
    if (written == 0)
        return false;
    add_terms(tx, plan);
    return true;
}

bool change_plan(db::Tx& tx, Plan const& plan, std::int64_t seen)
{
    auto const written = tx.run(
        R"sql(
        UPDATE accounts_plans
        SET    name = :name, name_key = :name_key, topic_bits = :topic_bits, version = :version
        WHERE  id = :id AND version = :seen)sql",
        {{"name", plan.name},
         {"name_key", name_key(plan.name)},
         {"topic_bits", topic_bits(plan.topics)},
         {"version", plan.version},
         {"id", plan.id},
         {"seen", seen}});
    if (written == 0)
        return false;
    add_terms(tx, plan);
    return true;
}

void add_calendar(db::Tx& tx, Calendar const& calendar)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_calendars (id, name, zone, week, holidays, is_default, version)
        VALUES (:id, :name, :zone, :week, :holidays, 0, :version))sql",
        {{"id", calendar.id},
         {"name", calendar.name},
         {"zone", calendar.zone},
         {"week", calendar.week},
         {"holidays", calendar.holidays},
         {"version", calendar.version}});
}

}  // namespace store
}  // namespace tellfirst::accounts
