#pragma once
// Makes mails of claimed deliveries: loads their notices, compiles each announcement once for its
// readers' brands, languages and zones and for what they may know of, fills in the rest, and signs.
// Belongs to one thread.
#include "db/house.hpp"
#include "notify/compose.hpp"
#include "notify/copies/partners.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/lanes.hpp"
#include "notify/sending_store.hpp"
#include "wire/dkim/keys.hpp"
#include "wire/dkim/workshop.hpp"

namespace tellfirst::notify {

class Press {
  public:
    explicit Press(House house, dkim::Keys keys = {}) : house_{house}, keys_{std::move(keys)} {}

    struct Made {
        std::vector<Composed> mails;
        std::vector<Settled> unsent;  // too late, or no mail can be made of it
    };
    [[nodiscard]] Made make(std::vector<Claimed> claimed);
    // The same in the caller's transaction, neither signed nor packed for the wire: to be looked
    // at.
    [[nodiscard]] Made show(Call& call, std::vector<Claimed> claimed);

  private:
    // Of the services whose use decides what he reads, those that he uses.
    using Used = std::vector<ServiceId>;

    // A notice in one brand's name.
    struct Spoken {
        Voice voice;
        std::optional<store::Hold> hold;  // that it was released from
        // For whom: who he is to us, and whether he hands it on.
        using For = std::tuple<Reader, Used, Form, bool>;
        std::map<For, mime::Template> compiled = {};
    };
    struct Prepared {
        Notice notice;
        std::vector<ServiceId> knowable_by;
        bool is_of_one_account = false;
        std::map<BrandId, Spoken> spoken = {};
    };

    // Settles in whose name each of them leaves.
    void load(Call& call, std::vector<Claimed>& claimed);
    [[nodiscard]] Made compose_all(std::vector<Claimed> const& claimed, Instant now);
    void load_uses(db::Tx& tx, std::vector<Claimed> const& claimed);
    [[nodiscard]] Used used_by(Prepared const& prepared, std::optional<AccountId> account) const;
    [[nodiscard]] Result<std::string>
    compose(Prepared& prepared, Claimed const& claimed, Listener listener);
    void add(Made& made, Prepared& prepared, Claimed const& claimed, Instant now);
    void sign(std::vector<Composed>& mails, Instant now);

    House house_;
    dkim::Keys keys_;
    dkim::Workshop workshop_;
    std::map<NoticeId, Prepared> prepared_;
    std::map<AccountId, Used> uses_;  // of those who are claimed now
    Partners partners_;
};

}  // namespace tellfirst::notify
