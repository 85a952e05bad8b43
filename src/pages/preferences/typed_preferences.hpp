#pragma once
// What a contact ticked and typed, as the wish that it is. Pure.
#include "accounts/types.hpp"
#include "wire/http/urls.hpp"

namespace tellfirst::pages {

// Of whose topics a contact chooses himself, as the columns stand: what nothing here can send is
// not offered.
enum class Sms { offered, none };
[[nodiscard]] std::vector<accounts::Channel> offered_channels(Sms sms);

// The rows. Answers to tickets are letters, which come by mail whatever is chosen: a box for them
// would promise what it does not do.
inline constexpr std::array offered_topics{
    accounts::Topic::planned, accounts::Topic::unplanned, accounts::Topic::recovery,
    accounts::Topic::news};

// What holds now on this channel: his own choice, or what his plan says.
[[nodiscard]] std::vector<accounts::Topic>
topics_in_force(accounts::Preferences const& preferences, accounts::Channel channel);

// The name of a box: "mail.planned".
[[nodiscard]] std::string box_of(accounts::Channel channel, accounts::Topic topic);

// What is not offered stays as it was. A channel that followed his plan before, and is ticked as
// his plan says, goes on following it.
[[nodiscard]] accounts::NewPreferences
read_preferences(http::Form const& form, accounts::Preferences const& before, Sms sms);

}  // namespace tellfirst::pages
