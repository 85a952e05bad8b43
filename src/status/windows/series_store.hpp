#pragma once
#include "status/services/touched_plans_store.hpp"
#include "status/status.hpp"
#include "status/windows/occurrences.hpp"

namespace tellfirst::status::store {

// Series without their occurrences, which are computed.
void add_series(db::Tx& tx, Series const& series);
// changed_at and ended_at; counts the version up.
void save_series(db::Tx& tx, Series& series);
// The last start whose day of declaring has passed, and when that was.
struct Passed {
    Instant until;
    Instant changed_at;
};
void save_passed(db::Tx& tx, SeriesId id, Passed const& passed);
[[nodiscard]] Instant passed_until(db::Tx& tx, SeriesId id);  // the epoch: none yet
[[nodiscard]] std::optional<Series> find_series(db::Tx& tx, SeriesId id);
// Those that go on, and those that ended later than that.
[[nodiscard]] std::vector<Series>
all_series(db::Tx& tx, std::optional<SeriesId> after, int limit, Instant ended_after);
[[nodiscard]] std::int64_t count_series(db::Tx& tx);  // that go on

// What was said last of an occurrence is what holds.
void declare(db::Tx& tx, SeriesId series, Declared const& said, Instant at);
[[nodiscard]] std::vector<Declared> declared_of(db::Tx& tx, SeriesId series);

// By whatever the series from one to another maintain.
[[nodiscard]] std::vector<TouchedPlan> plans_touched(db::Tx& tx, SeriesId first, SeriesId last);

}  // namespace tellfirst::status::store
