#include "pages/pledges/pledges.hpp"

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

template <class Rule>
Kept count(std::vector<status::Told> const& all, Rule const& rule)
{
    return kept_of(std::ranges::count_if(all, rule), std::ssize(all));
}

}  // namespace

Record look_at_record(Call& call)
{
    auto const from = call.now - record_days;
    return {
        .notices = status::notices_of_work(call.tx, from, call.now),
        .first_words = status::first_words(call.tx, from, call.now),
        .next_words =
            promises::public_record(call.tx, promises::Source::next_word, from, call.now)};
}

Kept kept_of(std::int64_t kept, std::int64_t of)
{
    return {.kept = kept, .of = of, .percent = of == 0 ? "" : std::to_string(kept * 100 / of)};
}

Pledges pledges_of(std::vector<accounts::Plan> const& plans, Record const& record)
{
    auto const& words = record.next_words;
    Pledges pledges{.plans = {}, .next_words = kept_of(words.kept, words.kept + words.missed)};
    for (auto const& plan : plans) {
        auto const lead = hours{plan.notice_lead_hours};
        auto const allowance = minutes{plan.first_word_minutes};
        pledges.plans.push_back(
            {.plan = plan.id,
             .name = plan.name,
             .notice_lead_hours = plan.notice_lead_hours,
             .first_word_minutes = plan.first_word_minutes,
             .topics = plan.topics,
             .notices =
                 count(record.notices, [&](auto const& work) { return is_in_time(work, lead); }),
             .first_words = count(record.first_words, [&](auto const& trouble) {
                 return is_soon(trouble, allowance);
             })});
    }
    return pledges;
}

}  // namespace tellfirst::pages
