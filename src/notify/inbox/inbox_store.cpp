#include "notify/inbox/inbox_store.hpp"

namespace tellfirst::notify::store {
namespace {

constexpr NoticeId after_all{std::numeric_limits<std::int64_t>::max()};

}  // namespace

std::vector<Announced> announced_to(db::Tx& tx, AnnouncedTo const& what)
{
    return tx.all<Announced>(
        R"sql(
        SELECT n.id AS id, n.about AS about, n.body AS body, n.at AS at,
               (SELECT MAX(d.account) FROM notify_deliveries d
                WHERE  d.notice = n.id AND d.recipient = :contact) AS account,
               CASE WHEN EXISTS (SELECT 1 FROM notify_notices l
                                 JOIN   notify_deliveries d ON d.notice = l.id
                                 WHERE  l.about = n.about AND l.kind = 'announcement'
                                 AND    l.id > n.id AND l.cancelled_at IS NULL
                                 AND    l.due_at <= :now AND d.recipient = :contact)
                    THEN 0 ELSE 1 END AS is_newest
        FROM   notify_notices n
        WHERE  n.kind = 'announcement' AND n.id < :before AND n.at >= :since
        AND    n.cancelled_at IS NULL AND n.due_at <= :now
        AND    EXISTS (SELECT 1 FROM notify_deliveries d
                       WHERE  d.notice = n.id AND d.recipient = :contact)
        ORDER BY n.id DESC
        LIMIT  :limit)sql",
        {{"contact", what.contact},
         {"since", what.since},
         {"now", what.now},
         {"before", what.before.value_or(after_all)},
         {"limit", what.limit}});
}

std::int64_t count_unread(db::Tx& tx, AnnouncedTo const& what)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT COUNT(*) FROM (
            SELECT n.id
            FROM   notify_notices n
            WHERE  n.kind = 'announcement' AND n.at >= :since
            AND    n.id > COALESCE((SELECT i.read_until FROM notify_inboxes i
                                    WHERE  i.contact = :contact), 0)
            AND    n.cancelled_at IS NULL AND n.due_at <= :now
            AND    EXISTS (SELECT 1 FROM notify_deliveries d
                           WHERE  d.notice = n.id AND d.recipient = :contact)
            ORDER BY n.id DESC
            LIMIT  :limit) unread)sql",
        {{"contact", what.contact},
         {"since", what.since},
         {"now", what.now},
         {"limit", what.limit}});
}

std::optional<NoticeId> read_until(db::Tx& tx, ContactId contact)
{
    return tx.one<NoticeId>(
        "SELECT read_until FROM notify_inboxes WHERE contact = :contact", {{"contact", contact}});
}

void save_read_until(db::Tx& tx, ContactId contact, NoticeId until)
{
    tx.run(
        R"sql(
        INSERT INTO notify_inboxes (contact, read_until) VALUES (:contact, :until)
        ON CONFLICT (contact) DO UPDATE SET read_until = :until
        WHERE notify_inboxes.read_until < :until)sql",
        {{"contact", contact}, {"until", until}});
}

void forget_inbox(db::Tx& tx, ContactId contact)
{
    tx.run("DELETE FROM notify_inboxes WHERE contact = :contact", {{"contact", contact}});
}

}  // namespace tellfirst::notify::store
