#include "notify/copies/copy_text.hpp"

#include "kernel/text.hpp"
#include "notify/compose.hpp"
#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

using Names = std::span<std::string const>;

bool is_letter(char c)
{
    auto const byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

// Where the name stands in the text as a word, both in lower case.
std::size_t place_of(std::string_view text, std::string_view name)
{
    if (name.empty())
        return text.npos;
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        auto const end = at + name.size();
        bool const begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(name.front());
        bool const ends = end == text.size() || !is_letter(text[end]) || !is_letter(name.back());
        if (begins && ends)
            return at;
    }
    return text.npos;
}

bool names_any(std::string_view text, Names names)
{
    return std::ranges::any_of(names, [&](auto const& name) { return is_named(text, name); });
}

// What is left of "Lens Mail - EU" without "Lens" begins with a letter and has no gap.
std::string without(std::string text, Names names)
{
    for (bool is_clean = false; !is_clean;) {
        is_clean = true;
        for (auto const& name : names) {
            auto const at = place_of(ascii_lower(text), ascii_lower(name));
            if (at == text.npos)
                continue;
            text.replace(at, name.size(), " ");
            is_clean = false;
        }
    }
    std::string left;
    for (auto const word : split(text, ' ')) {
        bool const is_word = std::ranges::any_of(word, is_letter);
        if (is_word || (!left.empty() && !word.empty()))
            left += (left.empty() ? "" : " ") + std::string{word};
    }
    return left;
}

std::string_view some_service(Language language)
{
    switch (language) {
    case Language::en: return "One of our services";
    case Language::de: return "Einer unserer Dienste";
    }
    return "";
}

}  // namespace

bool is_named(std::string_view text, std::string_view name)
{
    return place_of(ascii_lower(text), ascii_lower(name)) != text.npos;
}

std::string copy_text(Announcement words, Instant said_at, Reader const& reader, Names names)
{
    if (words.about.is_news())
        return {};
    auto const& texts = texts_in(reader.language);
    for (auto& name : words.service_names)
        name = without(one_line(name, 1000), names);
    std::erase(words.service_names, "");
    words.title = without(one_line(words.title, 1000), names);
    words.when.eta_words = without(words.when.eta_words, names);
    if (words.service_names.empty() && words.title.empty())
        words.title = some_service(reader.language);

    // It is read whenever it is handed on: each moment says its day.
    constexpr std::chrono::days another_time{3660};
    auto text = first_line(words, said_at - another_time, reader);
    if (auto const data = data_words(words, texts); !data.empty())
        text += " " + data;
    auto const helps = one_line(workaround_words(words, texts), 2000);
    constexpr std::size_t fewest_useful = 40;  // less of a hint is none
    auto const left = longest_copy_text - count_characters(text);
    if (!helps.empty() && !names_any(helps, names) && left > fewest_useful)
        text += " " + cut_characters(helps, left - 1);
    // What was cut may have become a name.
    return names_any(text, names) ? without(std::move(text), names) : text;
}

}  // namespace tellfirst::notify
