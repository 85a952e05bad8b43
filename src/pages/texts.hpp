#pragma once
// Every word of ours that stands on a page, by language. `{name}` is filled in by fmt.
#include "kernel/json.hpp"
#include "status/status.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct Texts {
    using Text = std::string_view;

    Text tag;  // for the lang attribute

    // The sentence on top: {names}
    Text all_works, all_watched, nothing_listed;
    Text major_of, partial_of, degraded_of, maintenance_of, unknown_of, several_of;
    Text rest_works;
    Text and_last;       // {first}, {last}
    Text some_services;  // {count}

    Text operational, degraded, partial, major, maintenance, unknown;
    Text suspected, investigating, identified, monitoring, resolved, review;

    Text window_planned, window_started, window_finished, window_cancelled;
    Text window_span;  // {from}, {to}

    // Around an incident: {time}, {from}, {to}, {span}
    Text expected_by, expected_between, expected_unknown, next_word;
    Text overdue, overdue_by, word_was_promised, was_expected;
    Text since, resolved_at;
    Text known_issue, reserved;

    // Labels in the templates; % is filled in by the page's own script.
    Text skip, navigation, status_title, as_of, load_again;
    Text now, nothing_now, known, nothing_known, planned, nothing_planned, past, nothing_past;
    Text services, no_services, earlier, zone_utc, zone, age_now, age_ago, old;
    Text other_language_name, my_page, status_page, sign_out;

    // Portal and sign-in
    Text now_for_you, nothing_now_for_you, your_services, signed_in_as;
    Text sign_in, email, send_link, ask_again;
    Text ask_heading, ask_text, not_an_address;
    Text sent_heading, sent_text, sent_hint;
    Text confirm_heading, confirm_text;
    Text spent_heading, spent_text;
    Text mail_subject, mail_text;  // {brand}, {link}
};
BOOST_DESCRIBE_STRUCT(
    Texts, (),
    (skip, navigation, status_title, as_of, load_again, now, nothing_now, known, nothing_known,
     planned, nothing_planned, past, nothing_past, services, no_services, earlier, zone_utc, zone,
     age_now, age_ago, old, other_language_name, my_page, status_page, sign_out, now_for_you,
     nothing_now_for_you, your_services, signed_in_as, sign_in, email, send_link, ask_again))

[[nodiscard]] Texts const& texts_in(words::Language language);

// The labels, as the templates name them: {{words.past}}.
[[nodiscard]] JsonObject labels_in(words::Language language);

[[nodiscard]] std::string_view words_of(status::ServiceState state, Texts const& texts);
[[nodiscard]] std::string_view words_of(status::IncidentState state, Texts const& texts);
[[nodiscard]] std::string_view words_of(status::WindowState state, Texts const& texts);

}  // namespace tellfirst::pages
