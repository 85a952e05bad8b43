#pragma once
// How well services kept up, in words and figures; the arithmetic is in timeline.hpp and tally.hpp.
#include "status/services/types.hpp"

namespace tellfirst::status {

// One bar: a day where the reader is. Of today, what has passed of it.
struct Day {
    std::string date;                                // "2026-03-04"
    ServiceState worst = ServiceState::operational;  // that it was in; unknown before it existed
    std::int64_t down_s = 0;  // in which it was not well, whether wholly or in part
    std::int64_t unknown_s = 0;
    std::string shown;  // "99.98", by weight and cut; "" where no time counted
};
BOOST_DESCRIBE_STRUCT(Day, (), (date, worst, down_s, unknown_s, shown))

struct Bars {
    ServiceId service;      // or a group, which is what its worst member is
    std::vector<Day> days;  // oldest first, today last
    std::string shown;      // over all of them
};
BOOST_DESCRIBE_STRUCT(Bars, (), (service, days, shown))

struct BarsWish {
    int days = 90;
    std::string zone = "Etc/UTC";      // must be one
    std::optional<AccountId> account;  // whose plan weighs, and whose own trouble is seen
};

// What was not simply up.
struct UptimeStretch {
    Instant from;
    Instant to;
    ServiceState state = ServiceState::operational;
    std::string counts;  // "down", "excused" (as up), "unknown", "free", "absent" (apart)
    std::string weight;  // "0.3": how much of it was lost
};
BOOST_DESCRIBE_STRUCT(UptimeStretch, (), (from, to, state, counts, weight))

struct Uptime {
    ServiceId service;
    std::string name;
    Instant from;
    Instant to;                        // now at the latest
    std::optional<std::string> exact;  // "719/720"; nothing where no time counted
    std::string shown;                 // "99.86"; ""
    std::int64_t counted_s = 0;        // up or down
    std::int64_t down_s = 0;           // in which it was not well, whether wholly or in part
    std::int64_t excused_s = 0;        // of those that were up: announced maintenance
    std::int64_t unknown_s = 0;
    std::int64_t absent_s = 0;
    std::vector<UptimeStretch> stretches;
};
BOOST_DESCRIBE_STRUCT(
    Uptime, (),
    (service, name, from, to, exact, shown, counted_s, down_s, excused_s, unknown_s, absent_s,
     stretches))

struct ServiceStanding {
    ServiceId service;
    std::string name;
    std::string shown;           // of the time that counted
    std::int64_t counted_s = 0;  // up or down
    std::int64_t down_s = 0;
    std::int64_t unknown_s = 0;  // apart: nobody knows how it was
    bool operator==(ServiceStanding const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ServiceStanding, (), (service, name, shown, counted_s, down_s, unknown_s))

// How an account's month stands against what its plan promises.
struct Standing {
    AccountId account;
    std::string plan_name;
    std::vector<ServiceStanding> services;  // those that it used in the month, each by itself
    std::string shown;  // "99.97": all together, the worst at each moment or the average, as sold
    std::int64_t counted_s = 0;         // of that figure; of an average, for each service
    std::int64_t unknown_s = 0;         // in which nobody knows how all were together
    std::optional<std::string> target;  // "99.9"; nothing where none was sold
    std::int64_t left_s = 0;            // all may still be down so long; missed by so much
    bool is_violated = false;           // whatever is still to come of the month
    Instant from;                       // the billing month
    Instant to;
    std::string zone;
    bool operator==(Standing const&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Standing, (),
    (account, plan_name, services, shown, counted_s, unknown_s, target, left_s, is_violated, from,
     to, zone))

}  // namespace tellfirst::status
