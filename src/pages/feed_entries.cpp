#include "pages/feed_entries.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "pages/addresses.hpp"
#include "pages/newest.hpp"
#include "pages/outlook.hpp"
#include "pages/texts.hpp"
#include "pages/view/view.hpp"
#include "wire/words/markdown.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

// An id of this site's own, for two sites may tell the same with other words, and of nobody's name.
template <class Id>
std::string urn_of(Site const& site, Id id)
{
    return "urn:uuid:" + uuid_of(site.brand.id.text() + "/" + id.text());
}

std::string moment_in(Language language, Instant at)
{
    return words::full_moment(at, {.language = language});
}

// Words of ours, and names.
std::string paragraph(std::string_view text)
{
    return "<p>" + escape_html(text) + "</p>";
}

// A public word: its state, when it was said, and what somebody wrote.
std::string word(std::string_view state, std::string_view moment, std::string_view text)
{
    return fmt::format("<p><strong>{}</strong> · {}</p>", escape_html(state), escape_html(moment)) +
           words::markdown_to_html(text);
}

template <class Named>
std::vector<ServiceId> ids_of(std::vector<Named> const& services)
{
    std::vector<ServiceId> ids;
    for (auto const& service : services)
        ids.push_back(service.service);
    return ids;
}

std::string help_in(std::optional<status::Workaround> const& workaround)
{
    if (!workaround || workaround->text.empty())
        return {};
    auto html = words::markdown_to_html(workaround->text);
    if (workaround->url && words::is_safe_link(*workaround->url))
        html += fmt::format(R"(<p><a href="{0}">{0}</a></p>)", escape_html(*workaround->url));
    return html;
}

std::string titled(std::string_view state, std::string_view title)
{
    return fmt::format("{}: {}", state, title);
}

}  // namespace

feed::Entry entry_of(ShownIncident const& incident, Site const& site, Language language)
{
    auto const& texts = texts_in(language);
    auto const moment = [language](Instant at) { return moment_in(language, at); };
    auto const data =
        paragraph(fmt::format("{} {}", texts.is_data_safe, words_of(incident.data_safety, texts)));
    bool const is_known = incident.data_safety != status::DataSafety::not_yet_known;
    auto html = is_known ? data : std::string{};
    if (auto const& merged = incident.merged_into)
        html += fmt::format(
            R"(<p>{} <a href="{}">{}</a></p>)", escape_html(texts.part_of),
            escape_html(address_of(site, merged->into, language)), escape_html(merged->title));
    for (auto const& touched : incident.services)
        html += paragraph(titled(touched.name, touch_words(incident, touched, language)));
    std::string outlook;
    for (auto const& sentence : outlook_sentences(incident, texts, site.page.as_of, moment))
        outlook += (outlook.empty() ? "" : " ") + sentence;
    if (!outlook.empty())
        html += paragraph(outlook);
    if (!is_known && !incident.resolved_at)
        html += data;
    html += help_in(incident.workaround);
    for (auto const& update : incident.updates)
        html += word(words_of(incident, update, texts), moment(update.at), update.text);
    auto const late = late_of(incident, site.page.as_of);
    return {
        .id = urn_of(site, incident.id),
        .title = titled(words_of(incident, texts), incident.title),
        .link = address_of(site, incident.id, language),
        .html = std::move(html),
        .categories = {std::string{name_of(incident.state)}},
        .published = incident.created_at,
        .updated = std::max(
            {incident.changed_at, late.word.value_or(Instant{}), late.eta.value_or(Instant{})})};
}

feed::Entry entry_of(ShownWindow const& window, Site const& site, Language language)
{
    auto const& texts = texts_in(language);
    auto const moment = [language](Instant at) { return moment_in(language, at); };
    auto html = paragraph(fmt::format(
        fmt::runtime(texts.window_span), fmt::arg("from", moment(window.starts_at)),
        fmt::arg("to", moment(end_of(window)))));
    html += paragraph(names_of(window.services));
    for (auto const& said : window.words)
        html += word(words_of(said.state, texts), moment(said.at), said.text);
    return {
        .id = urn_of(site, window.id),
        .title = titled(words_of(window.state, texts), window.title),
        .link = address_of(site, window.id, language),
        .html = std::move(html),
        .categories = {std::string{name_of(window.state)}},
        .published = window.created_at,
        .updated = window.changed_at};
}

feed::Entry entry_of(ShownIssue const& issue, Site const& site, Language language)
{
    auto const& texts = texts_in(language);
    auto html = paragraph(names_of(issue.services)) + words::markdown_to_html(issue.text);
    html += help_in(issue.workaround);
    if (issue.closed_at)
        html += word(
            words_of(status::IncidentState::resolved, texts), moment_in(language, *issue.closed_at),
            issue.closing_text);
    else if (issue.fix.eta_at)
        html += paragraph(fmt::format(
            fmt::runtime(texts.expected_by),
            fmt::arg("time", moment_in(language, *issue.fix.eta_at))));
    else
        html += paragraph(texts.expected_unknown);
    return {
        .id = urn_of(site, issue.id),
        .title = titled(issue.closed_at ? texts.resolved : texts.known_issue, issue.title),
        .link = address_of(site, issue.id, language),
        .html = std::move(html),
        .categories = {"known issue"},
        .published = issue.created_at,
        .updated = issue.changed_at};
}

std::vector<Told> everything_told(Site const& site, Language language)
{
    std::vector<Told> told;
    auto const tell = [&](auto const& things) {
        for (auto const& thing : things)
            told.push_back(
                {.services = ids_of(thing.services), .entry = entry_of(thing, site, language)});
    };
    tell(newest(site.page.latest, site.page.incidents));
    tell(site.page.merged);
    tell(newest(site.page.latest_windows, site.page.windows));
    tell(site.page.issues);
    std::ranges::sort(told, std::greater{}, [](Told const& one) {
        return std::pair{one.entry.updated, one.entry.id};
    });
    return told;
}

}  // namespace tellfirst::pages
