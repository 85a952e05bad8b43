#pragma once
// The SQL of audiences: one rule, by which they are frozen and by which they are shown before.
#include "notify/store.hpp"

namespace tellfirst::notify::store {

// Writes a delivery for everybody in the audience (or this slice of it) and each of his channels,
// with the reason where he is not told; who sleeps then gets his later. Target and notice are about
// the same.
void freeze_audience(
    db::Tx& tx, Notice const& notice, Target const& target, Slice const& slice = {});

// Are there more deliveries, or more contacts, than this? Looks no further than it must.
[[nodiscard]] bool
has_more_contacts(db::Tx& tx, Target const& target, NoticeId before, std::int64_t than);
[[nodiscard]] bool is_larger(db::Tx& tx, Target const& target, NoticeId before, std::int64_t than);

// One row for each plan. What the rule says of an audience that is frozen now.
struct PlanCount {
    std::optional<PlanId> plan;
    std::string name;
    std::int64_t accounts = 0;
    std::int64_t contacts = 0;
    std::int64_t will_be_told = 0;  // on any channel
    std::int64_t held = 0;          // of those
    std::int64_t by_mail = 0;
    std::int64_t topic_off = 0;
    std::int64_t not_chosen = 0;
    std::int64_t unconfirmed = 0;
    std::int64_t suppressed = 0;
    std::int64_t unknown_exposure = 0;  // accounts
};
BOOST_DESCRIBE_STRUCT(
    PlanCount, (),
    (plan, name, accounts, contacts, will_be_told, held, by_mail, topic_off, not_chosen,
     unconfirmed, suppressed, unknown_exposure))
[[nodiscard]] std::vector<PlanCount> count_audience(db::Tx& tx, Target const& target);

// Who will be told on a channel, by their quiet hours.
struct ChannelCount {
    Channel channel = Channel::mail;
    std::string zone;
    std::optional<accounts::QuietHours> quiet;
    std::int64_t contacts = 0;
};
BOOST_DESCRIBE_STRUCT(ChannelCount, (), (channel, zone, quiet, contacts))
// Only those who have quiet hours: of a million most have none.
[[nodiscard]] std::vector<ChannelCount> count_sleepers_by_mail(db::Tx& tx, Target const& target);
[[nodiscard]] std::vector<ChannelCount> count_besides_mail(db::Tx& tx, Target const& target);

struct MemberRow {
    ContactId contact;
    std::string name;
    std::string address;
    std::optional<AccountId> account;
    std::string account_name;
    std::string plan_name;
    std::string language;
    bool exposure_known = false;
    std::optional<Withheld> withheld;
};
BOOST_DESCRIBE_STRUCT(
    MemberRow, (),
    (contact, name, address, account, account_name, plan_name, language, exposure_known, withheld))
[[nodiscard]] std::vector<MemberRow>
audience_members(db::Tx& tx, Target const& target, MembersWanted const& wanted);

// On which channels these people will be told.
struct Heard {
    ContactId contact;
    Channel channel = Channel::mail;
};
BOOST_DESCRIBE_STRUCT(Heard, (), (contact, channel))
[[nodiscard]] std::vector<Heard>
channels_of(db::Tx& tx, Target const& target, std::vector<ContactId> const& contacts);

// Which of these services these accounts are known to use.
struct Use {
    AccountId account;
    ServiceId service;
};
BOOST_DESCRIBE_STRUCT(Use, (), (account, service))
[[nodiscard]] std::vector<Use>
uses(db::Tx& tx, std::vector<AccountId> const& accounts, std::vector<ServiceId> const& services);

}  // namespace tellfirst::notify::store
