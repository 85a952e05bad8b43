#include "notify/hours_store.hpp"

#include "notify/bound.hpp"
#include "notify/hours.hpp"

// Few of those who are told have an hour of their own, so they are changed by whom they share it
// with, each group by one statement. The inner SELECT is there for SQLite: it reads the index of
// the group, where it would else read all deliveries of the notice for each.
namespace tellfirst::notify::store {
namespace {

struct Sleepers {
    std::string zone;
    std::string quiet;
};
BOOST_DESCRIBE_STRUCT(Sleepers, (), (zone, quiet))

struct Readers {
    std::string zone;
    std::string digest_at;
};
BOOST_DESCRIBE_STRUCT(Readers, (), (zone, digest_at))

// A digest comes at the hour that its reader chose, quiet or not.
constexpr std::string_view of_sleepers = R"sql(
        WHERE  notice = :notice
        AND    recipient IN (SELECT q.recipient FROM notify_deliveries q
                             WHERE  q.notice = :notice AND q.zone = :zone AND q.quiet = :quiet
                             AND    q.quiet IS NOT NULL
                             AND    q.recipient > :after AND q.recipient <= :upto)
        AND    digest_at IS NULL AND state = 'queued' AND due_at < :until)sql";

constexpr std::string_view of_readers = R"sql(
        WHERE  notice = :notice
        AND    recipient IN (SELECT q.recipient FROM notify_deliveries q
                             WHERE  q.notice = :notice AND q.zone = :zone
                             AND    q.digest_at = :digest_at AND q.digest_at IS NOT NULL
                             AND    q.recipient > :after AND q.recipient <= :upto)
        AND    digest_at IS NOT NULL AND state = 'queued' AND due_at IS NOT NULL)sql";

// The deliveries in question: of this notice, to these contacts.
struct Part {
    Notice const& notice;
    Slice const& slice;
};

void put_off(db::Tx& tx, Part const& part, Sleepers const& who, Instant until)
{
    auto const& notice = part.notice;
    bool const is_of_use = until <= notice.useful_until;
    auto const reason = words_of_quiet(
        db::from_value<accounts::QuietHours>(who.quiet),
        is_of_use ? Wakened::in_time : Wakened::too_late);
    Bound bound;
    bound.add("notice", notice.id);
    bound.add("zone", who.zone);
    bound.add("quiet", who.quiet);
    bound.add("after", part.slice.after);
    bound.add("upto", part.slice.upto);
    bound.add("until", until);
    bound.add("reason", reason);
    if (!is_of_use)
        bound.add("at", notice.at);
    auto const sql = fmt::format(
        "UPDATE notify_deliveries SET {}, reason = :reason {}",
        is_of_use ? "due_at = :until" : "state = 'opted_out', due_at = NULL, at = :at",
        of_sleepers);
    (void)tx.query(sql, bound.params(), [](db::Row const&) {});
}

void wait_out_quiet_hours(db::Tx& tx, Part const& part, Instant at)
{
    auto const& notice = part.notice;
    auto const all = tx.all<Sleepers>(
        R"sql(
        SELECT DISTINCT zone, quiet
        FROM   notify_deliveries
        WHERE  notice = :notice AND quiet IS NOT NULL
        ORDER BY zone, quiet)sql",
        {{"notice", notice.id}});
    for (auto const& who : all) {
        auto const hours = db::from_value<accounts::QuietHours>(who.quiet);
        if (breaks_through(hours, notice.topic.value_or(accounts::Topic::news)))
            continue;
        if (auto const until = quiet_until(hours, who.zone, at))
            put_off(tx, part, who, *until);
    }
}

// That work begins is worth knowing before it does.
Instant worth_gathering_until(Notice const& notice, Instant leaves)
{
    auto const begins = notice.body_as<Announcement>().started_at;
    return begins > leaves ? std::min(begins, notice.useful_until) : notice.useful_until;
}

void wait_for_digests(db::Tx& tx, Part const& part, Instant at)
{
    auto const& notice = part.notice;
    auto const all = tx.all<Readers>(
        R"sql(
        SELECT DISTINCT zone, digest_at
        FROM   notify_deliveries
        WHERE  notice = :notice AND digest_at IS NOT NULL
        ORDER BY zone, digest_at)sql",
        {{"notice", notice.id}});
    for (auto const& who : all) {
        auto const next = next_time(who.digest_at, who.zone, at);
        if (next && *next < worth_gathering_until(notice, at))
            tx.run(
                fmt::format(
                    "UPDATE notify_deliveries SET due_at = :until, reason = :reason {}",
                    of_readers),
                {{"notice", notice.id},
                 {"zone", who.zone},
                 {"digest_at", who.digest_at},
                 {"after", part.slice.after},
                 {"upto", part.slice.upto},
                 {"until", *next},
                 {"reason", "in the digest at " + who.digest_at}});
        else
            tx.run(
                fmt::format(
                    "UPDATE notify_deliveries SET digest_at = NULL, reason = NULL {}", of_readers),
                {{"notice", notice.id},
                 {"zone", who.zone},
                 {"digest_at", who.digest_at},
                 {"after", part.slice.after},
                 {"upto", part.slice.upto}});
    }
}

}  // namespace

std::optional<Sleeper> sleeper_of(db::Tx& tx, seal::Delivery const& delivery, Channel channel)
{
    return tx.one<Sleeper>(
        R"sql(
        SELECT d.zone AS zone, d.quiet AS quiet, n.topic AS topic, n.useful_until AS useful_until
        FROM   notify_deliveries d
        JOIN   notify_notices n ON n.id = d.notice
        WHERE  d.notice = :notice AND d.recipient = :recipient AND d.channel = :channel
        AND    d.quiet IS NOT NULL AND n.kind = 'announcement')sql",
        {{"notice", delivery.notice}, {"recipient", delivery.recipient}, {"channel", channel}});
}

void let_wait(db::Tx& tx, Notice const& notice, Instant at, Slice const& slice)
{
    wait_for_digests(tx, {notice, slice}, at);
    wait_out_quiet_hours(tx, {notice, slice}, at);
}

}  // namespace tellfirst::notify::store
