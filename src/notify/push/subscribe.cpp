#include "accounts/accounts.hpp"
#include "notify/push/push_store.hpp"
#include "notify/push/pushes.hpp"
#include "wire/webpush/message.hpp"

namespace tellfirst::notify {
namespace {

// Push services' own addresses have a few hundred.
constexpr std::size_t longest_endpoint = 1000;
constexpr std::size_t auth_size = 16;

// Where it leads is checked whenever something is sent there.
bool is_address(std::string_view text)
{
    bool const is_web = text.starts_with("https://") || text.starts_with("http://");
    return is_web && text.size() <= longest_endpoint &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127; });
}

}  // namespace

Result<void> add_push(Call& call, ContactId contact, NewPush const& wish)
{
    if (!is_address(wish.endpoint))
        return invalid("push.bad_endpoint", "endpoint", "The address of a push service.");
    auto const open_key = webpush::from_base64url(wish.keys.p256dh);
    if (!open_key || !webpush::is_open_key(*open_key))
        return invalid("push.bad_keys", "keys.p256dh", "A point of P-256, in base64url.");
    auto const auth = webpush::from_base64url(wish.keys.auth);
    if (!auth || auth->size() != auth_size)
        return invalid("push.bad_keys", "keys.auth", "16 bytes, in base64url.");

    auto const before = store::contact_of_browser(call.tx, wish.endpoint);
    if (before && *before != contact)
        remove_push(call, *before, wish.endpoint);
    store::save_browser(
        call.tx, contact, {.endpoint = wish.endpoint, .open_key = {*open_key}, .auth = {*auth}},
        call.now);
    store::keep_newest_browsers(call.tx, contact, most_browsers);
    accounts::set_has_push(call, contact, true);
    return {};
}

void remove_push(Call& call, ContactId contact, std::string const& endpoint)
{
    store::remove_browser(call.tx, contact, endpoint);
    if (store::count_browsers(call.tx, contact) == 0)
        accounts::set_has_push(call, contact, false);
}

void remove_pushes(Call& call, ContactId contact)
{
    store::remove_browsers(call.tx, contact);
    accounts::set_has_push(call, contact, false);
}

std::int64_t count_pushes(db::Tx& tx, ContactId contact)
{
    return store::count_browsers(tx, contact);
}

}  // namespace tellfirst::notify
