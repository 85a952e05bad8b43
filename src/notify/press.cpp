#include "notify/press.hpp"

#include "accounts/accounts.hpp"
#include "kernel/log.hpp"
#include "notify/audience_store.hpp"
#include "notify/copies/copy_text.hpp"
#include "notify/holds/hold.hpp"
#include "notify/known.hpp"
#include "notify/voices.hpp"

#include <algorithm>
#include <set>

namespace tellfirst::notify {
namespace {

// Announcements that are being sent at the same time; forgotten ones are only compiled again.
constexpr std::size_t most_kept = 1000;

Listener listener_of(Claimed const& claimed, Email address)
{
    return {
        .id = claimed.recipient,
        .name = claimed.name,
        .address = std::move(address),
        .reader = {.language = words::language_of(claimed.language), .zone = claimed.zone},
        .account_name = claimed.account_name};
}

// Or one of us looks at what will be one.
bool is_announcement(Notice const& notice)
{
    return notice.kind == NoticeKind::announcement || notice.kind == NoticeKind::test;
}

// One that cannot be read asks for nothing: no mail is made of it.
Announcement announcement_in(Notice const& notice)
{
    if (!is_announcement(notice))
        return {};
    try {
        return notice.body_as<Announcement>();
    } catch (db::BadRow const&) {
        return {};
    }
}

Notice as_known(Notice notice, std::span<ServiceId const> used)
{
    notice.body = write_json(to_json(known_to(notice.body_as<Announcement>(), used)));
    return notice;
}

// Of what everybody may know.
std::string text_to_hand_on(Notice const& notice, Reader const& reader, Partners const& partners)
{
    return copy_text(
        known_to(notice.body_as<Announcement>(), {}), notice.at, reader, partners.names);
}

}  // namespace

Press::Made Press::make(std::vector<Claimed> claimed)
{
    house_.read(Actor::system(), [&](Call& call) { load(call, claimed); });
    auto const now = house_.clock.now();
    auto made = compose_all(claimed, now);
    sign(made.mails, now);
    return made;
}

Press::Made Press::show(Call& call, std::vector<Claimed> claimed)
{
    load(call, claimed);
    return compose_all(claimed, call.now);
}

Press::Made Press::compose_all(std::vector<Claimed> const& claimed, Instant now)
{
    Made made;
    made.mails.reserve(claimed.size());
    for (auto const& each : claimed)
        add(made, prepared_.at(each.notice), each, now);
    return made;
}

// The last step: what is signed is what leaves, byte for byte but for the dots of the wire.
void Press::sign(std::vector<Composed>& mails, Instant now)
{
    auto const sign_one = [&](std::size_t i) {
        auto& data = mails[i].data;
        data = smtp::compile(keys_.signatures(data, now) + data);
    };
    if (!keys_.is_empty())
        return workshop_.each(mails.size(), sign_one);
    for (std::size_t i = 0; i < mails.size(); ++i)
        sign_one(i);
}

void Press::load(Call& call, std::vector<Claimed>& claimed)
{
    if (prepared_.size() > most_kept)
        prepared_.clear();
    Voices const voices{call};
    partners_ = partners_of(call);
    for (auto& each : claimed) {
        each.brand = voices.brand_for(each);
        auto found = prepared_.find(each.notice);
        if (found == prepared_.end()) {
            auto notice = store::find_notice(call.tx, each.notice);
            if (!notice)
                throw std::logic_error{"a delivery without its notice"};
            auto const words = announcement_in(*notice);
            found = prepared_
                        .emplace(
                            each.notice,
                            Prepared{
                                .notice = *std::move(notice),
                                .knowable_by = knowable_by(words),
                                .is_of_one_account = words.account.has_value()})
                        .first;
        }
        auto& spoken = found->second.spoken;
        if (!spoken.contains(each.brand))
            spoken.emplace(
                each.brand, Spoken{
                                .voice = voices.of(each.brand),
                                .hold = store::find_hold(
                                    call.tx, {.brand = each.brand, .notice = each.notice})});
    }
    load_uses(call.tx, claimed);
}

void Press::load_uses(db::Tx& tx, std::vector<Claimed> const& claimed)
{
    std::set<AccountId> accounts;
    std::set<ServiceId> services;
    for (auto const& each : claimed) {
        auto const& asked = prepared_.at(each.notice).knowable_by;
        if (!each.account || asked.empty())
            continue;
        accounts.insert(*each.account);
        services.insert(asked.begin(), asked.end());
    }
    uses_.clear();
    if (accounts.empty())
        return;
    for (auto const& use :
         store::uses(tx, {accounts.begin(), accounts.end()}, {services.begin(), services.end()}))
        uses_[use.account].push_back(use.service);
}

Press::Used Press::used_by(Prepared const& prepared, std::optional<AccountId> account) const
{
    Used used;
    auto const known = account ? uses_.find(*account) : uses_.end();
    if (known != uses_.end())
        std::ranges::set_intersection(
            known->second, prepared.knowable_by, std::back_inserter(used));
    return used;
}

Result<std::string> Press::compose(Prepared& prepared, Claimed const& claimed, Listener listener)
{
    auto const& notice = prepared.notice;
    auto& [voice, hold, compiled] = prepared.spoken.at(claimed.brand);
    if (!is_announcement(notice))
        return compose_letter(notice, voice, listener);
    auto const form = claimed.short_text ? Form::first_line : Form::whole;
    bool const hands_on = form == Form::whole && partners_.has(listener.address);
    Spoken::For key{listener.reader, used_by(prepared, claimed.account), form, hands_on};
    auto const& used = std::get<Used>(key);
    if (notice.topic == accounts::Topic::news)
        listener.why = Why::news;
    else if (prepared.is_of_one_account)
        listener.why = Why::own;
    else if (used.empty() && !prepared.knowable_by.empty())
        listener.why = Why::unknown;
    auto found = compiled.find(key);
    if (found == compiled.end()) {
        auto const said = as_released(notice, hold);
        auto fresh = compile_announcement(
            as_known(said, used), voice, listener.reader,
            {.form = form,
             .hand_on = hands_on ? text_to_hand_on(said, listener.reader, partners_) : ""});
        if (!fresh)
            return fresh.error();
        found = compiled.emplace(std::move(key), *std::move(fresh)).first;
    }
    return fill_announcement(found->second, notice, voice, listener);
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
    auto message = [&]() -> Result<std::string> {
        // One notice that cannot be read must not keep all others from leaving.
        try {
            return compose(prepared, claimed, listener_of(claimed, *address));
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
         .from = seal::bounce_address(
             prepared.spoken.at(claimed.brand).voice.owner(), attempt.delivery),
         .to = claimed.address,
         .data = *std::move(message)});
}

}  // namespace tellfirst::notify
