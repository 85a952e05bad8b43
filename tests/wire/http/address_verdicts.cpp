// Reads addresses, one a line, and says of each whether we would call it: addresses_agree.py asks
// Python's library the same.
#include "wire/http/checked_address.hpp"

#include <iostream>

int main()
{
    using namespace tellfirst::http;
    for (std::string line; std::getline(std::cin, line);) {
        auto const address = parse_address(line);
        std::cout << (!address ? "unreadable" : is_public(*address) ? "public" : "refused") << '\n';
    }
}
