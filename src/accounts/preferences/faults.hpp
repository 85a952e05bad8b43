#pragma once
// What is wrong with chosen preferences, all of it at once. No database is asked here.
#include "accounts/faults.hpp"

namespace tellfirst::accounts {

// "+49151123456" of "+49 151 123-456": as E.164 has it. Nothing where it is no number that can be
// called from everywhere.
[[nodiscard]] std::optional<std::string> international_phone(std::string_view text);

// `held` is the number that he has: however it was written, it may stay until SMS go there.
[[nodiscard]] Faults faults_in(NewPreferences const& wish, std::optional<std::string> const& held);

// Of whom his account says what he uses, chooses none himself.
[[nodiscard]] Faults faults_in_services(
    std::optional<std::vector<ServiceId>> const& services, std::optional<AccountId> account);

// Channels that may not be chosen here, or are chosen twice. `code` is of the first.
[[nodiscard]] Faults faults_in_channels(
    std::span<Choice const> choices, std::span<Channel const> allowed, std::string const& code);

}  // namespace tellfirst::accounts
