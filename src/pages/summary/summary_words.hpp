#pragma once
// The words of a month's sheet, filled in by fmt.
#include "wire/words/moments.hpp"

#include <array>

namespace tellfirst::pages {

struct SummaryWords {
    using Text = std::string_view;
    Text title, quiet, one_incident, incidents_were, figures, incidents, services, trouble, lowest,
        next_words, times, kept, nothing, other_services, other_incidents, not_over;
    std::array<Text, 12> months;
};

[[nodiscard]] SummaryWords const& summary_words_in(words::Language language);

}  // namespace tellfirst::pages
