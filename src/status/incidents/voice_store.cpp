#include "status/incidents/voice_store.hpp"

#include "kernel/digest.hpp"

namespace tellfirst::status::store {
namespace {

// The key itself stays with the browser: whoever reads our tables cannot speak in its name.
std::string digest_of(std::string const& browser_key)
{
    return browser_key.empty() ? std::string{} : to_hex(sha256(browser_key));
}

// A browser whose user is known already says nothing new.
bool add_browser(Call& call, VoiceSubject const& subject, VoiceKind kind, Voice const& voice)
{
    return call.tx.run(
               R"sql(
        INSERT INTO status_voices (about, subject, kind, voice, contact, browser, origin, at)
        SELECT :about, :subject, :kind, :browser, NULL, :browser, :origin, :at
        WHERE  NOT EXISTS (SELECT 1 FROM status_voices v
                           WHERE  v.browser = :browser AND v.about = :about
                           AND    v.subject = :subject AND v.kind = :kind)
        ON CONFLICT DO NOTHING)sql",
               {{"about", subject.about},
                {"subject", subject.id},
                {"kind", kind},
                {"browser", digest_of(voice.browser_key)},
                {"origin", voice.origin},
                {"at", call.now}}) == 1;
}

// What his browser said before he was known is his.
bool add_contact(Call& call, VoiceSubject const& subject, VoiceKind kind, Voice const& voice)
{
    auto const browser = digest_of(voice.browser_key);
    auto const taken_over = browser.empty() ? 0
                                            : call.tx.run(
                                                  R"sql(
        DELETE FROM status_voices
        WHERE  about = :about AND subject = :subject AND kind = :kind AND voice = :browser)sql",
                                                  {{"about", subject.about},
                                                   {"subject", subject.id},
                                                   {"kind", kind},
                                                   {"browser", browser}});
    auto const added = call.tx.run(
        R"sql(
        INSERT INTO status_voices (about, subject, kind, voice, contact, browser, at)
        VALUES (:about, :subject, :kind, :voice, :contact, :browser, :at)
        ON CONFLICT DO NOTHING)sql",
        {{"about", subject.about},
         {"subject", subject.id},
         {"kind", kind},
         {"voice", voice.contact->text()},
         {"contact", *voice.contact},
         {"browser", browser},
         {"at", call.now}});
    return added > taken_over;
}

}  // namespace

std::optional<Hearing> hearing_of(db::Tx& tx, IncidentId id)
{
    return tx.one<Hearing>(
        R"sql(
        SELECT state, account, merged_into
        FROM   status_incidents
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::optional<bool> is_open(db::Tx& tx, IssueId id)
{
    return tx.one<bool>(
        R"sql(
        SELECT CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END AS is_open
        FROM   status_issues
        WHERE  id = :id)sql",
        {{"id", id}});
}

bool add_voice(Call& call, VoiceSubject const& subject, VoiceKind kind, Voice const& voice)
{
    if (voice.contact)
        return add_contact(call, subject, kind, voice);
    return add_browser(call, subject, kind, voice);
}

std::int64_t
count_origin(db::Tx& tx, VoiceSubject const& subject, VoiceKind kind, std::string const& origin)
{
    return *tx.one<std::int64_t>(
        R"sql(
        SELECT COUNT(DISTINCT voice)
        FROM   status_voices
        WHERE  origin = :origin AND about = :about AND kind = :kind
        AND    (subject = :subject OR
                subject = (SELECT i.merged_into FROM status_incidents i WHERE i.id = :subject)))sql",
        {{"origin", origin}, {"about", subject.about}, {"subject", subject.id}, {"kind", kind}});
}

std::vector<VoiceCount> count_voices(db::Tx& tx, VoiceSubject const& subject)
{
    return tx.all<VoiceCount>(
        R"sql(
        SELECT kind AS kind, COUNT(*) AS voices
        FROM   status_voices
        WHERE  about = :about AND subject = :subject
        GROUP BY kind)sql",
        {{"about", subject.about}, {"subject", subject.id}});
}

std::vector<ContactId> contacts_heard(db::Tx& tx, VoiceSubject const& subject, VoiceKind kind)
{
    return tx.all<ContactId>(
        R"sql(
        SELECT contact
        FROM   status_voices
        WHERE  about = :about AND subject = :subject AND kind = :kind AND contact IS NOT NULL
        ORDER BY contact)sql",
        {{"about", subject.about}, {"subject", subject.id}, {"kind", kind}});
}

void copy_voices(db::Tx& tx, IncidentId from, IncidentId into)
{
    tx.run(
        R"sql(
        INSERT INTO status_voices (about, subject, kind, voice, contact, browser, origin, at)
        SELECT v.about, :target, v.kind, v.voice, v.contact, v.browser, v.origin, v.at
        FROM   status_voices v
        WHERE  v.about = 'incident' AND v.subject = :merged
        ON CONFLICT DO NOTHING)sql",
        {{"merged", from}, {"target", into}});
}

void customer_saw(db::Tx& tx, IncidentId incident, Instant at)
{
    tx.run(
        R"sql(
        UPDATE status_incidents
        SET    customer_at = :at
        WHERE  id = :incident AND (customer_at IS NULL OR customer_at > :at))sql",
        {{"incident", incident}, {"at", at}});
}

}  // namespace tellfirst::status::store
