#pragma once
// Makes mails of claimed deliveries: loads their notices, compiles each announcement once for its
// readers' languages and zones, and fills in the rest. Belongs to one thread.
#include "db/house.hpp"
#include "notify/compose.hpp"
#include "notify/lanes.hpp"
#include "notify/sending_store.hpp"

namespace tellfirst::notify {

class Press {
  public:
    explicit Press(House house) : house_{house} {}

    struct Made {
        std::vector<Composed> mails;
        std::vector<Settled> unsent;  // too late, or no mail can be made of it
    };
    [[nodiscard]] Made make(std::vector<Claimed> const& claimed);

  private:
    struct Prepared {
        Notice notice;
        Voice voice;
        std::map<Reader, mime::Template> compiled;
    };

    void load(std::vector<Claimed> const& claimed);
    [[nodiscard]] Result<std::string> compose(Prepared& prepared, Listener const& listener);
    void add(Made& made, Prepared& prepared, Claimed const& claimed, Instant now);

    House house_;
    std::map<NoticeId, Prepared> prepared_;
};

}  // namespace tellfirst::notify
