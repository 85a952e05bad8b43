#include "pages/view/incident_view.hpp"

#include "pages/outlook.hpp"
#include "wire/words/markdown.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

// Of an estimate that was moved again and again, the first and the latest ones say enough.
constexpr std::size_t most_earlier_etas = 3;

// Trouble of a single account may touch no service that has a name here.
std::string_view tone_of_incident(ShownIncident const& incident)
{
    return tone_of(incident.services.empty() ? incident.worst : worst_of(incident));
}

// One promise that has passed: by how much, and what it was. The first minute has no number yet.
struct LateWords {
    Text begun;  // "Update overdue"
    Text by;
    Text promised;
};

JsonObject late_view(LateWords const& words, Instant since, View const& view)
{
    auto const late = view.now - since;
    auto const span = words::span_of(late, view.reader.language);
    return {
        {"by", late < std::chrono::minutes{1} ? std::string{words.begun}
                                              : say(words.by, fmt::arg("span", span))},
        {"promised", say(words.promised, fmt::arg("time", time_markup(since, view)))}};
}

// An update is overdue by the next word that was promised; an estimate that passed is another
// thing.
JsonArray overdue_view(ShownIncident const& incident, View const& view)
{
    auto const& texts = view.texts();
    auto const late = late_of(incident, view.now);
    JsonArray all;
    if (late.word)
        all.push_back(late_view(
            {texts.overdue, texts.overdue_by, texts.word_was_promised}, *late.word, view));
    if (late.eta)
        all.push_back(
            late_view({texts.later, texts.later_by, texts.was_expected}, *late.eta, view));
    return all;
}

JsonArray touched_view(ShownIncident const& incident, words::Language language)
{
    JsonArray touched;
    for (auto const& one : incident.services)
        touched.push_back(JsonObject{
            {"name", one.name},
            {"state", touch_words(incident, one, language)},
            {"icon", name_of(one.state)},
            {"tone", tone_of(one.state)}});
    return touched;
}

JsonArray flags_view(ShownIncident const& incident, Texts const& texts)
{
    JsonArray flags;
    if (incident.is_yours_only)
        flags.push_back(JsonObject{{"text", texts.yours_only}});
    if (incident.repeats > 0) {
        auto const times = times_in_words(static_cast<std::size_t>(incident.repeats), texts);
        flags.push_back(JsonObject{{"text", say(texts.repeated, fmt::arg("times", times))}});
    }
    return flags;
}

// The button that says "I see it too", while there is something to see, and not by one alone.
Json voice_view(ShownIncident const& incident, View const& view)
{
    if (incident.resolved_at || incident.is_yours_only)
        return nullptr;
    auto const count = incident.voices.see_it_too;
    return JsonObject{
        {"action", view.root + path_of("incidents", incident.id) + "/see-it-too"},
        {"label", view.texts().see_it_too},
        {"count", if_said(count > 0 ? say(view.texts().seen_by, fmt::arg("count", count)) : "")}};
}

std::string safety_tone(status::DataSafety safety)
{
    using enum status::DataSafety;
    switch (safety) {
    case not_yet_known: return "unk";
    case safe: return "ok";
    case at_risk: return "warn";
    case lost: return "bad";
    }
    return "unk";
}

// What stands of it on every page.
JsonObject facts_view(ShownIncident const& incident, View const& view)
{
    auto const& texts = view.texts();
    JsonArray sentences;
    if (!incident.resolved_at)
        for (auto const& sentence : outlook(incident, view))
            sentences.push_back(JsonObject{{"sentence", sentence}});
    bool const has_outlook = !sentences.empty();
    Aid const aid{
        .workaround = incident.workaround,
        .helped = incident.voices.workaround_helped,
        .path = path_of("incidents", incident.id)};
    return {
        {"id", incident.id.text()},
        {"title", incident.title},
        {"href", view.root + path_of("incidents", incident.id)},
        {"tone", tone_of_incident(incident)},
        {"touched", touched_view(incident, view.reader.language)},
        {"data_safe", words_of(incident.data_safety, texts)},
        {"data_tone", safety_tone(incident.data_safety)},
        {"flags", flags_view(incident, texts)},
        {"overdue", overdue_view(incident, view)},
        {"outlook", std::move(sentences)},
        {"has_outlook", has_outlook},
        {"aid", aid_view(aid, view)},
        {"voice", voice_view(incident, view)}};
}

Json merged_view(ShownIncident const& incident, View const& view)
{
    if (!incident.merged_into)
        return nullptr;
    return JsonObject{
        {"href", view.root + path_of("incidents", incident.merged_into->into)},
        {"title", incident.merged_into->title}};
}

std::string lasted(ShownIncident const& incident, View const& view, Text text)
{
    auto const end = incident.resolved_at.value_or(view.now);
    auto const span = words::span_of(end - incident.started_at, view.reader.language);
    auto const from = incident.started_at;
    return say(
        text, fmt::arg("from", time_markup(from, view)),
        fmt::arg("time", time_markup(incident.resolved_at ? end : from, view)),
        fmt::arg("to", time_markup(end, {.reader = view.reader, .now = from})),
        fmt::arg("span", span));
}

std::string eta_markup(status::GivenEta const& eta, View const& view)
{
    return eta.eta_from ? span_markup(*eta.eta_from, eta.eta_at, view)
                        : time_markup(eta.eta_at, view);
}

// "12:31, …, 15:31, 16:31": customers planned by the first one, so it is never left out.
std::string etas_in(std::span<status::GivenEta const> history, View const& view)
{
    auto text = eta_markup(history.front(), view);
    auto rest = history.subspan(1);
    if (history.size() > most_earlier_etas) {
        text += ", \u2026";
        rest = rest.last(most_earlier_etas - 1);
    }
    for (auto const& eta : rest)
        text += ", " + eta_markup(eta, view);
    return text;
}

// A word, and what it promised when it was said.
JsonObject said_view(ShownIncident const& incident, status::Update const& word, View const& view)
{
    auto const moment = [&view](Instant at) { return time_markup(at, view); };
    std::string promised;
    for (auto const& sentence : promised_in(word, view.texts(), moment))
        promised += (promised.empty() ? "" : " ") + sentence;
    auto filled = word_view(words_of(incident, word, view.texts()), word.at, word.text, view);
    filled["promised"] = if_said(promised);
    return filled;
}

}  // namespace

std::string moved_sentence(std::vector<status::GivenEta> const& history, View const& view)
{
    if (history.size() < 2)
        return {};
    auto const moves = history.size() - 1;
    return say(
        view.texts().moved, fmt::arg("before", etas_in(std::span{history}.first(moves), view)),
        fmt::arg("times", times_in_words(moves, view.texts())));
}

std::vector<std::string> outlook(ShownIncident const& incident, View const& view)
{
    auto const moment = [&view](Instant at) { return time_markup(at, view); };
    auto sentences = what_comes(incident, view.texts(), view.now, moment);
    auto const& history = incident.eta_history;
    if (incident.when.eta_at) {
        if (auto const moved = moved_sentence(history, view); !moved.empty())
            sentences.push_back(moved);
    } else if (!history.empty()) {
        sentences.push_back(
            say(view.texts().holds_no_more, fmt::arg("before", etas_in(history, view))));
    }
    return sentences;
}

JsonObject open_view(ShownIncident const& incident, View const& view)
{
    auto const& texts = view.texts();
    auto filled = facts_view(incident, view);
    Json newest = nullptr;
    if (!incident.updates.empty()) {
        auto const& word = incident.updates.front();
        newest = word_view(words_of(word.state, texts), word.at, word.text, view);
    }
    filled["newest"] = std::move(newest);
    filled["more"] = say(texts.earlier_updates, fmt::arg("count", incident.updates.size()));
    filled["since"] = lasted(incident, view, texts.since);
    return filled;
}

JsonObject past_view(ShownIncident const& incident, View const& view)
{
    std::string last;
    if (!incident.updates.empty())
        last = words::markdown_to_html(incident.updates.front().text);
    return {
        {"id", incident.id.text()},
        {"title", incident.title},
        {"href", view.root + path_of("incidents", incident.id)},
        {"touched", touched_view(incident, view.reader.language)},
        {"work", nullptr},
        {"lasted", lasted(incident, view, view.texts().resolved_at)},
        {"last_word", last}};
}

JsonObject whole_view(ShownIncident const& incident, View const& view)
{
    auto const& texts = view.texts();
    auto filled = facts_view(incident, view);
    JsonArray words;
    for (auto const& word : incident.updates)
        words.push_back(said_view(incident, word, view));
    filled["words_said"] = std::move(words);
    filled["merged"] = merged_view(incident, view);
    filled["state"] = words_of(incident, texts);
    filled["icon"] = incident.resolved_at ? "operational" : name_of(worst_of(incident));
    filled["lasted"] = lasted(incident, view, incident.resolved_at ? texts.lasted : texts.since);
    filled["corrected"] =
        incident.corrected_at ? Json(time_markup(*incident.corrected_at, view)) : Json(nullptr);
    if (incident.resolved_at)
        filled["tone"] = "ok";
    if (incident.merged_into) {  // whether it works again, the other one says
        filled["tone"] = "unk";
        filled["icon"] = "unknown";
    }
    return filled;
}

}  // namespace tellfirst::pages
