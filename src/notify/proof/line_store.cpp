#include "notify/proof/line_store.hpp"

#include "notify/bound.hpp"

namespace tellfirst::notify::store {
namespace {

constexpr std::string_view may_still_arrive = "('queued', 'held', 'sending', 'deferred')";

// All that was announced about this to the contact of a row `d`, as rows `o`.
constexpr std::string_view said_to_him = R"sql(
           SELECT 1 FROM notify_notices m
           JOIN   notify_deliveries o ON o.notice = m.id AND o.recipient = d.recipient
           WHERE  m.about = :about AND m.kind = 'announcement')sql";

// Of a row `o`. A webhook of the account that he had then tells a contact, too.
constexpr std::string_view tells = R"sql(
          (o.state = 'accepted'
        OR o.account IN (SELECT w.account FROM notify_webhook_deliveries w
                         WHERE  w.about = :about AND w.state = 'accepted')))sql";

std::string side_of_contact()
{
    return fmt::format(
        R"sql(
      CASE WHEN d.state = 'accepted' OR EXISTS ({0} AND {1}) THEN 'told'
           WHEN d.state IN {2} OR EXISTS ({0} AND o.state IN {2}) THEN 'on_the_way'
           ELSE 'not_told' END)sql",
        said_to_him, tells, may_still_arrive);
}

std::string side_of_post()
{
    return fmt::format(
        "CASE WHEN p.state = 'accepted' THEN 'told' WHEN p.state IN {} THEN 'on_the_way' "
        "ELSE 'not_told' END",
        may_still_arrive);
}

// LIKE knows other rules on each database; what is left without the word is shorter than before.
// `text` is what is looked through.
std::string has_words(Bound& bound, std::vector<std::string> const& words, std::string_view text)
{
    std::string sql;
    for (auto const& word : words)
        sql += fmt::format(
            " AND REPLACE(LOWER({0}), LOWER(:{1}), '') <> LOWER({0})", text,
            bound.bind("word", word));
    return sql;
}

std::string is_on_side(Bound& bound, std::optional<Side> side, std::string_view side_of)
{
    return side ? fmt::format(" AND {} = :{}", side_of, bound.bind("side", *side)) : "";
}

}  // namespace

// Each contact by his first row, so that nobody need be remembered: what a GROUP BY would keep of
// millions would stand in memory. LIMIT with OFFSET has the side reckoned once.
Proof count_sides(db::Tx& tx, std::string const& about)
{
    return *tx.one<Proof>(
        fmt::format(
            R"sql(
        SELECT COUNT(*) AS exposed,
               COALESCE(SUM(CASE WHEN c.side = 'told' THEN 1 ELSE 0 END), 0) AS told,
               COALESCE(SUM(CASE WHEN c.side = 'on_the_way' THEN 1 ELSE 0 END), 0) AS on_the_way,
               COALESCE(SUM(CASE WHEN c.side = 'not_told' THEN 1 ELSE 0 END), 0) AS not_told
        FROM  (SELECT {0} AS side
               FROM   notify_notices n
               JOIN   notify_deliveries d ON d.notice = n.id
               WHERE  n.about = :about AND n.kind = 'announcement'
               AND NOT EXISTS ({1} AND (o.notice, o.channel) < (d.notice, d.channel))
               LIMIT {2} OFFSET 0) c)sql",
            side_of_contact(), said_to_him, std::numeric_limits<std::int64_t>::max()),
        {{"about", about}});
}

std::vector<NoticeId> notices_of(db::Tx& tx, std::string const& about)
{
    return tx.all<NoticeId>(
        R"sql(
        SELECT id FROM notify_notices
        WHERE  about = :about AND kind = 'announcement'
        ORDER BY id)sql",
        {{"about", about}});
}

std::vector<ProofLine> contact_lines(
    db::Tx& tx, std::string const& about, BehindDelivery const& behind, LinesWanted const& wanted,
    int most)
{
    Bound bound;
    bound.add("about", about);
    bound.add("notice", behind.notice);
    bound.add("recipient", behind.recipient);
    bound.add("channel", behind.channel);
    bound.add("upto", behind.upto);
    bound.add("most", most);
    auto const side = side_of_contact();
    auto chosen = has_words(
                      bound, wanted.words,
                      "(d.name || ' ' || d.address || ' ' || d.account_name || ' ' || "
                      "COALESCE(d.reason, ''))") +
                  is_on_side(bound, wanted.side, side);
    if (wanted.contact)
        chosen += fmt::format(" AND d.recipient = :{}", bound.bind("contact", *wanted.contact));
    return all<ProofLine>(
        tx,
        fmt::format(
            R"sql(
        SELECT d.recipient AS contact, d.name AS name, d.address AS address,
               d.account AS account, d.account_name AS account_name, d.channel AS channel,
               d.state AS state, d.at AS at, d.reason AS reason, d.notice AS notice,
               CAST(NULL AS BIGINT) AS post, {} AS side
        FROM   notify_deliveries d
        WHERE  d.notice = :notice AND (d.recipient, d.channel) > (:recipient, :channel)
        AND    d.recipient <= :upto{}
        ORDER BY d.recipient, d.channel
        LIMIT  :most)sql",
            side, chosen),
        bound);
}

std::vector<ProofLine> webhook_lines(
    db::Tx& tx, std::string const& about, WebhookDeliveryId behind, LinesWanted const& wanted,
    int most)
{
    if (wanted.contact)
        return {};
    Bound bound;
    bound.add("about", about);
    bound.add("behind", behind.value());  // as a number: the id that is none would be NULL
    bound.add("most", most);
    auto const side = side_of_post();
    auto const chosen = has_words(bound, wanted.words, "(p.host || ' ' || COALESCE(a.name, ''))") +
                        is_on_side(bound, wanted.side, side);
    return all<ProofLine>(
        tx,
        fmt::format(
            R"sql(
        SELECT CAST(NULL AS BIGINT) AS contact, p.host AS name, '' AS address,
               p.account AS account, COALESCE(a.name, '') AS account_name, 'webhook' AS channel,
               p.state AS state, p.at AS at,
               COALESCE(p.reason,
                        (SELECT COALESCE('it answered ' || CAST(t.status AS TEXT), t.answer)
                         FROM   notify_webhook_attempts t
                         WHERE  t.delivery = p.id AND t.number = p.tries)) AS reason,
               p.notice AS notice, p.id AS post, {} AS side
        FROM   notify_webhook_deliveries p
        LEFT JOIN accounts_account_names a ON a.account = p.account
        WHERE  p.about = :about AND p.id > :behind{}
        ORDER BY p.id
        LIMIT  :most)sql",
            side, chosen),
        bound);
}

}  // namespace tellfirst::notify::store
