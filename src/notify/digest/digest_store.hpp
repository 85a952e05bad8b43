#pragma once
// The SQL of digests.
#include "notify/store.hpp"

namespace tellfirst::notify::store {

[[nodiscard]] bool is_digest_due(db::Tx& tx, Instant now);

// A delivery that is due to be gathered.
struct ToGather {
    NoticeId notice;
    std::int64_t recipient = 0;
    std::string address;
    std::string name;
    std::string language;
    std::string zone;
    std::optional<AccountId> account;
    BrandId brand;
    std::string digest_at;
};
BOOST_DESCRIBE_STRUCT(
    ToGather, (), (notice, recipient, address, name, language, zone, account, brand, digest_at))
// All that is due of so many recipients, one after the other, each in the order of the notices.
[[nodiscard]] std::vector<ToGather> due_for_digests(db::Tx& tx, Instant now, int recipients);

void leave_by_itself(db::Tx& tx, ToGather const& row);

// From now on what becomes of the digest becomes of this.
void carry(db::Tx& tx, ToGather const& gathered, NoticeId digest);

// What was carried by these has the outcome of its digest, where that has one. Ids of other notices
// do no harm.
void share_outcomes(db::Tx& tx, std::vector<NoticeId> const& digests);
// Digests that carry something without an outcome.
[[nodiscard]] std::vector<NoticeId> open_digests(db::Tx& tx);

}  // namespace tellfirst::notify::store
