#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/store.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::accounts {
namespace {

using namespace std::chrono_literals;

// Long enough for slow mail, short enough that a mailbox read next week opens nothing.
constexpr auto link_life = 15min;

// Secrets hold 256 random bits, so a plain hash cannot be guessed backwards and needs no salt.
db::Blob hash_of(std::string_view secret)
{
    return {sha256(secret)};
}

}  // namespace

std::string make_sign_in_link_secret(Call& call, ContactId id)
{
    store::forget_expired(call.tx, id, call.now);
    auto secret = random_secret();
    store::add_link(
        call.tx, {.hash = hash_of(secret), .contact = id, .expires = call.now + link_life});
    return secret;
}

std::int64_t sign_in_links_made(Call& call, ContactId id)
{
    return store::count_links(call.tx, id, call.now);
}

Result<SignedIn> spend_sign_in_link(Call& call, std::string_view secret)
{
    auto const contact = store::spend_link(call.tx, hash_of(secret), call.now);
    if (!contact)
        return Problem{
            .kind = Refusal::unauthenticated,
            .code = "link.spent",
            .detail = "This link does not work any more. Ask for a new one."};
    SignedIn signed_in{.contact = *contact, .session_secret = random_secret()};
    store::add_session(
        call.tx, {.hash = hash_of(signed_in.session_secret),
                  .contact = *contact,
                  .expires = call.now + contact_session_life});
    call.tell(ContactSignedIn{.contact = *contact});
    return signed_in;
}

std::optional<ContactId> contact_of_session(Call& call, std::string_view secret)
{
    return store::contact_of_session(call.tx, hash_of(secret), call.now);
}

void end_contact_session(Call& call, std::string_view secret)
{
    store::end_session(call.tx, hash_of(secret));
}

}  // namespace tellfirst::accounts
