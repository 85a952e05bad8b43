#include "kernel/text.hpp"
#include "status/windows/types.hpp"

#include <charconv>

namespace tellfirst::status {
namespace {

constexpr std::string_view to_come = "open", over = "over";

}  // namespace

std::string WindowPlace::text() const
{
    return fmt::format("{}.{}.{}", is_over ? over : to_come, to_micros(starts_at), window.text());
}

std::optional<WindowPlace> WindowPlace::parse(std::string_view text)
{
    auto const parts = split(text, '.');
    if (parts.size() != 3 || (parts[0] != to_come && parts[0] != over))
        return std::nullopt;
    std::int64_t micros = 0;
    auto const* const end = parts[1].data() + parts[1].size();
    auto const [stopped, error] = std::from_chars(parts[1].data(), end, micros);
    auto const window = WindowId::parse(parts[2]);
    if (error != std::errc{} || stopped != end || !window)
        return std::nullopt;
    return WindowPlace{
        .is_over = parts[0] == over, .starts_at = from_micros(micros), .window = *window};
}

std::string WindowPlace::expectation()
{
    return "must be what `next` said";
}

WindowPlace place_of(Window const& window)
{
    return {
        .is_over = window.closed_at.has_value(),
        .starts_at = window.starts_at,
        .window = window.id};
}

}  // namespace tellfirst::status
