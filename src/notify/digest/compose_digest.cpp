#include "notify/digest/compose_digest.hpp"

#include "notify/wording.hpp"

namespace tellfirst::notify {
namespace {

struct DigestTexts {
    std::string_view one;   // {title}
    std::string_view many;  // {count}
    std::string_view why;   // {time}
};

constexpr DigestTexts english{
    .one = "[digest] {title}",
    .many = "[digest] {count} notices",
    .why = "You get this mail once a day, at {time}, because you chose so."};

constexpr DigestTexts german{
    .one = "[digest] {title}",
    .many = "[digest] {count} Meldungen",
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

std::string entry(Gathered const& gathered, Voice const& voice, Reader const& reader)
{
    auto const& words = gathered.words;
    auto const& texts = texts_in(reader.language);
    auto text =
        first_line(words, gathered.at, reader) + "\n" + one_line(words.title, longest_title) + "\n";
    text += fmt::format("{}: {}\n", texts.starts, words::full_moment(words.started_at, reader));
    if (words.ended_at)
        text += fmt::format("{}: {}\n", texts.ends, words::full_moment(*words.ended_at, reader));
    return text + item_page(words, voice.brand, reader) + "\n\n";
}

}  // namespace

Page digest_page(
    std::vector<Gathered> const& gathered, Voice const& voice, Listener const& to,
    std::string const& time)
{
    auto const& texts = texts_in(to.reader.language);
    auto const& own = digest_texts_in(to.reader.language);
    auto const name = one_line(to.name, longest_title);
    auto text = name.empty() ? std::string{texts.hello}
                             : fmt::format(fmt::runtime(texts.hello_name), fmt::arg("name", name));
    text += "\n\n";
    for (auto const& each : gathered)
        text += entry(each, voice, to.reader);
    auto const token = seal::unsubscribe_token(
        voice.secret, {.contact = ContactId{to.id}, .topic = gathered.front().words.topic});
    text += fmt::format("-- \n{}\n", voice.brand.name);
    if (auto const help = help_words(voice.brand.contact); !help.empty())
        text += fmt::format("{}: {}\n", texts.help, help);
    text += fmt::format(fmt::runtime(own.why), fmt::arg("time", time)) + "\n";
    text += fmt::format("{}: {}/u/{}\n", texts.stop, voice.brand.url, token);
    return {.subject = subject_of(gathered, own), .text = std::move(text), .about = {}, .key = {}};
}

}  // namespace tellfirst::notify
