#pragma once
// What an acknowledgement says: pure, so that every sentence of it can be tested.
#include "wire/words/moments.hpp"

#include <optional>
#include <vector>

namespace tellfirst::tickets {

struct Acknowledgement {
    struct Known {
        std::string services;
        std::optional<Instant> eta_at;
        std::optional<Instant> next_word_at;
        std::string workaround;           // what helps until then, with its link; "" = nothing
        bool named = false;               // the customer named the service himself
        std::int64_t other_accounts = 0;  // that have written about it
    };

    std::string name;  // of the contact
    std::int64_t number = 0;
    std::optional<Instant> due_at;      // when a person has answered
    std::optional<Instant> open_until;  // at work now, until then
    std::optional<Instant> opens_at;    // or closed until then
    std::vector<Known> known;           // open incidents, the named ones first
};

// A subject in which the customer's own does not stand: "Your message [#1042]".
[[nodiscard]] std::string plain_subject(std::int64_t number, words::Language language);

// The whole text. What the customer wrote is never repeated: he may be somebody else than he says.
[[nodiscard]] std::string
acknowledgement_text(Acknowledgement const& facts, words::Reader const& reader, Instant now);

}  // namespace tellfirst::tickets
