#pragma once
// The portal's part of the door: what was announced to a contact, on whatever channel, and also
// what he did not want to hear by any.
#include "db/db.hpp"
#include "notify/types.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::notify {

struct InboxItem {
    NoticeId id;
    About about;
    std::string title;
    std::string says;  // service, state and outlook, in his language; of news the text
    Instant at;
    bool unread = false;
    bool goes_on = false;  // the newest word of something that is not over
};
BOOST_DESCRIBE_STRUCT(InboxItem, (), (id, about, title, says, at, unread, goes_on))

// What it shows of an announcement.
struct InboxLine {
    std::string title;
    std::string says;
};
// Pure; `words` as the reader may know them.
[[nodiscard]] InboxLine
inbox_line(Announcement const& words, Instant said_at, words::Reader const& reader);

struct InboxOf {
    ContactId contact;
    words::Reader reader;
};

// Of the last year, newest first. What may still be taken back, or is held for his
// brand, is not in it.
[[nodiscard]] std::vector<InboxItem>
inbox(Call& call, InboxOf const& of, std::optional<NoticeId> after, int limit);

// How many of them he has not marked as read; at most as many as one page of it has.
[[nodiscard]] std::int64_t count_unread(Call& call, ContactId contact);

// All up to this one are read. Marks are never taken back.
void mark_read(Call& call, ContactId contact, NoticeId until);

}  // namespace tellfirst::notify
