#pragma once
// Turns the tables of the script into what people do, one after the other.
#include "app/demo/cast.hpp"
#include "app/demo/past.hpp"

#include <functional>
#include <map>

namespace tellfirst::app::demo {

// What happens when. Several stories run at the same time, so their steps are sorted first.
class Timeline {
  public:
    void add(Instant at, std::function<void()> step) { steps_.emplace(at, std::move(step)); }

    // Everything up to `until`, from where it stopped before. What the script says of later times
    // does not happen.
    void run(Past& past, Instant until);

  private:
    std::multimap<Instant, std::function<void()>> steps_;
};

class Storylines {
  public:
    // All of them must outlive the timeline's run.
    Storylines(Past& past, Cast const& cast, Instant today);

    void add_troubles(Timeline& timeline);
    void add_talks(Timeline& timeline);
    void add_pledges(Timeline& timeline);
    void add_works(Timeline& timeline);
    void add_faults(Timeline& timeline);
    void add_reserved_time(Timeline& timeline);
    void add_critical_dates(Timeline& timeline);
    void add_news(Timeline& timeline);
    void add_rounds(Timeline& timeline);  // somebody looks, and says that all is well

  private:
    // A conversation on its way.
    struct Conversation {
        Talk talk;
        Who agent = mara;
        accounts::Contact customer;
        TicketId ticket = {};
        std::optional<mime::Mail> newest = {};  // of ours, which an answer answers
    };

    void say(std::size_t trouble, Word const& word, bool is_first);
    void speak(Conversation& conversation, Line const& line);
    void ask(Conversation& conversation, Line const& line);
    void pledge(Timeline& timeline, Pledge const& pledge, accounts::Contact const& to);
    void end(Pledge const& pledge, PromiseId promise);
    void declare_next(SeriesId id, bool is_used);

    [[nodiscard]] Actor as(Who who) const;
    // The next customer of that plan who was introduced and reads that language, in turn.
    [[nodiscard]] accounts::Contact someone(Sold sold, std::string_view language);

    Past& past_;
    Cast const& cast_;
    Instant today_;
    std::vector<IncidentId> incidents_;  // of the troubles, in their order
    std::vector<std::unique_ptr<Conversation>> conversations_;
    std::map<std::pair<Sold, std::string_view>, std::size_t> turn_;
};

}  // namespace tellfirst::app::demo
