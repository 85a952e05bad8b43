#pragma once
// What all pages share: head, header, footer, style, signs; and for pages that are shown to many
// the script that gives times in the reader's zone and says how old the copy is. Nothing is loaded
// from anywhere but the brand's own logo. What only a server with its database answers is led to by
// its whole address: the same bytes stand on mirrors, which have none. Where the brand has no
// address (`url`), nothing leads there.
#include "accounts/types.hpp"
#include "kernel/json.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// "" or "/de": what stands before the paths of pages in that language.
[[nodiscard]] std::string_view prefix_of(words::Language language);

// Where a brand's front page is in that language. "/" is for readers who ask for none, and so in
// the brand's own; beside a German one the English page is at "/en/".
[[nodiscard]] std::string_view
home_of(accounts::ResolvedBrand const& brand, words::Language language);

struct Frame {
    words::Language language = words::Language::en;
    accounts::ResolvedBrand brand;
    std::string title;
    std::string content;    // markup
    std::string base = {};  // before the paths of its site: "" or "/p/TOKEN"
    // A page that many see, in both languages: its path, as in English. Else it is of one person.
    std::optional<std::string> path = {};
    std::optional<Instant> made = {};  // it tells of now, and grows old
    bool signed_in = false;            // there is something to sign out of
};
[[nodiscard]] std::string in_shell(Frame const& frame);

// Where a reader gets help, as the template "contact" takes it; null where that is not said.
[[nodiscard]] Json contact_view(accounts::BrandContact const& contact);

// The Content-Security-Policy of pages that many see: of scripts, the page's own and no other.
[[nodiscard]] std::string public_policy();

}  // namespace tellfirst::pages
