#include "tickets/list_store.hpp"

#include "kernel/text.hpp"
#include "tickets/snippet.hpp"
#include "tickets/store.hpp"
#include "tickets/thread.hpp"
#include "wire/words/search_words.hpp"

namespace tellfirst::tickets::store {
namespace {

// More words than this make no search more exact.
constexpr std::size_t most_words = 8;

// Above every character, so that [word, word + this) are all that begin with the word.
constexpr std::string_view above_all = "\U0010ffff";

// What a row needs of its ticket.
constexpr std::string_view columns =
    "t.id, t.number, t.subject, t.state, t.contact, t.account, t.incident, t.reply_due_at, "
    "t.verified, t.created_at, t.changed_at, t.version";

constexpr std::string_view due = "COALESCE(t.reply_due_at, 9223372036854775807)";

std::string_view words_of(Order order)
{
    return order == Order::by_due ? "COALESCE(t.reply_due_at, 9223372036854775807), t.id"
                                  : "t.changed_at DESC, t.id DESC";
}

// The names are looked up, and the newest words read, for the tickets of the page only. Words of
// machines do not count: every ticket would begin with our acknowledgement.
std::string rows_sql(std::string_view inner, Order order)
{
    return fmt::format(
        R"sql(
        SELECT t.id AS id, t.number AS number, t.subject AS subject, t.state AS state,
               t.contact AS contact, COALESCE(c.name, '') AS contact_name,
               t.account AS account, COALESCE(a.name, '') AS account_name,
               COALESCE(a.plan_name, '') AS plan_name,
               t.incident AS incident, COALESCE(i.title, '') AS incident_title,
               t.reply_due_at AS reply_due_at, t.verified AS verified,
               COALESCE((SELECT SUBSTR(e.text, 1, {2}) FROM tickets_entries e
                         WHERE  e.ticket = t.id AND e.kind IN ('from_customer', 'from_us')
                         ORDER BY e.id DESC LIMIT 1), '') AS snippet,
               COALESCE((SELECT e.kind FROM tickets_entries e
                         WHERE  e.ticket = t.id AND e.kind IN ('from_customer', 'from_us')
                         ORDER BY e.id DESC LIMIT 1), 'from_customer') AS last_kind,
               t.created_at AS created_at, t.changed_at AS changed_at, t.version AS version
        FROM   ({0}) t
        LEFT JOIN accounts_contact_names c ON c.contact = t.contact
        LEFT JOIN accounts_account_names a ON a.account = t.account
        LEFT JOIN status_incident_titles i ON i.incident = t.incident
        ORDER BY {1})sql",
        inner, words_of(order), enough_for_a_snippet);
}

std::vector<TicketRow> with_snippets(std::vector<TicketRow>&& rows)
{
    for (auto& row : rows)
        row.snippet = snippet_of(row.snippet);
    return std::move(rows);
}

// The first word leads to the tickets; the others are asked of each.
std::string words_from()
{
    return R"sql((SELECT DISTINCT f.ticket
              FROM  (SELECT w.ticket AS ticket FROM tickets_words w
                     WHERE  w.word >= :from0 AND w.word < :until0
                     ORDER BY w.word, w.ticket DESC
                     LIMIT  :most) f) found CROSS JOIN tickets_tickets t)sql";
}

std::string has_word(std::size_t which)
{
    return fmt::format(
        R"sql(EXISTS (SELECT 1 FROM tickets_words w WHERE w.ticket = t.id
                       AND w.word >= :from{0} AND w.word < :until{0}))sql",
        which);
}

std::vector<std::string> conditions_of(Shape const& shape)
{
    std::vector<std::string> all;
    bool narrowed = false;  // an index leads to few tickets already
    auto const narrow = [&](bool wanted, std::string by_index, std::string by_look) {
        if (wanted)
            all.push_back(narrowed ? std::move(by_look) : std::move(by_index));
        narrowed |= wanted;
    };
    narrow(shape.words > 0, "t.id = found.ticket", "");
    for (std::size_t i = 1; i < shape.words; ++i)
        all.push_back(has_word(i));
    narrow(shape.number, "t.number = :number", "t.number = :number");
    narrow(shape.incident, "t.incident = :incident", "COALESCE(t.incident, 0) = :incident");
    narrow(shape.account, "t.account = :account", "COALESCE(t.account, 0) = :account");
    narrow(shape.state, "t.state = :state", "COALESCE(t.state, '') = :state");
    // SQLite begins at a place in an index by a plain comparison only, not by one of pairs.
    if (shape.order == Order::by_due)
        all.push_back(fmt::format("{0} >= :key AND ({0}, t.id) > (:key, :id)", due));
    else
        all.emplace_back("t.changed_at <= :key AND (t.changed_at, t.id) < (:key, :id)");
    return all;
}

// The words that lead to the fewest tickets first; counting ends where it does not matter.
std::vector<std::string> rarest_first(db::Tx& tx, std::vector<std::string> words)
{
    if (words.size() < 2)
        return words;
    std::vector<std::pair<std::int64_t, std::string>> counted;
    for (auto& word : words) {
        auto const tickets = *tx.one<std::int64_t>(
            R"sql(
            SELECT COUNT(*) FROM (SELECT 1 FROM tickets_words
                                  WHERE  word >= :word AND word < :end
                                  LIMIT  :most) few)sql",
            {{"word", word}, {"end", word + std::string{above_all}}, {"most", most_candidates}});
        counted.emplace_back(tickets, std::move(word));
    }
    std::ranges::sort(counted);
    words.clear();
    for (auto& [tickets, word] : counted)
        words.push_back(std::move(word));
    return words;
}

// "#1042", or "1042" where there is a ticket of that number.
std::optional<std::int64_t> number_asked(db::Tx& tx, std::string_view q)
{
    bool const marked = q.starts_with('#');
    if (marked)
        q.remove_prefix(1);
    auto const number = number_in(fmt::format("[#{}]", q));
    if (number && !marked && !find_numbered(tx, *number))
        return std::nullopt;
    return number;
}

}  // namespace

std::string page_sql(Shape const& shape)
{
    auto const inner = fmt::format(
        R"sql(
        SELECT {}
        FROM   {}
        WHERE  {}
        ORDER BY {}
        LIMIT  :limit)sql",
        columns, shape.words > 0 ? words_from() : "tickets_tickets t",
        fmt::join(conditions_of(shape), "\n        AND    "), words_of(shape.order));
    return rows_sql(inner, shape.order);
}

std::vector<TicketRow> rows(db::Tx& tx, Filter const& filter, std::optional<Place> after, int limit)
{
    auto const number = number_asked(tx, trim(filter.q));
    std::vector<std::string> words;
    if (!number)
        words = rarest_first(tx, words::search_words(filter.q, most_words));
    if (!number && words.empty() && !trim(filter.q).empty())
        return {};  // nothing that stands in any word

    Shape const shape{
        .order = order_of(filter),
        .state = filter.state.has_value(),
        .account = filter.account.has_value(),
        .incident = filter.incident.has_value(),
        .number = number.has_value(),
        .words = words.size()};
    auto const first = shape.order == Order::by_due
                           ? Place{std::numeric_limits<std::int64_t>::min(), TicketId{1}}
                           : Place{end_of_days, TicketId{end_of_days}};
    auto const place = after.value_or(first);
    std::vector<db::Param> params{{"key", place.key}, {"id", place.ticket}, {"limit", limit}};
    if (filter.state)
        params.emplace_back("state", *filter.state);
    if (filter.account)
        params.emplace_back("account", *filter.account);
    if (filter.incident)
        params.emplace_back("incident", *filter.incident);
    if (number)
        params.emplace_back("number", *number);
    constexpr std::array<std::string_view, most_words> from{"from0", "from1", "from2", "from3",
                                                            "from4", "from5", "from6", "from7"};
    constexpr std::array<std::string_view, most_words> until{
        "until0", "until1", "until2", "until3", "until4", "until5", "until6", "until7"};
    if (!words.empty())
        params.emplace_back("most", most_candidates);
    for (std::size_t i = 0; i < words.size(); ++i) {
        params.emplace_back(from.at(i), words[i]);
        params.emplace_back(until.at(i), words[i] + std::string{above_all});
    }
    std::vector<TicketRow> found;
    tx.query(page_sql(shape), params, [&](db::Row const& row) {
        found.push_back(db::from_row<TicketRow>(row));
    });
    return with_snippets(std::move(found));
}

std::optional<TicketRow> row(db::Tx& tx, TicketId id)
{
    static auto const sql = rows_sql(
        fmt::format("SELECT {} FROM tickets_tickets t WHERE t.id = :id", columns),
        Order::by_change);
    auto found = with_snippets(tx.all<TicketRow>(sql, {{"id", id}}));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<TicketRow> related(db::Tx& tx, Ticket const& ticket, int limit)
{
    // Of each index so many that the ticket itself may be among them.
    static auto const sql = rows_sql(
        fmt::format(
            R"sql(
        SELECT {}
        FROM   tickets_tickets t
        WHERE  t.id <> :ticket
        AND    t.id IN (SELECT x.id FROM (SELECT id FROM tickets_tickets
                                          WHERE  account = CAST(:account AS BIGINT)
                                          ORDER BY changed_at DESC, id DESC
                                          LIMIT  :some) x
                        UNION
                        SELECT y.id FROM (SELECT id FROM tickets_tickets
                                          WHERE  contact = :contact
                                          ORDER BY id DESC
                                          LIMIT  :some) y)
        ORDER BY t.changed_at DESC, t.id DESC
        LIMIT  :limit)sql",
            columns),
        Order::by_change);
    return with_snippets(tx.all<TicketRow>(
        sql, {{"ticket", ticket.id},
              {"account", ticket.account},
              {"contact", ticket.contact},
              {"some", limit + 1},
              {"limit", limit}}));
}

Counts counts(db::Tx& tx, Instant now)
{
    return *tx.one<Counts>(
        R"sql(
        SELECT (SELECT COUNT(*) FROM tickets_tickets WHERE state = 'waiting_for_us')
                   AS waiting_for_us,
               (SELECT COUNT(*) FROM tickets_tickets WHERE state = 'waiting_for_customer')
                   AS waiting_for_customer,
               (SELECT COUNT(*) FROM tickets_tickets WHERE state = 'solved') AS solved,
               (SELECT COUNT(*) FROM tickets_tickets
                WHERE  state = 'waiting_for_us'
                AND    COALESCE(reply_due_at, 9223372036854775807) < :now) AS overdue)sql",
        {{"now", now}});
}

Written written_during(db::Tx& tx, IncidentId incident, Instant from, Instant to)
{
    return *tx.one<Written>(
        R"sql(
        SELECT (SELECT COUNT(*) FROM tickets_tickets WHERE incident = :incident) AS linked,
               (SELECT COUNT(*) FROM tickets_tickets
                WHERE  created_at >= :since AND created_at < :until AND incident IS NULL) AS free)sql",
        {{"incident", incident}, {"since", from}, {"until", to}});
}

std::int64_t others_linked(db::Tx& tx, IncidentId incident, TicketId but)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT COUNT(*)
        FROM   tickets_tickets
        WHERE  incident = :incident AND id <> :but)sql",
        {{"incident", incident}, {"but", but}});
}

void add_words(db::Tx& tx, TicketId id, std::vector<std::string> const& words)
{
    std::vector<std::vector<db::Param>> sets;
    for (auto const& word : words)
        sets.push_back({{"word", word}, {"ticket", id}});
    tx.bulk(
        R"sql(
        INSERT INTO tickets_words (word, ticket) VALUES (:word, :ticket)
        ON CONFLICT DO NOTHING)sql",
        sets);
}

}  // namespace tellfirst::tickets::store
