#include "notify/fanout/preview.hpp"

#include "accounts/accounts.hpp"
#include "notify/audience_store.hpp"
#include "notify/fanout/freeze.hpp"
#include "notify/fanout/freeze_store.hpp"
#include "notify/fanout/preview_store.hpp"
#include "notify/press.hpp"
#include "notify/progress_store.hpp"
#include "team/team.hpp"
#include "wire/mime/parse.hpp"

namespace tellfirst::notify {
namespace {

// Enough to meet everybody's language, and no more of the one writer's time than publishing takes.
constexpr std::int64_t contacts_looked_at = 20'000;
// Whoever asks for a trial looks at it now.
constexpr std::chrono::hours test_is_wanted{1};

std::optional<Notice> newest_about(Call& call, About const& about)
{
    auto newest = store::announcements_about(call.tx, about.text(), std::nullopt, 1);
    if (newest.empty())
        return std::nullopt;
    return std::move(newest.front());
}

std::vector<Claimed> samples_of(Call& call, Notice const& notice)
{
    if (auto const freezing = store::freezing(call.tx, notice.id))
        store::freeze_audience(
            call.tx, notice, target_of(notice.body_as<Announcement>()),
            store::next_slice(call.tx, *freezing, contacts_looked_at));
    return store::samples(call.tx, notice.id);
}

Preview preview_of(Claimed const& sample, Composed const& composed)
{
    auto mail = mime::parse(composed.data);
    return {
        .brand = sample.brand,
        .language = sample.language,
        .subject = std::move(mail.subject),
        .text = std::move(mail.body_text),
        .html = std::move(mail.body_html)};
}

}  // namespace

std::vector<Preview> previews_of(House const& house, Call& call, About const& about)
{
    auto const notice = newest_about(call, about);
    if (!notice)
        return {};
    auto const samples = samples_of(call, *notice);
    std::vector<Preview> previews;
    for (auto const& composed : Press{house}.show(call, samples).mails) {
        auto const of =
            std::ranges::find(samples, composed.attempt.delivery.recipient, &Claimed::recipient);
        previews.push_back(preview_of(*of, composed));
    }
    return previews;
}

std::optional<Specimen> specimen_of(Call& call, About const& about, SpecimenWanted const& wanted)
{
    auto const notice = newest_about(call, about);
    if (!notice)
        return std::nullopt;
    for (auto const& sample : samples_of(call, *notice))
        if (sample.brand == wanted.brand.value_or(sample.brand) &&
            sample.language == wanted.language.value_or(sample.language))
            return Specimen{
                .words = notice->body_as<Announcement>(),
                .brand = sample.brand,
                .language = sample.language,
                .account = sample.account,
                .account_name = sample.account_name};
    return std::nullopt;
}

Result<Email> send_specimen(Call& call, Specimen const& specimen)
{
    auto const person = call.actor.kind == Actor::Kind::person
                            ? team::find_person(call.tx, PersonId{call.actor.id})
                            : std::nullopt;
    if (!person)
        return Problem{
            .kind = Refusal::forbidden,
            .code = "test.needs_a_person",
            .detail = "A trial goes to the person who asks for it, and this is none."};
    Notice const notice{
        .id = call.new_id<NoticeId>(),
        .kind = NoticeKind::test,
        .topic = specimen.words.topic,
        .lane = Lane::transactional,
        .about = {},  // it stands in nobody's proof
        .body = write_json(to_json(specimen.words)),
        .earlier = {},
        .key = std::nullopt,
        .brand = specimen.brand,
        .at = call.now,
        .due_at = call.now,
        .useful_until = call.now + test_is_wanted};
    store::add_notice(call.tx, notice);
    store::add_addressee(
        call.tx, notice,
        {.recipient = person->id.value(),
         .address = person->email.text(),
         .name = person->name,
         .language = specimen.language,
         .zone = person->zone,
         .brand = specimen.brand,
         .message_id = std::nullopt,
         .account = specimen.account,
         .account_name = specimen.account_name});
    call.tx.wake_listeners();
    return person->email;
}

}  // namespace tellfirst::notify
