#pragma once
// The SQL of subscribing and inviting.
#include "accounts/subscribing/subscribing.hpp"

namespace tellfirst::accounts::store {

// A secret as it is kept.
struct Confirmation {
    db::Blob hash;
    ContactId contact;
    std::optional<std::int64_t> topic_bits;
    std::string origin;
    Instant made_at;
    Instant expires;
    std::optional<std::vector<ServiceId>> services = {};
};
void add_confirmation(db::Tx& tx, Confirmation const& confirmation);
void add_confirmations(db::Tx& tx, std::span<Confirmation const> confirmations);

// Marks it as spent; only one caller ever gets an answer.
struct Spent {
    ContactId contact;
    std::optional<std::int64_t> topic_bits;
    std::optional<std::vector<ServiceId>> services;
};
BOOST_DESCRIBE_STRUCT(Spent, (), (contact, topic_bits, services))
[[nodiscard]] std::optional<Spent>
spend_confirmation(db::Tx& tx, db::Blob const& hash, Instant now);
void forget_expired_confirmations(db::Tx& tx, Instant now);

// How many were asked for since then; invitations do not count.
[[nodiscard]] std::int64_t count_asked_for(db::Tx& tx, ContactId contact, Instant since);
[[nodiscard]] std::int64_t count_asked_from(db::Tx& tx, std::string const& origin, Instant since);

void set_unconfirmed(db::Tx& tx, ContactId contact, Instant since);
void set_confirmed(db::Tx& tx, ContactId contact, Instant at);

// An invitation that was made no later than `expired` counts no more.
[[nodiscard]] Invited count_invitable(db::Tx& tx, PlanId plan, Instant expired);
void mark_invited(db::Tx& tx, InvitationWave const& wave, Instant expired);
[[nodiscard]] std::vector<ContactId>
invited_contacts(db::Tx& tx, InvitationWave const& wave, std::optional<ContactId> after, int limit);
[[nodiscard]] Invitations count_invitations(db::Tx& tx, PlanId plan);

}  // namespace tellfirst::accounts::store
