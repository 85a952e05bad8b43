#pragma once
// What a chat room reads, before it takes the form of a chat. Pure.
#include "accounts/types.hpp"
#include "notify/texts.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify::chat {

enum class Mood { trouble, work, over };

// Plain text but for `text`, which somebody wrote with Markdown. No word of it calls anybody: an @
// at the beginning of a word has a space of no width behind it.
struct Words {
    std::string line;                     // service, state, outlook: at most 140 characters
    std::string title;                    // "" where the line says all
    std::vector<std::string> facts = {};  // is my data safe, what helps
    std::string text = {};
    std::string link = {};  // where it is read as it stands by then
    std::string link_text = {};
    Mood mood = Mood::trouble;
};

struct Spoken {
    accounts::ResolvedBrand const& brand;
    Reader reader;
    Instant said_at;
};

[[nodiscard]] Words words_of(Spoken const& spoken, Announcement const& words);
// "From now on, Lens announces here ...": the ping that a chat shows.
[[nodiscard]] Words hello_of(Spoken const& spoken);

// Nobody is called by it: "@everyone" reads the same and is no mention any more.
[[nodiscard]] std::string calm(std::string_view text);

// How a chat writes one ASCII character that would mean something to it.
using Escape = std::string (*)(char);
// At most so many characters of it as they are written, the last an ellipsis where some were cut.
[[nodiscard]] std::string escaped(std::string_view text, std::size_t most, Escape escape);

// A backslash before what Markdown would take for its own.
[[nodiscard]] std::string no_markdown(char letter);
// As it is.
[[nodiscard]] std::string as_is(char letter);

}  // namespace tellfirst::notify::chat
