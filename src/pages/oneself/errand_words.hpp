#pragma once
// The words of what a contact can have done with all that we hold of him: pages and mails. `{name}`
// is filled in by fmt.
#include "pages/oneself/errands.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct ErrandWords {
    using Text = std::string_view;
    // After asking, and behind a link that does not work.
    Text sent_heading, sent_text, sent_hint, back, spent_heading, spent_text;
    // Behind the mailed link. What stays is said of erasing alone.
    struct Said {
        Text heading, text, button, mail_subject, mail_text;  // {brand}, {link}, {otherwise}
    };
    Said copy, erase;
    Text stays, keep, erased_heading, erased_text;
    Text mail_otherwise;  // if it was not he who asked
};

[[nodiscard]] ErrandWords const& errand_words_in(words::Language language);
[[nodiscard]] ErrandWords::Said const& words_of(Errand errand, ErrandWords const& words);

}  // namespace tellfirst::pages
