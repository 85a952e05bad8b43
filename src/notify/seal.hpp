#pragma once
// Names that leave the house and come back: each carries what it means and a seal (an HMAC under
// the secret of the settings), so that nobody else can make one and no table has to remember it.
#include "accounts/types.hpp"

namespace tellfirst::notify::seal {

// The secret is the house's; the domain is that of the brand in whose name the mail leaves.
struct Owner {
    std::string secret;
    std::string domain;
};

// One delivery: a notice and who gets it (the id of a contact or of one of us).
struct Delivery {
    NoticeId notice;
    std::int64_t recipient = 0;
    auto operator<=>(Delivery const&) const = default;
};

// "NOTICE.RECIPIENT.SEAL@domain": the same however often the delivery is sent, so a receiver can
// drop the copy.
[[nodiscard]] std::string message_id(Owner const& owner, Delivery const& delivery);
// On whatever domain: brands have their own, and may change it.
[[nodiscard]] std::optional<Delivery>
read_message_id(std::string_view secret, std::string_view text);

// "NOTICERECIPIENT-SEAL", for one purpose alone: the same however often the delivery is sent.
[[nodiscard]] std::string
delivery_token(std::string_view secret, std::string_view purpose, Delivery const& delivery);
[[nodiscard]] std::optional<Delivery>
read_delivery_token(std::string_view secret, std::string_view purpose, std::string_view token);

// "bounce+NOTICERECIPIENT-SEAL@domain": the envelope sender of one delivery (VERP). At most 64
// octets before the @, and nothing in it that a mail server may change (RFC 5321 4.5.3.1.1).
[[nodiscard]] std::string bounce_address(Owner const& owner, Delivery const& delivery);
// On whatever domain, and in whatever case it came back.
[[nodiscard]] std::optional<Delivery>
read_bounce_address(std::string_view secret, std::string_view address);

// What an unsubscribe link asks for. The token works for ever and fits into a local part.
struct Unsubscribe {
    ContactId contact;
    accounts::Topic topic = accounts::Topic::news;
    bool operator==(Unsubscribe const&) const = default;
};
[[nodiscard]] std::string unsubscribe_token(std::string_view secret, Unsubscribe const& wish);
[[nodiscard]] std::optional<Unsubscribe>
read_unsubscribe_token(std::string_view secret, std::string_view token);

// A word that is held for a brand: whoever has this may release it.
struct Held {
    NoticeId notice;
    BrandId brand;
    bool operator==(Held const&) const = default;
};
[[nodiscard]] std::string release_token(std::string_view secret, Held const& held);
[[nodiscard]] std::optional<Held>
read_release_token(std::string_view secret, std::string_view token);

}  // namespace tellfirst::notify::seal
