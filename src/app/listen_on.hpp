#pragma once
#include "app/chosen.hpp"
#include "wire/http/server.hpp"

namespace tellfirst::app {

// Where to listen: HOST:PORT as it was chosen, with TLS where there are files for it.
[[nodiscard]] http::Listen listen_on(std::string const& address, Chosen const& chosen);

// Where pages are served, with the port that was really taken.
[[nodiscard]] std::string address_of(Chosen const& chosen, std::uint16_t port);

// Error listen.failed.
[[nodiscard]] Problem cannot_start(std::exception const& error);

}  // namespace tellfirst::app
