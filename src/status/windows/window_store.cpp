#include "status/windows/window_store.hpp"

namespace tellfirst::status::store {
namespace {

struct WindowRow {
    WindowId id;
    std::string title;
    WindowState state = WindowState::planned;
    Instant starts_at;
    Instant ends_at;
    std::string text;
    bool notice_short = false;
    Instant created_at;
    std::optional<Instant> closed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    WindowRow, (),
    (id, title, state, starts_at, ends_at, text, notice_short, created_at, closed_at, version))

// `place` is where a window stands in the list: what is still to come by its start, and behind all
// of that what is over, the latest first.
constexpr std::string_view select_window = R"sql(
    SELECT v.id, v.title, v.state, v.starts_at, v.ends_at, v.text, v.notice_short, v.created_at,
           v.closed_at, v.version
    FROM  (SELECT w.id, w.title, w.state, w.starts_at, w.ends_at, w.notice_short, w.created_at,
                  w.closed_at, w.version,
                  (SELECT s.text FROM status_window_words s
                   WHERE  s.window_id = w.id
                   ORDER BY s.id DESC
                   LIMIT  1) AS text,
                  CASE WHEN w.closed_at IS NULL THEN w.starts_at
                       ELSE 9000000000000000000 - w.starts_at END AS place
           FROM   status_windows w) v)sql";

Window whole(db::Tx& tx, WindowRow const& row)
{
    return {
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
        .text = row.text,
        .notice_short = row.notice_short,
        .created_at = row.created_at,
        .closed_at = row.closed_at,
        .version = row.version};
}

}  // namespace

void add_window(db::Tx& tx, Window const& window)
{
    tx.run(
        R"sql(
        INSERT INTO status_windows (id, title, state, starts_at, ends_at, notice_short, created_at,
                                    closed_at, version)
        VALUES (:id, :title, :state, :starts_at, :ends_at, :notice_short, :created_at,
                :closed_at, :version))sql",
        {{"id", window.id},
         {"title", window.title},
         {"state", window.state},
         {"starts_at", window.starts_at},
         {"ends_at", window.ends_at},
         {"notice_short", window.notice_short},
         {"created_at", window.created_at},
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
    tx.run(
        R"sql(
        UPDATE status_windows
        SET    state = :state, closed_at = :closed_at, version = :version
        WHERE  id = :id)sql",
        {{"id", window.id},
         {"state", window.state},
         {"closed_at", window.closed_at},
         {"version", window.version}});
}

void add_window_word(db::Tx& tx, UpdateId id, Window const& window, Instant at)
{
    tx.run(
        R"sql(
        INSERT INTO status_window_words (id, window_id, state, text, at)
        VALUES (:id, :window_id, :state, :text, :at))sql",
        {{"id", id},
         {"window_id", window.id},
         {"state", window.state},
         {"text", window.text},
         {"at", at}});
}

std::optional<Window> find_window(db::Tx& tx, WindowId id)
{
    static auto const sql = std::string{select_window} + " WHERE v.id = :id";
    auto const row = tx.one<WindowRow>(sql, {{"id", id}});
    return row ? std::optional{whole(tx, *row)} : std::nullopt;
}

std::vector<Window> windows(db::Tx& tx, std::optional<WindowId> after, int limit)
{
    static auto const sql = std::string{select_window} + R"sql(
        WHERE  (v.place, v.id) > (
                   COALESCE((SELECT CASE WHEN a.closed_at IS NULL THEN a.starts_at
                                         ELSE 9000000000000000000 - a.starts_at END
                             FROM   status_windows a
                             WHERE  a.id = :after), 0), :after)
        ORDER BY v.place, v.id
        LIMIT  :limit)sql";
    std::vector<Window> all;
    for (auto const& row :
         tx.all<WindowRow>(sql, {{"after", after.value_or(WindowId{1})}, {"limit", limit}}))
        all.push_back(whole(tx, row));
    return all;
}

}  // namespace tellfirst::status::store
