#include "notify/press.hpp"

#include "accounts/accounts.hpp"
#include "kernel/log.hpp"

namespace tellfirst::notify {
namespace {

// Announcements that are being sent at the same time; forgotten ones are only compiled again.
constexpr std::size_t most_kept = 1000;

Voice voice_of(Call& call)
{
    auto const brand = accounts::default_brand(call.tx);
    auto const support = Email::parse("support@" + call.settings.domain);
    return {
        .owner = {.secret = call.settings.secret, .domain = call.settings.domain},
        .public_url = call.settings.public_url,
        .brand_name = brand.name,
        .brand = brand.id,
        .from = brand.mail_from.value_or(support.value_or(Email{}))};
}

Listener listener_of(Claimed const& claimed, Email address)
{
    return {
        .id = claimed.recipient,
        .name = claimed.name,
        .address = std::move(address),
        .reader = {.language = words::language_of(claimed.language), .zone = claimed.zone},
        .account_name = claimed.account_name};
}

}  // namespace

Press::Made Press::make(std::vector<Claimed> const& claimed)
{
    load(claimed);
    auto const now = house_.clock.now();
    Made made;
    made.mails.reserve(claimed.size());
    for (auto const& each : claimed)
        add(made, prepared_.at(each.notice), each, now);
    return made;
}

void Press::load(std::vector<Claimed> const& claimed)
{
    if (prepared_.size() > most_kept)
        prepared_.clear();
    house_.read(Actor::system(), [&](Call& call) {
        std::optional<Voice> voice;
        for (auto const& each : claimed) {
            if (prepared_.contains(each.notice))
                continue;
            if (!voice)
                voice = voice_of(call);
            auto notice = store::find_notice(call.tx, each.notice);
            if (!notice)
                throw std::logic_error{"a delivery without its notice"};
            prepared_.emplace(each.notice, Prepared{std::move(*notice), *voice, {}});
        }
    });
}

Result<std::string> Press::compose(Prepared& prepared, Listener const& listener)
{
    if (prepared.notice.kind != NoticeKind::announcement)
        return compose_letter(prepared.notice, prepared.voice, listener);
    auto found = prepared.compiled.find(listener.reader);
    if (found == prepared.compiled.end()) {
        auto compiled = compile_announcement(prepared.notice, prepared.voice, listener.reader);
        if (!compiled)
            return compiled.error();
        found = prepared.compiled.emplace(listener.reader, *std::move(compiled)).first;
    }
    return fill_announcement(found->second, prepared.notice, prepared.voice, listener);
}

void Press::add(Made& made, Prepared& prepared, Claimed const& claimed, Instant now)
{
    Attempt const attempt{
        .delivery = {.notice = claimed.notice, .recipient = claimed.recipient},
        .lane = claimed.lane,
        .attempts = claimed.attempts,
        .useful_until = prepared.notice.useful_until};
    auto const give_up = [&](std::string reason) {
        made.unsent.push_back({attempt.delivery, unsent(attempt, std::move(reason), now)});
    };
    if (now > attempt.useful_until)
        return give_up("too late to be useful");
    auto const address = Email::parse(claimed.address);
    if (!address)
        return give_up("not an address");
    auto const message = [&]() -> Result<std::string> {
        // One notice that cannot be read must not keep all others from leaving.
        try {
            return compose(prepared, listener_of(claimed, *address));
        } catch (db::BadRow const&) {
            return Problem{.kind = Refusal::internal, .code = "notice.unreadable"};
        }
    }();
    if (!message) {
        log::warning(
            "notify.cannot_compose",
            {{"notice", claimed.notice.text()}, {"code", message.error().code}});
        return give_up("no mail can be made of it: " + message.error().code);
    }
    made.mails.push_back(
        {.attempt = attempt,
         .from = seal::bounce_address(prepared.voice.owner, attempt.delivery),
         .to = claimed.address,
         .data = smtp::compile(*message)});
}

}  // namespace tellfirst::notify
