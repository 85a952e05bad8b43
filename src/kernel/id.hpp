#pragma once
#include "kernel/instant.hpp"

#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst {

// The 12 characters of an id without its prefix; also the whole id in the Statuspage dialect.
[[nodiscard]] std::string id_letters(std::int64_t value);

// Reads the 12 characters back. Nothing else is an id: no other case, no other length.
[[nodiscard]] std::optional<std::int64_t> parse_id_letters(std::string_view letters);

// A strong id: a ticket's id cannot be passed where an account's is wanted. Tag::prefix is the
// word before the underscore in the text form ("tkt_aaaak3vq7x2m"). Zero means "none".
template <class Tag>
class Id {
  public:
    constexpr Id() = default;
    explicit constexpr Id(std::int64_t value) : value_{value} {}

    [[nodiscard]] constexpr std::int64_t value() const { return value_; }
    [[nodiscard]] explicit constexpr operator bool() const { return value_ != 0; }

    [[nodiscard]] std::string text() const
    {
        return std::string{Tag::prefix} + "_" + id_letters(value_);
    }

    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        auto const head = Tag::prefix.size() + 1;
        if (!text.starts_with(Tag::prefix) || text.size() < head || text[head - 1] != '_')
            return std::nullopt;
        auto const value = parse_id_letters(text.substr(head));
        return value ? std::optional{Id{*value}} : std::nullopt;
    }

    [[nodiscard]] static std::string expectation()
    {
        return "not an id of the form " + std::string{Tag::prefix} + "_ and 12 characters";
    }

    friend constexpr auto operator<=>(Id, Id) = default;

  private:
    std::int64_t value_ = 0;
};

// Makes ids: 41 bits of milliseconds since 2025, then 19 bits that start at a random number in
// each millisecond and count up. So ids need no sequence shared by nodes, sort by time, and say
// nothing about how many there are. Within one mint they only grow, even if the clock is set back.
class IdMint {
  public:
    using Random = std::function<std::uint32_t()>;

    explicit IdMint(Random random) : random_{std::move(random)} {}

    [[nodiscard]] std::int64_t next(Instant now);

  private:
    Random random_;
    std::mutex lock_;
    std::int64_t millisecond_ = 0;
    std::int64_t count_ = 0;
};

}  // namespace tellfirst

template <class Tag>
struct std::hash<tellfirst::Id<Tag>> {
    std::size_t operator()(tellfirst::Id<Tag> id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value());
    }
};
