#include "notify/previews/changes.hpp"

#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

constexpr std::size_t most_characters = 500;

std::string began(Announcement const& words, Reader const& reader)
{
    return words.about.is_window() ? "" : words::full_moment(words.started_at, reader);
}

std::string data(Announcement const& words, Texts const& texts)
{
    auto const known = data_words(words, texts);
    return known.empty() ? data_unknown_words(words, texts) : known;
}

}  // namespace

std::vector<Change> changes_between(
    Announcement const& before, Announcement const& after, Instant now, Reader const& reader)
{
    auto const& texts = texts_in(reader.language);
    auto const in_words = [&](Aspect aspect, Announcement const& words) -> std::string {
        switch (aspect) {
        case Aspect::title: return words.title;
        case Aspect::condition: return condition_words(words, texts);
        case Aspect::services: return named_words(words, texts, most_characters);
        case Aspect::began: return began(words, reader);
        case Aspect::outlook: return outlook_words(words, now, reader);
        case Aspect::data: return data(words, texts);
        case Aspect::workaround: return workaround_words(words, texts);
        }
        return {};
    };
    std::vector<Change> changes;
    for (auto const aspect :
         {Aspect::title, Aspect::condition, Aspect::services, Aspect::began, Aspect::outlook,
          Aspect::data, Aspect::workaround}) {
        Change change{
            .of = aspect, .before = in_words(aspect, before), .after = in_words(aspect, after)};
        if (change.before != change.after)
            changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace tellfirst::notify
