#pragma once
// Words of the delivery log. `{name}` is filled in by fmt.
#include "kernel/json.hpp"
#include "notify/types.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct LogWords {
    using Text = std::string_view;
    Text sent, text, nothing;
    Text mail, sms, push;  // taken by whoever carries it
    Text on_its_way, tried_again, perhaps, failed;
    Text blocked, not_wanted, replaced, not_sent;
    Text in_digest;  // behind the outcome
};
BOOST_DESCRIBE_STRUCT(
    LogWords, (),
    (sent, text, nothing, mail, sms, push, on_its_way, tried_again, perhaps, failed, blocked,
     not_wanted, replaced, not_sent, in_digest))

[[nodiscard]] LogWords const& log_words_in(words::Language language);

// As the templates name them: {{log.sent}}.
[[nodiscard]] JsonObject const& log_labels_in(words::Language language);

// What became of a delivery, to him who was to get it. What a server answered is not repeated: it
// may name hosts that are nobody's business.
[[nodiscard]] std::string_view
outcome_words(notify::Channel channel, notify::State state, LogWords const& words);

}  // namespace tellfirst::pages
