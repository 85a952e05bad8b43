#pragma once
// The SQL of what we hold of one person.
#include "notify/store.hpp"

namespace tellfirst::notify::store {

struct OwnRow {
    NoticeKind kind = NoticeKind::letter;
    Instant said_at;
    std::string about;
    std::string body;
    Channel channel = Channel::mail;
    std::string address;
    State state = State::queued;
    std::optional<Instant> at;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(OwnRow, (), (kind, said_at, about, body, channel, address, state, at, reason))
[[nodiscard]] std::vector<OwnRow> own_rows(db::Tx& tx, ContactId contact, int limit);

// Open notices of which something waits for him.
[[nodiscard]] std::vector<NoticeId> waiting_notices(db::Tx& tx, ContactId contact);
void cancel_waiting_for(db::Tx& tx, ContactId contact, Instant at);
[[nodiscard]] std::vector<NoticeId> letters_to(db::Tx& tx, ContactId contact);
void save_body(db::Tx& tx, NoticeId notice, std::string const& body);
void blank_deliveries(db::Tx& tx, ContactId contact);
void blank_bounces(db::Tx& tx, ContactId contact);
void forget_address(db::Tx& tx, Email const& address);

}  // namespace tellfirst::notify::store
