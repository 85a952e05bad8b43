#include "notify/fanout/freeze_store.hpp"

#include "notify/bound.hpp"

namespace tellfirst::notify::store {

void begin_freezing(db::Tx& tx, NoticeId notice)
{
    tx.run(
        R"sql(
        INSERT INTO notify_freezing (notice, done_to, newest, epoch)
        SELECT :notice, :none, COALESCE(MAX(c.contact), :none), :epoch
        FROM   accounts_contact_names c)sql",
        {{"notice", notice}, {"none", Slice{}.after}, {"epoch", db::data_epoch(tx)}});
}

void freeze_to(db::Tx& tx, NoticeId notice, ContactId contact)
{
    tx.run(
        "UPDATE notify_freezing SET done_to = :contact WHERE notice = :notice",
        {{"notice", notice}, {"contact", contact}});
}

void end_freezing(db::Tx& tx, NoticeId notice)
{
    tx.run("DELETE FROM notify_freezing WHERE notice = :notice", {{"notice", notice}});
}

std::optional<Freezing> freezing(db::Tx& tx, NoticeId notice)
{
    return tx.one<Freezing>(
        "SELECT notice, done_to, newest, epoch FROM notify_freezing WHERE notice = :notice",
        {{"notice", notice}});
}

bool is_any_freezing(db::Tx& tx, Target const& target)
{
    Bound bound;
    auto abouts = target.also;
    abouts.push_back(target.about);
    auto const sql = fmt::format(
        R"sql(
    SELECT 1 FROM notify_freezing f
    JOIN   notify_notices n ON n.id = f.notice
    WHERE  n.about IN {}
    LIMIT  1)sql",
        bound.list("about", abouts));
    return !all<std::int64_t>(tx, sql, bound).empty();
}

std::optional<Freezing> first_freezing(db::Tx& tx)
{
    return tx.one<Freezing>(R"sql(
        SELECT f.notice AS notice, f.done_to AS done_to, f.newest AS newest, f.epoch AS epoch
        FROM   notify_freezing f
        JOIN   notify_notices n ON n.id = f.notice
        WHERE  NOT EXISTS (SELECT 1 FROM notify_endings e
                           JOIN   notify_notices m ON m.id = e.notice
                           WHERE  e.done_at IS NULL AND e.notice < f.notice
                           AND    m.about = n.about)
        ORDER BY f.notice
        LIMIT  1)sql");
}

Slice next_slice(db::Tx& tx, Freezing const& freezing, std::int64_t contacts)
{
    auto const last = tx.one<std::optional<ContactId>>(
        R"sql(
        SELECT MAX(s.contact)
        FROM  (SELECT c.contact AS contact FROM accounts_contact_names c
               WHERE  c.contact > :after AND c.contact <= :newest
               ORDER BY c.contact
               LIMIT  :contacts) s)sql",
        {{"after", freezing.done_to}, {"newest", freezing.newest}, {"contacts", contacts}});
    return {
        .after = freezing.done_to, .upto = last.value_or(std::nullopt).value_or(freezing.newest)};
}

}  // namespace tellfirst::notify::store
