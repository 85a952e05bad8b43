#include "notify/audience_store.hpp"

#include "kernel/text.hpp"
#include "notify/bound.hpp"
#include "notify/hours.hpp"
#include "notify/hours_store.hpp"

// Who hears an announcement, on which channel, is decided by one rule. Announcing writes its `rows`
// down; the composer counts and lists its `people` before that. So what was shown is what is sent,
// unless somebody changed something in between; a property test compares the two.
namespace tellfirst::notify::store {
namespace {

// Announcements before this one; a preview comes after all that there are.
constexpr NoticeId none_yet{std::numeric_limits<std::int64_t>::max()};

// For everybody, all who use them are listed once. For a slice, which holds few, each is looked up:
// the list would be as long each time.
std::string uses_one_of(std::string const& services, Slice const& slice)
{
    if (slice == Slice{})
        return fmt::format(
            R"sql(
                  a.account IN (SELECT x.account FROM accounts_exposed x
                                WHERE  x.service IN {}))sql",
            services);
    return fmt::format(
        R"sql(
                  EXISTS (SELECT 1 FROM accounts_exposed x
                          WHERE  x.account = a.account AND x.service IN {}))sql",
        services);
}

std::string who(Target const& target, NoticeId before, Bound& bound, Slice const& slice)
{
    if (target.reach == Reach::exposed && target.account) {
        bound.add("account", *target.account);
        return "a.account = :account";
    }
    if (target.reach == Reach::exposed)
        return fmt::format(
            "{} {}", target.is_public ? "a.exposure_known = 0 OR" : "",
            uses_one_of(bound.list("service", target.services), slice));
    if (target.reach == Reach::readers) {
        bound.add("brand", target.brand);
        if (!target.plan)
            return "a.brand = :brand";
        bound.add("plan", *target.plan);
        return "a.brand = :brand AND a.plan = :plan";
    }
    auto abouts = target.also;
    abouts.push_back(target.about);
    bound.add("told_before", before);
    return fmt::format(
        R"sql(
                  EXISTS (SELECT 1 FROM notify_deliveries e
                          WHERE  e.notice IN (SELECT n.id FROM notify_notices n
                                              WHERE  n.about IN {}
                                              AND    n.kind = 'announcement'
                                              AND    n.id < :told_before)
                          AND    e.recipient = a.contact
                          AND    e.state IN ('accepted', 'sending', 'unknown', 'queued',
                                             'deferred', 'held')))sql",
        bound.list("told", abouts));
}

// Why an address gets no mail. Of phones and browsers nobody says so here.
std::string blocked(accounts::Topic topic)
{
    return fmt::format(
        R"sql((SELECT MIN(s.reason) FROM notify_suppressed s
                   WHERE  s.address_key = LOWER(a.email) AND s.topic IN ('', '{}')
                   AND    s.brand IN (0, a.brand)))sql",
        name_of(topic));
}

// Of a subscriber who chose services: is one of them concerned? Of the end of what he was told of
// he hears, whatever he chose since; and news is of no service.
std::string has_chosen(Target const& target, Bound& bound)
{
    if (target.reach != Reach::exposed || target.account)
        return "1";
    return fmt::format(
        R"sql(CASE WHEN a.account IS NULL
                        AND EXISTS (SELECT 1 FROM accounts_chosen_services s
                                    WHERE  s.contact = a.contact)
                        AND NOT EXISTS (SELECT 1 FROM accounts_chosen_services s
                                        WHERE  s.contact = a.contact AND s.service IN {})
                       THEN 0 ELSE 1 END)sql",
        bound.list("on_page", target.on_page.value_or(target.services)));
}

// The rule, one row for each person: told on any channel, or why not. Who has not
// confirmed is told nothing, whatever he chose; what he chose is said before a suppressed address.
// It reads another view than `rows`, because a database looks at all people before it can count in
// a view of several parts.
std::string people(Target const& target, NoticeId before, Bound& bound)
{
    return fmt::format(
        R"sql(
    SELECT t.contact, t.account, t.plan, t.name, t.account_name, t.plan_name, t.email, t.language,
           t.zone, t.brand, t.exposure_known, t.quiet,
           CASE WHEN t.wants = 1 AND t.chose = 1 AND t.confirmed = 1 AND t.blocked IS NULL
                THEN 1 ELSE 0 END AS by_mail,
           CASE WHEN t.confirmed = 0 THEN 'unconfirmed'
                WHEN t.chose = 0 THEN 'not_chosen'
                WHEN t.wants = 0 AND t.elsewhere = 0 THEN 'topic_off'
                WHEN t.elsewhere = 0 AND t.blocked IS NOT NULL THEN 'suppressed' END AS withheld
    FROM  (SELECT a.contact, a.account, a.plan, a.name, a.account_name, a.plan_name, a.email,
                  a.language, a.zone, a.brand, a.exposure_known, a.quiet, a.confirmed, a.{0} AS wants,
                  a.{0}_elsewhere AS elsewhere,
                  {1} AS blocked,
                  {3} AS chose
           FROM   accounts_people a
           WHERE  {2}) t)sql",
        name_of(target.topic), blocked(target.topic), who(target, before, bound, {}),
        has_chosen(target, bound));
}

// A part of an audience. `which` names contacts, in terms of `a`.
struct Part {
    Slice slice = {};
    std::string which = "true";
};

// The same by channel: what is frozen. Who is told nothing has mail's row, which says why; on
// another channel there are rows of those alone who hear of this there.
std::string rows(Target const& target, NoticeId before, Bound& bound, Part const& part = {})
{
    return fmt::format(
        R"sql(
    SELECT t.channel, t.contact, t.account, t.name, t.account_name, t.address, t.language, t.zone,
           t.brand, t.quiet, t.digest_at, t.short_text,
           CASE WHEN t.wants = 0 OR t.chose = 0 OR t.confirmed = 0 THEN 'opted_out'
                WHEN t.blocked IS NOT NULL THEN 'suppressed'
                ELSE 'queued' END AS state,
           CASE WHEN t.confirmed = 0 THEN 'has not confirmed the address yet'
                WHEN t.chose = 0 THEN 'chose other services'
                WHEN t.wants = 0 THEN 'topic {0} is off'
                ELSE t.blocked END AS reason
    FROM  (SELECT a.channel, a.contact, a.account, a.name, a.account_name, a.address, a.language,
                  a.zone, a.brand, a.quiet, a.short_text, a.confirmed, a.{0} AS wants,
                  CASE WHEN a.channel = 'mail' AND {4} = 1 THEN a.digest_at END AS digest_at,
                  CASE a.channel WHEN 'mail' THEN
                  {1} END AS blocked,
                  {5} AS chose
           FROM   accounts_audience a
           WHERE ({2})
           AND   (a.channel = 'mail' OR (a.{0} = 1 AND a.confirmed = 1))
           AND    {3}) t
    WHERE  t.channel = 'mail' OR t.chose = 1)sql",
        name_of(target.topic), blocked(target.topic), who(target, before, bound, part.slice),
        part.which, may_be_gathered(target.topic) ? 1 : 0, has_chosen(target, bound));
}

// By a list of contacts, so that a slice costs what it holds: each is looked up by its key, however
// many others the accounts in question have.
std::string among(Slice const& slice, Bound& bound)
{
    if (slice == Slice{})
        return "true";
    bound.add("after", slice.after);
    bound.add("upto", slice.upto);
    return R"sql(a.contact IN (SELECT c.contact FROM accounts_contact_names c
                                    WHERE  c.contact > :after AND c.contact <= :upto))sql";
}

// LIKE knows other rules on each database; what is left without the words is shorter than before.
constexpr std::string_view has_words = R"sql(
    AND   (REPLACE(LOWER(w.name), :words, '') <> LOWER(w.name)
        OR REPLACE(LOWER(w.email), :words, '') <> LOWER(w.email)
        OR REPLACE(LOWER(w.account_name), :words, '') <> LOWER(w.account_name)))sql";

}  // namespace

bool has_more_contacts(db::Tx& tx, Target const& target, NoticeId before, std::int64_t than)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT COUNT(*)
    FROM  (SELECT w.contact FROM ({}) w LIMIT :most) l)sql",
        people(target, before, bound));
    bound.add("most", than + 1);
    return all<std::int64_t>(tx, sql, bound).front() > than;
}

bool is_larger(db::Tx& tx, Target const& target, NoticeId before, std::int64_t than)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT COUNT(*)
    FROM  (SELECT w.contact FROM ({}) w LIMIT :most) l)sql",
        rows(target, before, bound));
    bound.add("most", than + 1);
    return all<std::int64_t>(tx, sql, bound).front() > than;
}

void freeze_audience(db::Tx& tx, Notice const& notice, Target const& target, Slice const& slice)
{
    Bound bound;
    auto const frozen = rows(target, notice.id, bound, {slice, among(slice, bound)});
    bound.add("about", notice.about);
    bound.add("before", notice.id);
    bound.add("notice", notice.id);
    bound.add("lane", notice.lane);
    bound.add("epoch", db::data_epoch(tx));
    bound.add("due_at", notice.due_at);
    // `waits_for`: an earlier notice about the same that is on the wire to him at this moment.
    auto const sql = fmt::format(
        R"sql(
    INSERT INTO notify_deliveries (notice, recipient, channel, address, name, language, zone,
                                   account, account_name, brand, quiet, digest_at, short_text, lane,
                                   epoch, state, reason, due_at, attempts, waits_for)
    SELECT :notice, w.contact, w.channel, w.address, w.name, w.language, w.zone, w.account,
           w.account_name, w.brand, w.quiet, w.digest_at, w.short_text, :lane, :epoch, w.state, w.reason,
           CASE WHEN w.state = 'queued' THEN :due_at END, 0,
           (SELECT MAX(e.notice) FROM notify_deliveries e
            WHERE  e.notice IN (SELECT n.id FROM notify_notices n
                                WHERE  n.about = :about AND n.kind = 'announcement'
                                AND    n.id < :before)
            AND    e.recipient = w.contact AND e.channel = w.channel AND e.state = 'sending')
    FROM  ({}) w
    WHERE true
    ON CONFLICT DO NOTHING)sql",
        frozen);
    (void)tx.query(sql, bound.params(), [](db::Row const&) {});
    let_wait(tx, notice, notice.due_at, slice);
}

std::vector<PlanCount> count_audience(db::Tx& tx, Target const& target)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT w.plan AS plan, w.plan_name AS name, COUNT(DISTINCT w.account) AS accounts,
           COUNT(*) AS contacts,
           COUNT(CASE WHEN w.withheld IS NULL THEN 1 END) AS will_be_told,
           COUNT(CASE WHEN w.withheld IS NULL AND w.brand IN (SELECT f.brand FROM notify_forwards f)
                      THEN 1 END) AS held,
           COUNT(CASE WHEN w.by_mail = 1 THEN 1 END) AS by_mail,
           COUNT(CASE WHEN w.withheld = 'topic_off' THEN 1 END) AS topic_off,
           COUNT(CASE WHEN w.withheld = 'not_chosen' THEN 1 END) AS not_chosen,
           COUNT(CASE WHEN w.withheld = 'unconfirmed' THEN 1 END) AS unconfirmed,
           COUNT(CASE WHEN w.withheld = 'suppressed' THEN 1 END) AS suppressed,
           COUNT(DISTINCT CASE WHEN w.exposure_known = 0 THEN w.account END) AS unknown_exposure
    FROM  ({}) w
    GROUP BY w.plan, w.plan_name
    ORDER BY w.plan_name, w.plan NULLS LAST)sql",
        people(target, none_yet, bound));
    return all<PlanCount>(tx, sql, bound);
}

std::vector<ChannelCount> count_sleepers_by_mail(db::Tx& tx, Target const& target)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT 'mail' AS channel, w.zone AS zone, w.quiet AS quiet, COUNT(*) AS contacts
    FROM  ({}) w
    WHERE  w.by_mail = 1 AND w.quiet IS NOT NULL
    GROUP BY w.zone, w.quiet)sql",
        people(target, none_yet, bound));
    return all<ChannelCount>(tx, sql, bound);
}

std::vector<ChannelCount> count_besides_mail(db::Tx& tx, Target const& target)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT w.channel AS channel, w.zone AS zone, w.quiet AS quiet, COUNT(*) AS contacts
    FROM  ({}) w
    WHERE  w.state = 'queued'
    GROUP BY w.channel, w.zone, w.quiet)sql",
        rows(target, none_yet, bound, {.which = "a.channel <> 'mail'"}));
    return all<ChannelCount>(tx, sql, bound);
}

std::vector<MemberRow>
audience_members(db::Tx& tx, Target const& target, MembersWanted const& wanted)
{
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    SELECT w.contact AS contact, w.name AS name, w.email AS address, w.account AS account,
           w.account_name AS account_name, w.plan_name AS plan_name, w.language AS language,
           w.exposure_known AS exposure_known, w.withheld AS withheld
    FROM  ({}) w
    WHERE  w.contact > :after{}
    ORDER BY w.contact
    LIMIT  :limit)sql",
        people(target, none_yet, bound), wanted.words.empty() ? "" : has_words);
    bound.add("after", wanted.after.value_or(ContactId{1}));
    bound.add("limit", wanted.limit);
    auto const words = ascii_lower(wanted.words);
    if (!words.empty())
        bound.add("words", words);
    return all<MemberRow>(tx, sql, bound);
}

std::vector<Heard>
channels_of(db::Tx& tx, Target const& target, std::vector<ContactId> const& contacts)
{
    Bound bound;
    auto const which = "a.contact IN " + bound.list("contact", contacts);
    auto const sql = fmt::format(
        "SELECT w.contact AS contact, w.channel AS channel FROM ({}) w WHERE w.state = 'queued'",
        rows(target, none_yet, bound, {.which = which}));
    return all<Heard>(tx, sql, bound);
}

// Each pair is looked up by its keys. Asked the other way round, a rule of a plan would list all
// accounts on it, for each batch of mails.
std::vector<Use>
uses(db::Tx& tx, std::vector<AccountId> const& accounts, std::vector<ServiceId> const& services)
{
    if (accounts.empty() || services.empty())
        return {};
    Bound bound;
    auto const sql = fmt::format(
        R"sql(
    WITH asked (service) AS ({})
    SELECT w.account AS account, s.service AS service
    FROM   accounts_account_names w
    CROSS JOIN asked s
    WHERE  w.account IN {}
    AND    EXISTS (SELECT 1 FROM accounts_exposed x
                   WHERE  x.account = w.account AND x.service = s.service)
    ORDER BY account, service)sql",
        bound.rows("service", services), bound.list("account", accounts));
    return all<Use>(tx, sql, bound);
}

}  // namespace tellfirst::notify::store
