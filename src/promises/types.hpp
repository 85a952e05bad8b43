#pragma once
// The values of promises, as they stand in the API too.
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

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

// How promises to the public ended: late ones are missed, withdrawn ones count for nothing.
struct Record {
    std::int64_t kept = 0, missed = 0;
    bool operator==(Record const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Record, (), (kept, missed))

}  // namespace tellfirst::promises
