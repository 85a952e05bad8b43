#include "notify/webhooks/delivery_store.hpp"

#include "notify/bound.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/webhooks/next.hpp"

namespace tellfirst::notify::store {
namespace {

constexpr std::string_view select_post = R"sql(
    SELECT id, webhook, notice, about, type, state, made_at, ready_at, due_at, step, tries,
           account, brand, host
    FROM   notify_webhook_deliveries)sql";

std::string who(Target const& target, NoticeId before, Bound& bound)
{
    if (target.reach == Reach::exposed && target.account) {
        bound.add("account", *target.account);
        return "h.account = :account";
    }
    if (target.reach == Reach::exposed)
        return fmt::format(
            R"sql({}
                  h.account IN (SELECT x.account FROM accounts_exposed x
                                WHERE  x.service IN {}))sql",
            target.is_public ? R"sql(
                  h.account IN (SELECT k.account FROM accounts_known_exposure k
                                WHERE  k.is_known = 0)
           OR)sql"
                             : "",
            bound.list("service", target.services));
    auto abouts = target.also;
    abouts.push_back(target.about);
    bound.add("told_before", before);
    return fmt::format(
        R"sql(
                  EXISTS (SELECT 1 FROM notify_webhook_deliveries e
                          WHERE  e.about IN {} AND e.webhook = h.id AND e.notice < :told_before
                          AND    e.state IN ('accepted', 'sending', 'queued', 'deferred', 'held')))sql",
        bound.list("told", abouts));
}

}  // namespace

std::vector<Listening> webhooks_listening(db::Tx& tx, Target const& target, NoticeId before)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT h.id AS id, h.topics AS topics, h.services AS services, h.account AS account,
           n.brand AS brand, h.url AS url
    FROM   notify_webhooks h
    JOIN   accounts_account_names n ON n.account = h.account
    WHERE  h.state = 'active' AND ({})
    ORDER BY h.id)sql",
        who(target, before, bound));
    return all<Listening>(tx, sql, bound);
}

void add_posts(db::Tx& tx, std::vector<WebhookPost> const& posts)
{
    auto const epoch = db::data_epoch(tx);
    std::vector<std::vector<db::Param>> sets;
    for (auto const& post : posts)
        sets.push_back(
            {{"id", post.id},
             {"webhook", post.webhook},
             {"notice", post.notice},
             {"about", post.about},
             {"type", post.type},
             {"state", post.state},
             {"epoch", epoch},
             {"made_at", post.made_at},
             {"ready_at", post.ready_at},
             {"due_at", post.due_at},
             {"account", post.account},
             {"brand", post.brand},
             {"host", post.host}});
    tx.bulk(
        R"sql(
        INSERT INTO notify_webhook_deliveries (id, webhook, notice, about, type, state, epoch,
                                               made_at, ready_at, due_at, step, tries, account,
                                               brand, host)
        VALUES (:id, :webhook, :notice, :about, :type, :state, :epoch,
                :made_at, :ready_at, :due_at, 0, 0, :account, :brand, :host))sql",
        sets);
}

void supersede_posts(db::Tx& tx, Notice const& notice)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = 'superseded', reason = 'a later update took its place', due_at = NULL,
               at = :at, superseded_by = :notice
        WHERE  about = :about AND notice < :notice AND due_at IS NOT NULL AND state <> 'sending'
        AND    webhook IN (SELECT l.webhook FROM notify_webhook_deliveries l
                           WHERE  l.notice = :notice))sql",
        {{"notice", notice.id}, {"about", notice.about}, {"at", notice.at}});
}

std::optional<WebhookPost> find_post(db::Tx& tx, WebhookDeliveryId id)
{
    static auto const sql = std::string{select_post} + " WHERE id = :id";
    return tx.one<WebhookPost>(sql, {{"id", id}});
}

std::optional<WebhookPost> first_post(db::Tx& tx, WebhookId webhook, Instant now)
{
    static auto const sql = fmt::format(
        R"sql({}
        WHERE  webhook = :webhook AND due_at IS NOT NULL AND state <> 'held' AND notice NOT IN ({})
        AND   (step < :in_order OR due_at <= :now)
        ORDER BY id
        LIMIT  1)sql",
        select_post, stopped);
    return tx.one<WebhookPost>(
        sql, {{"webhook", webhook}, {"in_order", attempts_in_order}, {"now", now}});
}

std::optional<Instant> first_due_post(db::Tx& tx, WebhookId webhook)
{
    static auto const sql = fmt::format(
        R"sql(
        SELECT MIN(due_at) FROM notify_webhook_deliveries
        WHERE  webhook = :webhook AND due_at IS NOT NULL AND state <> 'held'
        AND    notice NOT IN ({}))sql",
        stopped);
    return *tx.one<std::optional<Instant>>(sql, {{"webhook", webhook}});
}

std::optional<NoticeId> overtaken_by(db::Tx& tx, WebhookPost const& post)
{
    return tx.one<NoticeId>(
        R"sql(
        SELECT notice FROM notify_webhook_deliveries
        WHERE  webhook = :webhook AND about = :about AND due_at IS NOT NULL AND notice > :notice
        ORDER BY notice
        LIMIT  1)sql",
        {{"webhook", post.webhook}, {"about", post.about}, {"notice", post.notice}});
}

void supersede_post(db::Tx& tx, WebhookPost const& post, NoticeId later, Instant now)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = 'superseded', reason = 'a later update took its place', due_at = NULL,
               at = :at, superseded_by = :later
        WHERE  id = :id)sql",
        {{"id", post.id}, {"later", later}, {"at", now}});
}

void save_post(
    db::Tx& tx, WebhookPost const& post, std::optional<std::string_view> reason, Instant now)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = :state, reason = :reason, ready_at = :ready_at, due_at = :due_at, at = :at,
               step = :step, tries = :tries
        WHERE  id = :id)sql",
        {{"id", post.id},
         {"state", post.state},
         {"reason", reason},
         {"ready_at", post.ready_at},
         {"due_at", post.due_at},
         {"at", now},
         {"step", post.step},
         {"tries", post.tries}});
}

void keep_attempt(db::Tx& tx, WebhookPost const& post, WebhookAttempt const& attempt)
{
    tx.run(
        R"sql(
        INSERT INTO notify_webhook_attempts (delivery, number, at, status, ms, answer)
        VALUES (:delivery, :number, :at, :status, :ms, :answer))sql",
        {{"delivery", post.id},
         {"number", post.tries},
         {"at", attempt.at},
         {"status", attempt.status},
         {"ms", attempt.ms},
         {"answer", attempt.answer}});
    tx.run(
        "DELETE FROM notify_webhook_attempts WHERE delivery = :delivery AND number <= :old",
        {{"delivery", post.id}, {"old", post.tries - most_attempts_kept}});
}

void let_posts_go(db::Tx& tx, WebhookId webhook)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    due_at = ready_at
        WHERE  webhook = :webhook AND due_at IS NOT NULL AND state <> 'held')sql",
        {{"webhook", webhook}});
}

void hold_posts(db::Tx& tx, WebhookId webhook, Instant due_at)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    due_at = :due_at
        WHERE  webhook = :webhook AND due_at IS NOT NULL AND due_at < :due_at)sql",
        {{"webhook", webhook}, {"due_at", due_at}});
}

void end_posts(db::Tx& tx, WebhookId webhook, Ended const& ended)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = :state, reason = :reason, due_at = NULL, at = :at
        WHERE  webhook = :webhook AND due_at IS NOT NULL)sql",
        {{"webhook", webhook}, {"state", ended.state}, {"reason", ended.reason}, {"at", ended.at}});
}

std::int64_t end_older_posts(db::Tx& tx, WebhookId webhook, Instant now)
{
    return tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = 'cancelled', reason = 'the data was restored from a backup',
               due_at = NULL, at = :at
        WHERE  webhook = :webhook AND due_at IS NOT NULL AND epoch < :epoch)sql",
        {{"webhook", webhook}, {"epoch", db::data_epoch(tx)}, {"at", now}});
}

void cut_posts(db::Tx& tx, NoticeId notice, Ended const& ended)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = :state, reason = :reason, due_at = NULL, at = :at
        WHERE  notice = :notice AND due_at IS NOT NULL)sql",
        {{"notice", notice}, {"state", ended.state}, {"reason", ended.reason}, {"at", ended.at}});
}

void let_earlier_posts_go_on(db::Tx& tx, NoticeId notice)
{
    tx.run(
        R"sql(
        UPDATE notify_webhook_deliveries
        SET    state = 'queued', reason = NULL, due_at = ready_at, at = NULL, superseded_by = NULL
        WHERE  superseded_by = :notice AND state = 'superseded'
        AND    notice IN (SELECT n.id FROM notify_notices n
                          WHERE  n.cancelled_at IS NULL
                          AND    n.about = (SELECT m.about FROM notify_notices m
                                            WHERE  m.id = :notice))
        AND    webhook IN (SELECT h.id FROM notify_webhooks h WHERE h.state = 'active'))sql",
        {{"notice", notice}});
    tx.run(
        R"sql(
        UPDATE notify_notices
        SET    done_at = NULL
        WHERE  about = (SELECT n.about FROM notify_notices n WHERE n.id = :notice)
        AND    kind = 'announcement' AND id < :notice AND done_at IS NOT NULL
        AND    EXISTS (SELECT 1 FROM notify_webhook_deliveries p
                       WHERE  p.notice = notify_notices.id AND p.due_at IS NOT NULL))sql",
        {{"notice", notice}});
}

bool has_more_posts(db::Tx& tx, NoticeId notice, std::int64_t than)
{
    return *tx.one<std::int64_t>(
               R"sql(
        SELECT COUNT(*)
        FROM  (SELECT p.id FROM notify_webhook_deliveries p
               WHERE  p.notice = :notice
               LIMIT  :most) s)sql",
               {{"notice", notice}, {"most", than + 1}}) > than;
}

std::vector<WebhookId> posted_to(db::Tx& tx, NoticeId notice, WebhookId after, std::int64_t most)
{
    return tx.all<WebhookId>(
        R"sql(
        SELECT DISTINCT webhook FROM notify_webhook_deliveries
        WHERE  notice = :notice AND webhook > :after
        ORDER BY webhook
        LIMIT  :most)sql",
        {{"notice", notice}, {"after", after}, {"most", most}});
}

}  // namespace tellfirst::notify::store
