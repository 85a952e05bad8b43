#pragma once
// The values of an audience: who would hear an announcement, and why or why not.
#include "accounts/types.hpp"
#include "notify/about.hpp"

namespace tellfirst::notify {

using accounts::Channel;

// exposed: who uses one of the services, or may use it. told: who heard of it before, or is about
// to (an end goes to those who know of the beginning). readers: who reads in the name of a brand.
enum class Reach { exposed, told, readers };
BOOST_DESCRIBE_ENUM(Reach, exposed, told, readers)

// Whom an announcement is for. `services` counts for those exposed, `about` for those told, `brand`
// and `plan` for readers. Where it is for one account, its contacts are those exposed, whatever it
// uses. Of whom nobody knows what they use, they may use whatever everybody may know of: what does
// not stand on the page for them concerns only those who are known to use it.
struct Target {
    accounts::Topic topic = accounts::Topic::unplanned;
    Reach reach = Reach::exposed;
    About about;
    std::vector<ServiceId> services;
    std::optional<AccountId> account;
    std::vector<About> also = {};  // whoever was told of these counts as told, too
    bool is_public = true;         // one of the services is
    BrandId brand = {};
    std::optional<PlanId> plan = {};  // only accounts on it
    // Of them, those on the page, among which subscribers choose; absent: all of them.
    std::optional<std::vector<ServiceId>> on_page = {};
};

// Why somebody in the audience will not be told. not_chosen: he subscribed to other services.
enum class Withheld { topic_off, not_chosen, unconfirmed, suppressed };
BOOST_DESCRIBE_ENUM(Withheld, topic_off, not_chosen, unconfirmed, suppressed)

struct WithheldShare {
    Withheld reason = Withheld::topic_off;
    std::int64_t contacts = 0;
    bool operator==(WithheldShare const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WithheldShare, (), (reason, contacts))

struct PlanShare {
    std::optional<PlanId> plan;  // none: subscribers of a page, who have no account
    std::string name;
    std::int64_t accounts = 0;
    std::int64_t contacts = 0;
    std::int64_t will_be_told = 0;
    bool operator==(PlanShare const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanShare, (), (plan, name, accounts, contacts, will_be_told))

struct ChannelShare {
    Channel channel = Channel::mail;
    std::int64_t contacts = 0;   // of a webhook: addresses
    std::int64_t quiet = 0;      // of them: will hear only after their quiet hours
    std::optional<Money> price;  // of one SMS
    bool operator==(ChannelShare const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChannelShare, (), (channel, contacts, quiet, price))

// What announce would freeze at this moment, counted.
struct Audience {
    std::int64_t accounts = 0;  // that have somebody to tell
    std::int64_t contacts = 0;
    std::int64_t will_be_told = 0;
    std::int64_t held = 0;                // of those: only once their partner releases it
    std::vector<WithheldShare> withheld;  // reasons that somebody has
    std::vector<PlanShare> plans;         // by name
    std::vector<ChannelShare> channels;   // of those who will be told
    std::int64_t unknown_exposure = 0;    // accounts of which we do not know what they use
};
BOOST_DESCRIBE_STRUCT(
    Audience, (),
    (accounts, contacts, will_be_told, held, withheld, plans, channels, unknown_exposure))

// When a word would leave, and what one SMS costs: without a moment nobody's quiet hours count.
struct Leaving {
    std::optional<Instant> at = {};
    std::optional<Money> sms_price = {};
};

// Why somebody is in the audience. subscribed: on a page, and has no account.
enum class Because { uses_service, exposure_unknown, was_told, own_trouble, of_brand, subscribed };
BOOST_DESCRIBE_ENUM(
    Because, uses_service, exposure_unknown, was_told, own_trouble, of_brand, subscribed)

struct Member {
    ContactId contact;
    std::string name;
    std::string address;
    std::optional<AccountId> account;
    std::string account_name;
    std::string plan_name;
    std::string language;
    Because because = Because::uses_service;
    std::vector<ServiceId> services;  // of the target's, those that his account uses
    bool will_be_told = false;
    std::vector<Channel> channels;  // on which
    std::optional<Withheld> withheld;
};

// One page of an audience, by contact.
struct MembersWanted {
    std::string words;  // in his name, address or account's name, in any case; "" is everybody
    std::optional<ContactId> after;
    int limit = 0;
};

}  // namespace tellfirst::notify
