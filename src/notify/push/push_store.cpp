#include "notify/push/push_store.hpp"

#include "kernel/digest.hpp"

namespace tellfirst::notify::store {

std::string key_of_browser(std::string_view endpoint)
{
    return to_hex(sha256(endpoint));
}

std::optional<ContactId> contact_of_browser(db::Tx& tx, std::string const& endpoint)
{
    return tx.one<ContactId>(
        "SELECT contact FROM notify_pushes WHERE key = :key", {{"key", key_of_browser(endpoint)}});
}

void save_browser(db::Tx& tx, ContactId contact, Browser const& browser, Instant now)
{
    tx.run(
        R"sql(
        INSERT INTO notify_pushes (key, contact, endpoint, open_key, auth, at)
        VALUES (:key, :contact, :endpoint, :open_key, :auth, :at)
        ON CONFLICT (key) DO UPDATE
        SET contact = :contact, open_key = :open_key, auth = :auth, at = :at)sql",
        {{"key", key_of_browser(browser.endpoint)},
         {"contact", contact},
         {"endpoint", browser.endpoint},
         {"open_key", browser.open_key},
         {"auth", browser.auth},
         {"at", now}});
}

void keep_newest_browsers(db::Tx& tx, ContactId contact, std::int64_t most)
{
    tx.run(
        R"sql(
        DELETE FROM notify_pushes
        WHERE  contact = :contact
        AND    key NOT IN (SELECT n.key FROM notify_pushes n
                           WHERE  n.contact = :contact
                           ORDER BY n.at DESC, n.key
                           LIMIT  :most))sql",
        {{"contact", contact}, {"most", most}});
}

void remove_browser(db::Tx& tx, ContactId contact, std::string const& endpoint)
{
    remove_browser_of_key(tx, contact, key_of_browser(endpoint));
}

void remove_browsers(db::Tx& tx, ContactId contact)
{
    tx.run("DELETE FROM notify_pushes WHERE contact = :contact", {{"contact", contact}});
}

std::vector<Browser> browsers_of(db::Tx& tx, ContactId contact)
{
    return tx.all<Browser>(
        R"sql(
        SELECT endpoint, open_key, auth
        FROM   notify_pushes
        WHERE  contact = :contact
        ORDER BY at DESC, key)sql",
        {{"contact", contact}});
}

std::int64_t count_browsers(db::Tx& tx, ContactId contact)
{
    return *tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM notify_pushes WHERE contact = :contact", {{"contact", contact}});
}

std::optional<Browser> find_browser(db::Tx& tx, ContactId contact, std::string const& key)
{
    return tx.one<Browser>(
        R"sql(
        SELECT endpoint, open_key, auth
        FROM   notify_pushes
        WHERE  key = :key AND contact = :contact)sql",
        {{"key", key}, {"contact", contact}});
}

void remove_browser_of_key(db::Tx& tx, ContactId contact, std::string const& key)
{
    tx.run(
        "DELETE FROM notify_pushes WHERE key = :key AND contact = :contact",
        {{"key", key}, {"contact", contact}});
}

std::optional<State> state_of_push(db::Tx& tx, PushDelivery const& delivery, Instant now)
{
    return tx.one<State>(
        R"sql(
        SELECT d.state
        FROM   notify_notices n
        JOIN   notify_deliveries d ON d.notice = n.id
        WHERE  n.id = :notice AND n.cancelled_at IS NULL AND n.useful_until >= :now
        AND    d.recipient = :contact AND d.channel = 'push' AND d.epoch = :epoch)sql",
        {{"notice", delivery.notice},
         {"contact", delivery.contact},
         {"now", now},
         {"epoch", db::data_epoch(tx)}});
}

Claimed claimed_push(db::Tx& tx, PushDelivery const& delivery)
{
    return tx
        .one<Claimed>(
            R"sql(
            SELECT notice, recipient, address, name, language, zone, account, account_name, brand,
                   short_text, lane, attempts
            FROM   notify_deliveries
            WHERE  notice = :notice AND recipient = :contact AND channel = 'push')sql",
            {{"notice", delivery.notice}, {"contact", delivery.contact}})
        .value();
}

std::vector<LaterPush> later_pushes(db::Tx& tx, PushDelivery const& delivery)
{
    return tx.all<LaterPush>(
        R"sql(
        SELECT d.notice, d.state
        FROM   notify_notices mine
        JOIN   notify_notices later ON later.about = mine.about AND later.id > mine.id
                                    AND later.kind = 'announcement'
        JOIN   notify_deliveries d ON d.notice = later.id
        WHERE  mine.id = :notice AND d.recipient = :contact AND d.channel = 'push'
        ORDER BY d.notice)sql",
        {{"notice", delivery.notice}, {"contact", delivery.contact}});
}

std::optional<LockedKey> push_key(db::Tx& tx)
{
    return tx.one<LockedKey>("SELECT open_key, locked FROM notify_push_key WHERE id = 1");
}

void save_push_key(db::Tx& tx, LockedKey const& key)
{
    tx.run(
        R"sql(
        INSERT INTO notify_push_key (id, open_key, locked) VALUES (1, :open_key, :locked)
        ON CONFLICT (id) DO UPDATE SET open_key = :open_key, locked = :locked)sql",
        {{"open_key", key.open_key}, {"locked", key.locked}});
}

}  // namespace tellfirst::notify::store
