#pragma once
// The delivery log's part of the door: what was said to one contact, on which channel, and what
// became of it.
#include "db/db.hpp"
#include "notify/types.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

struct LoggedDelivery {
    Channel channel = Channel::mail;
    std::string address;  // as it was
    State state = State::queued;
    std::optional<std::int64_t> code;   // of the server's answer
    std::optional<std::string> reason;  // its words, or why nothing was sent
    std::int64_t attempts = 0;
    std::optional<Instant> due_at;  // when it will be tried; absent: it is over, or is held
    std::optional<Instant> at;      // of the outcome
    bool in_digest = false;         // gathered with others into one mail, whose outcome this is
    bool operator==(LoggedDelivery const&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    LoggedDelivery, (), (channel, address, state, code, reason, attempts, due_at, at, in_digest))

enum class LoggedKind { announcement, letter };
BOOST_DESCRIBE_ENUM(LoggedKind, announcement, letter)

struct LoggedNotice {
    NoticeId id;
    LoggedKind kind = LoggedKind::announcement;
    std::string about;                 // text id of the incident, window or ticket, or "";
                                       // of news its own
    std::string title;                 // of an announcement, as he reads it; a letter's subject
    std::optional<std::string> state;  // that an announcement says: "resolved"; news has none
    Instant made_at;
    std::vector<LoggedDelivery> deliveries;  // by channel
};
BOOST_DESCRIBE_STRUCT(LoggedNotice, (), (id, kind, about, title, state, made_at, deliveries))

// What he himself may look at is what left, or could not: nothing that waits for its undo time or
// its release, or was taken back.
enum class LogReader { one_of_us, himself };

struct LogOf {
    ContactId contact;
    LogReader reader = LogReader::one_of_us;
};

// Announcements and letters (answers to his tickets, sign-in links), newest first. A digest is told
// by what it carried. Posts to webhooks are their account's.
[[nodiscard]] std::vector<LoggedNotice>
delivery_log(Call& call, LogOf const& of, std::optional<NoticeId> after, int limit);

void add_log_routes(http::Table& table);

}  // namespace tellfirst::notify
