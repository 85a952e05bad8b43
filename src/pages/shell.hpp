#pragma once
// What all pages share: head, header, style, signs; and for public pages the script that shows
// times in the reader's zone and how old the copy is. Nothing is loaded from anywhere.
#include "kernel/json.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// The status page in that language.
[[nodiscard]] std::string_view home_of(words::Language language);

struct Frame {
    words::Language language = words::Language::en;
    std::string brand;
    std::string title;
    std::string content;               // markup
    std::optional<Instant> made = {};  // a public page, made then and kept by caches
    bool signed_in = false;            // there is something to sign out of
};
[[nodiscard]] std::string in_shell(Frame const& frame);

// The Content-Security-Policy of public pages: of scripts, the page's own and no other.
[[nodiscard]] std::string public_policy();

}  // namespace tellfirst::pages
