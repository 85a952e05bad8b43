#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tellfirst::http {

// A few threads for work that takes long (hashing a password), and a short queue before them: who
// finds it full is better told to come back than kept waiting.
class WorkPool {
  public:
    using Work = std::function<void()>;  // must not throw

    WorkPool(int threads, std::size_t most_waiting);
    ~WorkPool();  // finishes what was taken
    WorkPool(WorkPool const&) = delete;
    WorkPool& operator=(WorkPool const&) = delete;

    // False where the queue is full.
    [[nodiscard]] bool offer(Work work);

  private:
    void run();

    std::size_t most_waiting_;
    std::mutex lock_;
    std::condition_variable changed_;
    std::deque<Work> waiting_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace tellfirst::http
