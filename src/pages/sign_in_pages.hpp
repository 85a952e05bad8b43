#pragma once
#include "accounts/types.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::pages {

// The four pages of a sign-in by mailed link.
enum class SignInStep {
    ask,      // for an address
    sent,     // the same whether we know the address or not
    confirm,  // scanners of mail follow links: only a button uses one up
    spent,
};

struct SignInPage {
    SignInStep step = SignInStep::ask;
    words::Language language = words::Language::en;
    accounts::ResolvedBrand brand;
    std::optional<std::string> typed = {};  // what was no address, shown again
};
[[nodiscard]] std::string render(SignInPage const& page);

}  // namespace tellfirst::pages
