#pragma once
// The values of what came back, as they stand in the API and in facts too.
#include "accounts/types.hpp"

namespace tellfirst::notify {

// What became of a mail that came to one of our bounce addresses.
// bounced: a delivery ended by it. delayed: his server is still trying, or says that it is done.
// complained: he calls our mail unwanted. automatic: an absence note or a receipt; it has arrived.
// unattributed: nobody can prove which mail of ours it is about; a person has to look at it.
// seen: a person has looked.
enum class BounceOutcome { waiting, bounced, delayed, complained, automatic, unattributed, seen };
BOOST_DESCRIBE_ENUM(
    BounceOutcome, waiting, bounced, delayed, complained, automatic, unattributed, seen)

struct Bounce {
    MailId id;
    Instant received_at;
    BounceOutcome outcome = BounceOutcome::waiting;
    std::string sender;  // as its From says
    std::string to;      // the address of ours
    std::string subject;
    std::string words;    // what a server said, or how its text begins
    std::string status;   // "5.1.1"; "" where it names none
    std::string address;  // to which we had written; unattributed: which it names
    std::optional<NoticeId> notice;
    std::optional<ContactId> contact;
    std::int64_t size = 0;  // in bytes
};
BOOST_DESCRIBE_STRUCT(
    Bounce, (),
    (id, received_at, outcome, sender, to, subject, words, status, address, notice, contact, size))

struct BounceInFull : Bounce {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(BounceInFull, (Bounce), (text))

// An address to which announcements do not go: of one topic or all, in one brand's name or any.
// Letters to somebody alone go all the same.
struct Suppression {
    SuppressionId id;
    std::string address;
    std::optional<accounts::Topic> topic;  // absent: of every topic
    std::optional<BrandId> brand;          // absent: in anybody's name
    accounts::Unreached cause = accounts::Unreached::no_such_address;
    std::string reason;
    Instant since;
    std::optional<ContactId> contact;  // to whom the mail went
    std::string contact_name;
    std::optional<AccountId> account;
    std::string account_name;
    std::optional<MailId> bounce;  // what came back
    bool operator==(Suppression const&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Suppression, (),
    (id, address, topic, brand, cause, reason, since, contact, contact_name, account, account_name,
     bounce))

// Facts carry no addresses and no words of a server, which repeat addresses.
struct DeliveryBounced {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "DeliveryBounced";
    NoticeId notice;
    std::optional<ContactId> contact;
    std::string about;  // text id of the incident, window or ticket, or ""
    std::string status;
    [[nodiscard]] std::string subject() const { return about.empty() ? notice.text() : about; }
};
BOOST_DESCRIBE_STRUCT(DeliveryBounced, (), (notice, contact, about, status))

// For a person to look at.
struct BounceUnattributed {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "BounceUnattributed";
    MailId bounce;
    [[nodiscard]] std::string subject() const { return bounce.text(); }
};
BOOST_DESCRIBE_STRUCT(BounceUnattributed, (), (bounce))

struct BounceSeen {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "BounceSeen";
    MailId bounce;
    [[nodiscard]] std::string subject() const { return bounce.text(); }
};
BOOST_DESCRIBE_STRUCT(BounceSeen, (), (bounce))

struct AddressSuppressed {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "AddressSuppressed";
    SuppressionId suppression;
    std::optional<ContactId> contact;
    accounts::Unreached cause = accounts::Unreached::no_such_address;
    [[nodiscard]] std::string subject() const
    {
        return contact ? contact->text() : suppression.text();
    }
};
BOOST_DESCRIBE_STRUCT(AddressSuppressed, (), (suppression, contact, cause))

// A person has taken it off the list.
struct SuppressionLifted {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "SuppressionLifted";
    SuppressionId suppression;
    std::optional<ContactId> contact;
    [[nodiscard]] std::string subject() const
    {
        return contact ? contact->text() : suppression.text();
    }
};
BOOST_DESCRIBE_STRUCT(SuppressionLifted, (), (suppression, contact))

}  // namespace tellfirst::notify
