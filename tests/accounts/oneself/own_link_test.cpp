#include "accounts/oneself/own_link.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

namespace {

constexpr ContactId ada{4711};
constexpr ContactId bob{4712};

std::string token_of(std::string_view secret, ContactId contact)
{
    return own_path(secret, contact).substr(std::string_view{"/p/"}.size());
}

}  // namespace

TEST_CASE("own_path: its token says whose it is")
{
    CHECK(own_path("house", ada).starts_with("/p/"));
    CHECK(read_own_token("house", token_of("house", ada)) == ada);
}

TEST_CASE("own_path: it is the same each time, and another one for each contact")
{
    CHECK(own_path("house", ada) == own_path("house", ada));
    CHECK(own_path("house", ada) != own_path("house", bob));
}

TEST_CASE("read_own_token: no other house's, no touched one, no part of one")
{
    auto const token = token_of("house", ada);
    auto const bobs = token_of("house", bob);
    auto const swapped = bobs.substr(0, 12) + token.substr(12);
    auto const cut = token.substr(0, token.size() - 1);
    for (std::string const& wrong :
         {token_of("other", ada), swapped, cut, token + "0", token.substr(0, 12), std::string{},
          std::string{"-"}})
        CHECK_FALSE(read_own_token("house", wrong));
}
