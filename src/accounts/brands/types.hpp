#pragma once
// In whose name pages and mails speak: the vendor's (the default brand), or a partner's.
#include "kernel/email.hpp"
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

namespace tellfirst::accounts {

// Where a reader of this brand's pages gets help.
struct BrandContact {
    std::optional<std::string> text;  // "Weekdays 9 to 17, we speak Dutch"
    std::optional<Email> email;
    std::optional<std::string> phone;
    std::optional<std::string> url;  // http or https
    bool operator==(BrandContact const&) const = default;
};
BOOST_DESCRIBE_STRUCT(BrandContact, (), (text, email, phone, url))

// A partner has a host and a sender of his own, because whatever he left out would be the vendor's.
struct NewBrand {
    static constexpr std::array<std::string_view, 1> required{"name"};
    std::string name;
    std::optional<std::string> host;    // the host name whose pages carry it
    std::optional<BrandId> parent;      // absent = the default brand, which alone has none
    std::optional<std::string> accent;  // "#rrggbb"; absent = the parent's
    BrandContact contact;
    std::optional<Email> mail_from;        // absent = support@ the settings' domain
    std::optional<std::string> mail_name;  // who a mail comes from; absent = name
    std::optional<std::string> language;   // for readers who ask for none; absent = the parent's
};
BOOST_DESCRIBE_STRUCT(
    NewBrand, (), (name, host, parent, accent, contact, mail_from, mail_name, language))

struct Brand : NewBrand {
    BrandId id;
    std::optional<std::string> logo;  // its path on the brand's host
    bool is_default = false;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Brand, (NewBrand), (id, logo, is_default, version))

// What a page or mail of the brand shows, with nothing left to look up. Colour and language come
// from the nearest ancestor that has them; name, contact, logo and sender never do, since a
// partner's customers must not read the vendor's name.
struct ResolvedBrand {
    BrandId id;
    bool is_default = false;
    std::string name;
    std::optional<std::string> host;
    std::string url;                  // how people reach its pages, without a closing slash
    std::optional<std::string> logo;  // its path
    std::optional<std::string> accent;
    std::string accent_text;  // black or white, whichever is read more easily on the accent
    BrandContact contact;
    Email mail_from;
    std::string mail_name;
    // What stands behind the @ of all that we make up for its mails (Message-IDs, addresses to
    // answer, to bounce and to unsubscribe): its sender's domain. Mail to it comes to us.
    std::string mail_domain;
    std::string language = "en";
};
BOOST_DESCRIBE_STRUCT(
    ResolvedBrand, (),
    (id, is_default, name, host, url, logo, accent, accent_text, contact, mail_from, mail_name,
     mail_domain, language))

// A picture as it travels: base64, with its media type ("image/png" or "image/svg+xml").
struct NewLogo {
    std::string type;
    std::string data;
};
BOOST_DESCRIBE_STRUCT(NewLogo, (), (type, data))

struct Logo {
    std::string path;  // made from what is in it, so caches may keep it for ever
    std::string type;
    std::string bytes;
};

// Which brand an account's contacts hear from.
struct AccountBrand {
    BrandId brand;
};
BOOST_DESCRIBE_STRUCT(AccountBrand, (), (brand))

}  // namespace tellfirst::accounts
