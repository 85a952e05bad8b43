#include "pages/view/issue_view.hpp"

#include "pages/view/incident_view.hpp"
#include "wire/words/markdown.hpp"

namespace tellfirst::pages {
namespace {

Json voice_view(ShownIssue const& issue, View const& view)
{
    if (issue.closed_at)
        return nullptr;
    auto const count = say(view.texts().affects, fmt::arg("count", issue.affected));
    return JsonObject{
        {"action", view.root + path_of("issues", issue.id) + "/affects-me"},
        {"label", view.texts().affects_me},
        {"count", if_said(issue.affected > 0 ? count : "")}};
}

}  // namespace

std::vector<std::string> fix_sentences(ShownIssue const& issue, View const& view)
{
    auto const& texts = view.texts();
    auto const moment = [&](Instant at) { return time_markup(at, view); };
    if (issue.closed_at)
        return {say(texts.fixed_at, fmt::arg("time", moment(*issue.closed_at)))};
    auto const& fix = issue.fix;
    std::vector<std::string> sentences;
    if (!fix.eta_at)
        sentences.emplace_back(texts.fix_unknown);
    else if (*fix.eta_at <= view.now)
        sentences.push_back(say(texts.fix_was_expected, fmt::arg("time", moment(*fix.eta_at))));
    else if (fix.eta_from)
        sentences.push_back(
            say(texts.fix_between, fmt::arg("from", moment(*fix.eta_from)),
                fmt::arg("to", moment(*fix.eta_at))));
    else
        sentences.push_back(say(texts.fix_by, fmt::arg("time", moment(*fix.eta_at))));
    if (auto const moved = moved_sentence(issue.fix_history, view); fix.eta_at && !moved.empty())
        sentences.push_back(moved);
    return sentences;
}

JsonObject issue_view(ShownIssue const& issue, View const& view)
{
    auto const path = path_of("issues", issue.id);
    JsonArray sentences;
    for (auto const& sentence : fix_sentences(issue, view))
        sentences.push_back(JsonObject{{"sentence", sentence}});
    Aid const aid{.workaround = issue.workaround, .helped = issue.helped, .path = path};
    auto const since = time_markup(issue.created_at, view);
    return {
        {"id", issue.id.text()},
        {"title", issue.title},
        {"href", view.root + path},
        {"tone", issue.closed_at ? "ok" : "warn"},
        {"icon", issue.closed_at ? "operational" : "degraded"},
        {"service_names", names_of(issue.services)},
        {"html", words::markdown_to_html(issue.text)},
        {"closing", words::markdown_to_html(issue.closing_text)},
        {"outlook", std::move(sentences)},
        {"aid", issue.closed_at ? Json(nullptr) : aid_view(aid, view)},
        {"voice", voice_view(issue, view)},
        {"since", say(view.texts().known_since, fmt::arg("time", since))}};
}

}  // namespace tellfirst::pages
