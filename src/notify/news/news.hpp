#pragma once
// News' part of the door: a word to all readers of a brand, about nothing that is broken or
// planned.
#include "db/db.hpp"
#include "notify/types.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

// Said in the name of one brand, to who reads in it and has news on, on whatever channel he chose
// for it. Nobody is asked whether he uses anything.
struct NewNews {
    static constexpr std::array<std::string_view, 1> required{"texts"};
    std::optional<BrandId> brand;  // absent: the default brand
    std::optional<PlanId> plan;    // only accounts on it
    std::vector<Wording> texts;    // the first is for who reads no language of the others
    std::optional<std::int64_t> undo_s;
};
BOOST_DESCRIBE_STRUCT(NewNews, (), (brand, plan, texts, undo_s))

struct News {
    NoticeId id;
    BrandId brand;
    std::optional<PlanId> plan;
    std::vector<Wording> texts;
    Progress notice;  // how far it is
};
BOOST_DESCRIBE_STRUCT(News, (), (id, brand, plan, texts, notice))

// Announces it; as any notice it can be taken back, paused, cut short, and waits for approval.
// Errors news.needs_text ("texts"), news.unknown_language ("texts[1].language"),
// news.language_twice, news.needs_title, news.title_too_long, news.text_too_long, news.bad_undo,
// brand.not_found, plan.not_found.
[[nodiscard]] Result<News> publish_news(Call& call, NewNews const& wish);

[[nodiscard]] std::optional<News> find_news(Call& call, NoticeId id);

// Newest first.
[[nodiscard]] std::vector<News> news(Call& call, std::optional<NoticeId> after, int limit);

void add_news_routes(http::Table& table);

}  // namespace tellfirst::notify
