#include "pages/view.hpp"

#include "kernel/text.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

template <class... Args>
std::string say(std::string_view text, Args const&... args)
{
    return fmt::format(fmt::runtime(text), args...);
}

ServiceState worst_of(ShownIncident const& incident)
{
    auto state = ServiceState::operational;
    for (auto const& touched : incident.services)
        state = status::worst(state, touched.state);
    return state;
}

template <class Named>
std::string names_of(std::vector<Named> const& services)
{
    std::string names;
    for (auto const& service : services)
        names += (names.empty() ? "" : ", ") + service.name;
    return names;
}

// "4 Mar 22:00 UTC to 23:30 UTC": the day of the end is said where it is another one.
std::string span_markup(ShownWindow const& window, View const& view)
{
    auto const end_view = View{.reader = view.reader, .now = window.starts_at};
    return say(
        texts_in(view.reader.language).window_span,
        fmt::arg("from", time_markup(window.starts_at, view)),
        fmt::arg("to", time_markup(window.ends_at, end_view)));
}

JsonObject window_view(ShownWindow const& window, View const& view)
{
    bool const is_off = window.state == status::WindowState::cancelled;
    return {
        {"id", window.id.text()},
        {"title", window.title},
        {"state", words_of(window.state, texts_in(view.reader.language))},
        {"icon", is_off ? "cancelled" : name_of(ServiceState::maintenance)},
        {"tone", tone_of(is_off ? ServiceState::unknown : ServiceState::maintenance)},
        {"service_names", names_of(window.services)},
        {"span", is_off ? "<s>" + span_markup(window, view) + "</s>" : span_markup(window, view)},
        {"text", window.text}};
}

JsonObject word_view(status::Update const& update, View const& view, Texts const& texts)
{
    return {
        {"state", words_of(update.state, texts)},
        {"at", time_markup(update.at, view)},
        {"text", update.text}};
}

// Which promise was it that has passed, and by how much? The first minute has no number yet.
Json overdue_view(ShownIncident const& incident, View const& view, Texts const& texts)
{
    if (!incident.overdue_since)
        return nullptr;
    auto const since = *incident.overdue_since;
    auto const late = view.now - since;
    auto const time = time_markup(since, view);
    bool const was_word = incident.when.next_word_at == since;
    auto const span = words::span_of(late, view.reader.language);
    return JsonObject{
        {"by", late < std::chrono::minutes{1} ? std::string{texts.overdue}
                                              : say(texts.overdue_by, fmt::arg("span", span))},
        {"promised",
         say(was_word ? texts.word_was_promised : texts.was_expected, fmt::arg("time", time))}};
}

}  // namespace

std::string time_markup(Instant at, View const& view)
{
    auto text = words::short_moment(at, view.reader, view.now);
    auto const utc = words::short_moment(at, {.language = view.reader.language}, view.now);
    if (text != utc)
        text += " (" + utc + ")";
    return fmt::format(R"(<time datetime="{}">{}</time>)", to_rfc3339(at), escape_html(text));
}

std::vector<std::string> outlook(ShownIncident const& incident, View const& view)
{
    auto const& texts = texts_in(view.reader.language);
    auto const& when = incident.when;
    auto const moment = [&](Instant at) { return time_markup(at, view); };
    std::vector<std::string> sentences;
    if (!when.eta_at)
        sentences.emplace_back(texts.expected_unknown);
    else if (*when.eta_at > view.now && when.eta_from)
        sentences.push_back(
            say(texts.expected_between, fmt::arg("from", moment(*when.eta_from)),
                fmt::arg("to", moment(*when.eta_at))));
    else if (*when.eta_at > view.now)
        sentences.push_back(say(texts.expected_by, fmt::arg("time", moment(*when.eta_at))));
    else if (incident.overdue_since != when.eta_at)
        sentences.push_back(say(texts.was_expected, fmt::arg("time", moment(*when.eta_at))));
    if (when.next_word_at && *when.next_word_at > view.now)
        sentences.push_back(say(texts.next_word, fmt::arg("time", moment(*when.next_word_at))));
    return sentences;
}

std::string_view tone_of(ServiceState state)
{
    switch (state) {
    case ServiceState::operational: return "ok";
    case ServiceState::degraded: return "warn";
    case ServiceState::partial: return "warn";
    case ServiceState::major: return "bad";
    case ServiceState::maintenance: return "plan";
    case ServiceState::unknown: return "unk";
    }
    return "unk";
}

JsonObject open_view(ShownIncident const& incident, View const& view)
{
    auto const& texts = texts_in(view.reader.language);
    JsonArray touched;
    for (auto const& one : incident.services)
        touched.push_back(JsonObject{
            {"name", one.name},
            {"state", words_of(one.state, texts)},
            {"icon", name_of(one.state)},
            {"tone", tone_of(one.state)}});
    JsonArray sentences;
    for (auto const& sentence : outlook(incident, view))
        sentences.push_back(JsonObject{{"sentence", sentence}});
    Json newest = nullptr;
    JsonArray earlier;
    for (auto const& update : incident.updates)
        if (newest.is_null())
            newest = word_view(update, view, texts);
        else
            earlier.push_back(word_view(update, view, texts));
    auto const lasting = words::span_of(view.now - incident.started_at, view.reader.language);
    bool const has_earlier = !earlier.empty();
    return {
        {"id", incident.id.text()},
        {"title", incident.title},
        {"tone", tone_of(worst_of(incident))},
        {"touched", std::move(touched)},
        {"overdue", overdue_view(incident, view, texts)},
        {"outlook", std::move(sentences)},
        {"newest", std::move(newest)},
        {"earlier", std::move(earlier)},
        {"has_earlier", has_earlier},
        {"since", say(texts.since, fmt::arg("time", time_markup(incident.started_at, view)),
                      fmt::arg("span", lasting))}};
}

JsonObject past_view(ShownIncident const& incident, View const& view)
{
    auto const& texts = texts_in(view.reader.language);
    auto const end = incident.resolved_at.value_or(view.now);
    auto const span = words::span_of(end - incident.started_at, view.reader.language);
    Json last = nullptr;
    if (!incident.updates.empty())
        last = JsonObject{{"text", incident.updates.front().text}};
    return {
        {"id", incident.id.text()},
        {"title", incident.title},
        {"service_names", names_of(incident.services)},
        {"lasted",
         say(texts.resolved_at, fmt::arg("time", time_markup(end, view)), fmt::arg("span", span))},
        {"last_word", std::move(last)}};
}

WindowsView windows_view(std::vector<ShownWindow> const& windows, View const& view)
{
    WindowsView seen;
    for (auto const& window : windows) {
        bool const is_running = window.state == status::WindowState::started;
        (is_running ? seen.running : seen.planned).push_back(window_view(window, view));
    }
    return seen;
}

JsonObject service_view(ShownService const& service, words::Language language)
{
    Json description = nullptr;
    if (!service.description.empty())
        description = JsonObject{{"text", service.description}};
    return {
        {"name", service.name},
        {"description", std::move(description)},
        {"state", words_of(service.state, texts_in(language))},
        {"icon", name_of(service.state)},
        {"tone", tone_of(service.state)}};
}

}  // namespace tellfirst::pages
