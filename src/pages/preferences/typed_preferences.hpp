#pragma once
// What a contact ticked and typed, as the wish that it is. Pure.
#include "accounts/types.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::pages {

// Of whose topics a contact chooses himself, as the columns stand.
inline constexpr std::array offered_channels{
    accounts::Channel::mail, accounts::Channel::sms, accounts::Channel::push};

// What holds now on this channel: his own choice, or what his plan says.
[[nodiscard]] std::vector<accounts::Topic>
topics_in_force(accounts::Preferences const& preferences, accounts::Channel channel);

// The name of a box: "mail.planned".
[[nodiscard]] std::string box_of(accounts::Channel channel, accounts::Topic topic);

// A channel that followed his plan before, and is ticked as his plan says, goes on following it.
[[nodiscard]] accounts::NewPreferences
read_preferences(http::Form const& form, accounts::Preferences const& before);

}  // namespace tellfirst::pages
