#include "accounts/accounts.hpp"
#include "notify/fanout/approval.hpp"
#include "notify/fanout/ending_store.hpp"
#include "notify/fanout/freeze.hpp"
#include "notify/notify.hpp"
#include "notify/store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {
namespace {

// A day later nobody wants to hear for the first time that something was down.
constexpr std::chrono::hours incident_is_news{24};
// What is new may be read after a weekend.
constexpr std::chrono::days news_is_news{3};

// A plan is worth knowing until the work is over; that it is over, or off, for as long as the end
// of an outage.
Instant useful_until(Announcement const& words, Instant leaves)
{
    if (words.about.is_news())
        return leaves + news_is_news;
    auto const as_news = leaves + incident_is_news;
    if (!words.about.is_window() || words.state == "finished")
        return as_news;
    auto const over = words.ended_at.value_or(leaves);
    return std::max(over, words.state == "cancelled" ? as_news : leaves);
}

// More would bury the newest word.
constexpr std::size_t most_earlier_words = 5;

Lane lane_of(About const& about)
{
    if (about.is_news())
        return Lane::news;
    return about.is_window() ? Lane::planned : Lane::incident;
}

std::string key_of_update(UpdateId update)
{
    return "announcement:" + update.text();
}

std::optional<std::string> key_of(Announcement const& words)
{
    if (!words.update)
        return std::nullopt;
    return key_of_update(words.update);
}

// Or cut short: what is not said itself is not said along.
bool was_ended(db::Tx& tx, EarlierWord const& word)
{
    auto const id = word.update ? store::notice_of_key(tx, key_of_update(word.update)) : NoticeId{};
    auto const notice = id ? store::find_notice(tx, id) : std::nullopt;
    return notice && notice->cancelled_at;
}

// What the readers of this notice did not get to read, oldest first: it is said along.
std::vector<EarlierWord> words_collapsed_into(db::Tx& tx, Notice const& notice)
{
    std::vector<EarlierWord> words;
    auto const add = [&](EarlierWord const& word) {
        if (std::ranges::find(words, word) == words.end() && !was_ended(tx, word))
            words.push_back(word);
    };
    // What one that is being taken back had taken the place of would go on, but for this one.
    for (auto const& unsaid : store::being_taken_back(tx, notice))
        std::ranges::for_each(unsaid.earlier, add);
    for (auto const& passed : store::words_on_their_way(tx, notice)) {
        auto const said = passed.body_as<Announcement>();
        std::ranges::for_each(passed.earlier, add);
        add({.update = said.update, .at = passed.at, .text = said.text});
    }
    if (words.size() > most_earlier_words)
        words.erase(words.begin(), words.end() - most_earlier_words);
    return words;
}

}  // namespace

NoticeId announce(Call& call, Announcement const& words, std::chrono::seconds undo)
{
    auto const key = key_of(words);
    if (key)
        if (auto const said = store::notice_of_key(call.tx, *key))
            return said;

    Notice notice{
        .id = words.about.news().value_or(call.new_id<NoticeId>()),
        .kind = NoticeKind::announcement,
        .topic = words.topic,
        .lane = lane_of(words.about),
        .about = words.about.text(),
        .body = write_json(to_json(words)),
        .earlier = {},
        .key = key,
        .brand = accounts::default_brand(call.tx).id,
        .at = call.now,
        .due_at = call.now + undo,
        .useful_until = useful_until(words, call.now + undo)};
    notice.earlier = words_collapsed_into(call.tx, notice);
    store::add_notice(call.tx, notice);

    ask_for_approval(call, notice, words);
    freeze_webhooks(call, notice, words, target_of(words));
    freeze(call, notice, words);
    return notice.id;
}

}  // namespace tellfirst::notify
