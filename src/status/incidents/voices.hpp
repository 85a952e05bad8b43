#pragma once
// What customers say with one click, of an incident or a known issue: "I see it too", "this
// helped", "it affects me". One voice counts once, however often it clicks.
#include "db/db.hpp"
#include "status/incidents/types.hpp"

namespace tellfirst::status {

// Who says it: the contact where he is signed in, else the browser by a key that its cookie keeps.
// Known as both, he is still one.
struct Voice {
    std::string browser_key;
    std::optional<ContactId> contact;
    // From where a browser speaks, and in which hour, as a digest; "" where that is not known.
    std::string origin = {};
};
// Anybody can make up browsers. So many behind one address say the same thing of one subject within
// an hour: an office of ours, and no crowd of one's own.
inline constexpr std::int64_t most_voices_of_one_origin = 10;

// Adds his voice, if it is a new one. `subject` is the text id of a published incident (of one that
// was merged: the other hears it) or of an issue; that he may see the issue, and that there is room
// for more, whoever asks has looked. Errors incident.not_found (also where it is one account's and
// not his), issue.not_found, issue.closed (409: affects_me), voice.bad_kind, voice.bad_key.
Result<void> hear(Call& call, std::string_view subject, VoiceKind kind, Voice const& voice);

// Where very many say so, nobody counts any more, nor does a browser whose origin has said enough.
// To be asked in a transaction before that of `hear`.
[[nodiscard]] bool
has_room_for_voices(db::Tx& tx, std::string_view subject, VoiceKind kind, Voice const& voice = {});

[[nodiscard]] std::map<VoiceKind, std::int64_t> voices_of(db::Tx& tx, std::string_view subject);

// Who of them is known to us, by id.
[[nodiscard]] std::vector<ContactId>
contacts_heard(db::Tx& tx, std::string_view subject, VoiceKind kind);

// A customer told us of it in some other way: a ticket. The earliest counts.
void heard_from_customer(Call& call, IncidentId incident, Instant at);

struct VoiceHeard {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "VoiceHeard";
    std::string about;  // an incident's or issue's id
    VoiceKind voice = VoiceKind::see_it_too;
    [[nodiscard]] std::string subject() const { return about; }
};
BOOST_DESCRIBE_STRUCT(VoiceHeard, (), (about, voice))

}  // namespace tellfirst::status
