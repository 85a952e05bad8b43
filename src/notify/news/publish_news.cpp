#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/news/news.hpp"
#include "notify/notify.hpp"
#include "notify/progress.hpp"
#include "notify/store.hpp"
#include "notify/texts.hpp"

namespace tellfirst::notify {
namespace {

// As any word of ours: it stands in a subject line, and its mail stays below what programs cut.
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 10'000;
constexpr std::int64_t longest_undo_s = 3600;

// In another language nobody would be spoken to.
bool is_ours(std::string_view language)
{
    return texts_in(words::language_of(language)).tag == language;
}

Result<void> check_wording(Wording const& said, std::string const& at)
{
    if (!is_ours(said.language))
        return invalid("news.unknown_language", at + ".language", "Write in \"en\" or \"de\".");
    if (trim(said.title).empty())
        return invalid("news.needs_title", at + ".title", "Write a title.");
    if (said.title.size() > longest_title)
        return invalid("news.title_too_long", at + ".title", "Write at most 200 bytes.");
    if (trim(said.text).empty())
        return invalid("news.needs_text", at + ".text", "Write what is new.");
    if (said.text.size() > longest_text)
        return invalid("news.text_too_long", at + ".text", "Write at most 10,000 bytes.");
    return {};
}

Result<void> check_wordings(std::vector<Wording> const& texts)
{
    if (texts.empty())
        return invalid("news.needs_text", "texts", "Write what is new, in one language at least.");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const at = fmt::format("texts[{}]", i);
        if (auto const good = check_wording(texts[i], at); !good)
            return good;
        auto const before = std::span{texts}.first(i);
        if (std::ranges::find(before, texts[i].language, &Wording::language) != before.end())
            return invalid(
                "news.language_twice", at + ".language", "Write it once in each language.");
    }
    return {};
}

Result<void> check(Call& call, NewNews const& wish)
{
    if (auto const good = check_wordings(wish.texts); !good)
        return good;
    if (wish.undo_s && (*wish.undo_s < 0 || *wish.undo_s > longest_undo_s))
        return invalid("news.bad_undo", "undo_s", "undo_s is a number of seconds, 0 to 3600.");
    if (wish.brand && !accounts::find_brand(call.tx, *wish.brand))
        return invalid("brand.not_found", "brand", "There is no such brand.");
    if (wish.plan && !accounts::find_plan(call.tx, *wish.plan))
        return invalid("plan.not_found", "plan", "There is no such plan.");
    return {};
}

Announcement announcement_of(Call& call, NoticeId id, NewNews const& wish)
{
    return {
        .about = id,
        .update = call.new_id<UpdateId>(),
        .reach = Reach::readers,
        .topic = accounts::Topic::news,
        .tag = "news",
        .title = wish.texts.front().title,
        .state = "news",
        .text = wish.texts.front().text,
        .started_at = call.now,
        .brand = wish.brand.value_or(accounts::default_brand(call.tx).id),
        .plan = wish.plan,
        .wordings = wish.texts};
}

News news_of(Call& call, Notice const& notice)
{
    auto words = notice.body_as<Announcement>();
    return {
        .id = notice.id,
        .brand = words.brand.value_or(BrandId{}),
        .plan = words.plan,
        .texts = std::move(words.wordings).value_or(std::vector<Wording>{}),
        .notice = progress_of(call, notice)};
}

}  // namespace

Result<News> publish_news(Call& call, NewNews const& wish)
{
    if (auto const good = check(call, wish); !good)
        return good.error();
    auto const id = call.new_id<NoticeId>();
    auto const undo = wish.undo_s ? std::chrono::seconds{*wish.undo_s} : call.settings.notify.undo;
    (void)announce(call, announcement_of(call, id, wish), undo);
    return *find_news(call, id);
}

std::optional<News> find_news(Call& call, NoticeId id)
{
    auto const notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement ||
        notice->topic != accounts::Topic::news)
        return std::nullopt;
    return news_of(call, *notice);
}

std::vector<News> news(Call& call, std::optional<NoticeId> after, int limit)
{
    std::vector<News> all;
    for (auto const& notice : store::news_before(call.tx, after, limit))
        all.push_back(news_of(call, notice));
    return all;
}

}  // namespace tellfirst::notify
