#pragma once
// Makes mails of claimed deliveries: loads their notices, compiles each announcement once for its
// readers' brands, languages and zones, and fills in the rest. Belongs to one thread.
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
    [[nodiscard]] Made make(std::vector<Claimed> claimed);

  private:
    // A notice in one brand's name.
    struct Spoken {
        Voice voice;
        std::map<Reader, mime::Template> compiled;
    };
    struct Prepared {
        Notice notice;
        std::map<BrandId, Spoken> spoken;
    };

    // Settles in whose name each of them leaves.
    void load(std::vector<Claimed>& claimed);
    [[nodiscard]] static Result<std::string>
    compose(Notice const& notice, Spoken& spoken, Listener const& listener);
    static void add(Made& made, Prepared& prepared, Claimed const& claimed, Instant now);

    House house_;
    std::map<NoticeId, Prepared> prepared_;
};

}  // namespace tellfirst::notify
