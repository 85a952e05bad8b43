#include "notify/sms/text.hpp"

#include "notify/compose.hpp"

namespace tellfirst::notify {
namespace {

// One part of UCS-2, in characters.
constexpr std::size_t shortest_line = 70;

SmsText measured(std::string text)
{
    auto const length = sms_length(text);
    return {.text = std::move(text), .length = length};
}

// Printed marks are worth losing only where all else is of the GSM alphabet.
SmsText as_gsm_if_possible(std::string text)
{
    auto plain = measured(plain_marks(text));
    return plain.length.is_gsm ? plain : measured(std::move(text));
}

std::string line(SmsOf const& of, std::size_t most_characters)
{
    return first_line(of.words, of.said_at, of.reader, most_characters);
}

}  // namespace

SmsText sms_text(SmsOf const& of)
{
    auto said = as_gsm_if_possible(line(of, longest_first_line));
    if (said.length.parts > 1) {
        auto const shorter = line(of, shortest_line);
        bool const is_whole = shorter.ends_with('.');
        auto tried = as_gsm_if_possible(shorter);
        if (tried.length.parts == 1 && is_whole)
            said = std::move(tried);
    }
    if (of.link.empty())
        return said;
    auto linked = measured(fmt::format("{} {}", said.text, of.link));
    return linked.length.parts == said.length.parts ? linked : said;
}

SmsText sms_text_for(Message const& message)
{
    return sms_text(
        {.words = message.words,
         .said_at = message.said_at,
         .reader = message.reader,
         .link = message.link});
}

SmsText marked_as_test(SmsText const& said)
{
    return measured("[test] " + said.text);
}

}  // namespace tellfirst::notify
