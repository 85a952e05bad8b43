#include "notify/digest/compose_digest.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/wording.hpp"

#include <ranges>

namespace tellfirst::notify {
namespace {

struct DigestTexts {
    std::string_view one;    // {title}
    std::string_view many;   // {count}
    std::string_view first;  // {services}, {count}, {time}
    std::string_view why;    // {time}
};

constexpr DigestTexts english{
    .one = "[digest] {title}",
    .many = "[digest] {count} notices",
    .first = "{services}: {count} notices; the first is for {time}.",
    .why = "You get this mail once a day, at {time}, because you chose so."};

constexpr DigestTexts german{
    .one = "[digest] {title}",
    .many = "[digest] {count} Meldungen",
    .first = "{services}: {count} Meldungen; die erste gilt für {time}.",
    .why = "Sie erhalten diese Nachricht einmal am Tag, um {time}, weil Sie das so gewählt haben."};

DigestTexts const& digest_texts_in(Language language)
{
    switch (language) {
    case Language::en: return english;
    case Language::de: return german;
    }
    return english;
}

constexpr std::size_t longest_title = 200;  // nobody reads more of it in a list

std::string subject_of(std::vector<Gathered> const& gathered, DigestTexts const& texts)
{
    if (gathered.size() == 1)
        return fmt::format(
            fmt::runtime(texts.one),
            fmt::arg("title", one_line(gathered.front().words.title, longest_title)));
    return fmt::format(fmt::runtime(texts.many), fmt::arg("count", gathered.size()));
}

// What can be forwarded as a text message: of one its own first line, of many whom they concern and
// from when on. News concerns no service and has no time.
std::string top_line(std::vector<Gathered> const& gathered, Reader const& reader)
{
    auto const has_time = [](Gathered const& each) { return !each.words.about.is_news(); };
    auto const first = std::ranges::find_if(gathered, has_time);
    if (first == gathered.end())
        return one_line(gathered.front().words.title, longest_title);
    if (gathered.size() == 1)
        return first_line(first->words, first->at, reader);
    Announcement all{.title = first->words.title};
    auto soonest = first->words.started_at;
    for (auto const& each : gathered | std::views::filter(has_time)) {
        soonest = std::min(soonest, each.words.started_at);
        for (auto const& name : each.words.service_names)
            if (std::ranges::find(all.service_names, name) == all.service_names.end())
                all.service_names.push_back(name);
    }
    constexpr Instant some_other_day{};  // so the day is said
    auto const line = [&](std::string const& services) {
        return fmt::format(
            fmt::runtime(digest_texts_in(reader.language).first), fmt::arg("services", services),
            fmt::arg("count", gathered.size()),
            fmt::arg("time", words::short_moment(soonest, reader, some_other_day)));
    };
    auto const room = longest_first_line - count_characters(line(""));
    return line(services_words(all, texts_in(reader.language), room));
}

std::string entry(Gathered const& gathered, Voice const& voice, Reader const& reader)
{
    auto const& words = gathered.words;
    if (words.about.is_news())  // it is read nowhere else
        return fmt::format("{}\n\n{}\n\n", one_line(words.title, longest_title), trim(words.text));
    auto text =
        one_line(words.title, longest_title) + "\n" + first_line(words, gathered.at, reader) + "\n";
    if (auto const said = trim(words.text); !said.empty())
        text += fmt::format("\n{}\n\n", said);
    for (auto const& row : times_of(words, reader))
        text += fmt::format("{}: {}\n", row.label, row.words);
    return text + item_page(words, voice.brand, reader) + "\n\n";
}

}  // namespace

Page digest_page(
    std::vector<Gathered> const& gathered, Voice const& voice, Listener const& to,
    std::string const& time)
{
    auto const& texts = texts_in(to.reader.language);
    auto const& own = digest_texts_in(to.reader.language);
    auto text = top_line(gathered, to.reader) + "\n\n" +
                hello_words(to.name, to.address.text(), texts) + "\n\n";
    for (auto const& each : gathered)
        text += entry(each, voice, to.reader);
    auto const token = seal::unsubscribe_token(
        voice.secret, {.contact = ContactId{to.id}, .topic = gathered.front().words.topic});
    text += fmt::format("-- \n{}\n", voice.brand.name);
    if (auto const help = help_words(voice.brand.contact); !help.empty())
        text += fmt::format("{}: {}\n", texts.help, help);
    text += fmt::format("{}: {}/\n", texts.status_page, voice.brand.url);
    text += fmt::format(fmt::runtime(own.why), fmt::arg("time", time)) + "\n";
    text += fmt::format("{}: {}/u/{}\n", texts.stop, voice.brand.url, token);
    text += fmt::format(
        "{}: {}{}\n", texts.preferences, voice.brand.url,
        accounts::own_path(voice.secret, ContactId{to.id}));
    return {.subject = subject_of(gathered, own), .text = std::move(text), .about = {}, .key = {}};
}

}  // namespace tellfirst::notify
