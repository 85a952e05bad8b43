#pragma once
#include "kernel/email.hpp"
#include "wire/mime/auth.hpp"

namespace tellfirst::tickets {

// Did our own mail server find that the mail really comes from its sender's domain? DMARC says so
// for the address that people see; DKIM and SPF say so only where they speak of the same domain.
[[nodiscard]] bool is_verified(mime::AuthResults const& results, Email const& sender);

}  // namespace tellfirst::tickets
