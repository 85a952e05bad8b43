#include "notify/webhooks/chat/words.hpp"

#include "kernel/text.hpp"
#include "notify/compose.hpp"
#include "notify/wording.hpp"

#include <fmt/format.h>

namespace tellfirst::notify::chat {
namespace {

// Nobody reads more of them in a chat.
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_fact = 500;

constexpr std::string_view no_width = "\u200b";

struct Hello {
    std::string_view line;  // {brand}
};

constexpr Hello english{
    .line = "From now on you read here what {brand} announces. This is a test."};
constexpr Hello german{
    .line = "Von jetzt an lesen Sie hier, was {brand} ank\u00fcndigt. Dies ist ein Test."};

Hello const& hello_in(Language language)
{
    switch (language) {
    case Language::en: return english;
    case Language::de: return german;
    }
    return english;
}

Mood mood_of(Announcement const& words)
{
    if (words.about.is_window())
        return Mood::work;
    return words.topic == accounts::Topic::recovery ? Mood::over : Mood::trouble;
}

bool is_letter(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string calm(std::string_view text)
{
    std::string calmed;
    bool is_in_word = false;
    for (char const letter : text) {
        calmed += letter;
        if (letter == '@' && !is_in_word)
            calmed += no_width;
        is_in_word = is_letter(letter);
    }
    return calmed;
}

std::string escaped(std::string_view text, std::size_t most, Escape escape)
{
    std::string all;
    std::size_t characters = 0;
    std::size_t fits = 0;  // bytes of it that leave room for an ellipsis
    for (std::size_t from = 0; from < text.size();) {
        auto const letter = cut_utf8(text.substr(from), 4);
        std::size_t length = 1;
        while (length < letter.size() &&
               (static_cast<unsigned char>(letter[length]) & 0xc0) == 0x80)
            ++length;
        auto const piece =
            length == 1 ? escape(text[from]) : std::string{text.substr(from, length)};
        from += length;
        all += piece;
        characters += count_characters(piece);
        if (characters < most)
            fits = all.size();
        if (characters > most)
            return all.substr(0, fits) + "\u2026";
    }
    return all;
}

std::string no_markdown(char letter)
{
    constexpr std::string_view means_something = "\\`*_~|[]<>#";
    return means_something.contains(letter) ? std::string{'\\', letter} : std::string{letter};
}

std::string as_is(char letter)
{
    return {letter};
}

Words words_of(Spoken const& spoken, Announcement const& words)
{
    auto const& texts = texts_in(spoken.reader.language);
    Words said{
        .line = calm(first_line(words, spoken.said_at, spoken.reader)),
        .title = calm(cut_characters(one_line(words.title, 1000), longest_title)),
        .text = calm(trim(words.text)),
        .link = item_page(words, spoken.brand, spoken.reader),
        .link_text = std::string{texts.now_there},
        .mood = mood_of(words)};
    auto const named = named_words(words, texts, longest_fact);
    if (words.named && named != services_words(words, texts, longest_fact))
        said.facts.push_back(calm(fmt::format("{}: {}", texts.services, named)));
    for (auto const& fact : {data_words(words, texts), workaround_words(words, texts)})
        if (!fact.empty())
            said.facts.push_back(calm(cut_characters(fact, longest_fact)));
    if (words.workaround && words.workaround_url)
        said.facts.push_back(*words.workaround_url);
    return said;
}

Words hello_of(Spoken const& spoken)
{
    auto const& texts = texts_in(spoken.reader.language);
    return {
        .line = calm(fmt::format(
            fmt::runtime(hello_in(spoken.reader.language).line),
            fmt::arg("brand", one_line(spoken.brand.name, longest_title)))),
        .title = "",
        .link = spoken.brand.url + "/",
        .link_text = std::string{texts.status_page},
        .mood = Mood::over};
}

}  // namespace tellfirst::notify::chat
