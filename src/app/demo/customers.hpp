#pragma once
// Customers with names from a dozen countries, always the same ones, in always the same order. Of
// each we know at first what was sold and what it uses; its people are introduced later.
// Their addresses lie in domains that nobody can own (RFC 2606).
#include "app/demo/cast.hpp"

#include <random>
#include <set>

namespace tellfirst::app::demo {

struct Land;
struct Name;

class Market {
  public:
    // Plans and services are the cast's.
    explicit Market(Cast const& cast) : cast_{cast} {}

    [[nodiscard]] Cast::Customer next(Call& call);

  private:
    [[nodiscard]] Name name_in(Land const& land);
    [[nodiscard]] std::optional<std::vector<ServiceId>> used_by(Sold sold);
    [[nodiscard]] std::vector<accounts::NewContact>
    contacts_of(Land const& land, Sold sold, Name const& first, std::string const& domain);

    [[nodiscard]] bool one_in(std::uint32_t many) { return random_() % many == 0; }
    [[nodiscard]] auto const& pick(auto const& list) { return list[random_() % std::size(list)]; }

    Cast const& cast_;
    // The seed stands fixed, and its numbers are used without a distribution: those differ between
    // libraries.
    std::mt19937 random_{20'260};
    std::size_t met_ = 0;
    std::set<std::string> taken_;
};

}  // namespace tellfirst::app::demo
