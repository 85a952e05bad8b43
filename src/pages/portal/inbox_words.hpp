#pragma once
// Words of the inbox, and of the switch by which a browser asks to be told. `{name}` is filled in
// by fmt.
#include "kernel/json.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct InboxWords {
    using Text = std::string_view;
    Text inbox, text, unread, mark_read, not_read, nothing, earlier;
    Text browser, browser_text, start, stop, refused;
};
BOOST_DESCRIBE_STRUCT(
    InboxWords, (),
    (inbox, text, unread, mark_read, not_read, nothing, earlier, browser, browser_text, start, stop,
     refused))

[[nodiscard]] InboxWords const& inbox_words_in(words::Language language);

// As the templates name them: {{hear.inbox}}.
[[nodiscard]] JsonObject const& inbox_labels_in(words::Language language);

}  // namespace tellfirst::pages
