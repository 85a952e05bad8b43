#pragma once
// One month on one sheet of paper, for somebody who decides and does not read status pages.
#include "pages/pledges/pledges.hpp"

namespace tellfirst::pages {

// More rows than these would not fit on the sheet; how many are left out is said.
inline constexpr std::size_t most_summary_services = 12;
inline constexpr std::size_t most_summary_incidents = 10;

struct SummaryService {
    std::string name;
    std::string shown;  // "99.97"
    std::int64_t down_s = 0;
};
BOOST_DESCRIBE_STRUCT(SummaryService, (), (name, shown, down_s))

struct SummaryIncident {
    std::string title;
    Instant started_at;
    std::int64_t minutes = 0;  // of that month
    bool is_open = false;      // at the month's end
};
BOOST_DESCRIBE_STRUCT(SummaryIncident, (), (title, started_at, minutes, is_open))

struct Summary {
    std::string month;  // "2026-10"
    Instant from;
    Instant to;  // its end, or now
    std::int64_t incidents = 0;
    std::int64_t minutes = 0;  // in which there was trouble with something
    std::string lowest;        // availability of the worst service; "" where none counts
    std::vector<SummaryService> services;  // those that were not always up, the worst first
    std::int64_t other_services = 0;       // all others
    std::vector<SummaryIncident> longest;  // the longest first
    std::int64_t other_incidents = 0;
    Kept next_words;
    Kept times;  // expected ends that were promised
};
BOOST_DESCRIBE_STRUCT(
    Summary, (),
    (month, from, to, incidents, minutes, lowest, services, other_services, longest,
     other_incidents, next_words, times))

struct Month {
    std::string name;
    Instant from;
    Instant to;
};
// "2026-10", in UTC; without a name the last one that is over. Nothing where it is no month, has
// not begun, or lies before 2000.
[[nodiscard]] std::optional<Month> month_named(std::optional<std::string> const& name, Instant now);

// What the sheet is made from: public services and what hit them.
struct SummaryFound {
    Month month;
    std::vector<status::Uptime> uptimes;
    std::vector<status::IncidentSpan> incidents;
    promises::Record next_words;
    promises::Record times;
    Instant now;
};
[[nodiscard]] Summary summary_of(SummaryFound const& found);

[[nodiscard]] Summary look_at_month(Call& call, Month const& month);

}  // namespace tellfirst::pages
