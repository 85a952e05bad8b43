#include "notify/inbox/inbox.hpp"

#include "kernel/log.hpp"
#include "notify/channels/prepare.hpp"
#include "notify/compose.hpp"
#include "notify/holds/hold.hpp"
#include "notify/inbox/inbox_store.hpp"
#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

constexpr std::chrono::days kept_in_view{365};
constexpr int most_unread = 50;

store::AnnouncedTo announced_now(Call const& call, ContactId contact)
{
    return {.contact = contact, .since = call.now - kept_in_view, .now = call.now, .before = {}};
}

bool is_over(std::string_view state)
{
    constexpr std::array<std::string_view, 5> ends{
        "resolved", "review", "merged", "finished", "cancelled"};
    return std::ranges::find(ends, state) != ends.end();
}

std::optional<InboxItem>
item_of(Call& call, store::Announced const& announced, words::Reader const& reader)
{
    try {
        auto const hold =
            store::find_hold(call.tx, {.brand = announced.brand, .notice = announced.id});
        auto const words = in_language(
            as_account_knows(
                call.tx, as_released(db::from_value<Announcement>(announced.body), hold),
                announced.account),
            reader.language);
        auto line = inbox_line(words, announced.at, reader);
        return InboxItem{
            .id = announced.id,
            .about = words.about,
            .title = std::move(line.title),
            .says = std::move(line.says),
            .at = announced.at,
            .goes_on = !words.about.is_news() && announced.is_newest && !is_over(words.state)};
    } catch (db::BadRow const&) {
        // One that cannot be read must not hide all others.
        log::warning("notify.unreadable", {{"notice", announced.id.text()}});
        return std::nullopt;
    }
}

}  // namespace

InboxLine inbox_line(Announcement const& words, Instant said_at, words::Reader const& reader)
{
    return {
        .title = words.title,
        .says = words.about.is_news() ? words.text : first_line(words, said_at, reader)};
}

std::vector<InboxItem>
inbox(Call& call, InboxOf const& of, std::optional<NoticeId> after, int limit)
{
    auto what = announced_now(call, of.contact);
    what.before = after;
    what.limit = limit;
    auto const read = store::read_until(call.tx, of.contact).value_or(NoticeId{});
    std::vector<InboxItem> items;
    for (auto const& announced : store::announced_to(call.tx, what)) {
        auto item = item_of(call, announced, of.reader);
        if (!item)
            continue;
        item->unread = announced.id > read;
        items.push_back(*std::move(item));
    }
    return items;
}

std::int64_t count_unread(Call& call, ContactId contact)
{
    auto what = announced_now(call, contact);
    what.limit = most_unread;
    return store::count_unread(call.tx, what);
}

void mark_read(Call& call, ContactId contact, NoticeId until)
{
    store::save_read_until(call.tx, contact, until);
}

}  // namespace tellfirst::notify
