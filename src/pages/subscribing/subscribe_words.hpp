#pragma once
// The words of subscribing, and of being invited: pages and mails. `{name}` is filled in by fmt.
#include "kernel/json.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct SubscribeWords {
    using Text = std::string_view;
    Text tag;   // of the language
    Text link;  // that leads to the form
    // The form.
    Text heading, text, email, topics, planned, unplanned, recovery, news, send, not_an_address,
        no_topics, services, all_services, some_services, no_services, none_left;
    // After it, behind the mailed link, and after that.
    Text sent_heading, sent_text, sent_hint, confirm_heading, confirm_text, confirm, done_heading,
        done_text, change, spent_heading, spent_text, again;
    // The mails. {brand}, {link}
    Text mail_subject, mail_text, invitation_subject, invitation_text;
};
BOOST_DESCRIBE_STRUCT(
    SubscribeWords, (),
    (tag, link, heading, text, email, topics, planned, unplanned, recovery, news, send,
     not_an_address, no_topics, services, all_services, some_services, no_services, none_left,
     sent_heading, sent_text, sent_hint, confirm_heading, confirm_text, confirm, done_heading,
     done_text, change, spent_heading, spent_text, again, mail_subject, mail_text,
     invitation_subject, invitation_text))

[[nodiscard]] SubscribeWords const& subscribe_words_in(words::Language language);

// As the templates name them: {{say.heading}}.
[[nodiscard]] JsonObject const& subscribe_labels_in(words::Language language);

}  // namespace tellfirst::pages
