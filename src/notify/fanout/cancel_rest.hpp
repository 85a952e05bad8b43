#pragma once
// The rest of a notice to a million is too much for one transaction: nobody else could write for
// seconds. The one that cancels says that nothing more leaves, and a job ends what waits, in slices
// with commits of their own. Until it is through, progress counts some as waiting.
#include "db/call.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view cut_job = "notify.cut";

// Recipients up to and with `done_to` have been seen to.
struct CutJob {
    NoticeId notice;
    ContactId done_to;
};
BOOST_DESCRIBE_STRUCT(CutJob, (), (notice, done_to))

// The job: ends one slice, and queues itself while there is more.
Result<void> cut_next_slice(Call& call, CutJob const& job);

}  // namespace tellfirst::notify
