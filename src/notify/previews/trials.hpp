#pragma once
// A word that is sent for trial before it is said, by a channel by which others would get it. It is
// marked as a test and stands in no proof.
#include "db/house.hpp"
#include "notify/channels/channels.hpp"
#include "notify/previews/types.hpp"

#include <functional>

namespace tellfirst::notify {

// Which of the previews; absent: any of that channel.
struct TrialWanted {
    Medium channel = Medium::mail;
    std::optional<BrandId> brand;
    std::optional<std::string> language;
    std::string to;                    // a phone's number, for SMS
    std::optional<WebhookId> webhook;  // one that would be told at once
};

// accepted: the outbox, gateway or webhook took it; `says` is what that answered.
struct TrialSent {
    std::string to;
    bool accepted = true;
    std::string says;
};
BOOST_DESCRIBE_STRUCT(TrialSent, (), (to, accepted, says))

// Sends it, once the transaction that announced it is gone. Waits half a minute at most.
using Trial = std::function<Result<TrialSent>(House const& house, Actor const& actor)>;

class Trials {
  public:
    // Throws std::invalid_argument where the settings are not good (check).
    explicit Trials(ChannelSettings const& settings);
    ~Trials();
    Trials(Trials const&) = delete;
    Trials& operator=(Trials const&) = delete;

    // Ten in a row, then one each half minute: a gateway is paid, and others' rooms are not ours.
    // Error test.too_often (429).
    [[nodiscard]] Result<void> take_turn(Actor const& actor, Instant now) const;

    // A mail goes to the person who asks. `call` is the transaction that announced it, which need
    // not be kept. Errors test.wrong_channel, test.needs_a_person, sms.bad_number,
    // channel.not_set_up, test.needs_a_webhook; test.reaches_nobody where nobody would get it like
    // this.
    [[nodiscard]] Result<Trial>
    trial_of(Call& call, About const& about, TrialWanted const& wanted) const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tellfirst::notify
