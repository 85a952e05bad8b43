#include "notify/inbox/inbox_store.hpp"

#include <fmt/format.h>

namespace tellfirst::notify::store {
namespace {

constexpr NoticeId after_all{std::numeric_limits<std::int64_t>::max()};

// It was for him, and is not held back from the readers of his brand.
constexpr std::string_view was_to_hear = R"sql(
        d.recipient = :contact
        AND NOT EXISTS (SELECT 1 FROM notify_holds h
                        WHERE  h.brand = d.brand AND h.notice = d.notice
                        AND    h.released_at IS NULL))sql";

}  // namespace

std::vector<Announced> announced_to(db::Tx& tx, AnnouncedTo const& what)
{
    static auto const sql = fmt::format(
        R"sql(
        SELECT n.id AS id, n.about AS about, n.body AS body, n.at AS at,
               (SELECT MAX(d.account) FROM notify_deliveries d
                WHERE  d.notice = n.id AND d.recipient = :contact) AS account,
               (SELECT MAX(d.brand) FROM notify_deliveries d
                WHERE  d.notice = n.id AND d.recipient = :contact) AS brand,
               CASE WHEN EXISTS (SELECT 1 FROM notify_notices l
                                 JOIN   notify_deliveries d ON d.notice = l.id
                                 WHERE  l.about = n.about AND l.kind = 'announcement'
                                 AND    l.id > n.id AND l.cancelled_at IS NULL
                                 AND    l.due_at <= :now AND {0})
                    THEN 0 ELSE 1 END AS is_newest
        FROM   notify_notices n
        WHERE  n.kind = 'announcement' AND n.id < :before AND n.at >= :since
        AND    n.cancelled_at IS NULL AND n.due_at <= :now
        AND    EXISTS (SELECT 1 FROM notify_deliveries d
                       WHERE  d.notice = n.id AND {0})
        ORDER BY n.id DESC
        LIMIT  :limit)sql",
        was_to_hear);
    return tx.all<Announced>(
        sql, {{"contact", what.contact},
              {"since", what.since},
              {"now", what.now},
              {"before", what.before.value_or(after_all)},
              {"limit", what.limit}});
}

std::int64_t count_unread(db::Tx& tx, AnnouncedTo const& what)
{
    static auto const sql = fmt::format(
        R"sql(
        SELECT COUNT(*) FROM (
            SELECT n.id
            FROM   notify_notices n
            WHERE  n.kind = 'announcement' AND n.at >= :since
            AND    n.id > COALESCE((SELECT i.read_until FROM notify_inboxes i
                                    WHERE  i.contact = :contact), 0)
            AND    n.cancelled_at IS NULL AND n.due_at <= :now
            AND    EXISTS (SELECT 1 FROM notify_deliveries d
                           WHERE  d.notice = n.id AND {0})
            ORDER BY n.id DESC
            LIMIT  :limit) unread)sql",
        was_to_hear);
    return *tx.one<std::int64_t>(
        sql, {{"contact", what.contact},
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
