#include "accounts/accounts.hpp"
#include "accounts/add_contact.hpp"
#include "accounts/subscribing/store.hpp"
#include "accounts/topics.hpp"
#include "kernel/digest.hpp"

namespace tellfirst::accounts {
namespace {

constexpr std::chrono::hours counted_for{1};

// Nobody knows his name yet.
ContactId add_subscriber(Call& call, Subscription const& wish)
{
    auto const added = write_contact(
        call, std::nullopt, wish.brand,
        {.name = wish.email.text(),
         .email = wish.email,
         .language = wish.language,
         .zone = is_known_zone(wish.zone) ? wish.zone : "Etc/UTC"});
    store::set_unconfirmed(call.tx, added->id, call.now);
    return added->id;
}

}  // namespace

std::optional<ConfirmationLink> subscribe(Call& call, Subscription const& wish)
{
    store::forget_expired_confirmations(call.tx, call.now);
    auto const since = call.now - counted_for;
    if (store::count_asked_from(call.tx, wish.origin, since) >= most_asked_from_one_place)
        return std::nullopt;
    auto const known = find_contact_by_email(call.tx, wish.email);
    if (known && store::count_asked_for(call.tx, known->id, since) >= most_asked_for_one_address)
        return std::nullopt;

    ConfirmationLink link{
        .contact = known ? known->id : add_subscriber(call, wish), .secret = random_secret()};
    store::add_confirmation(
        call.tx, {.hash = {sha256(link.secret)},
                  .contact = link.contact,
                  .topic_bits = topic_bits(wish.topics),
                  .origin = wish.origin,
                  .made_at = call.now,
                  .expires = call.now + subscription_link_life,
                  .services = wish.services});
    return link;
}

}  // namespace tellfirst::accounts
