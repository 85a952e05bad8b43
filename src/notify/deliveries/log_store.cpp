#include "notify/deliveries/log_store.hpp"

#include <fmt/format.h>

// Announcements are few, so a contact's are found by asking each of them, newest first. Letters are
// many and have an index of their own (notify_deliveries_letters).
namespace tellfirst::notify::store {
namespace {

constexpr NoticeId after_all{std::numeric_limits<std::int64_t>::max()};

constexpr std::string_view may_be_read = R"sql(
    (CAST(:is_his AS BIGINT) = 0
     OR (n.cancelled_at IS NULL AND n.due_at <= :now AND d.state <> 'cancelled'
         AND NOT EXISTS (SELECT 1 FROM notify_holds h
                         WHERE  h.brand = d.brand AND h.notice = d.notice
                         AND    h.released_at IS NULL))))sql";

constexpr std::string_view select_log = R"sql(
    SELECT n.id AS notice, n.kind AS kind, n.about AS about, n.body AS body, n.at AS made_at,
           d.channel AS channel, d.address AS address, d.language AS language, d.state AS state, d.code AS code,
           d.reason AS reason, d.attempts AS attempts,
           CASE WHEN d.state <> 'held' THEN d.due_at END AS due_at, d.at AS at,
           CASE WHEN d.carried_by IS NULL THEN 0 ELSE 1 END AS in_digest,
           (SELECT h.title FROM notify_holds h
            WHERE  h.brand = d.brand AND h.notice = d.notice) AS released_as
    FROM  (SELECT a.id AS id
           FROM  (SELECT n.id AS id FROM notify_notices n
                  WHERE  n.kind = 'announcement' AND n.id < :before
                  AND    EXISTS (SELECT 1 FROM notify_deliveries d
                                 WHERE  d.notice = n.id AND d.recipient = :contact AND {readable})
                  ORDER BY n.id DESC
                  LIMIT  :notices) a
           UNION ALL
           SELECT l.id AS id
           FROM  (SELECT d.notice AS id FROM notify_deliveries d
                  JOIN   notify_notices n ON n.id = d.notice
                  WHERE  d.lane = 'transactional' AND d.recipient = :contact
                  AND    d.notice < :before AND n.kind = 'letter' AND {readable}
                  ORDER BY d.notice DESC
                  LIMIT  :notices) l) p
    JOIN   notify_notices n ON n.id = p.id
    JOIN   notify_deliveries d ON d.notice = n.id AND d.recipient = :contact
    WHERE  {readable}
    ORDER BY n.id DESC, d.channel)sql";

}  // namespace

std::vector<LogRow> log_rows(db::Tx& tx, LogPage const& page)
{
    static auto const sql =
        fmt::format(fmt::runtime(select_log), fmt::arg("readable", may_be_read));
    return tx.all<LogRow>(
        sql, {{"contact", page.of.contact},
              {"is_his", std::int64_t{page.of.reader == LogReader::himself}},
              {"now", page.now},
              {"before", page.before.value_or(after_all)},
              {"notices", page.notices}});
}

}  // namespace tellfirst::notify::store
