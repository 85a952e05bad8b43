#include "notify/oneself/store.hpp"

// Deliveries are keyed by their notice: whoever looks for one recipient asks each notice. That
// costs less than an index that every announcement would have to keep for its 100,000 rows.
namespace tellfirst::notify::store {

std::vector<OwnRow> own_rows(db::Tx& tx, ContactId contact, int limit)
{
    return tx.all<OwnRow>(
        R"sql(
        SELECT n.kind AS kind, n.at AS said_at, n.about AS about, n.body AS body,
               d.channel AS channel, d.address AS address, d.state AS state, d.at AS at,
               d.reason AS reason
        FROM   notify_notices n
        JOIN   notify_deliveries d ON d.notice = n.id AND d.recipient = :contact
        WHERE  n.kind <> 'page'
        ORDER BY n.id DESC, d.channel
        LIMIT  :limit)sql",
        {{"contact", contact}, {"limit", limit}});
}

std::vector<NoticeId> waiting_notices(db::Tx& tx, ContactId contact)
{
    return tx.all<NoticeId>(
        R"sql(
        SELECT DISTINCT n.id
        FROM   notify_notices n
        JOIN   notify_deliveries d ON d.notice = n.id AND d.recipient = :contact
        WHERE  n.done_at IS NULL AND d.state IN ('queued', 'held', 'deferred')
        ORDER BY n.id)sql",
        {{"contact", contact}});
}

void cancel_waiting_for(db::Tx& tx, ContactId contact, Instant at)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    state = 'cancelled', reason = 'erased', due_at = NULL, at = :at
        WHERE  notice IN (SELECT n.id FROM notify_notices n WHERE n.done_at IS NULL)
        AND    recipient = :contact AND state IN ('queued', 'held', 'deferred'))sql",
        {{"contact", contact}, {"at", at}});
}

std::vector<NoticeId> letters_to(db::Tx& tx, ContactId contact)
{
    return tx.all<NoticeId>(
        R"sql(
        SELECT n.id
        FROM   notify_notices n
        JOIN   notify_deliveries d ON d.notice = n.id AND d.recipient = :contact
        WHERE  n.kind = 'letter'
        ORDER BY n.id)sql",
        {{"contact", contact}});
}

void save_body(db::Tx& tx, NoticeId notice, std::string const& body)
{
    tx.run(
        "UPDATE notify_notices SET body = :body WHERE id = :notice",
        {{"body", body}, {"notice", notice}});
}

// An address that is one, and reaches nobody: a row that was just being sent may be read again.
void blank_deliveries(db::Tx& tx, ContactId contact)
{
    tx.run(
        R"sql(
        UPDATE notify_deliveries
        SET    name = 'erased', address = 'erased@erased.invalid'
        WHERE  notice IN (SELECT n.id FROM notify_notices n)
        AND    recipient = :contact)sql",
        {{"contact", contact}});
}

void blank_bounces(db::Tx& tx, ContactId contact)
{
    tx.run(
        R"sql(
        UPDATE notify_bounces
        SET    envelope_from = '', raw = :nothing, sender = '', subject = '', words = '',
               address = ''
        WHERE  contact = :contact)sql",
        {{"nothing", db::Blob{}}, {"contact", contact}});
}

void forget_address(db::Tx& tx, Email const& address)
{
    tx.run(
        "DELETE FROM notify_suppressed WHERE address_key = :address_key",
        {{"address_key", address.key()}});
    tx.run(
        "DELETE FROM notify_soft_bounces WHERE address_key = :address_key",
        {{"address_key", address.key()}});
}

}  // namespace tellfirst::notify::store
