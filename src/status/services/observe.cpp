#include "kernel/text.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"
#include "status/services/observation_store.hpp"
#include "status/services/service_store.hpp"
#include "status/services/weigh.hpp"
#include "status/status.hpp"

// A watcher says every minute what it sees, mostly the same. So the usual word is one row that is
// read and written again; a fact is told only when what customers see has changed.
namespace tellfirst::status {
namespace {

constexpr std::chrono::minutes fastest_clock{1};  // clocks differ
constexpr std::chrono::days oldest_word{1};       // a watcher that was cut off catches up
constexpr std::chrono::seconds shortest_pause{1};
constexpr std::size_t longest_source = 64;  // "fra-1"
constexpr std::size_t most_sources = 50;    // a watcher that invents names for itself ends here

ServiceState state_of(SeenState seen)
{
    switch (seen) {
    case SeenState::operational: return ServiceState::operational;
    case SeenState::degraded: return ServiceState::degraded;
    case SeenState::partial: return ServiceState::partial;
    case SeenState::major: return ServiceState::major;
    }
    return ServiceState::unknown;
}

Result<void> check(Call& call, NewObservation const& wish)
{
    if (auto const good = check_named_service(call.tx, wish.service, "service"); !good)
        return good;
    auto const source = trim(wish.seen_from);
    if (source.empty() || source.size() > longest_source)
        return invalid("observation.needs_source", "seen_from", "Say in 1 to 64 bytes from where.");
    if (wish.detail.size() > longest_title)
        return invalid("observation.too_long", "detail", "A detail has at most 200 bytes.");
    if (wish.failing_percent && !can_fail_by(state_of(wish.state), *wish.failing_percent))
        return invalid(
            "observation.bad_percent", "failing_percent",
            "More than 0 and less than 100, of a service that is degraded or partly down.");
    if (wish.at && *wish.at > call.now + fastest_clock)
        return invalid("observation.in_the_future", "at", "This moment is still to come.");
    if (wish.at && *wish.at < call.now - oldest_word)
        return invalid("observation.too_old", "at", "This is older than a day.");
    return {};
}

store::Seen seen_by(Call const& call, NewObservation const& wish)
{
    return {
        .service = wish.service,
        .seen_from = std::string{trim(wish.seen_from)},
        .state = state_of(wish.state),
        .failing_ppm = wish.failing_percent.transform(ppm_of),
        .detail = std::string{trim(wish.detail)},
        .at = std::min(wish.at.value_or(call.now), call.now)};
}

// A new watcher takes the place of those that have not been heard of for a day.
Result<void> make_room(Call& call, Heard const& heard, ServiceId service)
{
    if (heard.sightings.size() < most_sources)
        return {};
    auto const before = call.now - oldest_word;
    if (std::ranges::none_of(
            heard.sightings, [&](auto const& one) { return one.heard_at < before; }))
        return conflict(
            "observation.too_many_sources", "50 watchers speak of this service already.");
    store::forget_sightings(call.tx, service, before);
    return {};
}

// Answers whether it was news, and not a word that came late or twice.
Result<bool> keep(Call& call, Heard const& heard, store::Seen const& seen)
{
    auto const known = std::ranges::find(heard.sightings, seen.seen_from, &Sighting::seen_from);
    if (known == heard.sightings.end()) {
        if (auto const room = make_room(call, heard, seen.service); !room)
            return room.error();
        store::begin_sighting(call.tx, seen);
        return true;
    }
    if (seen.at <= known->heard_at)
        return false;
    if (seen.at - known->heard_at < shortest_pause)
        return Problem{
            .kind = Refusal::too_many,
            .code = "observation.too_often",
            .detail = "Once a second is enough for anybody.",
            .retry_after_s = 1};
    if (known->state == seen.state)
        store::renew_sighting(call.tx, seen);
    else
        store::begin_sighting(call.tx, seen);
    return true;
}

std::string_view words_of(ServiceState state)
{
    switch (state) {
    case ServiceState::major: return "seems to be down";
    case ServiceState::partial: return "seems to be partly down";
    case ServiceState::degraded: return "seems to be degraded";
    case ServiceState::operational:
    case ServiceState::maintenance:
    case ServiceState::unknown: break;
    }
    return "seems to be well";
}

Result<Incident> draft(Call& call, Service const& service, store::Seen const& seen)
{
    auto const words = fmt::format(" {} (from {})", words_of(seen.state), seen.seen_from);
    auto const name = cut_utf8(service.name, longest_title - words.size());
    Touched touched{
        .service = service.id,
        .state = seen.state,
        .failing_percent = seen.failing_ppm.transform(percent_of),
        .symptom = seen.detail};
    return suspect(
        call,
        {.title = std::string{name} + words,
         .services = {std::move(touched)},
         .first_seen = FirstSeen{.by = SeenBy::monitor, .at = seen.at, .detail = seen.seen_from}});
}

// Trouble that nobody has judged, of which no incident speaks yet, and that no work explains.
bool is_suspicious(Call& call, Service const& service, store::Seen const& seen)
{
    if (seen.state == ServiceState::operational || store::is_in_window(call.tx, service.id))
        return false;
    auto const heard = store::heard_of(call.tx, service);
    auto const now = std::ranges::find(heard.sightings, seen.seen_from, &Sighting::seen_from);
    return now != heard.sightings.end() && !now->is_judged;
}

}  // namespace

Result<Observed> observe(Call& call, NewObservation const& wish)
{
    if (auto const good = check(call, wish); !good)
        return good.error();
    auto const service = store::find_service(call.tx, wish.service).value();
    auto const seen = seen_by(call, wish);
    auto const is_news = keep(call, store::heard_of(call.tx, service), seen);
    if (!is_news)
        return is_news.error();

    if (*is_news) {
        if (!store::incident_of(call.tx, service.id) && is_suspicious(call, service, seen))
            if (auto const drafted = draft(call, service, seen); !drafted)
                return drafted.error();
        weigh(call, service, seen.at);
    }
    return Observed{
        .service = service.id,
        .state = store::find_service(call.tx, service.id).value().state,
        .incident = store::incident_of(call.tx, service.id)};
}

}  // namespace tellfirst::status
