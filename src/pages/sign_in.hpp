#pragma once
// A contact asks for a link. Whether we know his address must not show, neither in the answer nor
// in how long it takes: so the request only queues a job, whoever asks, and the job looks.
#include "jobs/jobs.hpp"
#include "kernel/email.hpp"

namespace tellfirst::pages {

inline constexpr std::string_view send_link_job = "pages.send_link";

// In 15 minutes, which is how long a link works. More would fill somebody else's mailbox.
inline constexpr std::int64_t most_links = 3;

struct LinkWanted {
    Email email;
};
BOOST_DESCRIBE_STRUCT(LinkWanted, (), (email))

void ask_for_link(Call& call, Email const& email);

// Mails the link, in the contact's language; to nobody where the address is unknown or has had
// its links.
[[nodiscard]] Result<void> send_link(Call& call, jobs::Job const& job);

}  // namespace tellfirst::pages
