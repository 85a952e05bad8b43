#include "status/incidents/word.hpp"

#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/remind.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"
#include "status/services/name_services.hpp"
#include "status/services/ppm.hpp"

namespace tellfirst::status {
namespace {

constexpr std::int64_t longest_undo_s = 3600;

std::string tag_of(IncidentState state)
{
    if (state == IncidentState::review)
        return "review";
    return state == IncidentState::resolved ? "resolved" : "outage";
}

notify::Announcement announcement_of(Call& call, Incident const& incident, Update const& update)
{
    bool const is_over =
        update.state == IncidentState::resolved || update.state == IncidentState::review;
    notify::Announcement words{
        .about = incident.id,
        .update = update.id,
        .reach = is_over ? notify::Reach::told : notify::Reach::exposed,
        .topic = is_over ? accounts::Topic::recovery : accounts::Topic::unplanned,
        .tag = tag_of(update.state),
        .title = incident.title,
        .state = std::string{name_of(update.state)},
        .text = update.text,
        .when = update.when,
        .started_at = incident.started_at,
        .ended_at = incident.resolved_at,
        .account = incident.account,
        .data_safety = std::string{name_of(incident.data_safety)},
        .repeats = std::ssize(incident.repeats)};
    if (incident.workaround && !is_over) {
        words.workaround = incident.workaround->text;
        words.workaround_url = incident.workaround->url;
    }
    for (auto const merged : store::merged_into(call.tx, incident.id))
        words.also.emplace_back(merged);
    auto services = incident.services;
    for (auto& touched : services) {
        words.services.push_back(touched.service);
        if (is_over)
            touched = {.service = touched.service, .state = ServiceState::operational};
    }
    words.services = with_groups(call.tx, words.services);
    name_services(call.tx, words, services);
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

// Longer addresses are no links that somebody gives to customers.
constexpr std::size_t longest_address = 2000;

bool is_web_address(std::string_view url)
{
    return (url.starts_with("https://") || url.starts_with("http://")) &&
           url.size() <= longest_address &&
           std::ranges::none_of(url, [](unsigned char c) { return c <= ' ' || c == 0x7f; });
}

// Maintenance is planned (a window), and unknown is what nobody says.
bool is_of_incident(ServiceState state)
{
    return state != ServiceState::maintenance && state != ServiceState::unknown;
}

// As the store keeps it, so that a word which repeats it changes nothing.
Touched as_kept(Touched const& touched)
{
    auto kept = touched;
    kept.symptom = std::string{trim(touched.symptom)};
    kept.failing_percent = touched.failing_percent.transform(ppm_of).transform(percent_of);
    return kept;
}

}  // namespace

Result<void> check_title(std::string const& title)
{
    auto const words = trim(title);
    if (words.empty() || words.size() > longest_title)
        return invalid(
            "incident.needs_title", "title", "An incident needs a title of 1 to 200 bytes.");
    return {};
}

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

Result<void> check_states(std::vector<Touched> const& services)
{
    for (std::size_t i = 0; i < services.size(); ++i) {
        auto const& touched = services[i];
        auto const field = [&](char const* name) {
            return fmt::format("services[{}].{}", i, name);
        };
        if (!is_of_incident(touched.state))
            return invalid(
                "incident.bad_service_state", field("state"),
                "Trouble is degraded, partial or major; what works again is operational.");
        if (touched.symptom.size() > longest_title)
            return invalid("incident.too_long", field("symptom"), "This symptom is too long.");
        if (touched.failing_percent && !can_fail_by(touched.state, *touched.failing_percent))
            return invalid(
                "incident.bad_percent", field("failing_percent"),
                "More than 0 and less than 100, of a service that is degraded or partly down.");
    }
    return {};
}

Result<void> check_services(db::Tx& tx, std::vector<Touched> const& services)
{
    if (services.empty() || services.size() > most_services)
        return invalid("incident.needs_services", "services", "Name 1 to 200 services.");
    if (auto const good = check_states(services); !good)
        return good;
    std::vector<ServiceId> named;
    for (auto const& touched : services)
        named.push_back(touched.service);
    return check_named_services(tx, named, ".service");
}

Result<void> check_trouble(db::Tx& tx, std::vector<Touched> const& services)
{
    if (auto const good = check_services(tx, services); !good)
        return good;
    if (std::ranges::all_of(services, [](Touched const& touched) {
            return touched.state == ServiceState::operational;
        }))
        return invalid(
            "incident.needs_trouble", "services",
            "All of these work: name at least one service that does not.");
    return {};
}

Result<void> check_workaround(std::optional<Workaround> const& workaround)
{
    if (!workaround)
        return {};
    if (workaround->text.size() > longest_text)
        return invalid(
            "workaround.too_long", "workaround.text", "A workaround has at most 10,000 bytes.");
    if (!workaround->url)
        return {};
    if (trim(workaround->text).empty())
        return invalid(
            "workaround.needs_text", "workaround.text",
            "Say in a sentence what helps; the link tells the rest.");
    if (!is_web_address(*workaround->url))
        return invalid("workaround.bad_url", "workaround.url", "Give a whole address: https://...");
    return {};
}

std::optional<Workaround> kept(Workaround const& workaround)
{
    auto const text = trim(workaround.text);
    if (text.empty())
        return std::nullopt;
    return Workaround{.text = std::string{text}, .url = workaround.url};
}

Result<Incident> find_open(Call& call, IncidentId id, std::optional<std::int64_t> version)
{
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (incident->state == IncidentState::suspected)
        return conflict("incident.suspected", "This is only suspected. Publish it first.");
    if (incident->resolved_at)
        return conflict("incident.resolved", "This incident is resolved. Publish a new one.");
    if (version && *version != incident->version)
        return stale();
    return *incident;
}

std::vector<StateChange>
touch_changed(Call& call, Incident& incident, std::vector<Touched> const& named, Instant since)
{
    std::vector<StateChange> changes;
    for (auto const& one : named) {
        auto const touched = as_kept(one);
        auto const known = std::ranges::find(incident.services, touched.service, &Touched::service);
        bool const is_new = known == incident.services.end();
        auto const before = is_new ? ServiceState::operational : known->state;
        if (!is_new && *known == touched)
            continue;
        store::touch(call.tx, incident.id, touched, since);
        if (before != touched.state)
            changes.push_back({.service = touched.service, .from = before, .to = touched.state});
        if (is_new)
            incident.services.push_back(touched);
        else
            *known = touched;
    }
    std::ranges::sort(changes, {}, &StateChange::service);
    return changes;
}

void say_between(Call& call, Incident& incident, Word const& word)
{
    Update const update{
        .id = call.new_id<UpdateId>(),
        .state = word.state,
        .text = std::string{trim(word.text)},
        .when = word.when,
        .changes = word.changes,
        .at = call.now};
    store::add_update(call.tx, incident.id, update);
    incident = store::find_incident(call.tx, incident.id, call.now).value();
    if (word.notify) {
        auto const undo =
            word.undo_s ? std::chrono::seconds{*word.undo_s} : call.settings.notify.undo;
        (void)notify::announce(call, announcement_of(call, incident, update), undo);
    } else {
        store::untell(call.tx, incident.id, update.id);  // the page alone tells nobody
    }
    call.tell(UpdatePublished{.incident = incident.id, .update = update.id});
    if (word.state == IncidentState::resolved)
        call.tell(IncidentResolved{.incident = incident.id, .update = update.id});
}

void tell_merged(
    Call& call, Incident const& merged, Incident const& target, Update const& last_word)
{
    auto update = last_word;
    update.state = target.state;  // it is not over
    auto words = announcement_of(call, merged, update);
    words.reach = notify::Reach::told;
    words.state = "merged";
    words.when = target.when;
    words.ended_at = std::nullopt;
    words.part_of = target.title;
    (void)notify::announce(call, words, call.settings.notify.undo);
}

void say(Call& call, Incident& incident, Word const& word)
{
    if (word.state == IncidentState::resolved)
        stop_reminders(call, incident.id);
    if (word.state != IncidentState::review)
        settle_promises(call, incident, word);
    if (!incident.resolved_at)
        restart_reminders(call, incident.id);
    say_between(call, incident, word);
}

}  // namespace tellfirst::status
