#pragma once
#include "status/incidents/voices.hpp"

namespace tellfirst::status::store {

enum class VoiceAbout { incident, issue };
BOOST_DESCRIBE_ENUM(VoiceAbout, incident, issue)

// Of what it is said.
struct VoiceSubject {
    VoiceAbout about = VoiceAbout::incident;
    std::int64_t id = 0;
};

// What decides whether an incident hears somebody.
struct Hearing {
    IncidentState state = IncidentState::investigating;
    std::optional<AccountId> account;
    std::optional<IncidentId> merged_into;
};
BOOST_DESCRIBE_STRUCT(Hearing, (), (state, account, merged_into))
[[nodiscard]] std::optional<Hearing> hearing_of(db::Tx& tx, IncidentId id);
// Nothing where there is no such issue.
[[nodiscard]] std::optional<bool> is_open(db::Tx& tx, IssueId id);

// Answers whether there is one voice more than before.
[[nodiscard]] bool
add_voice(Call& call, VoiceSubject const& subject, VoiceKind kind, Voice const& voice);

struct VoiceCount {
    VoiceKind kind = VoiceKind::see_it_too;
    std::int64_t voices = 0;
};
BOOST_DESCRIBE_STRUCT(VoiceCount, (), (kind, voices))
[[nodiscard]] std::vector<VoiceCount> count_voices(db::Tx& tx, VoiceSubject const& subject);
[[nodiscard]] std::vector<ContactId>
contacts_heard(db::Tx& tx, VoiceSubject const& subject, VoiceKind kind);

// How many browsers of that origin said so of it, or of what it was merged into.
[[nodiscard]] std::int64_t
count_origin(db::Tx& tx, VoiceSubject const& subject, VoiceKind kind, std::string const& origin);

// All that was said of the one counts for the other, too; nobody twice.
void copy_voices(db::Tx& tx, IncidentId from, IncidentId into);

// When a customer first said so: the earliest moment stays.
void customer_saw(db::Tx& tx, IncidentId incident, Instant at);

}  // namespace tellfirst::status::store
