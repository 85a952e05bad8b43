#pragma once
// Every word of ours that stands on a page, by language. `{name}` is filled in by fmt.
#include "kernel/json.hpp"
#include "status/status.hpp"
#include "status/types.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

using Text = std::string_view;

// The sentence on top: {names}.
struct Headlines {
    Text all_works, all_watched, nothing_listed, major_of, partial_of, degraded_of, maintenance_of,
        unknown_of, rest_works, and_last, some_services;
};

// What a state is called.
struct States {
    Text operational, degraded, partial, major, maintenance, unknown, suspected, investigating,
        identified, monitoring, resolved, merged, review, window_planned, window_started,
        window_finished, window_cancelled, maybe_used, will_be_used, used, not_used, cancelled,
        occurrence_moved, data_not_yet_known, data_safe, data_at_risk, data_lost;
};

// Around what is shown, filled in by fmt.
struct Sentences {
    Text expected_by, expected_between, expected_unknown, moved, once, times, next_word, overdue,
        overdue_by, word_was_promised, later, later_by, was_expected, holds_no_more, since,
        resolved_at, lasted, window_span, was_announced_until, moved_from, should_have_ended,
        repeated, failing, held_for, seen_by, affects, helped_so_many, earlier_updates, fix_by,
        fix_between, fix_was_expected, fix_unknown, fixed_at, known_since, used_share, uptime,
        uptime_today, no_uptime, no_trouble, trouble_days, checked, confirmed, not_confirmed,
        known_issue, reserved, mail_subject, mail_text;
};

// Labels in the templates of public pages; % is filled in by the page's own script.
struct Labels {
    Text skip, navigation, status_title, as_of, load_again, now, nothing_now, known, nothing_known,
        planned, nothing_planned, past, nothing_past, services, no_services, bars, zone_utc, zone,
        age_now, age_ago, old, other_language_name, my_page, status_page, is_data_safe, until_then,
        how, this_helped, see_it_too, affects_me, heard, yours_only, corrected, part_of, timeline,
        affected, recurring, fails_for_you, try_again, try_known, try_telling, contact, follow,
        calendar, keep_private, how_we_tell_you;
};
BOOST_DESCRIBE_STRUCT(
    Labels, (),
    (skip, navigation, status_title, as_of, load_again, now, nothing_now, known, nothing_known,
     planned, nothing_planned, past, nothing_past, services, no_services, bars, zone_utc, zone,
     age_now, age_ago, old, other_language_name, my_page, status_page, is_data_safe, until_then,
     how, this_helped, see_it_too, affects_me, heard, yours_only, corrected, part_of, timeline,
     affected, recurring, fails_for_you, try_again, try_known, try_telling, contact, follow,
     calendar, keep_private, how_we_tell_you))

// Labels of sign-in, the portal's way out and pages that are missing.
struct PersonalLabels {
    Text sign_out, nothing_now_for_you, your_services, signed_in_as, sign_in, email, send_link,
        ask_again, ask_heading, ask_text, not_an_address, sent_heading, sent_text, sent_hint,
        confirm_heading, confirm_text, spent_heading, spent_text, lost_heading, lost_text;
};
BOOST_DESCRIBE_STRUCT(
    PersonalLabels, (),
    (sign_out, nothing_now_for_you, your_services, signed_in_as, sign_in, email, send_link,
     ask_again, ask_heading, ask_text, not_an_address, sent_heading, sent_text, sent_hint,
     confirm_heading, confirm_text, spent_heading, spent_text, lost_heading, lost_text))

struct Texts : Headlines, States, Sentences, Labels, PersonalLabels {
    Text tag;  // for the lang attribute
};

extern Texts const english_texts;
extern Texts const german_texts;

[[nodiscard]] Texts const& texts_in(words::Language language);

// The labels, as the templates name them: {{words.past}}.
[[nodiscard]] JsonObject const& labels_in(words::Language language);

[[nodiscard]] std::string_view words_of(status::ServiceState state, Texts const& texts);
[[nodiscard]] std::string_view words_of(status::IncidentState state, Texts const& texts);
[[nodiscard]] std::string_view words_of(status::WindowState state, Texts const& texts);
[[nodiscard]] std::string_view words_of(status::OccurrenceState state, Texts const& texts);
[[nodiscard]] std::string_view words_of(status::DataSafety safety, Texts const& texts);

// "once", "3 times"
[[nodiscard]] std::string times_in_words(std::size_t count, Texts const& texts);

}  // namespace tellfirst::pages
