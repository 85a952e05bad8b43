#include "notify/previews/shows.hpp"

#include "kernel/pretty_json.hpp"
#include "notify/channels/prepare.hpp"
#include "notify/copies/copies.hpp"
#include "notify/inbox/inbox.hpp"
#include "notify/press.hpp"
#include "notify/previews/newest.hpp"
#include "notify/previews/sample_store.hpp"
#include "notify/push/payload.hpp"
#include "notify/sms/text.hpp"
#include "notify/webhooks/compose_post.hpp"
#include "notify/webhooks/payload.hpp"
#include "wire/mime/parse.hpp"

namespace tellfirst::notify {
namespace {

// More than anybody chooses a place for a trial from.
constexpr std::int64_t most_places = 20;

std::string tag_of(words::Reader const& reader)
{
    return std::string{texts_in(reader.language).tag};
}

// `say(preview, message)` fills in what stands there.
template <class Say>
std::vector<Preview>
of_messages(Call& call, std::vector<Claimed> const& samples, Medium channel, Say const& say)
{
    std::vector<Preview> previews;
    for (auto const& message : prepare(call, samples).messages) {
        Preview preview{.channel = channel, .brand = message.brand.id};
        preview.language = tag_of(message.reader);
        say(preview, message);
        previews.push_back(std::move(preview));
    }
    return previews;
}

SmsSize size_of(SmsText const& said, std::optional<Money> price)
{
    if (price)
        price->minor *= static_cast<std::int64_t>(said.length.parts);
    return {
        .alphabet = said.length.is_gsm ? Alphabet::gsm : Alphabet::ucs2,
        .units = static_cast<std::int64_t>(said.length.units),
        .price = price};
}

// What goes to this webhook.
Preview of_post(Call& call, store::SamplePost const& sample)
{
    auto const endpoint = store::find_webhook(call.tx, sample.webhook).value();
    auto const post = store::find_post(call.tx, sample.post).value();
    auto const made = compose_post(call, endpoint, post);
    return {
        .channel = Medium::webhook,
        .dialect = endpoint.dialect,
        .brand = sample.brand,
        .language = tag_of(made.reader),
        .subject = {},
        .text = pretty_json(parse_json(made.what.body).value()),
        .html = {},
        .link = {},
        .sms = {}};
}

bool is_alike(store::SamplePost const& a, store::SamplePost const& b)
{
    return std::tie(a.brand, a.dialect, a.language) == std::tie(b.brand, b.dialect, b.language);
}

}  // namespace

std::vector<Preview> shown_by_mail(House const& house, Call& call, Notice const& notice)
{
    auto const samples = store::samples(call.tx, notice.id, Channel::mail);
    std::vector<Preview> previews;
    for (auto const& composed : Press{house}.show(call, samples).mails) {
        auto const of =
            std::ranges::find(samples, composed.attempt.delivery.recipient, &Claimed::recipient);
        auto mail = mime::parse(composed.data);
        previews.push_back(
            {.brand = of->brand,
             .language = of->language,
             .subject = std::move(mail.subject),
             .text = std::move(mail.body_text),
             .html = std::move(mail.body_html)});
    }
    return previews;
}

std::vector<Preview> shown_by_sms(Call& call, Notice const& notice)
{
    auto const samples = store::samples(call.tx, notice.id, Channel::sms);
    return of_messages(call, samples, Medium::sms, [&](Preview& preview, Message const& message) {
        auto said = sms_text_for(message);
        preview.sms = size_of(said, call.settings.notify.sms_price);
        preview.parts = static_cast<std::int64_t>(said.length.parts);
        preview.text = std::move(said.text);
    });
}

std::vector<Preview> shown_by_push(Call& call, Notice const& notice)
{
    auto const samples = store::samples(call.tx, notice.id, Channel::push);
    return of_messages(call, samples, Medium::push, [](Preview& preview, Message const& message) {
        auto said = push_payload(message);
        preview.subject = std::move(said.title);
        preview.text = std::move(said.body);
        preview.link = std::move(said.url);
    });
}

std::vector<Preview> shown_by_webhook(Call& call, Notice const& notice)
{
    std::vector<Preview> previews;
    auto const may_see_whose = call.actor.rights.has(Right::read_accounts);
    store::SamplePost const* first = nullptr;
    auto const samples = store::sample_posts(call.tx, notice.id, most_places);
    for (auto const& sample : samples) {
        if (!first || !is_alike(*first, sample)) {
            first = &sample;
            previews.push_back(of_post(call, sample));
        }
        if (may_see_whose && sample.state == State::queued)
            previews.back().places.push_back(
                {.webhook = sample.webhook,
                 .host = sample.host,
                 .account_name = sample.account_name});
    }
    return previews;
}

std::vector<Preview> shown_in_inbox(Call& call, Notice const& notice)
{
    auto const samples = store::inbox_samples(call.tx, notice.id);
    return of_messages(call, samples, Medium::inbox, [](Preview& preview, Message const& message) {
        auto said = inbox_line(message.words, message.said_at, message.reader);
        preview.subject = std::move(said.title);
        preview.text = std::move(said.says);
    });
}

std::vector<Preview> shown_as_copy(Call& call, Notice const& notice)
{
    std::vector<Preview> previews;
    auto copies = copy_texts(call, notice.id, onlooker(call).zone);
    if (!copies)
        return previews;  // news is nothing to hand on
    for (auto& copy : copies->texts) {
        Preview preview{.channel = Medium::copy};
        preview.language = std::move(copy.language);
        preview.text = std::move(copy.text);
        previews.push_back(std::move(preview));
    }
    return previews;
}

}  // namespace tellfirst::notify
