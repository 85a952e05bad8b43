#include "notify/previews/previews.hpp"

#include "notify/previews/changes.hpp"
#include "notify/previews/newest.hpp"
#include "notify/previews/shows.hpp"
#include "notify/progress_store.hpp"

#include <ranges>

namespace tellfirst::notify {
namespace {

// One that was taken back was not said; nobody takes back more than these one after the other.
constexpr int words_looked_at = 20;

auto kind_of(Preview const& one)
{
    return std::tie(one.channel, one.dialect, one.brand, one.language);
}

// "en" and "en-GB" read the same.
std::vector<Preview> each_once(std::vector<Preview> all)
{
    std::vector<Preview> once;
    for (auto& one : all) {
        auto const alike = std::ranges::find_if(
            once, [&](Preview const& other) { return kind_of(other) == kind_of(one); });
        if (alike == once.end())
            once.push_back(std::move(one));
        else
            std::ranges::move(one.places, std::back_inserter(alike->places));
    }
    return once;
}

}  // namespace

std::vector<Preview> previews_of(House const& house, Call& call, About const& about)
{
    auto const notice = newest_word(call, about);
    if (!notice)
        return {};
    std::vector<Preview> all = shown_by_mail(house, call, *notice);
    auto const add = [&](std::vector<Preview> some) {
        std::ranges::move(some, std::back_inserter(all));
    };
    add(shown_by_sms(call, *notice));
    add(shown_by_push(call, *notice));
    add(shown_by_webhook(call, *notice));
    if (all.empty())
        return {};
    add(shown_in_inbox(call, *notice));
    add(shown_as_copy(call, *notice));
    return each_once(std::move(all));
}

Changes changes_of(Call& call, About const& about)
{
    auto const said =
        store::announcements_about(call.tx, about.text(), std::nullopt, words_looked_at);
    auto const before = std::ranges::find_if(
        said | std::views::drop(1), [](Notice const& word) { return !word.cancelled_at; });
    if (before == said.end())
        return {};
    return {
        .since = before->at,
        .all = changes_between(
            before->body_as<Announcement>(), said.front().body_as<Announcement>(), call.now,
            onlooker(call))};
}

}  // namespace tellfirst::notify
