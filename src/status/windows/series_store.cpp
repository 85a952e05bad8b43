#include "status/windows/series_store.hpp"

namespace tellfirst::status::store {
namespace {

struct SeriesRow {
    SeriesId id;
    std::string title;
    std::string text;
    std::string zone;
    std::string first;
    std::int64_t minutes = 0;
    std::string rule;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> ended_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    SeriesRow, (),
    (id, title, text, zone, first, minutes, rule, created_at, changed_at, ended_at, version))

constexpr std::string_view select_series = R"sql(
    SELECT id, title, text, zone, first, minutes, rule, created_at, changed_at, ended_at, version
    FROM   status_series)sql";

Series whole(db::Tx& tx, SeriesRow const& row)
{
    return {
        .id = row.id,
        .title = row.title,
        .services = tx.all<ServiceId>(
            "SELECT service FROM status_series_services WHERE series = :id ORDER BY service",
            {{"id", row.id}}),
        .text = row.text,
        .zone = row.zone,
        .first = row.first,
        .minutes = row.minutes,
        .rule = row.rule,
        .occurrences = {},
        .left_out = {},
        .sequence = row.version - 1,
        .created_at = row.created_at,
        .changed_at = row.changed_at,
        .ended_at = row.ended_at,
        .version = row.version};
}

}  // namespace

void add_series(db::Tx& tx, Series const& series)
{
    tx.run(
        R"sql(
        INSERT INTO status_series (id, title, text, zone, first, minutes, rule, created_at,
                                   changed_at, ended_at, version)
        VALUES (:id, :title, :text, :zone, :first, :minutes, :rule, :created_at, :changed_at,
                :ended_at, :version))sql",
        {{"id", series.id},
         {"title", series.title},
         {"text", series.text},
         {"zone", series.zone},
         {"first", series.first},
         {"minutes", series.minutes},
         {"rule", series.rule},
         {"created_at", series.created_at},
         {"changed_at", series.changed_at},
         {"ended_at", series.ended_at},
         {"version", series.version}});
    std::vector<std::vector<db::Param>> sets;
    for (auto const service : series.services)
        sets.push_back({{"series", series.id}, {"service", service}});
    tx.bulk(
        "INSERT INTO status_series_services (series, service) VALUES (:series, :service)", sets);
}

void save_series(db::Tx& tx, Series& series)
{
    ++series.version;
    series.sequence = series.version - 1;
    tx.run(
        R"sql(
        UPDATE status_series
        SET    changed_at = :changed_at, ended_at = :ended_at, version = :version
        WHERE  id = :id)sql",
        {{"id", series.id},
         {"changed_at", series.changed_at},
         {"ended_at", series.ended_at},
         {"version", series.version}});
}

void save_passed(db::Tx& tx, SeriesId id, Passed const& passed)
{
    tx.run(
        R"sql(
        UPDATE status_series
        SET    passed_until = :until, changed_at = :changed_at
        WHERE  id = :id)sql",
        {{"id", id}, {"until", passed.until}, {"changed_at", passed.changed_at}});
}

Instant passed_until(db::Tx& tx, SeriesId id)
{
    return tx.one<Instant>("SELECT passed_until FROM status_series WHERE id = :id", {{"id", id}})
        .value_or(Instant{});
}

std::optional<Series> find_series(db::Tx& tx, SeriesId id)
{
    static auto const sql = std::string{select_series} + " WHERE id = :id";
    auto const row = tx.one<SeriesRow>(sql, {{"id", id}});
    return row ? std::optional{whole(tx, *row)} : std::nullopt;
}

std::vector<Series>
all_series(db::Tx& tx, std::optional<SeriesId> after, int limit, Instant ended_after)
{
    static auto const sql = std::string{select_series} + R"sql(
        WHERE  id > :after AND (ended_at IS NULL OR ended_at > :ended_after)
        ORDER BY id
        LIMIT  :limit)sql";
    std::vector<Series> all;
    for (auto const& row : tx.all<SeriesRow>(
             sql, {{"after", after.value_or(SeriesId{1})},
                   {"ended_after", ended_after},
                   {"limit", limit}}))
        all.push_back(whole(tx, row));
    return all;
}

std::int64_t count_series(db::Tx& tx)
{
    return tx.one<std::int64_t>("SELECT COUNT(*) FROM status_series WHERE ended_at IS NULL")
        .value_or(0);
}

void declare(db::Tx& tx, SeriesId series, Declared const& said, Instant at)
{
    tx.run(
        R"sql(
        INSERT INTO status_series_declared (series, starts_at, is_used, window_id, said_at)
        VALUES (:series, :starts_at, :is_used, :window_id, :said_at)
        ON CONFLICT (series, starts_at) DO UPDATE
        SET    is_used = excluded.is_used, window_id = excluded.window_id,
               said_at = excluded.said_at)sql",
        {{"series", series},
         {"starts_at", said.starts_at},
         {"is_used", said.is_used},
         {"window_id", said.window},
         {"said_at", at}});
}

std::vector<Declared> declared_of(db::Tx& tx, SeriesId series)
{
    return tx.all<Declared>(
        R"sql(
        SELECT d.starts_at AS starts_at, d.is_used AS is_used, d.window_id AS "window",
               w.state AS window_state, w.starts_at AS window_starts_at
        FROM   status_series_declared d
        LEFT JOIN status_windows w ON w.id = d.window_id
        WHERE  d.series = :series
        ORDER BY d.starts_at)sql",
        {{"series", series}});
}

std::vector<TouchedPlan> plans_touched(db::Tx& tx, SeriesId first, SeriesId last)
{
    return plans_touched(
        tx,
        R"sql(
        SELECT service FROM status_series_services
        WHERE  series >= :first AND series <= :last)sql",
        {{"first", first}, {"last", last}});
}

}  // namespace tellfirst::status::store
