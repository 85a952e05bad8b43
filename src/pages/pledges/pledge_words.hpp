#pragma once
// The words of "how we tell you", filled in by fmt.
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct PledgeWords {
    using Text = std::string_view;
    Text title, intro, notice, hours, one_hour, first_word, minutes, one_minute, next_words,
        estimates, everywhere, by_mail, nothing_by_mail, by_sms, by_push, record, no_record,
        for_all, planned, unplanned, recovery, news, tickets;
};

[[nodiscard]] PledgeWords const& pledge_words_in(words::Language language);

}  // namespace tellfirst::pages
