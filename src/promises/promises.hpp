#pragma once
// The door of promises: every deadline we gave; kept or missed.
#include "accounts/types.hpp"
#include "db/db.hpp"
#include "jobs/jobs.hpp"
#include "promises/calendar.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::promises {

// late: past due and still open, or done after it was due (it stays late); broken: ended undone.
enum class State { open, kept, late, broken, withdrawn };
BOOST_DESCRIBE_ENUM(State, open, kept, late, broken, withdrawn)

// Where a promise comes from. notice: a plan's lead before planned maintenance.
enum class Source { eta, next_word, first_reply, next_reply, resolve, notice, by_hand };
BOOST_DESCRIBE_ENUM(Source, eta, next_word, first_reply, next_reply, resolve, notice, by_hand)

// A promise without a date needs one of these.
enum class NoDate { technology, legal, priority, publicity, other };
BOOST_DESCRIBE_ENUM(NoDate, technology, legal, priority, publicity, other)

struct Make {
    static constexpr std::array<std::string_view, 1> required{"text"};
    std::string text;
    std::string to;                 // text id of a contact or account, or "public"
    std::optional<PersonId> owner;  // absent: who is on duty when it slips
    std::optional<Instant> due_at;
    std::optional<NoDate> no_date;
    Source source = Source::by_hand;
    std::string about;  // text id of the incident or ticket it was given for
};
BOOST_DESCRIBE_STRUCT(Make, (), (text, to, owner, due_at, no_date, source, about))

struct Promise {
    PromiseId id;
    std::string text;
    std::string to;
    std::optional<PersonId> owner;
    State state = State::open;
    std::optional<Instant> due_at;
    std::optional<Instant> first_due_at;  // what we said first; never erased
    std::optional<NoDate> no_date;
    Source source = Source::by_hand;
    std::string about;
    Instant made_at;
    std::optional<Instant> settled_at;  // kept, done late, broken or withdrawn
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Promise, (),
    (id, text, to, owner, state, due_at, first_due_at, no_date, source, about, made_at, settled_at,
     version))

// One change, append-only: who did what, when.
struct Change {
    Instant at;
    std::string actor;
    State state = State::open;
    std::optional<Instant> due_at;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Change, (), (at, actor, state, due_at, reason))

// With the names of people, contacts and accounts, for whoever lists promises.
struct PromiseRow : Promise {
    std::string to_name;     // "" for the public
    std::string owner_name;  // "" where it has no owner
};
BOOST_DESCRIBE_STRUCT(PromiseRow, (Promise), (to_name, owner_name))

// How many promises stand how: the ledger's figures. One that is open is due today where that is
// before the reader's midnight.
struct Counts {
    std::int64_t open = 0;  // not past due
    std::int64_t due_today = 0;
    std::int64_t late = 0;       // past due and not done
    std::int64_t done_late = 0;  // after it was due
    std::int64_t kept = 0;
    std::int64_t broken = 0;
    std::int64_t withdrawn = 0;
    bool operator==(Counts const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (open, due_today, late, done_late, kept, broken, withdrawn))

// Error promise.needs_date (422): neither date nor reason, or both. promise.needs_text,
// promise.too_long, promise.bad_recipient (`to`), promise.in_the_past (by hand only: a clock that
// ran out while we were down is a promise, and late).
[[nodiscard]] Result<Promise> make(Call& call, Make const& wish);
// Done. Late stays late. Said twice: the same answer. Error promise.settled (409).
[[nodiscard]] Result<Promise> keep(Call& call, PromiseId id);
// Late stays late, and its owner is paged again at the new moment. Error promise.settled,
// promise.in_the_past.
[[nodiscard]] Result<Promise>
move(Call& call, PromiseId id, Instant due_at, std::string const& reason);
// Past its due moment it is broken. Said twice: the same answer. Error promise.settled.
[[nodiscard]] Result<Promise> withdraw(Call& call, PromiseId id, std::string const& reason);

// It turned out not to be done after all: open again with the due moment that it had, or late
// where it had been missed. Not settled: the same answer. Error promise.settled where it ended
// undone.
[[nodiscard]] Result<Promise> reopen(Call& call, PromiseId id, std::string const& reason);

// For rooms above, which know what a promise was about and not its id: all of that source and
// subject that are not settled yet.
void keep_all(Call& call, Source source, std::string_view about);
void withdraw_all(Call& call, Source source, std::string_view about, std::string const& reason);
// All of that subject that are not settled yet are this person's from now on.
void hand_over_all(Call& call, std::string_view about, std::optional<PersonId> owner);

[[nodiscard]] std::optional<Promise> find(db::Tx& tx, PromiseId id);
[[nodiscard]] std::vector<Promise> about(db::Tx& tx, std::string_view subject);
[[nodiscard]] std::vector<Change> history(db::Tx& tx, PromiseId id);
// Which promises of the ledger; what is not said leaves none out.
struct Seek {
    std::optional<State> state = {};
    std::optional<bool> settled = {};
    std::string about = {};               // the text id of an incident or ticket
    std::string to = {};                  // as in Make
    std::optional<AccountId> account;     // to it or to one of its contacts
    std::optional<PromiseId> after = {};  // the last of the page before
    int limit = 50;
};
// Soonest due first (promises without a date last), then id.
[[nodiscard]] std::vector<Promise> ledger(db::Tx& tx, Seek const& seek);
[[nodiscard]] std::vector<PromiseRow> with_names(db::Tx& tx, std::vector<Promise> promises);
// Today ends at midnight where the asking person is; for anybody else, in UTC.
[[nodiscard]] Counts count(Call& call);

// How those to the public ended that fell due in [from, to): late ones are missed, withdrawn ones
// count for nothing.
struct Record {
    std::int64_t kept = 0, missed = 0;
    bool operator==(Record const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Record, (), (kept, missed))
[[nodiscard]] Record public_record(db::Tx& tx, Source source, Instant from, Instant to);

void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::promises
