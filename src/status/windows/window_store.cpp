#include "status/windows/window_store.hpp"

namespace tellfirst::status::store {
namespace {

struct WindowRow {
    WindowId id;
    std::string title;
    WindowState state = WindowState::planned;
    Instant starts_at;
    Instant ends_at;
    std::optional<Instant> was_starts_at;
    std::optional<Instant> was_ends_at;
    bool notice_short = false;
    std::string short_reason;
    bool finishes_by_itself = true;
    std::optional<Instant> announced_end;
    std::optional<Instant> passed_end;
    std::optional<SeriesId> series;
    std::optional<Instant> occurrence;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> closed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    WindowRow, (),
    (id, title, state, starts_at, ends_at, was_starts_at, was_ends_at, notice_short, short_reason,
     finishes_by_itself, announced_end, passed_end, series, occurrence, created_at, changed_at,
     closed_at, version))

constexpr std::string_view select_window = R"sql(
    SELECT id, title, state, starts_at, ends_at, was_starts_at, was_ends_at, notice_short,
           short_reason, finishes_by_itself, announced_end, passed_end, series, occurrence,
           created_at, changed_at, closed_at, version
    FROM   status_windows)sql";

// What is still to come, and what runs: the soonest first. One that overruns has no end yet.
std::vector<WindowRow> open_windows(db::Tx& tx, WindowSeek const& seek)
{
    static auto const sql = std::string{select_window} + R"sql(
        WHERE  closed_at IS NULL
        AND    (starts_at, id) > (:starts_at, :id)
        AND    starts_at < :until
        AND   (ends_at > :since OR (state = 'started' AND finishes_by_itself = 0))
        ORDER BY starts_at, id
        LIMIT  :limit)sql";
    auto const after =
        seek.after.value_or(WindowPlace{.starts_at = Instant::min(), .window = WindowId{1}});
    return tx.all<WindowRow>(
        sql, {{"starts_at", after.starts_at},
              {"id", after.window},
              {"since", seek.from.value_or(Instant::min())},
              {"until", seek.to.value_or(Instant::max())},
              {"limit", seek.limit}});
}

// What is over: the latest first.
std::vector<WindowRow> closed_windows(db::Tx& tx, WindowSeek const& seek)
{
    static auto const sql = std::string{select_window} + R"sql(
        WHERE  closed_at IS NOT NULL
        AND    (starts_at, id) < (:starts_at, :id)
        AND    starts_at < :until
        AND   (ends_at > :since OR closed_at > :since)
        ORDER BY starts_at DESC, id DESC
        LIMIT  :limit)sql";
    auto const after =
        seek.after.value_or(WindowPlace{.starts_at = Instant::max(), .window = WindowId{1}});
    return tx.all<WindowRow>(
        sql, {{"starts_at", after.starts_at},
              {"id", after.window},
              {"since", seek.from.value_or(Instant::min())},
              {"until", seek.to.value_or(Instant::max())},
              {"limit", seek.limit}});
}

Window whole(db::Tx& tx, WindowRow const& row)
{
    Window window{
        .id = row.id,
        .title = row.title,
        .services = tx.all<ServiceId>(
            R"sql(
            SELECT service FROM status_window_services
            WHERE  window_id = :id
            ORDER BY service)sql",
            {{"id", row.id}}),
        .state = row.state,
        .starts_at = row.starts_at,
        .ends_at = row.ends_at,
        .words = tx.all<WindowWordSaid>(
            R"sql(
            SELECT id, state, text, at FROM status_window_words
            WHERE  window_id = :id
            ORDER BY id DESC)sql",
            {{"id", row.id}}),
        .notice_short = row.notice_short,
        .short_reason = row.short_reason,
        .finishes_by_itself = row.finishes_by_itself,
        .announced_end = row.announced_end,
        .passed_end = row.passed_end,
        .series = row.series,
        .occurrence = row.occurrence,
        .sequence = row.version - 1,
        .created_at = row.created_at,
        .changed_at = row.changed_at,
        .closed_at = row.closed_at,
        .version = row.version};
    if (row.was_starts_at && row.was_ends_at)
        window.was = WindowSpan{.starts_at = *row.was_starts_at, .ends_at = *row.was_ends_at};
    if (!window.words.empty())
        window.text = window.words.front().text;
    return window;
}

}  // namespace

void add_window(db::Tx& tx, Window const& window)
{
    tx.run(
        R"sql(
        INSERT INTO status_windows (id, title, state, starts_at, ends_at, notice_short,
                                    short_reason, finishes_by_itself, series, occurrence,
                                    created_at, changed_at, closed_at, version)
        VALUES (:id, :title, :state, :starts_at, :ends_at, :notice_short, :short_reason,
                :finishes_by_itself, :series, :occurrence, :created_at, :changed_at, :closed_at,
                :version))sql",
        {{"id", window.id},
         {"title", window.title},
         {"state", window.state},
         {"starts_at", window.starts_at},
         {"ends_at", window.ends_at},
         {"notice_short", window.notice_short},
         {"short_reason", window.short_reason},
         {"finishes_by_itself", window.finishes_by_itself},
         {"series", window.series},
         {"occurrence", window.occurrence},
         {"created_at", window.created_at},
         {"changed_at", window.changed_at},
         {"closed_at", window.closed_at},
         {"version", window.version}});
    std::vector<std::vector<db::Param>> sets;
    for (auto const service : window.services)
        sets.push_back({{"window_id", window.id}, {"service", service}});
    tx.bulk(
        R"sql(
        INSERT INTO status_window_services (window_id, service)
        VALUES (:window_id, :service))sql",
        sets);
}

void save_window(db::Tx& tx, Window& window)
{
    ++window.version;
    window.sequence = window.version - 1;
    auto const& was = window.was;
    tx.run(
        R"sql(
        UPDATE status_windows
        SET    state = :state, starts_at = :starts_at, ends_at = :ends_at,
               was_starts_at = :was_starts_at, was_ends_at = :was_ends_at,
               notice_short = :notice_short, short_reason = :short_reason,
               announced_end = :announced_end, passed_end = :passed_end,
               changed_at = :changed_at, closed_at = :closed_at, version = :version
        WHERE  id = :id)sql",
        {{"id", window.id},
         {"state", window.state},
         {"starts_at", window.starts_at},
         {"ends_at", window.ends_at},
         {"was_starts_at", was ? std::optional{was->starts_at} : std::nullopt},
         {"was_ends_at", was ? std::optional{was->ends_at} : std::nullopt},
         {"notice_short", window.notice_short},
         {"short_reason", window.short_reason},
         {"announced_end", window.announced_end},
         {"passed_end", window.passed_end},
         {"changed_at", window.changed_at},
         {"closed_at", window.closed_at},
         {"version", window.version}});
}

void add_window_word(db::Tx& tx, WindowId window, WindowWordSaid const& word)
{
    tx.run(
        R"sql(
        INSERT INTO status_window_words (id, window_id, state, text, at)
        VALUES (:id, :window_id, :state, :text, :at))sql",
        {{"id", word.id},
         {"window_id", window},
         {"state", word.state},
         {"text", word.text},
         {"at", word.at}});
}

void add_span(db::Tx& tx, WindowId window, WindowTime const& span)
{
    tx.run(
        R"sql(
        INSERT INTO status_window_spans (window_id, said_at, starts_at, ends_at, is_told)
        VALUES (:window_id, :said_at, :starts_at, :ends_at, :is_told)
        ON CONFLICT (window_id, said_at) DO UPDATE
        SET    starts_at = excluded.starts_at, ends_at = excluded.ends_at,
               is_told = excluded.is_told)sql",
        {{"window_id", window},
         {"said_at", span.said_at},
         {"starts_at", span.starts_at},
         {"ends_at", span.ends_at},
         {"is_told", span.is_told}});
}

bool untell(db::Tx& tx, WindowId window, UpdateId word)
{
    return tx.run(
               R"sql(
               UPDATE status_window_spans
               SET    is_told = 0
               WHERE  window_id = :window_id AND is_told = 1
               AND    said_at = (SELECT at FROM status_window_words
                                 WHERE  id = :word AND window_id = :window_id))sql",
               {{"window_id", window}, {"word", word}}) > 0;
}

std::vector<WindowTime> spans_of(db::Tx& tx, WindowId window)
{
    return tx.all<WindowTime>(
        R"sql(
        SELECT said_at, starts_at, ends_at, is_told
        FROM   status_window_spans
        WHERE  window_id = :window_id
        ORDER BY said_at)sql",
        {{"window_id", window}});
}

std::optional<Window> find_window(db::Tx& tx, WindowId id)
{
    static auto const sql = std::string{select_window} + " WHERE id = :id";
    auto const row = tx.one<WindowRow>(sql, {{"id", id}});
    return row ? std::optional{whole(tx, *row)} : std::nullopt;
}

std::vector<Window> windows(db::Tx& tx, WindowSeek const& seek)
{
    std::vector<WindowRow> rows;
    auto rest = seek;
    if (!seek.after || !seek.after->is_over) {
        rows = open_windows(tx, seek);
        rest.after.reset();
        rest.limit -= static_cast<int>(rows.size());
    }
    if (rest.limit > 0)
        for (auto& row : closed_windows(tx, rest))
            rows.push_back(std::move(row));
    std::vector<Window> all;
    for (auto const& row : rows)
        all.push_back(whole(tx, row));
    return all;
}

}  // namespace tellfirst::status::store
