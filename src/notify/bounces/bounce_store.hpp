#pragma once
// The SQL of what came back. suppression_store.hpp has that of the addresses.
#include "notify/bounces/bounces.hpp"
#include "notify/seal.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify::store {

// As it came in; what is to be known of it is saved when it was read.
void add_bounce(db::Tx& tx, Bounce const& bounce, CameBack const& mail);
void save_read(db::Tx& tx, Bounce const& bounce);
[[nodiscard]] std::optional<Bounce> find_bounce(db::Tx& tx, MailId id);
[[nodiscard]] std::optional<CameBack> came_back(db::Tx& tx, MailId id);
[[nodiscard]] std::vector<Bounce>
bounces(db::Tx& tx, std::optional<BounceOutcome> outcome, std::optional<MailId> after, int limit);

// A delivery by mail, as a bounce may be about it.
struct Sent {
    NoticeId notice;
    std::int64_t recipient = 0;
    std::string address;
    BrandId brand;
    State state = State::queued;
    NoticeKind kind = NoticeKind::letter;
    std::string about;

    // Pages go to one of us.
    [[nodiscard]] std::optional<ContactId> contact() const
    {
        bool const is_one_of_us = kind == NoticeKind::page || kind == NoticeKind::test;
        return is_one_of_us ? std::nullopt : std::optional{ContactId{recipient}};
    }
};
BOOST_DESCRIBE_STRUCT(Sent, (), (notice, recipient, address, brand, state, kind, about))
[[nodiscard]] std::optional<Sent> find_sent(db::Tx& tx, seal::Delivery const& delivery);
// The one that left with this Message-ID, which its writer chose. Nothing where there are several.
[[nodiscard]] std::optional<seal::Delivery>
delivery_of_message(db::Tx& tx, std::string_view message_id);

struct WhyBounced {
    std::string reason;
    std::int64_t code = 0;  // 0: there was none
    Instant at;
};
// It has left, whatever we knew of it; it will not leave again.
void mark_bounced(db::Tx& tx, seal::Delivery const& delivery, WhyBounced const& why);

}  // namespace tellfirst::notify::store
