#include "pages/outlook.hpp"

namespace tellfirst::pages {
namespace {

std::string at_time(std::string_view text, std::string const& time)
{
    return fmt::format(fmt::runtime(text), fmt::arg("time", time));
}

}  // namespace

std::vector<std::string>
what_comes(ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment)
{
    auto const say = [&moment](std::string_view text, Instant at) {
        return at_time(text, moment(at));
    };
    auto const& when = incident.when;
    std::vector<std::string> sentences;
    if (!when.eta_at)
        sentences.emplace_back(texts.expected_unknown);
    else if (*when.eta_at <= now && incident.overdue_since != when.eta_at)
        sentences.push_back(say(texts.was_expected, *when.eta_at));
    else if (*when.eta_at > now && when.eta_from)
        sentences.push_back(fmt::format(
            fmt::runtime(texts.expected_between), fmt::arg("from", moment(*when.eta_from)),
            fmt::arg("to", moment(*when.eta_at))));
    else if (*when.eta_at > now)
        sentences.push_back(say(texts.expected_by, *when.eta_at));
    if (when.next_word_at && *when.next_word_at > now)
        sentences.push_back(say(texts.next_word, *when.next_word_at));
    return sentences;
}

std::vector<std::string> outlook_sentences(
    ShownIncident const& incident, Texts const& texts, Instant now, MomentText const& moment)
{
    if (incident.resolved_at)
        return {};
    auto sentences = what_comes(incident, texts, now, moment);
    if (incident.overdue_since) {
        auto const since = *incident.overdue_since;
        bool const was_word = incident.when.next_word_at == since;
        auto const& text = was_word ? texts.word_was_promised : texts.was_expected;
        sentences.insert(
            sentences.begin(), {std::string{texts.overdue} + ".", at_time(text, moment(since))});
    }
    return sentences;
}

std::string
touch_words(ShownIncident const& incident, ShownTouch const& touched, words::Language language)
{
    auto const& texts = texts_in(language);
    std::string more;
    if (touched.failing_percent)
        more =
            fmt::format(fmt::runtime(texts.failing), fmt::arg("percent", *touched.failing_percent));
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
