#include "wire/http/work_pool.hpp"

namespace tellfirst::http {

WorkPool::WorkPool(int threads, std::size_t most_waiting) : most_waiting_{most_waiting}
{
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool()
{
    {
        std::lock_guard const guard{lock_};
        ending_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

bool WorkPool::offer(Work work)
{
    {
        std::lock_guard const guard{lock_};
        if (ending_ || waiting_.size() >= most_waiting_)
            return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void WorkPool::run()
{
    for (;;) {
        std::unique_lock guard{lock_};
        changed_.wait(guard, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty())
            return;
        auto const work = std::move(waiting_.front());
        waiting_.pop_front();
        guard.unlock();
        work();
    }
}

}  // namespace tellfirst::http
