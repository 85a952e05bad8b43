#pragma once
// Every word of ours that a customer reads in a mail, by language. A language that we do not have
// is English. `{name}` is filled in by fmt.
#include "wire/words/moments.hpp"

#include <string_view>

namespace tellfirst::notify {

using words::Language;
using words::Reader;

struct Texts {
    std::string_view tag;  // for the lang attribute

    // What is the matter with a service (its state's word), and how far we are with it.
    std::string_view degraded, partial, major, maintenance, operational, disturbed;
    std::string_view failing;  // {percent}
    std::string_view investigating, identified, monitoring, resolved, merged;
    std::string_view window_planned, window_cancelled, window_moved, window_extended;
    std::string_view window_reminder, window_started, window_finished;

    // When will it be over? As the end of the first line, so without a capital or a full stop.
    std::string_view by;          // {time}
    std::string_view within;      // {bound}, {time}
    std::string_view between;     // {from}, {to}
    std::string_view next_word;   // {time}
    std::string_view back_since;  // {time}
    std::string_view back;
    std::string_view window_span;  // {from}, {to}
    std::string_view and_more;     // {first}, {count}

    // Labels and sentences of the body.
    std::string_view hello, hello_name;  // {name}
    std::string_view services, state, expected, next_word_label, started, ended, before;
    std::string_view starts, ends, was_planned;  // of a window
    std::string_view help, status_page;
    std::string_view now_there;
    std::string_view why, why_account, why_own, why_unknown;  // {account}
    std::string_view why_news;
    std::string_view stop, preferences;
    std::string_view hand_on;  // above a text for customers of his own

    // What an incident says besides: is my data safe, what helps meanwhile, not again, and why.
    std::string_view data, data_unknown, data_safe, data_at_risk, data_lost;
    std::string_view workaround;
    std::string_view repeated, repeated_once, repeated_often;  // {count}
    std::string_view part_of;
    std::string_view reviewed;

    // The page behind the unsubscribe link.
    std::string_view stop_question, stop_button, stopped, stop_unknown;  // {topic}
    std::string_view planned, unplanned, recovery, news, tickets;        // topics
};

[[nodiscard]] Texts const& texts_in(Language language);

}  // namespace tellfirst::notify
