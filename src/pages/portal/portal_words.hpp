#pragma once
// The words of the portal that stand on no public page. `{name}` is filled in by fmt.
#include "kernel/json.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

struct PortalWords {
    using Text = std::string_view;
    // An account's month against its plan.
    Text standing, kept, violated, reached, of_known, too_little_known, promised, not_promised,
        no_figure, left, missed_by, how_counted, service, available, not_well, month_reached,
        month_promised, month_empty, unknown_for;
    // What touched it.
    Text history, whole_history, nothing_in_month, reviewed, back, as_json;
    // Critical dates, and what can be wrong with one.
    Text dates, dates_text, no_dates, date_title, date_from, date_to, date_zone, date_add,
        date_remove, wrong_title, wrong_time, wrong_zone, wrong_order, wrong_past, wrong_length,
        wrong_distance, wrong_count;
    // The private address.
    Text own_page, own_page_text, make_own_page, renew_own_page, renew_text, no_more_pages;
};
BOOST_DESCRIBE_STRUCT(
    PortalWords, (),
    (standing, kept, violated, reached, of_known, too_little_known, promised, not_promised,
     no_figure, left, missed_by, how_counted, service, available, not_well, month_reached,
     month_promised, month_empty, unknown_for, history, whole_history, nothing_in_month, reviewed,
     back, as_json, dates, dates_text, no_dates, date_title, date_from, date_to, date_zone,
     date_add, date_remove, wrong_title, wrong_time, wrong_zone, wrong_order, wrong_past,
     wrong_length, wrong_distance, wrong_count, own_page, own_page_text, make_own_page,
     renew_own_page, renew_text, no_more_pages))

[[nodiscard]] PortalWords const& portal_words_in(words::Language language);

// As the templates name them: {{say.history}}.
[[nodiscard]] JsonObject const& portal_labels_in(words::Language language);

// Of a text for whoever he tells himself: {{hand.copy}}.
struct HandOnWords {
    std::string_view title, text, copy, copied, by_hand;
};
BOOST_DESCRIBE_STRUCT(HandOnWords, (), (title, text, copy, copied, by_hand))

[[nodiscard]] JsonObject const& hand_on_labels_in(words::Language language);

}  // namespace tellfirst::pages
