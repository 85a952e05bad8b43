#include "accounts/accounts.hpp"
#include "status/incidents/voice_store.hpp"
#include "status/status.hpp"

// While half the world clicks, each click is a transaction of its own. None reads what the others
// write (their sum least of all): on PostgreSQL they would refuse each other.
namespace tellfirst::status {
namespace {

using store::VoiceAbout;
using store::VoiceSubject;

// What a cookie keeps; more is no key of ours.
constexpr std::size_t longest_key = 128;

// Where more say so, nobody counts any more; and a flood of made-up browsers fills no disk.
constexpr std::int64_t most_voices = 100'000;

std::optional<VoiceSubject> subject_of(std::string_view text)
{
    if (auto const incident = IncidentId::parse(text))
        return VoiceSubject{.about = VoiceAbout::incident, .id = incident->value()};
    if (auto const issue = IssueId::parse(text))
        return VoiceSubject{.about = VoiceAbout::issue, .id = issue->value()};
    return std::nullopt;
}

bool is_of_account(Call& call, std::optional<ContactId> who, AccountId account)
{
    auto const contact = who ? accounts::find_contact(call.tx, *who) : std::nullopt;
    return contact && contact->account == account;
}

// The incident that hears it, if he may know of it.
Result<std::int64_t> incident_for(Call& call, std::int64_t id, Voice const& voice)
{
    auto const hearing = store::hearing_of(call.tx, IncidentId{id});
    if (!hearing || hearing->state == IncidentState::suspected)
        return not_found("incident");
    if (hearing->account && !is_of_account(call, voice.contact, *hearing->account))
        return not_found("incident");
    return hearing->merged_into ? hearing->merged_into->value() : id;
}

// Who is affected hears of the end; after that there is nothing to wait for.
Result<std::int64_t> issue_for(Call& call, std::int64_t id, VoiceKind kind)
{
    auto const is_open = store::is_open(call.tx, IssueId{id});
    if (!is_open)
        return not_found("issue");
    if (!*is_open && kind == VoiceKind::affects_me)
        return conflict("issue.closed", "This issue is closed.");
    return id;
}

Result<VoiceSubject> check(Call& call, VoiceSubject subject, VoiceKind kind, Voice const& voice)
{
    bool const is_incident = subject.about == VoiceAbout::incident;
    if (kind == (is_incident ? VoiceKind::affects_me : VoiceKind::see_it_too))
        return invalid("voice.bad_kind", "kind", "This is not said of incidents, or of issues.");
    if ((!voice.contact && voice.browser_key.empty()) || voice.browser_key.size() > longest_key)
        return invalid("voice.bad_key", "browser_key", "A browser's key has 1 to 128 bytes.");
    auto const hearing =
        is_incident ? incident_for(call, subject.id, voice) : issue_for(call, subject.id, kind);
    if (!hearing)
        return hearing.error();
    subject.id = *hearing;
    return subject;
}

bool is_crowd_of_one(db::Tx& tx, VoiceSubject const& subject, VoiceKind kind, Voice const& voice)
{
    return !voice.contact && !voice.origin.empty() &&
           store::count_origin(tx, subject, kind, voice.origin) >= most_voices_of_one_origin;
}

}  // namespace

bool has_room_for_voices(db::Tx& tx, std::string_view text, VoiceKind kind, Voice const& voice)
{
    auto const subject = subject_of(text);
    return voices_of(tx, text)[kind] < most_voices &&
           !(subject && is_crowd_of_one(tx, *subject, kind, voice));
}

Result<void> hear(Call& call, std::string_view text, VoiceKind kind, Voice const& voice)
{
    auto const named = subject_of(text);
    if (!named)
        return not_found("incident");
    auto const subject = check(call, *named, kind, voice);
    if (!subject)
        return subject.error();
    if (!store::add_voice(call, *subject, kind, voice))
        return {};
    bool const is_incident = subject->about == VoiceAbout::incident;
    if (is_incident && kind == VoiceKind::see_it_too)
        store::customer_saw(call.tx, IncidentId{subject->id}, call.now);
    call.tell(VoiceHeard{
        .about = is_incident ? IncidentId{subject->id}.text() : IssueId{subject->id}.text(),
        .voice = kind});
    return {};
}

std::map<VoiceKind, std::int64_t> voices_of(db::Tx& tx, std::string_view text)
{
    std::map<VoiceKind, std::int64_t> voices;
    if (auto const subject = subject_of(text))
        for (auto const& each : store::count_voices(tx, *subject))
            voices[each.kind] = each.voices;
    return voices;
}

std::vector<ContactId> contacts_heard(db::Tx& tx, std::string_view text, VoiceKind kind)
{
    auto const subject = subject_of(text);
    return subject ? store::contacts_heard(tx, *subject, kind) : std::vector<ContactId>{};
}

void heard_from_customer(Call& call, IncidentId incident, Instant at)
{
    store::customer_saw(call.tx, incident, at);
}

}  // namespace tellfirst::status
