#include "notify/previews/trials.hpp"

#include "notify/channels/prepare.hpp"
#include "notify/previews/newest.hpp"
#include "notify/previews/sample_store.hpp"
#include "notify/sms/sms.hpp"
#include "notify/webhooks/compose_post.hpp"
#include "team/team.hpp"
#include "wire/http/rate_limit.hpp"

#include <mutex>

namespace tellfirst::notify {
namespace {

// A look at each channel and language of one word, and again after a change of it.
constexpr http::Rate turns{.per_second = 1.0 / 30, .burst = 10};
// Whoever asks for a trial looks at it now.
constexpr std::chrono::hours test_is_wanted{1};

Problem reaches_nobody()
{
    return conflict("test.reaches_nobody", "Nobody would get it like this.");
}

std::optional<Claimed> sample_for(Call& call, Notice const& notice, TrialWanted const& wanted)
{
    auto const channel = wanted.channel == Medium::sms ? Channel::sms : Channel::mail;
    for (auto& sample : store::samples(call.tx, notice.id, channel)) {
        auto const language = wanted.language.value_or(sample.language);
        if (sample.brand == wanted.brand.value_or(sample.brand) &&
            words::language_of(sample.language) == words::language_of(language))
            return std::move(sample);
    }
    return std::nullopt;
}

// `words` as `sample` would get them, to `person`.
void send_mail(
    Call& call, team::Person const& person, Announcement const& words, Claimed const& sample)
{
    Notice const notice{
        .id = call.new_id<NoticeId>(),
        .kind = NoticeKind::test,
        .topic = words.topic,
        .lane = Lane::transactional,
        .about = {},  // it stands in nobody's proof
        .body = write_json(to_json(words)),
        .earlier = {},
        .key = std::nullopt,
        .brand = sample.brand,
        .at = call.now,
        .due_at = call.now,
        .useful_until = call.now + test_is_wanted};
    store::add_notice(call.tx, notice);
    store::add_addressee(
        call.tx, notice,
        {.recipient = person.id.value(),
         .address = person.email.text(),
         .name = person.name,
         .language = sample.language,
         .zone = person.zone,
         .brand = sample.brand,
         .message_id = std::nullopt,
         .account = sample.account,
         .account_name = sample.account_name});
    call.tx.wake_listeners();
}

Result<Trial> by_mail(Call& call, Notice const& notice, TrialWanted const& wanted)
{
    auto const sample = sample_for(call, notice, wanted);
    if (!sample)
        return reaches_nobody();
    auto const person = call.actor.kind == Actor::Kind::person
                            ? team::find_person(call.tx, PersonId{call.actor.id})
                            : std::nullopt;
    if (!person)
        return Problem{
            .kind = Refusal::forbidden,
            .code = "test.needs_a_person",
            .detail = "A trial goes to the person who asks for it, and this is none."};
    return [=, words = notice.body_as<Announcement>()](
               House const& house, Actor const& actor) -> Result<TrialSent> {
        house.write(actor, [&](Call& later) { send_mail(later, *person, words, *sample); });
        return TrialSent{.to = person->email.text(), .says = {}};
    };
}

struct SetUp {
    std::optional<Gateway> gateway;
    http::Outgoing outgoing;
};

Result<Trial>
by_sms(Call& call, Notice const& notice, TrialWanted const& wanted, SetUp const& set_up)
{
    auto const sample = sample_for(call, notice, wanted);
    if (!sample)
        return reaches_nobody();
    auto prepared = prepare(call, std::span{&*sample, 1});
    if (prepared.messages.empty())
        return reaches_nobody();
    return
        [to = wanted.to, gateway = set_up.gateway, message = std::move(prepared.messages.front())](
            House const& house, Actor const&) -> Result<TrialSent> {
            Sms const sms{house, gateway};
            if (auto trouble = sms.trouble(); !trouble.empty())
                return conflict("channel.not_set_up", std::move(trouble));
            auto const tried = sms.try_out(to, message);
            if (!tried)
                return tried.error();
            return TrialSent{
                .to = to,
                .accepted = tried->kind == Carried::Kind::accepted,
                .says = answer_of(*tried)};
        };
}

Result<Trial>
by_webhook(Call& call, Notice const& notice, TrialWanted const& wanted, SetUp const& set_up)
{
    if (!wanted.webhook)
        return invalid("test.needs_a_webhook", "webhook", "Say to which webhook it is posted.");
    auto const endpoint = store::find_webhook(call.tx, *wanted.webhook);
    auto const waiting = store::post_to(call.tx, notice.id, *wanted.webhook);
    if (!endpoint || !waiting)
        return reaches_nobody();
    auto composed = compose_post(call, *endpoint, *waiting, Mark::test);
    return [outgoing = set_up.outgoing, host = waiting->host,
            what = std::move(composed.what)](House const&, Actor const&) -> Result<TrialSent> {
        auto const posted = post(outgoing, what);
        auto const& status = posted.answer.status;
        return TrialSent{
            .to = host,
            .accepted = is_success(posted.answer),
            .says = fmt::format(
                "{}{}", status ? fmt::format("{} ", *status) : "", posted.attempt.answer)};
    };
}

}  // namespace

struct Trials::Inside {
    SetUp set_up;
    std::mutex lock;
    http::RateLimit limit{turns};
};

Trials::Trials(ChannelSettings const& settings) : inside_{std::make_unique<Inside>()}
{
    auto gateway = read_gateway(settings.sms);
    if (!gateway)
        throw std::invalid_argument{gateway.error().detail};
    inside_->set_up = {.gateway = *std::move(gateway), .outgoing = settings.outgoing};
}

Trials::~Trials() = default;

Result<void> Trials::take_turn(Actor const& actor, Instant now) const
{
    std::lock_guard const guard{inside_->lock};
    auto const key = fmt::format("{} {}", static_cast<int>(actor.kind), actor.id);
    auto const wait = inside_->limit.take(key, now);
    if (wait <= Duration::zero())
        return {};
    return Problem{
        .kind = Refusal::too_many,
        .code = "test.too_often",
        .detail = "So many trials are enough for now; wait half a minute.",
        .retry_after_s = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(wait).count())};
}

Result<Trial> Trials::trial_of(Call& call, About const& about, TrialWanted const& wanted) const
{
    auto const notice = newest_word(call, about);
    if (!notice)
        return reaches_nobody();
    switch (wanted.channel) {
    case Medium::mail: return by_mail(call, *notice, wanted);
    case Medium::sms: return by_sms(call, *notice, wanted, inside_->set_up);
    case Medium::webhook: return by_webhook(call, *notice, wanted, inside_->set_up);
    case Medium::push:
    case Medium::inbox:
    case Medium::copy:
    case Medium::calendar: break;
    }
    return invalid(
        "test.wrong_channel", "channel", "A trial goes by mail, by SMS or to a webhook.");
}

}  // namespace tellfirst::notify
