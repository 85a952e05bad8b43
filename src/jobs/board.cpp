#include "jobs/board.hpp"
#include "jobs/jobs.hpp"

#include <stdexcept>

namespace tellfirst::jobs {
namespace {

template <class Map>
auto const* find_in(Map const& map, std::string_view kind)
{
    auto const found = map.find(kind);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void Board::on(std::string kind, Verb verb)
{
    if (!verbs_.emplace(kind, std::move(verb)).second)
        throw std::logic_error{"two verbs for the job " + kind};
}

void Board::on_work(std::string kind, Work work)
{
    if (!works_.emplace(kind, std::move(work)).second)
        throw std::logic_error{"two works for the job " + kind};
}

void Board::on_wait(std::string kind, Wait wait)
{
    if (!waits_.emplace(kind, std::move(wait)).second)
        throw std::logic_error{"two waits for the job " + kind};
}

void Board::hear(std::string_view room, std::string_view fact, std::string name, Ear ear)
{
    hearers_.push_back({std::string{room}, std::string{fact}, name});
    on(hearing_kind(name), [ear = std::move(ear)](Call& call, Job const& job) -> Result<void> {
        auto const heard = job.body_as<Heard>();
        if (!heard)
            return heard.error();
        auto const facts = db::facts_after(call.tx, heard->seq - 1, 1);
        if (facts.empty())
            return not_found("fact");
        return ear(call, facts.front());
    });
}

Verb const* Board::verb(std::string_view kind) const
{
    return find_in(verbs_, kind);
}

Work const* Board::work(std::string_view kind) const
{
    return find_in(works_, kind);
}

Wait const* Board::wait(std::string_view kind) const
{
    return find_in(waits_, kind);
}

int queue_hearings(Call& call, Board const& board)
{
    auto const from = store::heard_up_to(call.tx);
    auto const facts = db::facts_after(call.tx, from, db::most_facts_a_page);
    if (facts.empty())
        return 0;
    std::vector<Job> jobs;
    for (auto const& fact : facts)
        for (auto const& hearer : board.hearers())
            if (hearer.room == fact.room && hearer.fact == fact.kind)
                jobs.push_back(
                    {.id = call.new_id<JobId>(),
                     .kind = hearing_kind(hearer.name),
                     .body = write_json(to_json(Heard{fact.seq})),
                     .due_at = call.now});
    if (!store::move_heard(call.tx, from, facts.back().seq))
        return 0;  // another node was quicker
    store::add_all(call.tx, jobs);
    return static_cast<int>(facts.size());
}

}  // namespace tellfirst::jobs
