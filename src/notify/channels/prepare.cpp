#include "notify/channels/prepare.hpp"

#include "kernel/log.hpp"
#include "notify/audience_store.hpp"
#include "notify/compose.hpp"
#include "notify/holds/hold.hpp"
#include "notify/known.hpp"
#include "notify/voices.hpp"
#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

class Preparing {
  public:
    explicit Preparing(Call& call) : call_{call}, voices_{call} {}

    void add(Claimed const& claimed)
    {
        auto const& notice = notice_of(claimed.notice);
        Attempt const attempt{
            .delivery = {.notice = claimed.notice, .recipient = claimed.recipient},
            .lane = claimed.lane,
            .attempts = claimed.attempts,
            .useful_until = notice.useful_until};
        if (call_.now > notice.useful_until)
            return give_up(attempt, "too late to be useful");
        if (notice.kind != NoticeKind::announcement)
            return give_up(attempt, "letters go by mail alone");
        try {
            done_.messages.push_back(message_of(attempt, claimed, notice));
        } catch (db::BadRow const&) {
            // One notice that cannot be read must not keep all others from leaving.
            log::warning("notify.unreadable", {{"notice", claimed.notice.text()}});
            give_up(attempt, "it cannot be read");
        }
    }

    [[nodiscard]] Prepared take() { return std::move(done_); }

  private:
    Notice const& notice_of(NoticeId id)
    {
        auto const found = notices_.find(id);
        if (found != notices_.end())
            return found->second;
        auto notice = store::find_notice(call_.tx, id);
        if (!notice)
            throw std::logic_error{"a delivery without its notice"};
        return notices_.emplace(id, *std::move(notice)).first->second;
    }

    Message message_of(Attempt const& attempt, Claimed const& claimed, Notice const& notice)
    {
        auto const voice = voices_.of(voices_.brand_for(claimed));
        auto const hold =
            store::find_hold(call_.tx, {.brand = voice.brand.id, .notice = claimed.notice});
        Reader const reader{.language = words::language_of(claimed.language), .zone = claimed.zone};
        Message message{
            .attempt = attempt,
            .address = claimed.address,
            .words = in_language(
                as_account_knows(
                    call_.tx, as_released(notice.body_as<Announcement>(), hold), claimed.account),
                reader.language),
            .said_at = notice.at,
            .reader = reader,
            .brand = voice.brand,
            .link = {}};
        message.link = item_page(message.words, voice.brand, message.reader);
        return message;
    }

    void give_up(Attempt const& attempt, std::string reason)
    {
        done_.unsent.push_back({attempt.delivery, unsent(attempt, std::move(reason), call_.now)});
    }

    Call& call_;
    Voices voices_;
    std::map<NoticeId, Notice> notices_;
    Prepared done_;
};

}  // namespace

Announcement
as_account_knows(db::Tx& tx, Announcement const& words, std::optional<AccountId> account)
{
    std::vector<ServiceId> used;
    if (account)
        for (auto const& use : store::uses(tx, {*account}, knowable_by(words)))
            used.push_back(use.service);
    return known_to(words, used);
}

Prepared prepare(Call& call, std::span<Claimed const> claimed)
{
    Preparing preparing{call};
    for (auto const& each : claimed)
        preparing.add(each);
    return preparing.take();
}

Prepared prepare(House const& house, std::span<Claimed const> claimed)
{
    return house.read(Actor::system(), [&](Call& call) { return prepare(call, claimed); });
}

}  // namespace tellfirst::notify
