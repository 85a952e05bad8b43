#pragma once
// A click of a reader: which page it came from, what it says of what, and whether he may see that.
#include "pages/status_page.hpp"

#include <string_view>

namespace tellfirst::pages {

// "/p/TOKEN/de/incidents/aaaak3vq7x2m/see-it-too"
struct Click {
    std::string base;     // "", "/p/TOKEN" or "/portal": whose page it is
    std::string page;     // "/p/TOKEN/de/incidents/aaaak3vq7x2m": where he goes back to
    std::string subject;  // "inc_aaaak3vq7x2m"
    std::string said;     // "see-it-too"
    bool operator==(Click const&) const = default;
};
// Nothing where the path is none of a click.
[[nodiscard]] std::optional<Click> read_click(std::string_view path);

// Nothing for "workaround": the way there is walked, not said.
[[nodiscard]] std::optional<status::VoiceKind> kind_of(Click const& click);

// What he sees of it; nothing of what is not for his eyes.
struct Subject {
    std::optional<status::Workaround> workaround;
};
[[nodiscard]] std::optional<Subject>
look_at_subject(Call& call, std::string_view subject, Reader const& reader);

}  // namespace tellfirst::pages
