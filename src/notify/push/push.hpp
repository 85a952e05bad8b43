#pragma once
#include "db/house.hpp"
#include "notify/channels/carrier.hpp"
#include "notify/push/payload.hpp"
#include "notify/push/push_store.hpp"
#include "wire/http/client.hpp"

namespace tellfirst::notify {

// Announcements to browsers, by their makers' push services (RFC 8030). Whoever is signed in to a
// browser names the service, so none inside our own network is called.
class Push final : public Carrier {
  public:
    Push(House house, http::Outgoing outgoing);

    [[nodiscard]] Channel channel() const override { return Channel::push; }
    [[nodiscard]] std::string trouble() const override { return ""; }
    // Accepted as soon as one of his browsers is told. One that is gone for good is removed.
    [[nodiscard]] Carried send(Message const& message, std::stop_token stop) const override;
    // `to` is the id of a contact. Error push.bad_contact.
    [[nodiscard]] Result<Carried> try_out(std::string const& to) const override;

  private:
    struct Post {
        ContactId to;
        PushPayload payload;
        Lane lane = Lane::incident;
        Instant useful_until;
    };
    [[nodiscard]] Carried tell(Post const& post, std::stop_token const& stop) const;
    [[nodiscard]] http::Asking asking(Post const& post, Browser const& browser) const;

    House house_;
    http::Outgoing outgoing_;
};

}  // namespace tellfirst::notify
