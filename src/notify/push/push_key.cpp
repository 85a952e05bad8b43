#include "notify/push/push_key.hpp"

#include "kernel/digest.hpp"
#include "kernel/secret_box.hpp"
#include "notify/push/push_store.hpp"
#include "notify/push/pushes.hpp"

namespace tellfirst::notify {
namespace {

std::string lock_of(Settings const& settings)
{
    return hmac_sha256(settings.secret, "key for push services");
}

std::optional<webpush::KeyPair> kept(Call& call)
{
    auto const locked = store::push_key(call.tx);
    auto const secret =
        locked ? unlock(lock_of(call.settings), locked->locked.bytes) : std::nullopt;
    return secret ? webpush::key_pair_of(*secret) : std::nullopt;
}

}  // namespace

webpush::KeyPair push_keys(House const& house)
{
    if (auto pair = house.read(Actor::system(), kept))
        return *std::move(pair);
    return house.write(Actor::system(), [](Call& call) {
        if (auto pair = kept(call))
            return *std::move(pair);  // somebody was faster
        auto made = webpush::new_key_pair();
        store::save_push_key(
            call.tx,
            {.open_key = {made.open}, .locked = {lock_away(lock_of(call.settings), made.secret)}});
        return made;
    });
}

std::string push_key(House const& house)
{
    return to_base64url(push_keys(house).open);
}

}  // namespace tellfirst::notify
