#pragma once
// Inside previews: how an announcement looks by each channel. `call` is the transaction that
// announced it.
#include "db/house.hpp"
#include "notify/previews/types.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

[[nodiscard]] std::vector<Preview>
shown_by_mail(House const& house, Call& call, Notice const& notice);
[[nodiscard]] std::vector<Preview> shown_by_sms(Call& call, Notice const& notice);
[[nodiscard]] std::vector<Preview> shown_by_push(Call& call, Notice const& notice);
[[nodiscard]] std::vector<Preview> shown_by_webhook(Call& call, Notice const& notice);
[[nodiscard]] std::vector<Preview> shown_in_inbox(Call& call, Notice const& notice);
// Of what everybody may know.
[[nodiscard]] std::vector<Preview> shown_as_copy(Call& call, Notice const& notice);

}  // namespace tellfirst::notify
