#include "tickets/store.hpp"

namespace tellfirst::tickets::store {

void add_undo(db::Tx& tx, Undo const& undo)
{
    tx.run(
        R"sql(
        INSERT INTO tickets_undo (entry, ticket, notice, until, state, reply_due_at, changed_at,
                                  promise, text, undone_at)
        VALUES (:entry, :ticket, :notice, :until, :state, :reply_due_at, :changed_at,
                :promise, :text, :undone_at))sql",
        {{"entry", undo.entry},
         {"ticket", undo.ticket},
         {"notice", undo.notice.value()},
         {"until", undo.until},
         {"state", undo.state},
         {"reply_due_at", undo.reply_due_at},
         {"changed_at", undo.changed_at},
         {"promise", undo.promise},
         {"text", undo.text},
         {"undone_at", undo.undone_at}});
}

void save_undo(db::Tx& tx, Undo const& undo)
{
    tx.run(
        R"sql(
        UPDATE tickets_undo
        SET    state = :state, reply_due_at = :reply_due_at, changed_at = :changed_at,
               promise = :promise, text = :text, undone_at = :undone_at
        WHERE  entry = :entry)sql",
        {{"entry", undo.entry},
         {"state", undo.state},
         {"reply_due_at", undo.reply_due_at},
         {"changed_at", undo.changed_at},
         {"promise", undo.promise},
         {"text", undo.text},
         {"undone_at", undo.undone_at}});
}

std::optional<Undo> find_undo(db::Tx& tx, EntryId entry)
{
    return tx.one<Undo>(
        R"sql(
        SELECT entry, ticket, notice, until, state, reply_due_at, changed_at, promise, text,
               undone_at
        FROM   tickets_undo
        WHERE  entry = :entry)sql",
        {{"entry", entry}});
}

}  // namespace tellfirst::tickets::store
