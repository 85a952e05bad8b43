#include "status/uptime/past_store.hpp"

#include "db/db.hpp"
#include "status/uptime/announced.hpp"

namespace tellfirst::status {
namespace store {
namespace {

// From millionths, as they are kept, to our shares.
constexpr std::int64_t parts_a_millionth = Share::one / 1'000'000;

struct TouchedRow {
    ServiceId service;
    ServiceState state = ServiceState::major;
    std::optional<std::int64_t> failing_ppm;
    Instant since;
    std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(TouchedRow, (), (service, state, failing_ppm, since, until))

struct UnknownRow {
    ServiceId service;
    Instant since;
    std::optional<Instant> until;
};
BOOST_DESCRIBE_STRUCT(UnknownRow, (), (service, since, until))

struct WindowRow {
    WindowId id;
    Instant starts_at;
    Instant ends_at;
};
BOOST_DESCRIBE_STRUCT(WindowRow, (), (id, starts_at, ends_at))

struct SpanRow {
    WindowId window_id;
    Instant said_at;
    Instant starts_at;
    Instant ends_at;
    bool is_told = true;
};
BOOST_DESCRIBE_STRUCT(SpanRow, (), (window_id, said_at, starts_at, ends_at, is_told))

struct HeldRow {
    WindowId window_id;
    ServiceId service;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (window_id, service))

void add_trouble(db::Tx& tx, Lives& lives, Period const& period, std::optional<AccountId> account)
{
    for (auto const& row : tx.all<TouchedRow>(
             R"sql(
        SELECT t.service AS service, t.state AS state, t.failing_ppm AS failing_ppm,
               t.since AS since, t.until AS until
        FROM   status_touched t
        JOIN   status_incidents i ON i.id = t.incident
        WHERE  (t.until IS NULL OR t.until > :from)
        AND    t.since < :to
        AND    (i.account IS NULL OR i.account = CAST(:account AS BIGINT)))sql",
             {{"from", period.from}, {"to", period.to}, {"account", account}})) {
        auto const life = lives.find(row.service);
        if (life == lives.end())
            continue;
        std::optional<Share> failing;
        if (row.failing_ppm)
            failing = Share{*row.failing_ppm * parts_a_millionth};
        life->second.spells.push_back({row.since, row.until, row.state, failing});
    }
}

void add_unknown(db::Tx& tx, Lives& lives, Period const& period)
{
    for (auto const& row : tx.all<UnknownRow>(
             R"sql(
        SELECT service, since, until
        FROM   status_unknown
        WHERE  (until IS NULL OR until > :from)
        AND    since < :to)sql",
             {{"from", period.from}, {"to", period.to}}))
        if (auto const life = lives.find(row.service); life != lives.end())
            life->second.spells.push_back({row.since, row.until, ServiceState::unknown, {}});
}

// A window ends when it was closed, be that before or after the end that was planned; one that
// waits for somebody to end it goes on. What was called off before it began never was.
std::map<WindowId, Period> maintenance(db::Tx& tx, Period const& period)
{
    std::map<WindowId, Period> windows;
    for (auto const& row : tx.all<WindowRow>(
             R"sql(
        SELECT id, starts_at,
               COALESCE(closed_at, CASE WHEN state = 'started' AND finishes_by_itself = 0
                                        THEN CAST(:to AS BIGINT) ELSE ends_at END) AS ends_at
        FROM   status_windows
        WHERE  starts_at < :to
        AND    (closed_at IS NULL OR closed_at > :from))sql",
             {{"from", period.from}, {"to", period.to}}))
        if (row.starts_at < row.ends_at)
            windows.emplace(row.id, Period{row.starts_at, row.ends_at});
    return windows;
}

void add_maintenance(db::Tx& tx, Lives& lives, Period const& period)
{
    auto const windows = maintenance(tx, period);
    std::map<WindowId, std::vector<SaidTime>> said;
    for (auto const& row : tx.all<SpanRow>(
             R"sql(
        SELECT s.window_id AS window_id, s.said_at AS said_at, s.starts_at AS starts_at,
               s.ends_at AS ends_at, s.is_told AS is_told
        FROM   status_windows w
        JOIN   status_window_spans s ON s.window_id = w.id
        WHERE  w.starts_at < :to
        AND    (w.closed_at IS NULL OR w.closed_at > :from)
        ORDER BY s.window_id, s.said_at)sql",
             {{"from", period.from}, {"to", period.to}}))
        said[row.window_id].push_back({row.said_at, {row.starts_at, row.ends_at}, row.is_told});
    for (auto const& row : tx.all<HeldRow>(
             R"sql(
        SELECT s.window_id AS window_id, s.service AS service
        FROM   status_window_services s
        JOIN   status_windows w ON w.id = s.window_id
        WHERE  w.starts_at < :to
        AND    (w.closed_at IS NULL OR w.closed_at > :from))sql",
             {{"from", period.from}, {"to", period.to}})) {
        auto const life = lives.find(row.service);
        auto const window = windows.find(row.window_id);
        if (life == lives.end() || window == windows.end())
            continue;
        auto const pieces = announced(window->second, said[row.window_id]);
        auto& planned = life->second.planned;
        planned.insert(planned.end(), pieces.begin(), pieces.end());
    }
}

}  // namespace

Lives lives(
    db::Tx& tx, std::span<Service const> services, Period const& period,
    std::optional<AccountId> account)
{
    Lives lives;
    for (auto const& service : services)
        if (!service.is_group)
            lives.emplace(
                service.id, Life{.created = service.created_at, .retired = service.retired_at});
    add_trouble(tx, lives, period, account);
    add_unknown(tx, lives, period);
    add_maintenance(tx, lives, period);
    return lives;
}

}  // namespace store

std::vector<AccountId> accounts_in_trouble(db::Tx& tx, Instant since)
{
    return tx.all<AccountId>(
        R"sql(
        SELECT DISTINCT i.account
        FROM   status_incidents i
        JOIN   status_touched t ON t.incident = i.id
        WHERE  i.account IS NOT NULL
        AND    (t.until IS NULL OR t.until > :since))sql",
        {{"since", since}});
}

}  // namespace tellfirst::status
