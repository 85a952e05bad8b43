#pragma once
#include "db/house.hpp"
#include "notify/channels/carrier.hpp"
#include "notify/seal.hpp"
#include "notify/sms/gateway.hpp"
#include "notify/sms/text.hpp"

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
    // What a message would say, marked as a test. Nothing that is reported of it counts. Error
    // sms.bad_number.
    [[nodiscard]] Result<Carried> try_out(std::string const& to, Message const& message) const;

  private:
    struct Wanted {
        std::string to;
        std::string brand;
        SmsText said;
        seal::Delivery delivery;  // none: a test
    };
    [[nodiscard]] Carried ask(Wanted const& wanted, std::stop_token stop) const;

    House house_;
    std::optional<Gateway> gateway_;
};

// "+49151123456" (E.164).
[[nodiscard]] bool is_phone_number(std::string_view text);

}  // namespace tellfirst::notify
