#pragma once
#include "db/house.hpp"
#include "notify/channels/carrier.hpp"
#include "notify/sending_store.hpp"

namespace tellfirst::notify {

struct Prepared {
    std::vector<Message> messages;
    std::vector<Settled> unsent;  // too late, or nothing can be said of it
};

// An announcement as an account may know it; what everybody may know, where there is none.
[[nodiscard]] Announcement
as_account_knows(db::Tx& tx, Announcement const& words, std::optional<AccountId> account);

// What was claimed, in the words, the name and the language in which each reader hears it.
[[nodiscard]] Prepared prepare(Call& call, std::span<Claimed const> claimed);
// The same on a snapshot of its own.
[[nodiscard]] Prepared prepare(House const& house, std::span<Claimed const> claimed);

}  // namespace tellfirst::notify
