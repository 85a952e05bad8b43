#pragma once
// The words of the page on which a contact chooses what he hears, how and when.
#include "accounts/types.hpp"
#include "kernel/json.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct CentreWords {
    using Text = std::string_view;
    Text link, heading, saved, not_confirmed;
    // What, and on which channel.
    Text what, topic, planned, unplanned, recovery, news, mail, sms, push, push_hint, tickets_hint,
        which;
    // When, and in which form.
    Text when, quiet_text, quiet_from, quiet_to, except_outages, digest, digest_text, how,
        short_text, language, zone, phone, phone_hint, save;
    // What can be wrong.
    Text wrong, wrong_phone, wrong_quiet, wrong_digest, wrong_zone;
    // What we hold of him.
    Text held, held_text, download, erase;
};
BOOST_DESCRIBE_STRUCT(
    CentreWords, (),
    (link, heading, saved, not_confirmed, what, topic, planned, unplanned, recovery, news, mail,
     sms, push, push_hint, tickets_hint, which, when, quiet_text, quiet_from, quiet_to,
     except_outages, digest, digest_text, how, short_text, language, zone, phone, phone_hint, save,
     wrong, wrong_phone, wrong_quiet, wrong_digest, wrong_zone, held, held_text, download, erase))

[[nodiscard]] CentreWords const& centre_words_in(words::Language language);

// As the templates name them: {{say.heading}}.
[[nodiscard]] JsonObject const& centre_labels_in(words::Language language);

[[nodiscard]] std::string_view words_of(accounts::Topic topic, CentreWords const& words);
[[nodiscard]] std::string_view words_of(accounts::Channel channel, CentreWords const& words);

}  // namespace tellfirst::pages
