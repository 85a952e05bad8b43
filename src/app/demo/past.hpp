#pragma once
// A house that lives through weeks in a second. Its clock is set from moment to moment; at each it
// comes to rest before the next, so that timers ring, mails leave and are proved, and every fact,
// promise and entry carries the time at which it would have happened. Nothing is written here that
// a verb of a room would not write.
#include "app/open_house.hpp"
#include "jobs/jobs.hpp"
#include "notify/notify.hpp"
#include "team/team.hpp"
#include "wire/mime/parse.hpp"

namespace tellfirst::app::demo {

class Past {
  public:
    // Mail goes into the Maildir at `maildir`. The house is closed with its past.
    Past(std::unique_ptr<OpenHouse> opened, std::string maildir, Instant begins);
    ~Past();
    Past(Past const&) = delete;
    Past& operator=(Past const&) = delete;

    [[nodiscard]] House house() { return opened_->house(); }
    [[nodiscard]] Instant now() const { return opened_->clock.now(); }

    // Lets the time pass until then; what falls due on the way happens at its own moment.
    void go_to(Instant at);

    // One verb of somebody, and all that follows from it at once. The script has nothing in it
    // that is refused: were it, this would throw and say so to whoever changed the script.
    template <class Verb>
    auto let(Actor const& actor, Verb const& verb)
    {
        auto answer = opened_->house().write(actor, verb);
        rest();
        if constexpr (requires { answer.has_error(); })
            return std::move(answer).value();
        else
            return answer;
    }
    template <class Verb>
    auto look(Verb const& verb)
    {
        return opened_->house().read(Actor::system(), verb);
    }

    // A mail comes in, by the door through which LMTP hands it over.
    void receive(std::string const& from, std::string const& to, std::string raw);

    // The newest mail of ours to that address, as its mail program would show it.
    [[nodiscard]] std::optional<mime::Mail> newest_to(std::string_view address) const;

    // Waits until all is done that is due now.
    void rest();

  private:
    std::unique_ptr<OpenHouse> opened_;
    std::string maildir_;
    jobs::Board board_;
    jobs::Runner runner_;
    notify::Outbox outbox_;
};

}  // namespace tellfirst::app::demo
