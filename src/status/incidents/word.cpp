#include "status/incidents/word.hpp"

#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"
#include "status/services/service_store.hpp"
#include "status/services/severity.hpp"

namespace tellfirst::status {
namespace {

constexpr std::int64_t longest_undo_s = 3600;

notify::Announcement announcement_of(Call& call, Incident const& incident, Update const& update)
{
    bool const is_over = update.state == IncidentState::resolved;
    notify::Announcement words{
        .about = incident.id,
        .update = update.id,
        .reach = is_over ? notify::Reach::told : notify::Reach::exposed,
        .topic = is_over ? accounts::Topic::recovery : accounts::Topic::unplanned,
        .tag = is_over ? "resolved" : "outage",
        .title = incident.title,
        .state = std::string{name_of(update.state)},
        .text = update.text,
        .when = update.when,
        .started_at = incident.started_at,
        .ended_at = incident.resolved_at};
    auto state = ServiceState::operational;
    for (auto const& touched : incident.services) {
        words.services.push_back(touched.service);
        if (auto const service = store::find_service(call.tx, touched.service))
            words.service_names.push_back(service->name);
        state = worst(state, touched.state);
    }
    words.service_state = name_of(is_over ? ServiceState::operational : state);
    return words;
}

void promise(
    Call& call, Incident const& incident, promises::Source source, Instant due_at, std::string text)
{
    // The due moment was checked to lie ahead and the text is ours: this cannot be refused.
    (void)promises::make(
        call, {.text = std::move(text),
               .to = "public",
               .owner = incident.owner,
               .due_at = due_at,
               .source = source,
               .about = incident.id.text()})
        .value();
}

// The promised word has come; a new one may be promised. An estimate that is given anew replaces
// the old one: moved while it still was in time, broken once it had passed. That goes by the moment
// that was promised and not by the state, which a timer writes a little later.
void settle_promises(Call& call, Incident const& incident, Word const& word)
{
    using promises::Source;
    auto const about = incident.id.text();
    promises::keep_all(call, Source::next_word, about);
    if (word.state == IncidentState::resolved) {
        promises::keep_all(call, Source::eta, about);
        return;
    }
    if (word.when.next_word_at)
        promise(
            call, incident, Source::next_word, *word.when.next_word_at,
            "Next word on: " + incident.title);
    for (auto const& old : promises::about(call.tx, about)) {
        if (old.source != Source::eta || old.settled_at)
            continue;
        bool const in_time = old.state == promises::State::open && old.due_at > call.now;
        if (in_time && word.when.eta_at) {
            (void)promises::move(call, old.id, *word.when.eta_at, "a new estimate").value();
            return;
        }
        (void)promises::withdraw(call, old.id, "the estimate did not hold").value();
    }
    if (word.when.eta_at)
        promise(call, incident, Source::eta, *word.when.eta_at, "Solved: " + incident.title);
}

}  // namespace

Result<void> check_word(std::string const& text, std::optional<std::int64_t> undo_s)
{
    if (trim(text).empty())
        return invalid("update.needs_text", "text", "Say what is known, in a sentence or two.");
    if (text.size() > longest_text)
        return invalid("update.too_long", "text", "A public word has at most 10,000 bytes.");
    if (undo_s && (*undo_s < 0 || *undo_s > longest_undo_s))
        return invalid("update.bad_undo", "undo_s", "undo_s is a number of seconds, 0 to 3600.");
    return {};
}

Result<void> check_services(db::Tx& tx, std::vector<Touched> const& services)
{
    if (services.empty() || services.size() > most_services)
        return invalid("incident.needs_services", "services", "Name 1 to 200 services.");
    std::vector<ServiceId> named;
    for (auto const& touched : services)
        named.push_back(touched.service);
    return check_named_services(tx, named, ".service");
}

void say(Call& call, Incident& incident, Word const& word)
{
    Update const update{
        .id = call.new_id<UpdateId>(),
        .state = word.state,
        .text = std::string{trim(word.text)},
        .when = word.when,
        .at = call.now};
    store::add_update(call.tx, incident.id, update);
    incident.updates.insert(incident.updates.begin(), update);
    settle_promises(call, incident, word);
    if (word.notify) {
        auto const undo =
            word.undo_s ? std::chrono::seconds{*word.undo_s} : call.settings.notify.undo;
        (void)notify::announce(call, announcement_of(call, incident, update), undo);
    }
    call.tell(UpdatePublished{.incident = incident.id, .update = update.id});
    if (word.state == IncidentState::resolved)
        call.tell(IncidentResolved{.incident = incident.id, .update = update.id});
}

}  // namespace tellfirst::status
