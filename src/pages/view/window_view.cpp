#include "pages/view/window_view.hpp"

#include "wire/words/markdown.hpp"

namespace tellfirst::pages {
namespace {

using status::OccurrenceState;
using status::ServiceState;
using status::WindowState;

// So many times before and after now make the rhythm plain.
constexpr std::size_t most_times_each_way = 3;

// What was said before: of what runs on past its end by how much, of what was moved from when. One
// that finishes by itself does so within the minute.
std::string said_before(ShownWindow const& window, View const& view)
{
    auto const& texts = view.texts();
    auto const late = view.now - window.ends_at;
    if (window.state == WindowState::started && late >= std::chrono::minutes{1})
        return say(
            texts.should_have_ended, fmt::arg("time", time_markup(window.ends_at, view)),
            fmt::arg("span", words::span_of(late, view.reader.language)));
    auto const announced = window.announced_end.value_or(window.ends_at);
    if (announced != end_of(window))
        return say(texts.was_announced_until, fmt::arg("time", time_markup(announced, view)));
    if (window.was && window.state == WindowState::planned)
        return say(
            texts.moved_from,
            fmt::arg("span", span_markup(window.was->starts_at, window.was->ends_at, view)));
    return "";
}

JsonObject window_view(ShownWindow const& window, View const& view)
{
    bool const is_off = window.state == WindowState::cancelled;
    bool const is_over = window.state == WindowState::finished;
    auto const span = span_markup(window.starts_at, end_of(window), view);
    auto const state = is_off    ? ServiceState::unknown
                       : is_over ? ServiceState::operational
                                 : ServiceState::maintenance;
    return {
        {"id", window.id.text()},
        {"title", window.title},
        {"href", view.root + path_of("windows", window.id)},
        {"state", words_of(window.state, view.texts())},
        {"icon", is_off ? "cancelled" : name_of(state)},
        {"tone", tone_of(state)},
        {"service_names", names_of(window.services)},
        {"span", is_off ? "<s>" + span + "</s>" : span},
        {"before", said_before(window, view)},
        {"html", words::markdown_to_html(window.text)}};
}

std::string_view tone_of(OccurrenceState state)
{
    switch (state) {
    case OccurrenceState::reserved: return "unk";
    case OccurrenceState::will_be_used: return "plan";
    case OccurrenceState::used: return "ok";
    case OccurrenceState::not_used: return "unk";
    case OccurrenceState::cancelled: return "unk";
    case OccurrenceState::moved: return "unk";
    }
    return "unk";
}

std::string_view icon_of(OccurrenceState state)
{
    switch (state) {
    case OccurrenceState::reserved: return "overdue";  // a clock
    case OccurrenceState::will_be_used: return "maintenance";
    case OccurrenceState::used: return "operational";
    case OccurrenceState::not_used: return "cancelled";
    case OccurrenceState::cancelled: return "cancelled";
    case OccurrenceState::moved: return "cancelled";
    }
    return "unknown";
}

JsonArray times_view(ShownSeries const& series, View const& view)
{
    auto const& all = series.occurrences;
    auto const next = static_cast<std::size_t>(std::ranges::count_if(
        all, [&](auto const& occurrence) { return occurrence.ends_at <= view.now; }));
    auto const first = next - std::min(next, most_times_each_way);
    auto const last = std::min(next + most_times_each_way, all.size());
    JsonArray times;
    for (auto i = first; i < last; ++i)
        times.push_back(JsonObject{
            {"span", span_markup(all[i].starts_at, all[i].ends_at, view)},
            {"state", words_of(all[i].state, view.texts())},
            {"icon", icon_of(all[i].state)},
            {"tone", tone_of(all[i].state)}});
    return times;
}

}  // namespace

WindowsView windows_view(std::vector<ShownWindow> const& windows, View const& view)
{
    WindowsView seen;
    for (auto const& window : windows) {
        bool const is_running = window.state == WindowState::started;
        (is_running ? seen.running : seen.planned).push_back(window_view(window, view));
    }
    return seen;
}

JsonObject whole_view(ShownWindow const& window, View const& view)
{
    auto filled = window_view(window, view);
    JsonArray words;
    for (auto const& word : window.words)
        words.push_back(word_view(words_of(word.state, view.texts()), word.at, word.text, view));
    filled["words_said"] = std::move(words);
    return filled;
}

JsonObject past_view(ShownWindow const& window, View const& view)
{
    auto filled = window_view(window, view);
    filled["work"] = JsonObject{{"state", filled["state"]}, {"names", filled["service_names"]}};
    filled["touched"] = JsonArray{};
    filled["lasted"] = filled["span"];
    filled["last_word"] = filled["html"];
    return filled;
}

JsonObject series_view(ShownSeries const& series, View const& view)
{
    auto const share =
        say(view.texts().used_share, fmt::arg("used", series.used), fmt::arg("past", series.past));
    return {
        {"id", series.id.text()},
        {"title", series.title},
        {"service_names", names_of(series.services)},
        {"html", words::markdown_to_html(series.text)},
        {"times", times_view(series, view)},
        {"share", if_said(series.past > 0 ? share : "")}};
}

}  // namespace tellfirst::pages
