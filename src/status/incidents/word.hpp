#pragma once
// Inside status: what publishing, updating and resolving have in common. One public word is said:
// its row, its promises, its notice and its fact, all in the caller's transaction.
#include "status/status.hpp"

namespace tellfirst::status {

struct Word {
    IncidentState state = IncidentState::investigating;
    std::string text;
    notify::When when;
    std::vector<StateChange> changes;
    bool notify = true;
    std::optional<std::int64_t> undo_s;
};

// Error incident.needs_title.
[[nodiscard]] Result<void> check_title(std::string const& title);

// Errors update.needs_text, update.too_long, update.bad_undo.
[[nodiscard]] Result<void> check_word(std::string const& text, std::optional<std::int64_t> undo_s);

// Each service there is, once, in a state that trouble has; error fields "services[1].service".
[[nodiscard]] Result<void> check_services(db::Tx& tx, std::vector<Touched> const& services);

// The same of the first word, which says what does not work. Error incident.needs_trouble.
[[nodiscard]] Result<void> check_trouble(db::Tx& tx, std::vector<Touched> const& services);

// States, symptoms and percentages that trouble has. Errors incident.bad_service_state,
// incident.too_long, incident.bad_percent.
[[nodiscard]] Result<void> check_states(std::vector<Touched> const& services);

// Errors workaround.too_long, workaround.bad_url, workaround.needs_text (a link alone).
[[nodiscard]] Result<void> check_workaround(std::optional<Workaround> const& workaround);

// As it is shown; no text is no workaround.
[[nodiscard]] std::optional<Workaround> kept(Workaround const& workaround);

// The incident if more can be said of it. Errors incident.not_found, incident.suspected (409),
// incident.resolved (409), input.stale.
[[nodiscard]] Result<Incident>
find_open(Call& call, IncidentId id, std::optional<std::int64_t> version);

// The named services take their new states from `since` on; the others stay as they were. Answers
// which changed.
[[nodiscard]] std::vector<StateChange>
touch_changed(Call& call, Incident& incident, std::vector<Touched> const& named, Instant since);

// Adds the word to an incident that is saved already and tells everybody whom it concerns. The
// incident is then as it is read later.
void say(Call& call, Incident& incident, Word const& word);
// The same of a word that nobody was promised: what was promised of the incident stays open, and
// `when` as it is.
void say_between(Call& call, Incident& incident, Word const& word);
// Tells those who were told of it that it is a part of the other from now on, and how that stands.
void tell_merged(
    Call& call, Incident const& merged, Incident const& target, Update const& last_word);

}  // namespace tellfirst::status
