#include "pages/voices/voices.hpp"

#include "kernel/text.hpp"

namespace tellfirst::pages {
namespace {

std::string join(std::span<std::string_view const> parts)
{
    std::string path;
    for (auto const part : parts)
        path.append("/").append(part);
    return path;
}

// Of one thing, without all that stands beside it on a page.
Found only(Call& call)
{
    return {
        .services = status::services(call.tx),
        .open = {},
        .latest = {},
        .windows = {},
        .series = {},
        .issues = {},
        .bars = {},
        .now = call.now};
}

}  // namespace

std::optional<Click> read_click(std::string_view path)
{
    auto const all = split(path, '/');
    if (all.size() < 4 || !all.front().empty())
        return std::nullopt;
    std::span<std::string_view const> const parts{all.begin() + 1, all.end()};
    auto const count = parts.size();
    auto const what = parts[count - 3];
    auto const letters = std::string{parts[count - 2]};
    auto root = parts.first(count - 3);
    if (!root.empty() && root.back() == "de")
        root = root.first(root.size() - 1);
    if ((what != "incidents" && what != "issues") || !parse_id_letters(letters))
        return std::nullopt;
    return Click{
        .base = join(root),
        .page = join(parts.first(count - 1)),
        .subject = (what == "incidents" ? "inc_" : "iss_") + letters,
        .said = std::string{parts.back()}};
}

std::optional<status::VoiceKind> kind_of(Click const& click)
{
    if (click.said == "see-it-too")
        return status::VoiceKind::see_it_too;
    if (click.said == "helped")
        return status::VoiceKind::helped;
    if (click.said == "affects-me")
        return status::VoiceKind::affects_me;
    return std::nullopt;
}

std::optional<Subject> look_at_subject(Call& call, std::string_view subject, Reader const& reader)
{
    auto found = only(call);
    if (auto const id = IncidentId::parse(subject)) {
        if (auto incident = status::find_incident(call.tx, *id, call.now))
            found.open.push_back(*std::move(incident));
    } else if (auto const issue_id = IssueId::parse(subject)) {
        if (auto issue = status::find_issue(call.tx, *issue_id))
            found.issues.push_back(*std::move(issue));
    }
    auto const page = status_page_of(found, "", reader);
    if (!page.incidents.empty())
        return Subject{page.incidents.front().workaround};
    if (!page.issues.empty())
        return Subject{page.issues.front().workaround};
    return std::nullopt;
}

}  // namespace tellfirst::pages
