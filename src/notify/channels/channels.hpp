#pragma once
// The channels' part of the door: SMS and whatever else goes over HTTP, beside mail.
#include "db/house.hpp"
#include "notify/sms/settings.hpp"
#include "notify/types.hpp"
#include "wire/http/target.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::notify {

struct ChannelSettings {
    SmsSettings sms;
    http::Outgoing outgoing = {};  // what of our own network push services may be in
};

// Error settings.bad_value with the key and what is wrong.
[[nodiscard]] Result<void> check(ChannelSettings const& settings);

// One way to reach somebody, as the owner set it up.
struct ChannelStanding {
    Channel channel = Channel::mail;
    bool ready = false;
    std::string says;  // for a person to read: what is set up, or what is the matter
};
BOOST_DESCRIBE_STRUCT(ChannelStanding, (), (channel, ready, says))

struct TryOut {
    std::string to;
};
BOOST_DESCRIBE_STRUCT(TryOut, (), (to))

struct TriedOut {
    bool accepted = false;
    std::string says;
};
BOOST_DESCRIBE_STRUCT(TriedOut, (), (accepted, says))

// Sends what waits on these channels, each on its own, with retries, through crashes.
class Channels {
  public:
    // Throws std::invalid_argument where the settings are not good (check).
    Channels(House house, ChannelSettings const& settings);
    ~Channels();
    Channels(Channels const&) = delete;
    Channels& operator=(Channels const&) = delete;

    // Deliveries that a dead process left in `sending` are settled first.
    void start();
    void stop();
    void wake();                                                 // something may be due
    [[nodiscard]] bool rest(std::chrono::milliseconds at_most);  // nothing is due any more

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// What is set up, a test of it, and where gateways report. Keeps what it is given.
void add_channel_routes(http::Table& table, ChannelSettings const& settings);

}  // namespace tellfirst::notify
