#include "wire/smtp/maildir.hpp"
#include "wire/smtp/sender.hpp"

#include <stdexcept>

namespace tellfirst::smtp {

std::unique_ptr<Outlet> open_outlet(
    std::string const& address, SenderOptions options, Outlet::Pull pull, Outlet::Report report)
{
    constexpr std::string_view maildir = "maildir:";
    if (address.starts_with(maildir))
        return std::make_unique<Maildir>(
            address.substr(maildir.size()), std::move(pull), std::move(report));
    auto relays = parse_relays(address);
    if (!relays)
        throw std::invalid_argument{"not the address of a relay: " + relays.error().detail};
    return std::make_unique<Sender>(
        *std::move(relays), std::move(options), std::move(pull), std::move(report));
}

}  // namespace tellfirst::smtp
