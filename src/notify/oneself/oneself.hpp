#pragma once
// The part of the door about what we hold of one person, and how it goes.
#include "db/db.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify {

// One thing that was said to him, or would have been.
struct OwnNotice {
    Instant said_at;
    std::string about;  // text id of the incident, window or ticket, or ""
    std::string subject;
    std::string text;
    Channel channel = Channel::mail;
    std::string address;
    State state = State::queued;
    std::optional<Instant> at;          // of the outcome
    std::optional<std::string> reason;  // of it
};
BOOST_DESCRIBE_STRUCT(
    OwnNotice, (), (said_at, about, subject, text, channel, address, state, at, reason))

// More would be no file that a person opens.
inline constexpr int most_held_notices = 5'000;

// The newest first.
[[nodiscard]] std::vector<OwnNotice> held_notices_of(db::Tx& tx, ContactId contact);

// Takes his name, his address and the text of letters to him out of all that was said, and what
// came back from him; what waits is not sent any more. The rows stay: they prove that somebody was
// told, and when.
void forget(Call& call, ContactId contact, Email const& address);

}  // namespace tellfirst::notify
