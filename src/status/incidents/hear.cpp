#include "accounts/accounts.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/voice_store.hpp"
#include "status/status.hpp"

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
Result<IncidentId> incident_for(Call& call, IncidentId id, Voice const& voice)
{
    auto const incident = store::find_incident(call.tx, id, call.now);
    if (!incident || incident->state == IncidentState::suspected)
        return not_found("incident");
    if (incident->account && !is_of_account(call, voice.contact, *incident->account))
        return not_found("incident");
    return incident->merged_into.value_or(id);
}

Result<VoiceSubject> check(Call& call, VoiceSubject subject, VoiceKind kind, Voice const& voice)
{
    bool const is_incident = subject.about == VoiceAbout::incident;
    if (kind == (is_incident ? VoiceKind::affects_me : VoiceKind::see_it_too))
        return invalid("voice.bad_kind", "kind", "This is not said of incidents, or of issues.");
    if ((!voice.contact && voice.browser_key.empty()) || voice.browser_key.size() > longest_key)
        return invalid("voice.bad_key", "browser_key", "A browser's key has 1 to 128 bytes.");
    if (is_incident) {
        auto const hearing = incident_for(call, IncidentId{subject.id}, voice);
        if (!hearing)
            return hearing.error();
        subject.id = hearing->value();
    } else if (auto const issue = find_issue(call.tx, IssueId{subject.id});
               !issue || !issue->is_public) {
        return not_found("issue");
    }
    return subject;
}

std::int64_t count(db::Tx& tx, VoiceSubject const& subject, VoiceKind kind)
{
    for (auto const& each : store::count_voices(tx, subject))
        if (each.kind == kind)
            return each.voices;
    return 0;
}

}  // namespace

Result<std::int64_t> hear(Call& call, std::string_view text, VoiceKind kind, Voice const& voice)
{
    auto const named = subject_of(text);
    if (!named)
        return not_found("incident");
    auto const subject = check(call, *named, kind, voice);
    if (!subject)
        return subject.error();
    auto const before = count(call.tx, *subject, kind);
    if (before >= most_voices || !store::add_voice(call, *subject, kind, voice))
        return before;
    bool const is_incident = subject->about == VoiceAbout::incident;
    if (is_incident && kind == VoiceKind::see_it_too)
        store::customer_saw(call.tx, IncidentId{subject->id}, call.now);
    call.tell(VoiceHeard{
        .about = is_incident ? IncidentId{subject->id}.text() : IssueId{subject->id}.text(),
        .voice = kind});
    return before + 1;
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
