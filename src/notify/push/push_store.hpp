#pragma once
#include "db/db.hpp"

namespace tellfirst::notify {

struct Browser {
    std::string endpoint;
    db::Blob open_key;
    db::Blob auth;
};
BOOST_DESCRIBE_STRUCT(Browser, (), (endpoint, open_key, auth))

struct LockedKey {
    db::Blob open_key;
    db::Blob locked;
};
BOOST_DESCRIBE_STRUCT(LockedKey, (), (open_key, locked))

namespace store {

// Who is told there.
[[nodiscard]] std::optional<ContactId> contact_of_browser(db::Tx& tx, std::string const& endpoint);
void save_browser(db::Tx& tx, ContactId contact, Browser const& browser, Instant now);
// All but the newest so many.
void keep_newest_browsers(db::Tx& tx, ContactId contact, std::int64_t most);
void remove_browser(db::Tx& tx, ContactId contact, std::string const& endpoint);
void remove_browsers(db::Tx& tx, ContactId contact);
// The newest first.
[[nodiscard]] std::vector<Browser> browsers_of(db::Tx& tx, ContactId contact);
[[nodiscard]] std::int64_t count_browsers(db::Tx& tx, ContactId contact);

[[nodiscard]] std::optional<LockedKey> push_key(db::Tx& tx);
void save_push_key(db::Tx& tx, LockedKey const& key);

}  // namespace store
}  // namespace tellfirst::notify
