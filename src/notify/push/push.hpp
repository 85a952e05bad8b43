#pragma once
#include "notify/push/tell_browser.hpp"

namespace tellfirst::notify {

// Announcements to browsers, by their makers' push services (RFC 8030). Whoever is signed in to a
// browser names the service, so none inside our own network is called.
class Push final : public Carrier {
  public:
    Push(House house, http::Outgoing outgoing);

    [[nodiscard]] Channel channel() const override { return Channel::push; }
    [[nodiscard]] std::string trouble() const override { return ""; }
    // Accepted where one of his browsers is told; those that could not be are told later, each by
    // itself. One that is gone for good is removed.
    [[nodiscard]] Carried send(Message const& message, std::stop_token stop) const override;
    // `to` is the id of a contact. Error push.bad_contact.
    [[nodiscard]] Result<Carried> try_out(std::string const& to) const override;

  private:
    struct Told {
        std::string endpoint;
        Carried carried;
    };
    [[nodiscard]] std::vector<Told> tell(ContactId to, BrowserPost post) const;
    [[nodiscard]] static Carried best_of(std::span<Told const> told);
    void tell_rest_later(Attempt const& attempt, std::span<Told const> told) const;

    House house_;
    http::Outgoing outgoing_;
};

}  // namespace tellfirst::notify
