#pragma once
#include <functional>
#include <memory>

namespace tellfirst::dkim {

// Threads for work that would hold up others: an RSA signature takes a third of a millisecond,
// hundreds of times as long as all else that is done for a mail. It has as many as the machine
// has cores, at most eight, and makes them when they are first needed.
class Workshop {
  public:
    Workshop();
    ~Workshop();

    // Calls `work` with each number below `count`, several at a time, and returns when all are
    // done. Throws what a piece of work has thrown.
    void each(std::size_t count, std::function<void(std::size_t)> const& work);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tellfirst::dkim
