#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace tellfirst::db {

// More than this many waiting transactions means that the disk cannot follow: refuse, so that
// memory stays bounded and callers hear it while they still listen.
inline constexpr std::size_t most_waiting = 10'000;

// What callers hand to the threads of a database.
template <class Item>
class WorkQueue {
  public:
    // False where the queue is full or closed; the item is then left as it was.
    [[nodiscard]] bool push(Item& item)
    {
        {
            std::lock_guard const guard{lock_};
            if (closed_ || items_.size() >= most_waiting)
                return false;
            items_.push_back(std::move(item));
        }
        filled_.notify_one();
        return true;
    }

    // Waits for items and takes up to `most` of them. Empty only when the queue was closed and
    // everything that was in it has been taken.
    [[nodiscard]] std::vector<Item> take(std::size_t most)
    {
        std::unique_lock guard{lock_};
        filled_.wait(guard, [&] { return closed_ || !items_.empty(); });
        std::vector<Item> taken;
        while (!items_.empty() && taken.size() < most) {
            taken.push_back(std::move(items_.front()));
            items_.pop_front();
        }
        return taken;
    }

    void close()
    {
        {
            std::lock_guard const guard{lock_};
            closed_ = true;
        }
        filled_.notify_all();
    }

  private:
    std::mutex lock_;
    std::condition_variable filled_;
    std::deque<Item> items_;
    bool closed_ = false;
};

}  // namespace tellfirst::db
