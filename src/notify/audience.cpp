#include "notify/audience.hpp"

#include "notify/audience_store.hpp"
#include "notify/hours.hpp"
#include "notify/notify.hpp"
#include "notify/webhooks/freeze.hpp"

#include <map>
#include <set>

namespace tellfirst::notify {
namespace {

Because because_of(Target const& target, store::MemberRow const& row)
{
    if (target.reach == Reach::told)
        return Because::was_told;
    if (target.reach == Reach::readers)
        return Because::of_brand;
    if (target.account)
        return Because::own_trouble;
    if (!row.account)
        return Because::subscribed;
    return row.exposure_known ? Because::uses_service : Because::exposure_unknown;
}

// Of those who will be told on a channel, those who sleep when it leaves.
std::int64_t quiet_of(store::ChannelCount const& each, Target const& target, Leaving const& leaving)
{
    if (!leaving.at || !each.quiet || breaks_through(*each.quiet, target.topic))
        return 0;
    return quiet_until(*each.quiet, each.zone, *leaving.at) ? each.contacts : 0;
}

std::vector<ChannelShare>
channels_of(db::Tx& tx, Target const& target, Leaving const& leaving, std::int64_t by_mail)
{
    std::map<Channel, ChannelShare> shares;
    shares[Channel::mail].contacts = by_mail;
    for (auto const& each : store::count_besides_mail(tx, target)) {
        shares[each.channel].contacts += each.contacts;
        shares[each.channel].quiet += quiet_of(each, target, leaving);
    }
    if (leaving.at)
        for (auto const& each : store::count_sleepers_by_mail(tx, target))
            shares[Channel::mail].quiet += quiet_of(each, target, leaving);
    std::vector<ChannelShare> channels;
    for (auto& [channel, share] : shares) {
        share.channel = channel;
        if (channel == Channel::sms)
            share.price = leaving.sms_price;
        if (share.contacts > 0)
            channels.push_back(share);
    }
    return channels;
}

}  // namespace

Audience audience_of(db::Tx& tx, Target const& target, Leaving const& leaving)
{
    Audience audience;
    WithheldShare topic_off{.reason = Withheld::topic_off};
    WithheldShare not_chosen{.reason = Withheld::not_chosen};
    WithheldShare unconfirmed{.reason = Withheld::unconfirmed};
    WithheldShare suppressed{.reason = Withheld::suppressed};
    std::int64_t by_mail = 0;
    for (auto const& each : store::count_audience(tx, target)) {
        audience.accounts += each.accounts;
        audience.contacts += each.contacts;
        audience.will_be_told += each.will_be_told;
        audience.held += each.held;
        audience.unknown_exposure += each.unknown_exposure;
        by_mail += each.by_mail;
        topic_off.contacts += each.topic_off;
        not_chosen.contacts += each.not_chosen;
        unconfirmed.contacts += each.unconfirmed;
        suppressed.contacts += each.suppressed;
        audience.plans.push_back(
            {.plan = each.plan,
             .name = each.name,
             .accounts = each.accounts,
             .contacts = each.contacts,
             .will_be_told = each.will_be_told});
    }
    for (auto const& share : {topic_off, not_chosen, unconfirmed, suppressed})
        if (share.contacts > 0)
            audience.withheld.push_back(share);
    if (audience.will_be_told > 0)
        audience.channels = channels_of(tx, target, leaving, by_mail);
    if (auto const webhooks = count_webhooks_told(tx, target); webhooks > 0)
        audience.channels.push_back({.channel = Channel::webhook, .contacts = webhooks});
    return audience;
}

std::vector<Member> members_of(db::Tx& tx, Target const& target, MembersWanted const& wanted)
{
    auto const rows = store::audience_members(tx, target, wanted);
    std::vector<AccountId> accounts;
    std::vector<ContactId> told;
    for (auto const& row : rows) {
        if (row.account)
            accounts.push_back(*row.account);
        if (!row.withheld)
            told.push_back(row.contact);
    }
    std::map<AccountId, std::vector<ServiceId>> used;
    for (auto const& [account, service] : store::uses(tx, accounts, target.services))
        used[account].push_back(service);
    std::map<ContactId, std::set<Channel>> heard;
    for (auto const& [contact, channel] : store::channels_of(tx, target, told))
        heard[contact].insert(channel);

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
             .will_be_told = !row.withheld,
             .channels = {heard[row.contact].begin(), heard[row.contact].end()},
             .withheld = row.withheld});
    return members;
}

}  // namespace tellfirst::notify
