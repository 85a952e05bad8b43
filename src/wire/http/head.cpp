#include "wire/http/head.hpp"

#include <algorithm>

namespace tellfirst::http {
namespace {

constexpr std::string_view page_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'";
constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'";

[[nodiscard]] bool has(Headers const& headers, std::string_view name)
{
    return std::ranges::any_of(headers, [&](auto const& header) { return header.first == name; });
}

// A line break in a value would let whoever chose the value write headers of his own.
[[nodiscard]] std::string one_line(std::string value)
{
    auto const breaks_line = [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; };
    std::ranges::replace_if(value, breaks_line, ' ');
    return value;
}

}  // namespace

std::string write_head(int status, Headers const& headers)
{
    auto head = fmt::format("HTTP/1.1 {} {}\r\n", status, phrase_of(status));
    for (auto const& [name, value] : headers)
        head += fmt::format("{}: {}\r\n", name, one_line(value));
    return head;
}

Headers safe_headers(std::string_view type, Headers own)
{
    auto const add = [&](std::string_view name, std::string_view value) {
        if (!has(own, name))
            own.emplace_back(name, value);
    };
    if (!type.empty())
        add("content-type", type);
    add("cache-control", "no-store");
    add("x-content-type-options", "nosniff");
    // Not no-referrer: under that a browser sends "Origin: null" with our own forms.
    add("referrer-policy", "same-origin");
    add("content-security-policy", type.starts_with("text/html") ? page_policy : data_policy);
    return own;
}

std::string head_of(Reply const& reply)
{
    auto headers = safe_headers(reply.type, reply.headers);
    if (reply.status != 204 && reply.status != 304 && !reply.more)
        headers.emplace_back("content-length", std::to_string(reply.body.size()));
    return write_head(reply.status, headers);
}

std::string http_date(Instant at)
{
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::year_month_day const date{day};
    std::chrono::hh_mm_ss const time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday{day}.c_encoding()],
        static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
        time.seconds().count());
}

}  // namespace tellfirst::http
