#include "accounts/critical_dates_store.hpp"

#include <deque>

namespace tellfirst::accounts {
namespace {

constexpr std::string_view select_date = R"sql(
    SELECT d.id AS id, d.account AS account, a.name AS account_name, d.title AS title,
           d.starts_at AS starts_at, d.ends_at AS ends_at, d.created_at AS created_at
    FROM   accounts_critical_dates d
    JOIN   accounts_accounts a ON a.id = d.account)sql";

}  // namespace

std::vector<CriticalDate>
critical_dates_of(db::Tx& tx, AccountId account, std::optional<CriticalDateId> after, int limit)
{
    static auto const sql = std::string{select_date} + R"sql(
        WHERE  d.account = :account AND d.id > :after
        ORDER BY d.id
        LIMIT  :limit)sql";
    return tx.all<CriticalDate>(
        sql,
        {{"account", account}, {"after", after.value_or(CriticalDateId{1})}, {"limit", limit}});
}

std::vector<CriticalDate> critical_dates_ahead(db::Tx& tx, AccountId account, Instant now)
{
    static auto const sql = std::string{select_date} + R"sql(
        WHERE  d.account = :account AND d.ends_at > :now
        ORDER BY d.starts_at, d.id)sql";
    return tx.all<CriticalDate>(sql, {{"account", account}, {"now", now}});
}

std::vector<CriticalDate> critical_dates_between(db::Tx& tx, Instant from, Instant to)
{
    static auto const sql = std::string{select_date} + R"sql(
        WHERE  d.starts_at < :until AND d.ends_at > :since
        ORDER BY d.starts_at, d.id
        LIMIT  :limit)sql";
    return tx.all<CriticalDate>(
        sql, {{"since", from}, {"until", to}, {"limit", most_critical_dates_between}});
}

std::vector<CriticalDate> critical_dates_of_exposed(
    db::Tx& tx, std::vector<ServiceId> const& services, Instant from, Instant to)
{
    std::deque<std::string> names;  // a deque: the parameters point into it
    std::vector<db::Param> params{
        {"since", from}, {"until", to}, {"limit", most_critical_dates_between}};
    std::string marks;
    for (auto const& service : services) {
        auto const& name = names.emplace_back(fmt::format("service{}", names.size()));
        params.emplace_back(name, service);
        marks += ", :" + name;
    }
    auto const sql = fmt::format(
        R"sql({}
        JOIN   accounts_plans p ON p.id = a.plan
        WHERE  d.starts_at < :until AND d.ends_at > :since
        AND  ((a.exposure_known = 0 AND p.has_rule = 0)
            OR EXISTS (SELECT 1 FROM accounts_exposed x
                       WHERE  x.account = d.account AND x.service IN (NULL{})))
        ORDER BY d.starts_at, d.id
        LIMIT  :limit)sql",
        select_date, marks);
    std::vector<CriticalDate> dates;
    (void)tx.query(
        sql, params, [&](db::Row const& row) { dates.push_back(db::from_row<CriticalDate>(row)); });
    return dates;
}

namespace store {

void add_critical_date(db::Tx& tx, CriticalDate const& date)
{
    tx.run(
        R"sql(
        INSERT INTO accounts_critical_dates (id, account, title, starts_at, ends_at, created_at)
        VALUES (:id, :account, :title, :starts_at, :ends_at, :created_at))sql",
        {{"id", date.id},
         {"account", date.account},
         {"title", date.title},
         {"starts_at", date.starts_at},
         {"ends_at", date.ends_at},
         {"created_at", date.created_at}});
}

std::optional<CriticalDate> find_critical_date(db::Tx& tx, CriticalDateId id)
{
    static auto const sql = std::string{select_date} + " WHERE d.id = :id";
    return tx.one<CriticalDate>(sql, {{"id", id}});
}

void remove_critical_date(db::Tx& tx, CriticalDateId id)
{
    tx.run("DELETE FROM accounts_critical_dates WHERE id = :id", {{"id", id}});
}

std::int64_t count_critical_dates(db::Tx& tx, AccountId account, Instant now)
{
    return tx
        .one<std::int64_t>(
            R"sql(
            SELECT COUNT(*) FROM accounts_critical_dates
            WHERE  account = :account AND ends_at > :now)sql",
            {{"account", account}, {"now", now}})
        .value_or(0);
}

}  // namespace store
}  // namespace tellfirst::accounts
