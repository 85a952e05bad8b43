#include "db/postgres_value.hpp"

#include <charconv>

namespace tellfirst::db {
namespace {

// From the server's catalog/pg_type.dat; they never change.
namespace oid {
constexpr unsigned boolean = 16;
constexpr unsigned bytea = 17;
constexpr unsigned int8 = 20;
constexpr unsigned int2 = 21;
constexpr unsigned int4 = 23;
constexpr unsigned text = 25;
constexpr unsigned object = 26;
constexpr unsigned float4 = 700;
constexpr unsigned float8 = 701;
constexpr unsigned numeric = 1700;
}  // namespace oid

constexpr int as_text = 0;
constexpr int as_bytes = 1;

template <class Number>
std::optional<Number> parse(std::string_view text)
{
    Number number{};
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

template <class Number>
Number must_parse(std::string_view text)
{
    auto const number = parse<Number>(text);
    if (!number)
        throw BadRow{"not a number: " + std::string{text}};
    return *number;
}

int half_byte(char letter)
{
    return letter <= '9' ? letter - '0' : letter - 'a' + 10;
}

// "\x00ff": what PostgreSQL writes with its default bytea_output.
std::string from_hex(std::string_view text)
{
    if (!text.starts_with("\\x"))
        throw BadRow{"bytea_output must be hex"};
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 2; i + 1 < text.size(); i += 2)
        bytes += static_cast<char>(half_byte(text[i]) * 16 + half_byte(text[i + 1]));
    return bytes;
}

}  // namespace

PostgresParams::PostgresParams(std::vector<Value const*> const& values)
{
    auto const add = [&](unsigned type, char const* value, std::size_t length, int format) {
        types_.push_back(type);
        values_.push_back(value);
        lengths_.push_back(static_cast<int>(length));
        formats_.push_back(format);
    };
    auto const add_number = [&](unsigned type, std::string text) {
        auto const& kept = *written_.emplace_back(std::make_unique<std::string>(std::move(text)));
        add(type, kept.c_str(), kept.size(), as_text);
    };
    for (auto const* const value : values) {
        if (auto const* const whole = std::get_if<std::int64_t>(value))
            add_number(oid::int8, std::to_string(*whole));
        else if (auto const* const real = std::get_if<double>(value))
            add_number(oid::float8, fmt::format("{}", *real));
        else if (auto const* const text = std::get_if<std::string>(value))
            add(oid::text, text->c_str(), text->size(), as_text);
        else if (auto const* const blob = std::get_if<Blob>(value))
            add(oid::bytea, blob->bytes.data(), blob->bytes.size(), as_bytes);
        else
            add(0, nullptr, 0, as_text);  // the statement says what it would be
    }
}

Value read_postgres(unsigned type, std::string_view text)
{
    switch (type) {
    case oid::int2:
    case oid::int4:
    case oid::int8:
    case oid::object: return must_parse<std::int64_t>(text);
    case oid::boolean: return std::int64_t{text == "t" ? 1 : 0};
    case oid::float4:
    case oid::float8: return must_parse<double>(text);
    case oid::numeric:
        if (auto const whole = parse<std::int64_t>(text))
            return *whole;
        return must_parse<double>(text);
    case oid::bytea: return Blob{from_hex(text)};
    default: return std::string{text};
    }
}

}  // namespace tellfirst::db
