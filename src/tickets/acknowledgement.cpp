#include "tickets/acknowledgement.hpp"

#include "tickets/texts.hpp"

#include <fmt/format.h>

namespace tellfirst::tickets {
namespace {

// More incidents than this in one mail tell nobody anything.
constexpr std::size_t most_known = 3;

struct Writer {
    Texts const& texts;
    words::Reader const& reader;
    Instant now;

    [[nodiscard]] std::string moment(Instant at) const
    {
        return words::short_moment(at, reader, now);
    }

    [[nodiscard]] std::string when(Acknowledgement::Known const& known) const
    {
        std::vector<std::string> sentences;
        bool const late = (known.eta_at && *known.eta_at <= now) ||
                          (known.next_word_at && *known.next_word_at <= now);
        if (known.eta_at && *known.eta_at > now)
            sentences.push_back(
                fmt::format(fmt::runtime(texts.eta), fmt::arg("time", moment(*known.eta_at))));
        if (known.next_word_at && *known.next_word_at > now)
            sentences.push_back(fmt::format(
                fmt::runtime(texts.next_word), fmt::arg("time", moment(*known.next_word_at))));
        if (late)
            sentences.emplace_back(texts.overdue);
        return fmt::format("{}", fmt::join(sentences, " "));
    }

    [[nodiscard]] std::string others(std::int64_t count) const
    {
        if (count == 0)
            return {};
        if (count == 1)
            return " " + std::string{texts.others_one};
        return " " + fmt::format(fmt::runtime(texts.others), fmt::arg("count", count));
    }

    [[nodiscard]] std::string helps(Acknowledgement::Known const& known) const
    {
        if (known.workaround.empty())
            return {};
        return " " + fmt::format(
                         fmt::runtime(texts.workaround), fmt::arg("workaround", known.workaround));
    }

    [[nodiscard]] std::string about(Acknowledgement::Known const& known) const
    {
        auto const sentence = fmt::format(
            fmt::runtime(known.named ? texts.named : texts.suspected),
            fmt::arg("services", known.services), fmt::arg("when", when(known)));
        return sentence + helps(known) + others(known.other_accounts) + " " +
               std::string{texts.told};
    }

    [[nodiscard]] std::string answer_by(Acknowledgement const& facts) const
    {
        auto text = fmt::format(fmt::runtime(texts.received), fmt::arg("number", facts.number));
        text += " ";
        if (facts.due_at)
            text += fmt::format(
                fmt::runtime(texts.due),
                fmt::arg("time", words::full_moment(*facts.due_at, reader)));
        else
            text += texts.no_due;
        if (facts.open_until)
            text += " " +
                    fmt::format(
                        fmt::runtime(texts.open_hours), fmt::arg("to", moment(*facts.open_until)));
        else if (facts.opens_at)
            text += " " + fmt::format(
                              fmt::runtime(texts.opens_next),
                              fmt::arg("time", words::full_moment(*facts.opens_at, reader)));
        return text;
    }
};

}  // namespace

std::string plain_subject(std::int64_t number, words::Language language)
{
    return fmt::format(fmt::runtime(texts_in(language).subject), fmt::arg("number", number));
}

std::string
acknowledgement_text(Acknowledgement const& facts, words::Reader const& reader, Instant now)
{
    Writer const writer{.texts = texts_in(reader.language), .reader = reader, .now = now};
    std::vector<std::string> paragraphs;
    if (!facts.name.empty())
        paragraphs.push_back(
            fmt::format(fmt::runtime(writer.texts.hello), fmt::arg("name", facts.name)));
    // What he named himself comes before everything else that we have to say.
    for (auto const& known : facts.known)
        if (known.named && paragraphs.size() <= most_known)
            paragraphs.push_back(writer.about(known));
    paragraphs.push_back(writer.answer_by(facts));
    for (auto const& known : facts.known)
        if (!known.named && paragraphs.size() <= most_known + 1)
            paragraphs.push_back(writer.about(known));
    paragraphs.emplace_back(writer.texts.add_to_it);
    return fmt::format("{}\n", fmt::join(paragraphs, "\n\n"));
}

}  // namespace tellfirst::tickets
