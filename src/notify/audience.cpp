#include "notify/audience.hpp"

#include "notify/audience_store.hpp"
#include "notify/notify.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {
namespace {

std::optional<Withheld> withheld_by(State state)
{
    if (state == State::opted_out)
        return Withheld::topic_off;
    if (state == State::suppressed)
        return Withheld::suppressed;
    return std::nullopt;
}

Because because_of(Target const& target, store::MemberRow const& row)
{
    if (target.reach == Reach::told)
        return Because::was_told;
    if (target.account)
        return Because::own_trouble;
    return row.exposure_known ? Because::uses_service : Because::exposure_unknown;
}

}  // namespace

Audience audience_of(db::Tx& tx, Target const& target)
{
    Audience audience;
    WithheldShare topic_off{.reason = Withheld::topic_off};
    WithheldShare suppressed{.reason = Withheld::suppressed};
    for (auto const& each : store::count_audience(tx, target)) {
        audience.accounts += each.accounts;
        audience.contacts += each.contacts;
        audience.will_be_told += each.will_be_told;
        audience.unknown_exposure += each.unknown_exposure;
        topic_off.contacts += each.topic_off;
        suppressed.contacts += each.suppressed;
        audience.plans.push_back(
            {.plan = each.plan,
             .name = each.name,
             .accounts = each.accounts,
             .contacts = each.contacts,
             .will_be_told = each.will_be_told});
    }
    for (auto const& share : {topic_off, suppressed})
        if (share.contacts > 0)
            audience.withheld.push_back(share);
    if (audience.will_be_told > 0)
        audience.channels.push_back({.channel = Channel::mail, .contacts = audience.will_be_told});
    if (auto const webhooks = count_webhooks_told(tx, target); webhooks > 0)
        audience.channels.push_back({.channel = Channel::webhook, .contacts = webhooks});
    return audience;
}

std::vector<Member> members_of(db::Tx& tx, Target const& target, MembersWanted const& wanted)
{
    auto const rows = store::audience_members(tx, target, wanted);
    std::vector<AccountId> accounts;
    for (auto const& row : rows)
        if (row.account)
            accounts.push_back(*row.account);
    std::map<AccountId, std::vector<ServiceId>> used;
    for (auto const& [account, service] : store::uses(tx, accounts, target.services))
        used[account].push_back(service);

    std::vector<Member> members;
    for (auto const& row : rows)
        members.push_back(
            {.contact = row.contact,
             .name = row.name,
             .address = row.address,
             .account = row.account,
             .account_name = row.account_name,
             .plan_name = row.plan_name,
             .language = row.language,
             .because = because_of(target, row),
             .services = row.account ? used[*row.account] : std::vector<ServiceId>{},
             .will_be_told = row.state == State::queued,
             .channels =
                 row.state == State::queued ? std::vector{Channel::mail} : std::vector<Channel>{},
             .withheld = withheld_by(row.state)});
    return members;
}

}  // namespace tellfirst::notify
