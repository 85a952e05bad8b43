#pragma once
// A browser that could not be told when another one of the same contact was. The proof says
// "accepted", and that is the end of the delivery; so each browser that is left has a job of its
// own, which knows what the ledger would know: it waits while the notice is paused, and ends when
// that was cancelled, has become useless, or a later word has come.
#include "jobs/jobs.hpp"
#include "notify/push/tell_browser.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view late_browser_job = "notify.late_browser";

struct LateBrowser {
    NoticeId notice;
    ContactId contact;
    std::string browser;  // its key in the store
    std::int64_t attempts = 0;
};
BOOST_DESCRIBE_STRUCT(LateBrowser, (), (notice, contact, browser, attempts))

void tell_later(Call& call, LateBrowser const& late, Instant due_at);

// May it be told now? `delivery` is its contact's of this notice, `later` those of later words
// about the same. Pure.
enum class Turn { tell, wait, drop };
[[nodiscard]] Turn turn_of(State delivery, std::span<State const> later);

// Who tells it how, and until when.
struct LateWay {
    http::Outgoing const& outgoing;
    std::stop_token stop;
};
// The job.
[[nodiscard]] Result<void> tell_late(House const& house, jobs::Job const& job, LateWay const& way);

}  // namespace tellfirst::notify
