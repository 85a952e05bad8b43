#pragma once
// The shelf that is shown now. Whoever renews it puts up a fresh one; whoever watches it sees to it
// that one which nobody renews does not stay green. The two may be on different threads.
#include "pages/shelf.hpp"

#include <atomic>
#include <mutex>

namespace tellfirst::pages {

class Display {
  public:
    // Just made. Shared with whoever keeps it on a disk, because there is much of it.
    void put_up(std::shared_ptr<Snapshot const> fresh);
    // Made at some time: as it may be shown now.
    void put_up(std::shared_ptr<Snapshot const> snapshot, Instant now);
    // Shows what is old by now as such. Cheap while nothing is.
    void age(Instant now);

    [[nodiscard]] std::shared_ptr<Shelf const> shelf() const { return shelf_.load(); }

  private:
    void show(Snapshot const& snapshot);
    void show_at(Instant now);

    std::mutex lock_;
    std::shared_ptr<Snapshot const> snapshot_ = std::make_shared<Snapshot const>();  // as put up
    // The next moment at which a part of it is old; nothing while nobody has looked for it.
    std::optional<Instant> ages_at_;
    std::atomic<std::shared_ptr<Shelf const>> shelf_ = std::make_shared<Shelf const>();
};

}  // namespace tellfirst::pages
