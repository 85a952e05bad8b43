#include "notify/holds/hold_store.hpp"

namespace tellfirst::notify::store {
namespace {

// What waits has a moment at which it is due, so that it can be superseded and taken back like all
// that waits. This one never comes.
constexpr Instant never{std::chrono::sys_days{std::chrono::year{9000} / 1 / 1}};

constexpr std::string_view select_hold = R"sql(
    SELECT notice, brand, about, held_at, releases_at, expires_at, ended_at, ended_by, released_at,
           title, text
    FROM   notify_holds)sql";

}  // namespace

std::vector<Forwards> brands_that_hold(db::Tx& tx)
{
    return tx.all<Forwards>(R"sql(
        SELECT 'held' AS mode, release_after_minutes, tell, brand
        FROM   notify_forwards
        ORDER BY brand)sql");
}

void save_forwards(db::Tx& tx, BrandId brand, NewForwards const& wish)
{
    tx.run("DELETE FROM notify_forwards WHERE brand = :brand", {{"brand", brand}});
    if (wish.mode == Forwarding::held)
        tx.run(
            R"sql(
            INSERT INTO notify_forwards (brand, release_after_minutes, tell)
            VALUES (:brand, :minutes, :tell))sql",
            {{"brand", brand}, {"minutes", wish.release_after_minutes}, {"tell", wish.tell}});
}

std::optional<Hold> find_hold(db::Tx& tx, HoldKey const& key)
{
    static auto const sql = std::string{select_hold} + " WHERE brand = :brand AND notice = :notice";
    return tx.one<Hold>(sql, {{"brand", key.brand}, {"notice", key.notice}});
}

void add_hold(db::Tx& tx, Hold const& hold)
{
    tx.run(
        R"sql(
        INSERT INTO notify_holds (notice, brand, about, held_at, releases_at, expires_at)
        VALUES (:notice, :brand, :about, :held_at, :releases_at, :expires_at))sql",
        {{"notice", hold.notice},
         {"brand", hold.brand},
         {"about", hold.about},
         {"held_at", hold.held_at},
         {"releases_at", hold.releases_at},
         {"expires_at", hold.expires_at}});
}

std::vector<Hold> open_holds(db::Tx& tx, std::string const& about, BrandId brand)
{
    static auto const sql = std::string{select_hold} + R"sql(
        WHERE  about = :about AND brand = :brand AND ended_at IS NULL
        ORDER BY notice)sql";
    return tx.all<Hold>(sql, {{"about", about}, {"brand", brand}});
}

std::vector<Hold> unreleased_holds(db::Tx& tx, std::string const& about)
{
    static auto const sql = std::string{select_hold} + R"sql(
        WHERE  about = :about AND released_at IS NULL
        ORDER BY brand, notice)sql";
    return tx.all<Hold>(sql, {{"about", about}});
}

void end_holds(db::Tx& tx, Hold const& hold)
{
    tx.run(
        R"sql(
        UPDATE notify_holds
        SET    ended_at = :at, ended_by = :by,
               released_at = CASE WHEN notice = :notice THEN CAST(:released_at AS BIGINT) END,
               title = CASE WHEN notice = :notice THEN CAST(:title AS TEXT) END,
               text = CASE WHEN notice = :notice THEN CAST(:text AS TEXT) END
        WHERE  about = :about AND brand = :brand AND ended_at IS NULL AND notice <= :notice)sql",
        {{"at", hold.ended_at},
         {"by", hold.ended_by},
         {"notice", hold.notice},
         {"released_at", hold.released_at},
         {"title", hold.title},
         {"text", hold.text},
         {"about", hold.about},
         {"brand", hold.brand}});
}

void open_again(db::Tx& tx, HoldKey const& key)
{
    tx.run(
        R"sql(
        UPDATE notify_holds SET ended_at = NULL, ended_by = NULL
        WHERE  brand = :brand AND notice = :notice AND released_at IS NULL)sql",
        {{"brand", key.brand}, {"notice", key.notice}});
}

void close_holds(db::Tx& tx, NoticeId notice, Instant now)
{
    tx.run(
        R"sql(
        UPDATE notify_holds SET ended_at = :now
        WHERE  about = (SELECT n.about FROM notify_notices n WHERE n.id = :notice)
        AND    notice = :notice AND ended_at IS NULL)sql",
        {{"notice", notice}, {"now", now}});
}

std::int64_t hold(db::Tx& tx, HoldKey const& key, Slice const& slice)
{
    auto const mails = tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'held', reason = 'waits for its release', ready_at = due_at,
               due_at = :never
        WHERE  notice = :notice AND recipient > :after AND recipient <= :upto
        AND    brand = :brand AND state = 'queued' AND due_at IS NOT NULL)sql",
        {{"never", never},
         {"notice", key.notice},
         {"after", slice.after},
         {"upto", slice.upto},
         {"brand", key.brand}});
    auto const posts = tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = 'held', reason = 'waits for its release', ready_at = :never, due_at = :never
        WHERE  notice = :notice AND brand = :brand AND state = 'queued' AND due_at IS NOT NULL)sql",
        {{"never", never}, {"notice", key.notice}, {"brand", key.brand}});
    return mails + posts;
}

std::int64_t count_held(db::Tx& tx, HoldKey const& key)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT (SELECT COUNT(*) FROM notify_deliveries
                WHERE  notice = :notice AND brand = :brand AND state = 'held')
             + (SELECT COUNT(*) FROM notify_webhook_deliveries
                WHERE  notice = :notice AND brand = :brand AND state = 'held'))sql",
        {{"notice", key.notice}, {"brand", key.brand}});
}

std::vector<WebhookId> let_go(db::Tx& tx, HoldKey const& key, Instant due_at)
{
    auto webhooks = tx.all<WebhookId>(
        R"sql(
        SELECT DISTINCT webhook FROM notify_webhook_deliveries
        WHERE  notice = :notice AND brand = :brand AND state = 'held'
        ORDER BY webhook)sql",
        {{"notice", key.notice}, {"brand", key.brand}});
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'queued', reason = NULL,
               due_at = CASE WHEN ready_at > :due_at THEN ready_at ELSE :due_at END
        WHERE  notice = :notice AND brand = :brand AND state = 'held')sql",
        {{"due_at", due_at}, {"notice", key.notice}, {"brand", key.brand}});
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = 'queued', reason = NULL, ready_at = :due_at, due_at = :due_at
        WHERE  notice = :notice AND brand = :brand AND state = 'held')sql",
        {{"due_at", due_at}, {"notice", key.notice}, {"brand", key.brand}});
    tx.wake_listeners();
    return webhooks;
}

void give_up(db::Tx& tx, HoldKey const& key, Instant now)
{
    for (std::string_view const table : {"notify_deliveries", "notify_webhook_deliveries"})
        tx.run(
            fmt::format(
                R"sql(
        UPDATE {}
        SET    state = 'cancelled', reason = 'nobody released it in time', due_at = NULL, at = :now
        WHERE  notice = :notice AND brand = :brand AND state = 'held')sql",
                table),
            {{"now", now}, {"notice", key.notice}, {"brand", key.brand}});
}

std::vector<HeldRow> held_rows(db::Tx& tx, BrandId brand, std::optional<NoticeId> after, int limit)
{
    return tx.all<HeldRow>(
        R"sql(
        SELECT c.id AS id, c.held_at AS held_at, c.releases_at AS releases_at,
               c.expires_at AS expires_at, c.deliveries AS deliveries
        FROM  (SELECT h.notice AS id, h.held_at AS held_at, h.releases_at AS releases_at,
                      h.expires_at AS expires_at,
                      (SELECT COUNT(*) FROM notify_deliveries d
                       WHERE  d.notice = h.notice AND d.brand = h.brand AND d.state = 'held')
                    + (SELECT COUNT(*) FROM notify_webhook_deliveries p
                       WHERE  p.notice = h.notice AND p.brand = h.brand AND p.state = 'held')
                          AS deliveries
               FROM   notify_holds h
               WHERE  h.brand = :brand AND h.notice > :after AND h.ended_at IS NULL) c
        WHERE  c.deliveries > 0
        ORDER BY c.id
        LIMIT  :limit)sql",
        {{"brand", brand}, {"after", after.value_or(NoticeId{1})}, {"limit", limit}});
}

}  // namespace tellfirst::notify::store
