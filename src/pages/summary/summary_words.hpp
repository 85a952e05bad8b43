#pragma once
// The words of a month's sheet, filled in by fmt.
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct SummaryWords {
    using Text = std::string_view;
    Text quiet, one_incident, incidents_were, figures, incidents, services, trouble, lowest,
        next_words, times, kept, nothing, others_well, other_services, other_incidents, not_over;
};

[[nodiscard]] SummaryWords const& summary_words_in(words::Language language);

}  // namespace tellfirst::pages
