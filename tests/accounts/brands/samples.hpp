#pragma once
#include "accounts/samples.hpp"

namespace tellfirst::accounts::samples {

inline NewBrand partner(std::string name, std::string host)
{
    return {.name = std::move(name), .host = std::move(host), .mail_from = address("help@p.test")};
}

inline Result<Brand> try_brand(support::World& world, NewBrand const& wish)
{
    return world.write([&](Call& call) { return accounts::add_brand(call, wish); });
}

inline Brand add_brand(support::World& world, NewBrand const& wish)
{
    return try_brand(world, wish).value();
}

}  // namespace tellfirst::accounts::samples
