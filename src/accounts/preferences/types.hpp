#pragma once
// What a contact wants to hear about, on which channel, and when.
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

namespace tellfirst::accounts {

// What a contact can choose to hear about.
enum class Topic { planned, unplanned, recovery, news, tickets };
BOOST_DESCRIBE_ENUM(Topic, planned, unplanned, recovery, news, tickets)

// How something is said. Contacts choose mail, sms and push; webhooks are an account's.
enum class Channel { mail, sms, push, webhook };
BOOST_DESCRIBE_ENUM(Channel, mail, sms, push, webhook)

// The whole choice for one channel: a topic that it does not name is off.
struct Choice {
    static constexpr std::array<std::string_view, 2> required{"channel", "topics"};
    Channel channel = Channel::mail;
    std::vector<Topic> topics;
    bool operator==(Choice const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (channel, topics))

// Local wall time of his zone, "22:00" to "07:00"; may pass midnight. What comes in between waits
// for their end, unless it is an outage and he lets those through.
struct QuietHours {
    static constexpr std::array<std::string_view, 2> required{"from", "to"};
    std::string from;
    std::string to;
    bool except_outages = true;
    bool operator==(QuietHours const&) const = default;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (from, to, except_outages))

// What a contact chose. A channel that is not named follows his plan.
struct NewPreferences {
    static constexpr std::array<std::string_view, 0> required{};
    std::vector<Choice> choices;
    std::optional<QuietHours> quiet_hours;
    // Planned work and news once a day at this local time ("08:00"); absent: as they come.
    std::optional<std::string> digest_at;
    bool short_text = false;  // mails are their first lines only, fit to be forwarded as an SMS
    std::string language = "en";
    std::string zone = "Etc/UTC";
    std::optional<std::string> phone;  // "+49151123456": where SMS go
    // Of a subscriber, who has no account: which he hears of. Absent: all, also those that come
    // later.
    std::optional<std::vector<ServiceId>> services = {};
};
BOOST_DESCRIBE_STRUCT(
    NewPreferences, (),
    (choices, quiet_hours, digest_at, short_text, language, zone, phone, services))

struct Preferences : NewPreferences {
    ContactId contact;
    std::vector<Choice> plan_choices;  // what holds where he chose nothing, for every channel
    bool confirmed = true;             // false: he was invited and has not answered yet
    std::int64_t version = 1;          // the contact's
};
BOOST_DESCRIBE_STRUCT(Preferences, (NewPreferences), (contact, plan_choices, confirmed, version))

}  // namespace tellfirst::accounts
