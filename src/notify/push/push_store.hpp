#pragma once
#include "db/db.hpp"
#include "notify/sending_store.hpp"

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

// By which a browser is found without its address, which is a secret.
[[nodiscard]] std::string key_of_browser(std::string_view endpoint);
[[nodiscard]] std::optional<Browser>
find_browser(db::Tx& tx, ContactId contact, std::string const& key);
void remove_browser_of_key(db::Tx& tx, ContactId contact, std::string const& key);

// What a contact is told of one notice by push.
struct PushDelivery {
    NoticeId notice;
    ContactId contact;
};
// None where it is of no use any more, was cancelled, or is of an older data epoch.
[[nodiscard]] std::optional<State>
state_of_push(db::Tx& tx, PushDelivery const& delivery, Instant now);
[[nodiscard]] Claimed claimed_push(db::Tx& tx, PushDelivery const& delivery);

// His of later words about the same, oldest first.
struct LaterPush {
    NoticeId notice;
    State state = State::queued;
};
BOOST_DESCRIBE_STRUCT(LaterPush, (), (notice, state))
[[nodiscard]] std::vector<LaterPush> later_pushes(db::Tx& tx, PushDelivery const& delivery);

[[nodiscard]] std::optional<LockedKey> push_key(db::Tx& tx);
void save_push_key(db::Tx& tx, LockedKey const& key);

}  // namespace store
}  // namespace tellfirst::notify
