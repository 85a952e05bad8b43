#pragma once
// A critical date as a contact types it, in the clock of his zone.
#include "accounts/types.hpp"
#include "wire/http/urls.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// As the form sent it; shown again, with what is wrong, where it cannot be taken.
struct TypedDate {
    std::string title = {};
    std::string starts_at = {};  // "2026-11-24T16:30"
    std::string ends_at = {};
    std::string zone = {};
    std::map<std::string, std::string_view, std::less<>> wrong = {};  // by field
};
[[nodiscard]] TypedDate typed_in(http::Form const& form);

// Of a time that the clock shows twice, a date begins with the first and ends with the last. Errors
// zone.unknown, critical_date.bad_time; all of them at once.
[[nodiscard]] Result<accounts::NewCriticalDate> read(TypedDate const& typed);

// With what the problem says, in the reader's words, beside its fields.
[[nodiscard]] TypedDate refused(TypedDate typed, Problem const& problem, words::Language language);

[[nodiscard]] JsonObject form_view(TypedDate const& typed);

}  // namespace tellfirst::pages
