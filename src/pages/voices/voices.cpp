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
    auto const seen = all_seen(look_at(call, subject), reader);
    for (auto const& incident : seen.incidents)
        if (incident.id.text() == subject)
            return Subject{incident.workaround};
    for (auto const& issue : seen.issues)
        return Subject{issue.workaround};
    return std::nullopt;
}

}  // namespace tellfirst::pages
