#pragma once
#include "notify/store.hpp"

namespace tellfirst::notify::store {

// An announcement as one contact was to hear of it.
struct Announced {
    NoticeId id;
    std::string about;
    std::string body;
    Instant at;
    std::optional<AccountId> account;  // whose contact he was
    BrandId brand;                     // in whose name he was to hear it
    bool is_newest = false;            // of what was announced to him about the same
};
BOOST_DESCRIBE_STRUCT(Announced, (), (id, about, body, at, account, brand, is_newest))

struct AnnouncedTo {
    ContactId contact;
    Instant since;
    Instant now;
    std::optional<NoticeId> before;
    int limit = 0;
};
[[nodiscard]] std::vector<Announced> announced_to(db::Tx& tx, AnnouncedTo const& what);

// Up to so many of them that are newer than what he read.
[[nodiscard]] std::int64_t count_unread(db::Tx& tx, AnnouncedTo const& what);

[[nodiscard]] std::optional<NoticeId> read_until(db::Tx& tx, ContactId contact);
void save_read_until(db::Tx& tx, ContactId contact, NoticeId until);
void forget_inbox(db::Tx& tx, ContactId contact);

}  // namespace tellfirst::notify::store
