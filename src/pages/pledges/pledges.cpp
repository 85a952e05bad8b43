#include "pages/pledges/pledges.hpp"

#include "accounts/accounts.hpp"

namespace tellfirst::pages {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

// Work that was told of exactly so long before was told in time.
bool is_in_time(status::Told const& work, hours lead)
{
    return work.told_at && work.began - *work.told_at >= lead;
}

bool is_soon(status::Told const& trouble, minutes allowance)
{
    return trouble.told_at && *trouble.told_at - trouble.began <= allowance;
}

Kept kept_in(promises::Record const& record)
{
    return kept_of(record.kept, record.kept + record.missed);
}

// Of what touched the plan's customers: what passed them by was neither kept nor missed for them.
template <class Rule>
Kept count(std::vector<status::Told> const& all, PlanId plan, Rule const& rule)
{
    auto const touches = [&](status::Told const& one) {
        return std::ranges::find(one.plans, plan) != one.plans.end();
    };
    return kept_of(
        std::ranges::count_if(all, [&](auto const& one) { return touches(one) && rule(one); }),
        std::ranges::count_if(all, touches));
}

}  // namespace

Record look_at_record(
    Call& call, std::vector<accounts::Plan> const& plans, status::PlansByService const& uses)
{
    auto const from = call.now - record_days;
    Record record{
        .notices = status::notices_of_work(call.tx, from, call.now, uses),
        .first_words = status::first_words(call.tx, from, call.now, uses),
        .next_words = promises::public_record(call.tx, promises::Source::next_word, from, call.now),
        .estimates = promises::public_record(call.tx, promises::Source::eta, from, call.now)};
    for (auto const& plan : plans)
        if (auto const chosen = accounts::preferences_of_plan(call.tx, plan.id))
            record.besides.emplace(plan.id, chosen->choices);
    return record;
}

Kept kept_of(std::int64_t kept, std::int64_t of)
{
    return {.kept = kept, .of = of, .percent = of == 0 ? "" : std::to_string(kept * 100 / of)};
}

Pledges pledges_of(std::vector<accounts::Plan> const& plans, Record const& record)
{
    Pledges pledges{
        .plans = {},
        .next_words = kept_in(record.next_words),
        .estimates = kept_in(record.estimates)};
    for (auto const& plan : plans) {
        auto const lead = hours{plan.notice_lead_hours};
        auto const allowance = minutes{plan.first_word_minutes};
        auto const besides = record.besides.find(plan.id);
        pledges.plans.push_back(
            {.plan = plan.id,
             .name = plan.name,
             .notice_lead_hours = plan.notice_lead_hours,
             .first_word_minutes = plan.first_word_minutes,
             .topics = plan.topics,
             .besides = besides == record.besides.end() ? std::vector<accounts::Choice>{}
                                                        : besides->second,
             .notices = count(
                 record.notices, plan.id, [&](auto const& work) { return is_in_time(work, lead); }),
             .first_words = count(record.first_words, plan.id, [&](auto const& trouble) {
                 return is_soon(trouble, allowance);
             })});
    }
    return pledges;
}

}  // namespace tellfirst::pages
