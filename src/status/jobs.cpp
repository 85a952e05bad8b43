#include "status/incidents/remind.hpp"
#include "status/issues/tell_closed.hpp"
#include "status/services/weigh.hpp"
#include "status/status.hpp"
#include "status/told/taken_back.hpp"
#include "status/windows/series_days.hpp"
#include "status/windows/window_clock.hpp"

namespace tellfirst::status {

void add_jobs(jobs::Board& board)
{
    board.on(
        std::string{window_reminder_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
            remind(call, job.key);
            return {};
        });
    board.on(std::string{window_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        if (auto const id = WindowId::parse(job.key))
            advance(call, *id);
        return {};
    });
    board.on(std::string{series_days_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        if (auto const id = SeriesId::parse(job.key))
            keep_passed(call, *id);
        return {};
    });
    board.hear("notify", "NoticeCancelled", "status.follow_taken_back", follow_taken_back);
    board.on(std::string{tell_closed_job}, tell_closed);
    board.on(std::string{silence_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        if (auto const id = ServiceId::parse(job.key))
            fall_silent(call, *id, job.due_at);
        return {};
    });
    board.on(std::string{reminder_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        if (auto const id = IncidentId::parse(job.key))
            remind(call, *id);
        return {};
    });
}

}  // namespace tellfirst::status
