#pragma once
// Sentences of an announcement in a reader's language, shared by its first line and its body.
#include "notify/texts.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify {

// Of news title and text in the reader's language, where it was written in it.
[[nodiscard]] Announcement in_language(Announcement words, Language language);

// "down, looking for the cause"; "working again" once it is resolved; "maintenance planned".
[[nodiscard]] std::string condition_words(Announcement const& words, Texts const& texts);
// The same without how far we are: "down".
[[nodiscard]] std::string short_condition_words(Announcement const& words, Texts const& texts);

// "Your data: safe"; "" where nothing was said of it, or only that it is not yet known.
[[nodiscard]] std::string data_words(Announcement const& words, Texts const& texts);
// "not yet known whether it is safe"; "" where it is known, or nothing was said of it.
[[nodiscard]] std::string data_unknown_words(Announcement const& words, Texts const& texts);
// "What helps until then: ...", without its link; "" where nothing does.
[[nodiscard]] std::string workaround_words(Announcement const& words, Texts const& texts);
// "once before within the last 90 days"; "" where it is the first time.
[[nodiscard]] std::string repeated_words(Announcement const& words, Texts const& texts);

// When it will be over, or when we speak next; "" where nothing was said of it.
[[nodiscard]] std::string
outlook_words(Announcement const& words, Instant said_at, Reader const& reader);

// One row of facts below a text: "Started: Wed 4 Mar 2026, 11:00 CET (10:00 UTC)".
struct Row {
    std::string_view label;
    std::string words;
};
// When it begins and ends, and from when it was moved. "Starts" is what is to come: what has begun,
// is over or will not be is not said in that way.
[[nodiscard]] std::vector<Row> times_of(Announcement const& words, Reader const& reader);

// "Hello Ada,"; "Hello," to who has no name but his address.
[[nodiscard]] std::string
hello_words(std::string_view name, std::string_view address, Texts const& texts);

// "Weekdays 9 to 17 · help@lens.example · +49 30 12"; "" where the brand says nothing of it.
[[nodiscard]] std::string help_words(accounts::BrandContact const& contact);

// "Mail, Web"; "Mail and 3 more" where more would not fit into so many characters. The title of
// the incident where no service is named.
[[nodiscard]] std::string
services_words(Announcement const& words, Texts const& texts, std::size_t most_characters);

// Each service with its own state, where they differ or more is known: "Mail (down), Web (slow or
// partly failing; 20 % of all tries fail)". Else, and where that is too long, as services_words.
[[nodiscard]] std::string
named_words(Announcement const& words, Texts const& texts, std::size_t most_characters);

// Without line ends and other control characters, at most so many bytes.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t most_bytes);

[[nodiscard]] std::size_t count_characters(std::string_view text);
// At most so many characters, the last of them an ellipsis where something was cut.
[[nodiscard]] std::string cut_characters(std::string_view text, std::size_t most);

}  // namespace tellfirst::notify
