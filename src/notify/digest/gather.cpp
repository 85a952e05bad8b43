#include "notify/digest/gather.hpp"

#include "accounts/accounts.hpp"
#include "notify/audience_store.hpp"
#include "notify/digest/compose_digest.hpp"
#include "notify/digest/digest_store.hpp"
#include "notify/holds/hold.hpp"
#include "notify/known.hpp"
#include "notify/wording.hpp"

#include <map>
#include <set>

namespace tellfirst::notify {
namespace {

using store::ToGather;

constexpr int readers_at_once = 300;  // one transaction, well below a second
// The next one brings what this one could not.
constexpr std::chrono::hours digest_is_wanted{24};

// What is too late or cannot be read is not gathered: it leaves by itself, and that says why not.
std::optional<Gathered> gatherable(Notice const& notice, Instant now)
{
    if (now > notice.useful_until)
        return std::nullopt;
    try {
        return Gathered{.at = notice.at, .words = notice.body_as<Announcement>()};
    } catch (db::BadRow const&) {
        return std::nullopt;
    }
}

// The announcements of one round, and who uses what they are about.
class Round {
  public:
    Round(Call& call, std::vector<ToGather> const& all) : brands_{accounts::resolved_brands(call)}
    {
        std::set<AccountId> accounts;
        std::set<ServiceId> services;
        for (auto const& each : all) {
            if (each.account)
                accounts.insert(*each.account);
            if (said_.contains(each.notice))
                continue;
            auto said = gatherable(store::find_notice(call.tx, each.notice).value(), call.now);
            if (said)
                for (auto const service : knowable_by(said->words))
                    services.insert(service);
            said_.emplace(each.notice, std::move(said));
        }
        for (auto const& each : all) {
            HoldKey const key{.brand = each.brand, .notice = each.notice};
            if (!holds_.contains({key.brand, key.notice}))
                holds_.emplace(std::pair{key.brand, key.notice}, store::find_hold(call.tx, key));
        }
        for (auto const& [account, service] : store::uses(
                 call.tx, {accounts.begin(), accounts.end()}, {services.begin(), services.end()}))
            uses_[account].push_back(service);
    }

    // As this reader may know it, and as his brand released it.
    [[nodiscard]] std::optional<Gathered> read_by(ToGather const& row) const
    {
        auto gathered = said_.at(row.notice);
        if (!gathered)
            return gathered;
        auto const used = row.account ? uses_.find(*row.account) : uses_.end();
        gathered->words = known_to(
            in_language(
                as_released(std::move(gathered->words), holds_.at({row.brand, row.notice})),
                words::language_of(row.language)),
            used == uses_.end() ? std::span<ServiceId const>{} : std::span{used->second});
        return gathered;
    }

    // A brand may be gone since he was to hear from it.
    [[nodiscard]] accounts::ResolvedBrand brand_of(Call& call, ToGather const& row) const
    {
        auto const found = std::ranges::find(brands_, row.brand, &accounts::ResolvedBrand::id);
        return found != brands_.end() ? *found : accounts::brand_of(call, ContactId{row.recipient});
    }

  private:
    std::vector<accounts::ResolvedBrand> brands_;
    std::map<NoticeId, std::optional<Gathered>> said_;
    std::map<AccountId, std::vector<ServiceId>> uses_;
    std::map<std::pair<BrandId, NoticeId>, std::optional<store::Hold>> holds_;
};

void gather_for_one(Call& call, Round const& round, std::span<ToGather const> his)
{
    auto const& newest = his.back();
    std::vector<Gathered> gathered;
    std::vector<ToGather> carried;
    for (auto const& row : his) {
        if (auto said = round.read_by(row)) {
            gathered.push_back(*std::move(said));
            carried.push_back(row);
        } else {
            store::leave_by_itself(call.tx, row);
        }
    }
    if (gathered.empty())
        return;
    Voice const voice{.secret = call.settings.secret, .brand = round.brand_of(call, newest)};
    auto const page = digest_page(
        gathered, voice,
        {.id = newest.recipient,
         .name = newest.name,
         .address = Email::parse(newest.address).value_or(Email{}),
         .reader = {.language = words::language_of(newest.language), .zone = newest.zone}},
        newest.digest_at);

    Notice const digest{
        .id = call.new_id<NoticeId>(),
        .kind = NoticeKind::digest,
        .topic = gathered.front().words.topic,
        .lane = Lane::planned,
        .about = {},
        .body = write_json(to_json(page)),
        .earlier = {},
        .key = {},
        .brand = voice.brand.id,
        .at = call.now,
        .due_at = call.now,
        .useful_until = call.now + digest_is_wanted,
        .cancelled_at = {}};
    store::add_notice(call.tx, digest);
    store::add_addressee(
        call.tx, digest,
        {.recipient = newest.recipient,
         .address = newest.address,
         .name = newest.name,
         .language = newest.language,
         .zone = newest.zone,
         .brand = voice.brand.id,
         .message_id = {}});
    for (auto const& row : carried)
        store::carry(call.tx, row, digest.id);
}

}  // namespace

void gather_digests(Call& call)
{
    auto const all = store::due_for_digests(call.tx, call.now, readers_at_once);
    Round const round{call, all};
    for (auto begin = all.begin(); begin != all.end();) {
        auto const end = std::ranges::find_if(begin, all.end(), [&](ToGather const& row) {
            return row.recipient != begin->recipient;
        });
        gather_for_one(call, round, {begin, end});
        begin = end;
    }
}

}  // namespace tellfirst::notify
