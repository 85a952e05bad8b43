#pragma once
// What is seen of a word before it is said.
#include "kernel/money.hpp"
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// By what it is read. The first four are sent; the portal's inbox shows what was announced, a copy
// is handed on by hand, and a calendar is fetched.
enum class Medium { mail, sms, push, webhook, inbox, copy, calendar };
BOOST_DESCRIBE_ENUM(Medium, mail, sms, push, webhook, inbox, copy, calendar)

enum class Alphabet { gsm, ucs2 };
BOOST_DESCRIBE_ENUM(Alphabet, gsm, ucs2)

// How long a text is on a phone, and what it costs each time, where a price is set.
struct SmsSize {
    Alphabet alphabet = Alphabet::gsm;
    std::int64_t units = 0;  // septets, or units of 16 bits
    std::optional<Money> price;
};
BOOST_DESCRIBE_STRUCT(SmsSize, (), (alphabet, units, price))

// A webhook to which this would be posted at once.
struct Place {
    WebhookId webhook;
    std::string host;
    std::string account_name;
};
BOOST_DESCRIBE_STRUCT(Place, (), (webhook, host, account_name))

struct Preview {
    Medium channel = Medium::mail;
    std::optional<Dialect> dialect;  // of a webhook
    std::optional<BrandId> brand;    // none: it names nobody
    std::string language;
    std::string subject;  // a mail's; the title of what has one
    std::string text;     // of a webhook the JSON, with line ends
    std::optional<std::string> html;
    std::optional<std::string> link;  // where it leads
    std::int64_t parts = 1;           // in so many pieces it travels
    std::optional<SmsSize> sms;
    std::vector<Place> places;  // some of those of a webhook
};
BOOST_DESCRIBE_STRUCT(
    Preview, (), (channel, dialect, brand, language, subject, text, html, link, parts, sms, places))

// What a word says otherwise than the one before it. condition: how bad it is and how far we are;
// began: of an incident; outlook: when it will be over, or a window's time.
enum class Aspect { title, condition, services, began, outlook, data, workaround };
BOOST_DESCRIBE_ENUM(Aspect, title, condition, services, began, outlook, data, workaround)

// In the words of a mail; "" where nothing was said of it.
struct Change {
    Aspect of = Aspect::title;
    std::string before;
    std::string after;
    bool operator==(Change const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Change, (), (of, before, after))

// since: when the word before it was said; none where it is the first.
struct Changes {
    std::optional<Instant> since;
    std::vector<Change> all;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (since, all))

}  // namespace tellfirst::notify
