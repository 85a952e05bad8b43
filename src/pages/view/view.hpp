#pragma once
// How values become what templates are filled with; here what all of them need.
#include "kernel/text.hpp"
#include "pages/status_page.hpp"
#include "pages/texts.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// Who reads, and when: "16:30" needs no day where it is today.
struct View {
    words::Reader reader;
    Instant now;
    std::string root = {};  // before the paths of this page's links: "", "/de", "/p/TOKEN/de"

    [[nodiscard]] Texts const& texts() const { return texts_in(reader.language); }
};

// A sentence of ours, filled in.
template <class... Args>
[[nodiscard]] std::string say(std::string_view text, Args const&... args)
{
    return fmt::format(fmt::runtime(text), args...);
}

// <time> with the moment in the reader's zone and in UTC. On public pages, where the zone is not
// known, the page's script adds it.
[[nodiscard]] std::string time_markup(Instant at, View const& view);
// "4 Mar 22:00 UTC to 23:30 UTC": the day of the end is said where it is another one.
[[nodiscard]] std::string span_markup(Instant from, Instant to, View const& view);

// The colour of a state ("ok", "warn", "bad", "plan", "unk"); beside it always stand a sign and a
// word.
[[nodiscard]] std::string_view tone_of(status::ServiceState state);

// What has become of it: its state, or that it is part of another one.
[[nodiscard]] std::string_view words_of(ShownIncident const& incident, Texts const& texts);
// The state of one of its words; the last one of such a part ends no trouble.
[[nodiscard]] std::string_view
words_of(ShownIncident const& incident, status::Update const& word, Texts const& texts);

template <class Named>
[[nodiscard]] std::string names_of(std::vector<Named> const& services)
{
    std::string names;
    for (auto const& service : services)
        names += (names.empty() ? "" : ", ") + service.name;
    return names;
}

// Where the page of an incident, a window or an issue stands: "/incidents/aaaak3vq7x2m".
template <class AnId>
[[nodiscard]] std::string path_of(std::string_view what, AnId id)
{
    return fmt::format("/{}/{}", what, id_letters(id.value()));
}

// One public word: its state, when it was said, its text as markup.
[[nodiscard]] JsonObject
word_view(std::string_view state, Instant at, std::string_view text, View const& view);

// {"text": ...}, or null where there is none: a section that is there or not.
[[nodiscard]] Json if_said(std::string const& text);

// What helps until it works again, with a way there that counts, and how many it helped.
struct Aid {
    std::optional<status::Workaround> const& workaround;
    std::int64_t helped = 0;
    std::string path;  // of what it helps against
};
[[nodiscard]] Json aid_view(Aid const& aid, View const& view);

}  // namespace tellfirst::pages
