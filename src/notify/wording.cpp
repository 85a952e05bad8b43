#include "notify/wording.hpp"

#include "kernel/text.hpp"

#include <fmt/format.h>

namespace tellfirst::notify {
namespace {

// Of a name or a symptom among others, in bytes.
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_bound = 20;

template <class... Args>
std::string say(std::string_view text, Args const&... args)
{
    return fmt::format(fmt::runtime(text), args...);
}

std::string_view service_words(std::string_view state, Texts const& texts)
{
    if (state == "degraded")
        return texts.degraded;
    if (state == "partial")
        return texts.partial;
    if (state == "major")
        return texts.major;
    if (state == "maintenance")
        return texts.maintenance;
    if (state == "operational")
        return texts.operational;
    return texts.disturbed;
}

std::string_view stage_words(std::string_view state, Texts const& texts)
{
    if (state == "identified")
        return texts.identified;
    if (state == "monitoring")
        return texts.monitoring;
    if (state == "resolved")
        return texts.resolved;
    if (state == "merged")
        return texts.merged;
    return texts.investigating;
}

std::string_view window_words(std::string_view state, Texts const& texts)
{
    if (state == "cancelled")
        return texts.window_cancelled;
    if (state == "moved")
        return texts.window_moved;
    if (state == "extended")
        return texts.window_extended;
    if (state == "reminder")
        return texts.window_reminder;
    if (state == "started")
        return texts.window_started;
    if (state == "finished")
        return texts.window_finished;
    return texts.window_planned;
}

// "within 2h" and "2h" are both said, and read "2 h"; "3d" reads "3 Tage" in German. Whatever else
// somebody said reads as he said it.
std::string bound_of(std::string_view eta_words, Language language)
{
    constexpr std::string_view within = "within ";
    auto const bound = eta_words.starts_with(within) ? eta_words.substr(within.size()) : eta_words;
    auto const length = parse_duration(bound);
    return length && *length >= std::chrono::minutes{1} ? words::span_of(*length, language)
                                                        : one_line(bound, longest_bound);
}

// "; 20 % of all tries fail; some stall": what is known of a service besides its state.
std::string details_of(NamedService const& service, Texts const& texts)
{
    std::string details;
    if (service.failing_percent)
        details += "; " + say(texts.failing, fmt::arg("percent", *service.failing_percent));
    if (auto const symptom = one_line(service.symptom.value_or(""), longest_name); !symptom.empty())
        details += "; " + symptom;
    return details;
}

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

}  // namespace

Announcement in_language(Announcement words, Language language)
{
    auto const wordings = words.wordings.value_or(std::vector<Wording>{});
    auto const found = std::ranges::find(wordings, texts_in(language).tag, &Wording::language);
    if (found != wordings.end()) {
        words.title = found->title;
        words.text = found->text;
    }
    return words;
}

std::string short_condition_words(Announcement const& words, Texts const& texts)
{
    if (words.about.is_window())
        return std::string{window_words(words.state, texts)};
    if (words.state == "review")
        return std::string{texts.reviewed};
    return std::string{
        words.state == "resolved" ? texts.back : service_words(words.service_state, texts)};
}

std::string condition_words(Announcement const& words, Texts const& texts)
{
    auto const condition = short_condition_words(words, texts);
    if (words.state == "resolved" || words.state == "review" || words.about.is_window())
        return condition;
    return fmt::format("{}, {}", condition, stage_words(words.state, texts));
}

std::string data_words(Announcement const& words, Texts const& texts)
{
    auto const answer = [&](std::string_view text) {
        return fmt::format("{}: {}.", texts.data, text);
    };
    if (words.data_safety == "safe")
        return answer(texts.data_safe);
    if (words.data_safety == "at_risk")
        return answer(texts.data_at_risk);
    if (words.data_safety == "lost")
        return answer(texts.data_lost);
    return {};
}

std::string data_unknown_words(Announcement const& words, Texts const& texts)
{
    return words.data_safety == "not_yet_known" ? std::string{texts.data_unknown} : std::string{};
}

std::string workaround_words(Announcement const& words, Texts const& texts)
{
    if (!words.workaround)
        return {};
    return fmt::format("{}: {}", texts.workaround, trim(*words.workaround));
}

std::string repeated_words(Announcement const& words, Texts const& texts)
{
    auto const times = words.repeats.value_or(0);
    if (times <= 0)
        return {};
    return times == 1 ? std::string{texts.repeated_once}
                      : say(texts.repeated_often, fmt::arg("count", times));
}

std::string outlook_words(Announcement const& words, Instant said_at, Reader const& reader)
{
    auto const& texts = texts_in(reader.language);
    auto const& when = words.when;
    auto const moment = [&](Instant at) { return short_moment(at, reader, said_at); };
    if (words.about.is_window()) {
        if (!words.ended_at)
            return {};
        return say(
            texts.window_span, fmt::arg("from", moment(words.started_at)),
            fmt::arg("to", short_moment(*words.ended_at, reader, words.started_at)));
    }
    if (words.state == "resolved" || words.state == "review") {
        if (!words.ended_at)
            return {};
        return say(texts.back_since, fmt::arg("time", moment(*words.ended_at)));
    }
    if (when.eta_at && when.eta_from)
        return say(
            texts.between, fmt::arg("from", moment(*when.eta_from)),
            fmt::arg("to", moment(*when.eta_at)));
    if (when.eta_at && !when.eta_words.empty())
        return say(
            texts.within, fmt::arg("bound", bound_of(when.eta_words, reader.language)),
            fmt::arg("time", moment(*when.eta_at)));
    if (when.eta_at)
        return say(texts.by, fmt::arg("time", moment(*when.eta_at)));
    if (when.next_word_at)
        return say(texts.next_word, fmt::arg("time", moment(*when.next_word_at)));
    return {};
}

std::vector<Row> times_of(Announcement const& words, Reader const& reader)
{
    auto const& texts = texts_in(reader.language);
    auto const span = [&](Instant from, Instant to) {
        return say(
            texts.window_span, fmt::arg("from", full_moment(from, reader)),
            fmt::arg("to", full_moment(to, reader)));
    };
    bool const is_window = words.about.is_window();
    if (is_window && words.state == "cancelled" && words.ended_at)
        return {{texts.was_planned, span(words.started_at, *words.ended_at)}};
    bool const is_over = !is_window || words.state == "finished";
    bool const has_begun = is_over || words.state == "started" || words.state == "extended";
    std::vector<Row> rows{
        {has_begun ? texts.started : texts.starts, full_moment(words.started_at, reader)}};
    if (words.ended_at)
        rows.push_back({is_over ? texts.ended : texts.ends, full_moment(*words.ended_at, reader)});
    if (words.was_from && words.was_to)
        rows.push_back({texts.before, span(*words.was_from, *words.was_to)});
    return rows;
}

std::string hello_words(std::string_view name, std::string_view address, Texts const& texts)
{
    auto const line = one_line(name, longest_name);
    if (line.empty() || line == address)
        return std::string{texts.hello};
    return say(texts.hello_name, fmt::arg("name", line));
}

std::string help_words(accounts::BrandContact const& contact)
{
    std::vector<std::string> words;
    if (contact.text)
        words.push_back(*contact.text);
    if (contact.email)
        words.push_back(contact.email->text());
    for (auto const& way : {contact.phone, contact.url})
        if (way)
            words.push_back(*way);
    return fmt::format("{}", fmt::join(words, " · "));
}

std::string
services_words(Announcement const& words, Texts const& texts, std::size_t most_characters)
{
    std::vector<std::string> names;
    for (auto const& name : words.service_names)
        names.push_back(one_line(name, longest_name));
    if (names.empty())
        return cut_characters(one_line(words.title, longest_name), most_characters);
    auto all = fmt::format("{}", fmt::join(names, ", "));
    if (names.size() == 1 || count_characters(all) <= most_characters)
        return cut_characters(all, most_characters);

    auto const with_first = [&](std::string_view first) {
        return say(texts.and_more, fmt::arg("first", first), fmt::arg("count", names.size() - 1));
    };
    auto const around = count_characters(with_first(""));
    if (around >= most_characters)
        return cut_characters(names.front(), most_characters);
    return with_first(cut_characters(names.front(), most_characters - around));
}

std::string named_words(Announcement const& words, Texts const& texts, std::size_t most_characters)
{
    auto const named = words.named.value_or(std::vector<NamedService>{});
    bool const says_more = std::ranges::any_of(named, [&](NamedService const& service) {
        return service.state != named.front().state || !details_of(service, texts).empty();
    });
    if (!says_more)
        return services_words(words, texts, most_characters);
    std::vector<std::string> each;
    for (auto const& service : named)
        each.push_back(fmt::format(
            "{} ({}{})", one_line(service.name, longest_name), service_words(service.state, texts),
            details_of(service, texts)));
    auto all = fmt::format("{}", fmt::join(each, ", "));
    return count_characters(all) <= most_characters ? all
                                                    : services_words(words, texts, most_characters);
}

std::string one_line(std::string_view text, std::size_t most_bytes)
{
    std::string line;
    for (char const letter : cut_utf8(trim(text), most_bytes)) {
        auto const byte = static_cast<unsigned char>(letter);
        line += byte < 0x20 || byte == 0x7f ? ' ' : letter;
    }
    return line;
}

std::size_t count_characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return !is_continuation(byte); }));
}

std::string cut_characters(std::string_view text, std::size_t most)
{
    if (count_characters(text) <= most)
        return std::string{text};
    if (most == 0)
        return {};
    std::size_t bytes = 0;
    for (std::size_t taken = 0; bytes < text.size(); ++bytes)
        if (!is_continuation(text[bytes]) && ++taken == most)
            break;
    return std::string{text.substr(0, bytes)} + "…";
}

}  // namespace tellfirst::notify
