#pragma once
// Inside status: what publishing, updating and resolving have in common. One public word is said:
// its row, its promises, its notice and its fact, all in the caller's transaction.
#include "status/status.hpp"

namespace tellfirst::status {

struct Word {
    IncidentState state = IncidentState::investigating;
    std::string text;
    notify::When when;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};

// Errors update.needs_text, update.too_long, update.bad_undo.
[[nodiscard]] Result<void> check_word(std::string const& text, std::optional<std::int64_t> undo_s);

// Each service there is, once; error fields "services[1].service".
[[nodiscard]] Result<void> check_services(db::Tx& tx, std::vector<Touched> const& services);

// Saves the word as the incident's newest update and tells everybody whom it concerns.
void say(Call& call, Incident& incident, Word const& word);

}  // namespace tellfirst::status
