#pragma once
// What somebody is about to say, as the composer holds it: it can be looked at before it is said.
#include "status/status.hpp"

namespace tellfirst::status {

// One wish, as its own route takes it: a new incident (or, with `incident`, one that is suspected
// so far), the next word of an incident or its end, a new window, or a change of one; or news.
struct Draft {
    static constexpr std::array<std::string_view, 0> required{};
    std::optional<IncidentId> incident;
    std::optional<NewIncident> new_incident;
    std::optional<NewUpdate> update;
    std::optional<Resolve> resolve;
    std::optional<Review> review;
    std::optional<WindowId> window;
    std::optional<NewWindow> new_window;
    std::optional<MoveWindow> move;
    std::optional<FinishWindow> finish;
    std::optional<CancelWindow> cancel;
    std::optional<notify::NewNews> news;
    // Of a trial (notify::TrialWanted).
    std::optional<notify::Medium> channel;
    std::optional<BrandId> brand;
    std::optional<std::string> language;
    std::optional<std::string> to;
    std::optional<notify::WebhookId> webhook;
};
BOOST_DESCRIBE_STRUCT(
    Draft, (),
    (incident, new_incident, update, resolve, review, window, new_window, move, finish, cancel,
     news, channel, brand, language, to, webhook))

// Says it, whatever it says of `notify`, by the verb that will say it later: so the same is
// refused, with the field's place in the draft ("update.text"). Whoever only wants to look rolls it
// back. Errors of those verbs, notify::publish_news among them; draft.needs_one_wish,
// incident.not_found, window.not_found.
[[nodiscard]] Result<notify::About> say_draft(Call& call, Draft const& draft);

}  // namespace tellfirst::status
