#pragma once
// The door of promises: every deadline we gave; kept or missed.
#include "db/db.hpp"
#include "jobs/jobs.hpp"
#include "promises/calendar.hpp"
#include "promises/types.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::promises {

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
// Soonest due first (promises without a date last), then id.
[[nodiscard]] std::vector<Promise> ledger(db::Tx& tx, Seek const& seek);
[[nodiscard]] std::vector<PromiseRow> with_names(db::Tx& tx, std::vector<Promise> promises);
// Today ends at midnight where the asking person is; for anybody else, in UTC.
[[nodiscard]] Counts count(Call& call);

// Of those that fell due in [from, to).
[[nodiscard]] Record public_record(db::Tx& tx, Source source, Instant from, Instant to);

void add_routes(http::Table& table);
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::promises
