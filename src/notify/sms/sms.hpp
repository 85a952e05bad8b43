#pragma once
#include "db/house.hpp"
#include "notify/channels/carrier.hpp"
#include "notify/sms/gateway.hpp"

namespace tellfirst::notify {

// Announcements to phones, by the owner's gateway.
class Sms final : public Carrier {
  public:
    // Without a gateway it is in trouble.
    Sms(House house, std::optional<Gateway> gateway);

    [[nodiscard]] Channel channel() const override { return Channel::sms; }
    [[nodiscard]] std::string trouble() const override;
    [[nodiscard]] Carried send(Message const& message, std::stop_token stop) const override;
    // `to` is a number as it is dialled from abroad. Error sms.bad_number.
    [[nodiscard]] Result<Carried> try_out(std::string const& to) const override;

  private:
    [[nodiscard]] Carried ask(SmsWanted const& wanted, std::stop_token stop) const;

    House house_;
    std::optional<Gateway> gateway_;
};

// "+49151123456" (E.164).
[[nodiscard]] bool is_phone_number(std::string_view text);

}  // namespace tellfirst::notify
