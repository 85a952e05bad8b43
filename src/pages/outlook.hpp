#pragma once
// When will it work, when comes the next word? The same sentences for everybody who says them.
#include "pages/status_page.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {

// How a moment is written: in UTC in a feed, for the reader's own script in a banner.
using MomentText = std::function<std::string(Instant)>;

// What was promised and has passed: the next word, and the time by which it should work.
struct Late {
    std::optional<Instant> word;
    std::optional<Instant> eta;
};
// Of what is over, nothing.
[[nodiscard]] Late late_of(ShownIncident const& incident, Instant now);

// When will it work, when comes the next word? A promise that has passed is not repeated as if it
// were to come.
[[nodiscard]] std::vector<std::string> what_comes(
    ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment);

// That, behind what is late. Nothing of what is over.
[[nodiscard]] std::vector<std::string> outlook_sentences(
    ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment);

// What this word promised when it was said; nothing where it ended the trouble.
[[nodiscard]] std::vector<std::string>
promised_in(status::Update const& word, Texts const& texts, MomentText const& moment);

// "Slow or partly failing (12.5 % of all tries fail; uploads take minutes)"; of what is over and
// was not so bad all the time, how long it was: "Down, for 28 min".
[[nodiscard]] std::string
touch_words(ShownIncident const& incident, ShownTouch const& touched, words::Language language);

}  // namespace tellfirst::pages
