#pragma once
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <initializer_list>

namespace tellfirst {

// What a route demands of its caller. A role is a set of rights; rights are verb_noun.
enum class Right {
    anyone,     // no sign-in at all
    signed_in,  // whoever it is: a person or a token (what he may do is decided by himself)
    read_accounts,
    write_accounts,
    read_plans,
    write_plans,
    read_status,
    write_services,
    publish_status,
    read_proof,
    read_tickets,
    answer_tickets,
    read_promises,
    keep_promises,
    read_team,
    manage_team,
    manage_tokens,
    read_facts,
    read_settings,
    manage_settings,
    import_data,
    write_observations,  // of services: what a probe's token is narrowed to
};

BOOST_DESCRIBE_ENUM(
    Right, anyone, signed_in, read_accounts, write_accounts, read_plans, write_plans, read_status,
    write_services, publish_status, read_proof, read_tickets, answer_tickets, read_promises,
    keep_promises, read_team, manage_team, manage_tokens, read_facts, read_settings,
    manage_settings, import_data, write_observations)

class RightSet {
  public:
    constexpr RightSet() = default;
    constexpr RightSet(std::initializer_list<Right> rights)
    {
        for (auto const right : rights)
            bits_ |= bit(right);
    }

    [[nodiscard]] static constexpr RightSet all() { return RightSet{~std::uint64_t{0}}; }
    [[nodiscard]] constexpr bool has(Right right) const
    {
        return right == Right::anyone || (bits_ & bit(right)) != 0;
    }
    [[nodiscard]] constexpr RightSet operator&(RightSet other) const
    {
        return RightSet{bits_ & other.bits_};
    }
    [[nodiscard]] constexpr RightSet operator|(RightSet other) const
    {
        return RightSet{bits_ | other.bits_};
    }
    bool operator==(RightSet const&) const = default;

  private:
    explicit constexpr RightSet(std::uint64_t bits) : bits_{bits} {}
    static constexpr std::uint64_t bit(Right right)
    {
        return std::uint64_t{1} << static_cast<unsigned>(right);
    }

    std::uint64_t bits_ = 0;
};

}  // namespace tellfirst
