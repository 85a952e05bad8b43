#include "team/attempts.hpp"

#include "kernel/digest.hpp"
#include "team/store.hpp"
#include "wire/http/peer.hpp"

namespace tellfirst::team {
namespace {

std::string address_key(std::string_view address)
{
    return sha256(fmt::format("address {}", http::rate_key(address)));
}

std::string email_key(Email const& email)
{
    return sha256(fmt::format("email {}", email.key()));
}

}  // namespace

Result<void> count_attempt(Call& call, std::string_view address, Email const& email)
{
    store::drop_attempts_before(call.tx, call.now - attempts_window);
    auto const of_email = store::count_attempt(call.tx, email_key(email), call.now);
    auto const of_address = store::count_attempt(call.tx, address_key(address), call.now);
    bool const email_full = of_email.tries > most_attempts_an_email;
    if (!email_full && of_address.tries <= most_attempts_an_address)
        return {};
    auto const since = email_full ? of_email.since : of_address.since;
    auto const wait = std::chrono::ceil<std::chrono::seconds>(since + attempts_window - call.now);
    return Problem{
        .kind = Refusal::too_many,
        .code = "team.too_many_attempts",
        .detail = "Too many attempts; wait some minutes.",
        .retry_after_s = static_cast<int>(wait.count()) + 1};
}

void forgive_attempts(Call& call, std::string_view address, Email const& email)
{
    store::forget_attempts(call.tx, email_key(email));
    store::forget_attempt(call.tx, address_key(address));
}

}  // namespace tellfirst::team
