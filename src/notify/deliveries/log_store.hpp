#pragma once
// The SQL of delivery logs.
#include "notify/deliveries/log.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify::store {

struct LogRow {
    NoticeId notice;
    NoticeKind kind = NoticeKind::letter;
    std::string about;
    std::string body;
    Instant made_at;
    Channel channel = Channel::mail;
    std::string address;
    std::string language;  // his, at that moment
    State state = State::queued;
    std::optional<std::int64_t> code;
    std::optional<std::string> reason;
    std::int64_t attempts = 0;
    std::optional<Instant> due_at;
    std::optional<Instant> at;
    bool in_digest = false;
    std::optional<std::string> released_as;  // the title that its partner gave it
};
BOOST_DESCRIBE_STRUCT(
    LogRow, (),
    (notice, kind, about, body, made_at, channel, address, language, state, code, reason, attempts,
     due_at, at, in_digest, released_as))

struct LogPage {
    LogOf of;
    Instant now;
    std::optional<NoticeId> before;
    int notices = 0;  // of each kind
};
// The newest first, those of one notice by channel.
[[nodiscard]] std::vector<LogRow> log_rows(db::Tx& tx, LogPage const& page);

}  // namespace tellfirst::notify::store
