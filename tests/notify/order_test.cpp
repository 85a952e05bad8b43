// P7: whatever the relay makes wait, nobody reads the end before the beginning, and nobody misses
// the newest word.
#include "notify/samples.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

constexpr int most_words = 6;
constexpr int most_steps = 30;
constexpr std::size_t at_once = 2;

// An incident and those who hear of it, with a relay that answers when it likes.
class Outage {
  public:
    Outage()
    {
        for (auto const* name : {"ada", "bob", "cyd"})
            recipients_.push_back(add(world_, {.name = name}).value());
    }

    void say_more(bool is_end)
    {
        if (is_over_ || said_ == most_words)
            return;
        is_over_ = is_end && said_ > 0;
        ++said_;
        auto const undo = std::chrono::seconds{*rc::gen::element(0, 30)};
        newest_ = say(world_, is_over_ ? resolved(said_) : outage(said_), undo);
    }

    void claim_some()
    {
        auto const some = world_.write(
            [](Call& call) { return store::claim(call.tx, Lane::incident, call.now, at_once); });
        for (auto const& each : some) {
            auto const sent = std::ranges::find(on_the_wire_, each.recipient, &Claimed::recipient);
            RC_ASSERT(sent == on_the_wire_.end());
            bool const is_later = read_[each.recipient] < each.notice;
            RC_ASSERT(is_later);
            on_the_wire_.push_back(each);
        }
    }

    // The relay answers one of them: yes, or later.
    void answer_one(bool is_yes)
    {
        if (on_the_wire_.empty())
            return;
        auto const which =
            on_the_wire_.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(on_the_wire_));
        auto const answered = *which;
        on_the_wire_.erase(which);
        if (is_yes)
            read_[answered.recipient] = answered.notice;
        auto const again = world_.now() + std::chrono::minutes{*rc::gen::inRange(0, 60)};
        end(world_, {answered},
            {.state = is_yes ? State::accepted : State::deferred,
             .due_at = is_yes ? std::nullopt : std::optional{again},
             .attempts = answered.attempts + 1,
             .at = world_.now()});
    }

    void wait() { world_.pass(std::chrono::minutes{*rc::gen::inRange(0, 60)}); }

    // The relay takes all that comes.
    void calm_down()
    {
        for (int round = 0; round < most_words + most_steps; ++round) {
            while (!on_the_wire_.empty())
                answer_one(true);
            world_.pass(1h);
            claim_some();
        }
        for (auto const recipient : recipients_)
            RC_ASSERT(said_ == 0 || read_[recipient] == newest_);
    }

  private:
    support::World world_;
    std::vector<std::int64_t> recipients_;
    std::vector<Claimed> on_the_wire_;
    std::map<std::int64_t, NoticeId> read_;  // the newest that each has got
    NoticeId newest_;
    std::int64_t said_ = 0;
    bool is_over_ = false;
};

}  // namespace

TEST_CASE(
    "an outage: its words reach each reader in their order, and the newest always, whatever waits")
{
    CHECK(rc::check([] {
        Outage outage;
        outage.say_more(false);
        auto const steps = *rc::gen::inRange(0, most_steps);
        for (int step = 0; step < steps; ++step) {
            switch (*rc::gen::inRange(0, 6)) {
            case 0: outage.say_more(false); break;
            case 1: outage.say_more(true); break;
            case 2: outage.answer_one(true); break;
            case 3: outage.answer_one(false); break;
            case 4: outage.wait(); break;
            default: outage.claim_some(); break;
            }
        }
        outage.calm_down();
    }));
}
