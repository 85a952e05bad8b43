#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::tickets {

// Does a customer's text name a service? "Where are my stats?" names Statistics: a word of four
// letters or more that shares its first four with a word of the service's name. ASCII case is
// ignored. It finds a third to a half of what people mean; so it only ever promotes what exposure
// has found already, and never decides alone.
[[nodiscard]] bool names_service(std::string_view text, std::string_view service);

// Which of the services does it name? Their places in `services`.
[[nodiscard]] std::vector<std::size_t>
services_named(std::string_view text, std::span<std::string const> services);

}  // namespace tellfirst::tickets
