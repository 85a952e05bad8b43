#include "status/uptime/exact.hpp"

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace tellfirst::status {
namespace {

// Weights have up to eighteen decimals, microseconds six; the rest is air.
constexpr int most_decimals = 30;

Whole power_of_ten(int exponent)
{
    return boost::multiprecision::pow(Whole{10}, static_cast<unsigned>(exponent));
}

// 12345, 2 -> "123.45"
std::string with_point(Whole const& value, int decimals)
{
    auto text = value.str();
    if (decimals == 0)
        return text;
    auto const places = static_cast<std::size_t>(decimals);
    if (text.size() <= places)
        text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, ".");
    return text;
}

std::optional<Share> share_of(Exact const& value)
{
    Exact const parts = value * Share::one;
    if (value < 0 || value > 1 || denominator(parts) != 1)
        return std::nullopt;
    return Share{static_cast<std::int64_t>(numerator(parts))};
}

}  // namespace

Exact decimal(double value)
{
    if (!std::isfinite(value))
        throw std::invalid_argument{"decimal: not a number"};
    std::array<char, 32> buffer{};  // "-1.2345678901234567e-308"
    auto const end =
        std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::scientific).ptr;
    std::string_view const text{buffer.begin(), end};
    auto const mark = text.find('e');

    std::string mantissa{text.substr(0, mark)};
    int exponent = 0;
    auto const power = text.substr(mark + (text[mark + 1] == '+' ? 2 : 1));
    std::from_chars(power.begin(), power.end(), exponent);
    if (auto const point = mantissa.find('.'); point != std::string::npos) {
        exponent -= static_cast<int>(mantissa.size() - point - 1);
        mantissa.erase(point, 1);
    }
    Whole const whole{mantissa};
    return exponent < 0 ? Exact{whole, power_of_ten(-exponent)}
                        : Exact{whole * power_of_ten(exponent)};
}

std::optional<Share> share(double value)
{
    return std::isfinite(value) ? share_of(decimal(value)) : std::nullopt;
}

std::optional<Share> share_of_percent(double percent)
{
    return std::isfinite(percent) ? share_of(decimal(percent) / 100) : std::nullopt;
}

Exact exact(Share share)
{
    return {share.parts, Share::one};
}

std::string cut(Exact const& value, int decimals)
{
    return cut(numerator(value), denominator(value), decimals);
}

std::string cut(Whole const& numerator, Whole const& denominator, int decimals)
{
    return with_point(Whole{numerator * power_of_ten(decimals) / denominator}, decimals);
}

std::string digits(Exact const& value)
{
    Exact scaled = value;
    for (int decimals = 0; decimals <= most_decimals; ++decimals) {
        if (denominator(scaled) == 1)
            return with_point(numerator(scaled), decimals);
        scaled *= 10;
    }
    throw std::invalid_argument{"digits: it never ends"};
}

std::string fraction(Exact const& value)
{
    return fmt::format("{}/{}", numerator(value).str(), denominator(value).str());
}

Exact seconds(Duration length)
{
    return {length.count(), std::chrono::microseconds{std::chrono::seconds{1}}.count()};
}

}  // namespace tellfirst::status
