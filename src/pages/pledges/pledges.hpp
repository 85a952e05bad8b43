#pragma once
// "How we tell you": what a plan says about being told, and how often we did as it says. Both come
// from the plan's own values, so that the page cannot promise what was not sold.
#include "accounts/types.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"

#include <map>

namespace tellfirst::pages {

// So far back the record goes.
inline constexpr std::chrono::days record_days{90};

struct Kept {
    std::int64_t kept = 0;
    std::int64_t of = 0;
    std::string percent;  // "98", cut and never rounded up; "" where there was nothing to keep
    bool operator==(Kept const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (kept, of, percent))

struct PlanPledges {
    PlanId plan;
    std::string name;
    std::int64_t notice_lead_hours = 0;
    std::int64_t first_word_minutes = 0;
    std::vector<accounts::Topic> topics;    // told by mail unless the contact chooses otherwise
    std::vector<accounts::Choice> besides;  // on other channels, likewise
    // Of what touched somebody on this plan, by what we know now of who uses what.
    Kept notices;      // planned work that was told so long before
    Kept first_words;  // trouble of which the first word came so soon
};
BOOST_DESCRIBE_STRUCT(
    PlanPledges, (),
    (plan, name, notice_lead_hours, first_word_minutes, topics, besides, notices, first_words))

struct Pledges {
    std::vector<PlanPledges> plans;
    Kept next_words;  // "next word by 15:00", kept for everybody alike
    Kept estimates;   // "back by 16:00", as well
};
BOOST_DESCRIBE_STRUCT(Pledges, (), (plans, next_words, estimates))

// What all plans' pledges are reckoned from.
struct Record {
    std::vector<status::Told> notices;
    std::vector<status::Told> first_words;
    promises::Record next_words;
    promises::Record estimates = {};
    std::map<PlanId, std::vector<accounts::Choice>> besides =
        {};  // what plans turn on besides mail
};
[[nodiscard]] Record look_at_record(
    Call& call, std::vector<accounts::Plan> const& plans, status::PlansByService const& uses);

[[nodiscard]] Kept kept_of(std::int64_t kept, std::int64_t of);
[[nodiscard]] Pledges pledges_of(std::vector<accounts::Plan> const& plans, Record const& record);

}  // namespace tellfirst::pages
