#include "pages/outlook.hpp"

#include "wire/words/figures.hpp"

namespace tellfirst::pages {
namespace {

std::string at_time(std::string_view text, std::string const& time)
{
    return fmt::format(fmt::runtime(text), fmt::arg("time", time));
}

std::string eta_sentence(notify::When const& when, Texts const& texts, MomentText const& moment)
{
    if (!when.eta_at)
        return std::string{texts.expected_unknown};
    if (!when.eta_from)
        return at_time(texts.expected_by, moment(*when.eta_at));
    return fmt::format(
        fmt::runtime(texts.expected_between), fmt::arg("from", moment(*when.eta_from)),
        fmt::arg("to", moment(*when.eta_at)));
}

}  // namespace

Late late_of(ShownIncident const& incident, Instant now)
{
    if (incident.resolved_at)
        return {};
    auto const passed = [now](std::optional<Instant> at) {
        return at && *at <= now ? at : std::nullopt;
    };
    return {.word = passed(incident.when.next_word_at), .eta = passed(incident.when.eta_at)};
}

std::vector<std::string>
what_comes(ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment)
{
    auto const& when = incident.when;
    std::vector<std::string> sentences;
    if (!when.eta_at || *when.eta_at > now)
        sentences.push_back(eta_sentence(when, texts, moment));
    if (when.next_word_at && *when.next_word_at > now)
        sentences.push_back(at_time(texts.next_word, moment(*when.next_word_at)));
    return sentences;
}

std::vector<std::string> outlook_sentences(
    ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment)
{
    if (incident.resolved_at)
        return {};
    std::vector<std::string> sentences;
    auto const late = late_of(incident, now);
    if (late.word) {
        sentences.push_back(std::string{texts.overdue} + ".");
        sentences.push_back(at_time(texts.word_was_promised, moment(*late.word)));
    }
    if (late.eta) {
        sentences.push_back(std::string{texts.later} + ".");
        sentences.push_back(at_time(texts.was_expected, moment(*late.eta)));
    }
    std::ranges::move(what_comes(incident, texts, now, moment), std::back_inserter(sentences));
    return sentences;
}

std::vector<std::string>
promised_in(status::Update const& word, Texts const& texts, MomentText const& moment)
{
    using enum status::IncidentState;
    auto const& when = word.when;
    bool const ends = word.state == resolved || word.state == review;
    if (ends || (!when.eta_at && !when.next_word_at))
        return {};
    std::vector<std::string> sentences{eta_sentence(when, texts, moment)};
    if (when.next_word_at)
        sentences.push_back(at_time(texts.next_word, moment(*when.next_word_at)));
    return sentences;
}

std::string
touch_words(ShownIncident const& incident, ShownTouch const& touched, words::Language language)
{
    auto const& texts = texts_in(language);
    std::string more;
    if (touched.failing_percent) {
        auto const percent = words::figure(*touched.failing_percent, language);
        more = fmt::format(fmt::runtime(texts.failing), fmt::arg("percent", percent));
    }
    if (!touched.symptom.empty())
        more += (more.empty() ? "" : "; ") + touched.symptom;
    auto said = std::string{words_of(touched.state, texts)};
    if (!more.empty())
        said += " (" + more + ")";
    if (!touched.held_s || !incident.resolved_at)
        return said;
    std::chrono::seconds const held{*touched.held_s};
    if (held >=
        std::chrono::floor<std::chrono::seconds>(*incident.resolved_at - incident.started_at))
        return said;
    return fmt::format(
        fmt::runtime(texts.held_for), fmt::arg("state", said),
        fmt::arg("span", words::span_of(held, language)));
}

}  // namespace tellfirst::pages
