#pragma once
// The SQL of saying something: notices, frozen audiences. sending_store.hpp has the rest.
#include "db/db.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify {

// test: an announcement that one of us looks at before it is said. digest: announcements that were
// gathered for one contact; its body is a Page.
enum class NoticeKind { announcement, letter, page, test, digest };
BOOST_DESCRIBE_ENUM(NoticeKind, announcement, letter, page, test, digest)

// A public word that a later one took the place of before it left, for some of its readers.
struct EarlierWord {
    UpdateId update;
    Instant at;
    std::string text;
    bool operator==(EarlierWord const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EarlierWord, (), (update, at, text))

struct Notice {
    NoticeId id;
    NoticeKind kind = NoticeKind::letter;
    std::optional<accounts::Topic> topic;  // of an announcement, or a digest of them
    Lane lane = Lane::transactional;
    std::string about;
    std::string body;  // the Announcement, Letter or Page, as JSON
    std::vector<EarlierWord> earlier;
    std::optional<std::string> key;
    BrandId brand;  // in whose name it is said, but for announcements: each delivery has its own
    Instant at;
    Instant due_at;
    Instant useful_until;
    std::optional<Instant> cancelled_at;

    template <class T>
    [[nodiscard]] T body_as() const
    {
        return db::from_value<T>(body);
    }
};
BOOST_DESCRIBE_STRUCT(
    Notice, (),
    (id, kind, topic, lane, about, body, earlier, key, brand, at, due_at, useful_until,
     cancelled_at))

// Contacts by their ids: later than `after`, up to and with `upto`. Everybody, where neither is
// said.
struct Slice {
    ContactId after{1};
    ContactId upto{std::numeric_limits<std::int64_t>::max()};
    bool operator==(Slice const&) const = default;
};

namespace store {

[[nodiscard]] std::optional<Notice> find_notice(db::Tx& tx, NoticeId id);
// None where nobody said this key yet.
[[nodiscard]] NoticeId notice_of_key(db::Tx& tx, std::string const& key);
void add_notice(db::Tx& tx, Notice const& notice);

// Announcements about the same that are waiting or being sent to somebody, or not written down
// yet, oldest first. What is held is not said along: it is not released. Only these contacts are
// looked at.
[[nodiscard]] std::vector<Notice>
words_on_their_way(db::Tx& tx, Notice const& before, Slice const& slice = {});

// How all that waits of something comes to its end.
struct Ended {
    State state = State::cancelled;
    std::string_view reason;
    Instant at;
};

// Newest first.
[[nodiscard]] std::vector<Notice>
news_before(db::Tx& tx, std::optional<NoticeId> before, int limit);

// Waiting deliveries of earlier announcements to those who now get this one.
void supersede_earlier(db::Tx& tx, Notice const& notice, Slice const& slice = {});

// queued: of them, those who are or were to be told.
struct AudienceSize {
    std::int64_t exposed = 0;
    std::int64_t queued = 0;
};
BOOST_DESCRIBE_STRUCT(AudienceSize, (), (exposed, queued))
[[nodiscard]] AudienceSize audience_size(db::Tx& tx, NoticeId notice);

// One recipient of a letter or page.
struct Addressee {
    std::int64_t recipient = 0;
    std::string address;
    std::string name;
    std::string language;
    std::string zone;
    BrandId brand;  // in whose name
    std::optional<std::string> message_id;
    std::optional<AccountId> account = {};  // whose uses decide what he reads
    std::string account_name = {};
};
void add_addressee(db::Tx& tx, Notice const& notice, Addressee const& to);

// Cancels the one delivery of a letter, unless it was ever claimed; answers whether it did.
[[nodiscard]] bool cancel_unclaimed(db::Tx& tx, NoticeId letter, Instant now);

// To whom a Message-ID that a caller chose was sent.
[[nodiscard]] std::vector<std::int64_t> recipients_of(db::Tx& tx, std::string_view message_id);

// Takes back what waits for this contact under this topic.
void opt_out_waiting(db::Tx& tx, ContactId contact, accounts::Topic topic);

}  // namespace store
}  // namespace tellfirst::notify
