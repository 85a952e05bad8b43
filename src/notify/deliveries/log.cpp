#include "notify/deliveries/log.hpp"

#include "kernel/log.hpp"
#include "notify/deliveries/log_store.hpp"
#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

struct Said {
    std::string title;
    std::optional<std::string> state;
};

Said said_in(store::LogRow const& row)
{
    try {
        if (row.kind == NoticeKind::announcement) {
            auto words = in_language(
                db::from_value<Announcement>(row.body), words::language_of(row.language));
            auto state = words.about.is_news() ? std::nullopt : std::optional{words.state};
            return {
                .title = row.released_as.value_or(std::move(words.title)),
                .state = std::move(state)};
        }
        return {.title = db::from_value<Letter>(row.body).subject, .state = {}};
    } catch (db::BadRow const&) {
        // One that cannot be read must not hide what became of all others.
        log::warning("notify.unreadable", {{"notice", row.notice.text()}});
        return {};
    }
}

LoggedNotice notice_of(store::LogRow const& row)
{
    auto said = said_in(row);
    return {
        .id = row.notice,
        .kind =
            row.kind == NoticeKind::announcement ? LoggedKind::announcement : LoggedKind::letter,
        .about = row.about,
        .title = std::move(said.title),
        .state = std::move(said.state),
        .made_at = row.made_at,
        .deliveries = {}};
}

LoggedDelivery delivery_of(store::LogRow row)
{
    return {
        .channel = row.channel,
        .address = std::move(row.address),
        .state = row.state,
        .code = row.code,
        .reason = std::move(row.reason),
        .attempts = row.attempts,
        .due_at = row.due_at,
        .at = row.at,
        .in_digest = row.in_digest};
}

}  // namespace

std::vector<LoggedNotice>
delivery_log(Call& call, LogOf const& of, std::optional<NoticeId> after, int limit)
{
    std::vector<LoggedNotice> log;
    for (auto& row :
         store::log_rows(call.tx, {.of = of, .now = call.now, .before = after, .notices = limit})) {
        if (log.empty() || log.back().id != row.notice) {
            if (std::ssize(log) == limit)
                break;  // as many of each kind were read
            log.push_back(notice_of(row));
        }
        log.back().deliveries.push_back(delivery_of(std::move(row)));
    }
    return log;
}

}  // namespace tellfirst::notify
