#include "status/uptime/inspect.hpp"

#include "accounts/accounts.hpp"
#include "status/uptime/tally.hpp"

#include <set>

namespace tellfirst::status {
namespace {

// Ten years of a bad service. Every event is sorted and printed, so there must be an end.
constexpr std::size_t most_events = 100'000;
constexpr std::size_t most_services = 1'000;
// What is said without a service is said of each, and must not multiply beyond what we can sort.
constexpr std::size_t most_spells = 1'000'000;
constexpr std::size_t most_bytes = 64UZ << 20;

constexpr double most_notice_hours = 10 * 366 * 24;  // ten years: nobody plans further ahead
constexpr std::int64_t most_minimum_seconds = 24 * 3600;
constexpr std::int64_t most_decimals = 18;

using accounts::GroupRule;

struct RuleSaid {
    static constexpr std::array<std::string_view, 0> required{};
    std::string zone = "Etc/UTC";
    double partial = 0.3;
    double degraded = 0.3;
    GroupRule groups = GroupRule::any;
    bool exclude_announced = true;
    double notice_hours = 24;
    std::int64_t minimum_seconds = 0;
    std::int64_t decimals = 2;
};
BOOST_DESCRIBE_STRUCT(
    RuleSaid, (),
    (zone, partial, degraded, groups, exclude_announced, notice_hours, minimum_seconds, decimals))

struct EventSaid {
    ServiceState state = ServiceState::major;
    Instant from;
    std::optional<Instant> to;
    std::optional<double> failing_percent;
    std::optional<std::string> service;
};
BOOST_DESCRIBE_STRUCT(EventSaid, (), (state, from, to, failing_percent, service))

struct WindowSaid {
    Instant from;
    Instant to;
    std::optional<Instant> announced;
    std::optional<std::string> service;
};
BOOST_DESCRIBE_STRUCT(WindowSaid, (), (from, to, announced, service))

struct Question {
    static constexpr std::array<std::string_view, 2> required{"from", "to"};
    RuleSaid rule;
    Instant from;
    Instant to;
    std::optional<Instant> now;      // absent: the period is over
    std::optional<Instant> created;  // absent: before it began
    std::vector<std::string> services;
    std::vector<EventSaid> events;
    std::vector<WindowSaid> windows;
};
BOOST_DESCRIBE_STRUCT(Question, (), (rule, from, to, now, created, services, events, windows))

std::optional<Problem> fault_in(RuleSaid const& rule)
{
    if (!accounts::is_known_zone(rule.zone))
        return invalid("zone.unknown", "rule.zone", "The zone must be an IANA name.");
    for (auto const& [name, weight] :
         {std::pair{"rule.partial", rule.partial}, std::pair{"rule.degraded", rule.degraded}})
        if (!share(weight))
            return invalid("rule.bad_weight", name, "A weight is from 0 to 1.");
    if (!(rule.notice_hours >= 0 && rule.notice_hours <= most_notice_hours))
        return invalid(
            "rule.bad_notice", "rule.notice_hours", "The notice is from 0 hours to ten years.");
    if (rule.minimum_seconds < 0 || rule.minimum_seconds > most_minimum_seconds)
        return invalid("rule.bad_minimum", "rule.minimum_seconds", "The minimum is a day at most.");
    if (rule.decimals < 0 || rule.decimals > most_decimals)
        return invalid("rule.bad_decimals", "rule.decimals", "From 0 to 18 decimals can be shown.");
    return std::nullopt;
}

std::optional<Problem> fault_in(Question const& question)
{
    if (auto fault = fault_in(question.rule))
        return fault;
    if (question.to <= question.from)
        return invalid("period.ends_before_start", "to", "The period must end after it begins.");
    if (question.events.size() + question.windows.size() > most_events ||
        question.services.size() > most_services)
        return invalid(
            "inspect.too_large", "events",
            "That is too much: 100000 events and windows and 1000 services are the most.");
    for (std::size_t i = 0; i < question.events.size(); ++i) {
        auto const& event = question.events[i];
        auto const field = fmt::format("events[{}]", i);
        if (event.to && *event.to < event.from)
            return invalid("event.ends_before_start", field, field + " ends before it begins.");
        if (event.failing_percent && !share_of_percent(*event.failing_percent))
            return invalid("event.bad_percent", field, field + ": a percentage is from 0 to 100.");
    }
    for (std::size_t i = 0; i < question.windows.size(); ++i)
        if (question.windows[i].to < question.windows[i].from) {
            auto const field = fmt::format("windows[{}]", i);
            return invalid("window.ends_before_start", field, field + " ends before it begins.");
        }
    return std::nullopt;
}

UptimeRule rule_of(RuleSaid const& said)
{
    Exact const notice = decimal(said.notice_hours) * Duration{std::chrono::hours{1}}.count();
    return {
        .partial = share(said.partial).value(),
        .degraded = share(said.degraded).value(),
        .exclude_announced = said.exclude_announced,
        .notice = Duration{static_cast<std::int64_t>(numerator(notice) / denominator(notice))},
        .minimum = std::chrono::seconds{said.minimum_seconds}};
}

using Lives = std::map<std::string, Life>;

// What is said without a service is said of all of them; where none is named there is one.
Result<Lives> lives_of(Question const& question)
{
    std::set<std::string> names{question.services.begin(), question.services.end()};
    std::size_t of_all = 0;
    auto const name = [&](std::optional<std::string> const& service) {
        if (service)
            names.insert(*service);
        else
            ++of_all;
    };
    for (auto const& event : question.events)
        name(event.service);
    for (auto const& window : question.windows)
        name(window.service);
    if (names.size() > most_services || names.size() * of_all > most_spells)
        return invalid("inspect.too_large", "services", "That is too much for so many services.");
    if (names.empty())
        names.insert("");

    Lives lives;
    for (auto const& each : names)
        lives[each] = {.created = question.created.value_or(question.from), .now = question.now};
    auto const with = [&](std::optional<std::string> const& service, auto const& say) {
        if (service)
            return say(lives.at(*service));
        for (auto& [each, life] : lives)
            say(life);
    };
    for (auto const& event : question.events)
        with(event.service, [&](Life& life) {
            auto const failing =
                event.failing_percent ? share_of_percent(*event.failing_percent) : std::nullopt;
            life.spells.push_back({event.from, event.to, event.state, failing});
        });
    for (auto const& window : question.windows)
        with(window.service, [&](Life& life) {
            life.planned.push_back({window.from, window.to, window.announced});
        });
    return lives;
}

// By hand and not by our JSON writer, because a JSON number may have as many digits as it needs
// and a double may not.
void print(std::string& into, Stretch const& stretch, std::string const& service)
{
    if (stretch.counts == Counts::up)
        return;
    if (into.back() != '[')
        into += ',';
    into += fmt::format(
        R"({{"from":"{}","to":"{}","state":"{}","counts":"{}","weight":{})",
        to_rfc3339(stretch.from), to_rfc3339(stretch.to), name_of(stretch.state),
        name_of(stretch.counts), digits(exact(stretch.weight)));
    if (!service.empty())
        into += R"(,"service":)" + write_json(Json(service));
    into += '}';
}

std::string answer(Tally const& tally, int decimals, std::string const& stretches)
{
    auto const share = availability(tally);
    auto const shown = shown_percent(tally, decimals);
    auto const whole_seconds = [](Duration length) { return digits(seconds(length)); };
    return fmt::format(
        R"({{"exact":{},"shown":{},"down_seconds":{},"total_seconds":{},)"
        R"("excused_seconds":{},"unknown_seconds":{},"absent_seconds":{},"stretches":{}}})",
        share ? '"' + fraction(*share) + '"' : "null", shown ? '"' + *shown + '"' : "null",
        digits(Exact{tally.lost() / Duration{std::chrono::seconds{1}}.count()}),
        whole_seconds(tally.total()), whole_seconds(tally.excused), whole_seconds(tally.unknown),
        whole_seconds(tally.absent), stretches);
}

}  // namespace

Result<std::string> inspect_uptime(std::string_view text)
{
    if (text.size() > most_bytes)
        return invalid("inspect.too_large", "", "That is too much: 64 MiB are the most.");
    auto const document = parse_json(text);
    if (!document)
        return document.error();
    auto const question = from_json<Question>(*document);
    if (!question)
        return question.error();
    if (auto const fault = fault_in(*question))
        return *fault;
    auto const lives = lives_of(*question);
    if (!lives)
        return lives.error();

    auto const until = std::min(question->to, question->now.value_or(question->to));
    Period const period{question->from, std::max(question->from, until)};
    std::vector<std::vector<Stretch>> lines;
    Tally tally;
    std::string stretches = "[";
    for (auto const& [service, life] : *lives) {
        lines.push_back(timeline(rule_of(question->rule), life, period));
        if (question->rule.groups == GroupRule::any)
            continue;
        tally += tally_of(lines.back());
        for (auto const& stretch : lines.back())
            print(stretches, stretch, service);
    }
    if (question->rule.groups == GroupRule::any) {
        auto const line = worst_of(lines, period);
        tally = tally_of(line);
        for (auto const& stretch : line)
            print(stretches, stretch, "");
    }
    return answer(tally, static_cast<int>(question->rule.decimals), stretches + ']');
}

}  // namespace tellfirst::status
