#include "notify/channels/carried.hpp"

#include "kernel/text.hpp"
#include "wire/http/client.hpp"

namespace tellfirst::notify {
namespace {

using Kind = smtp::Outcome::Kind;

constexpr std::size_t most_answer_kept = 200;

Kind kind_of(Carried::Kind kind)
{
    switch (kind) {
    case Carried::Kind::accepted: return Kind::accepted;
    case Carried::Kind::refused: return Kind::failed;
    case Carried::Kind::later: return Kind::deferred;
    case Carried::Kind::doubtful: return Kind::unknown;
    case Carried::Kind::away:
    case Carried::Kind::closed: return Kind::held;
    }
    return Kind::unknown;
}

}  // namespace

Fate fate_of(Attempt const& attempt, Carried const& carried, Instant now)
{
    smtp::Outcome outcome;
    outcome.kind = kind_of(carried.kind);
    outcome.code = carried.code;
    outcome.text = carried.words;
    outcome.again_in = carried.again_in;
    auto fate = fate_of(attempt, outcome, now);
    if (outcome.kind == Kind::held)
        fate.reason = (fate.due_at ? "" : "given up: ") + carried.words;
    return fate;
}

std::string answer_of(Carried const& carried)
{
    return carried.code == 0 ? carried.words : fmt::format("{} {}", carried.code, carried.words);
}

std::string first_words(std::string_view body)
{
    auto text = repair_utf8(trim(body).substr(0, most_answer_kept));
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return text;
}

std::string words_of(http::Answered const& answered)
{
    auto words = first_words(answered.body);
    return words.empty() ? std::string{http::phrase_of(answered.status)} : words;
}

}  // namespace tellfirst::notify
