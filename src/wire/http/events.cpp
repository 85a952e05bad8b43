#include "wire/http/events.hpp"

#include <fmt/format.h>

#include <charconv>

namespace tellfirst::http {

std::string event_of(db::Fact const& fact)
{
    JsonObject data{{"seq", fact.seq},    {"id", fact.id.text()}, {"at", to_rfc3339(fact.at)},
                    {"room", fact.room},  {"kind", fact.kind},    {"subject", fact.subject},
                    {"actor", fact.actor}};
    if (auto body = parse_json(fact.body))
        data["body"] = *std::move(body);
    return fmt::format("id: {}\nevent: fact\ndata: {}\n\n", fact.seq, write_json(data));
}

std::string reset_event(std::int64_t seq)
{
    return fmt::format("id: {}\nevent: reset\ndata: {{}}\n\n", seq);
}

Resumption resume(std::string_view last_event_id, std::int64_t last)
{
    if (last_event_id.empty())
        return {.after = last};
    std::int64_t seq = -1;
    auto const end = last_event_id.data() + last_event_id.size();
    auto const [stop, error] = std::from_chars(last_event_id.data(), end, seq);
    bool const is_number = error == std::errc{} && stop == end;
    // An id beyond the last is of another life of this data: a restored backup.
    if (!is_number || seq < 0 || seq > last || last - seq > most_missed_facts)
        return {.after = last, .reset = true};
    return {.after = seq};
}

}  // namespace tellfirst::http
