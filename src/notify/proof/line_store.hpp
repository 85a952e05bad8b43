#pragma once
// The SQL of the proof.
#include "notify/proof/proof.hpp"

namespace tellfirst::notify {

namespace store {

[[nodiscard]] Proof count_sides(db::Tx& tx, std::string const& about);

// Announcements about this, oldest first.
[[nodiscard]] std::vector<NoticeId> notices_of(db::Tx& tx, std::string const& about);

// Behind which of its deliveries lines of a notice are wanted, and up to whom; channel "" is before
// all channels.
struct BehindDelivery {
    NoticeId notice;
    std::int64_t recipient = 0;
    std::string_view channel;
    std::int64_t upto = std::numeric_limits<std::int64_t>::max();
};
// By recipient, then channel.
[[nodiscard]] std::vector<ProofLine> contact_lines(
    db::Tx& tx, std::string const& about, BehindDelivery const& behind, LinesWanted const& wanted,
    int most);

// Posts to webhooks, oldest first, from behind this one.
[[nodiscard]] std::vector<ProofLine> webhook_lines(
    db::Tx& tx, std::string const& about, WebhookDeliveryId behind, LinesWanted const& wanted,
    int most);

}  // namespace store
}  // namespace tellfirst::notify
