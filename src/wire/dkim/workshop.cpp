#include "wire/dkim/workshop.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace tellfirst::dkim {
namespace {

namespace asio = boost::asio;

constexpr unsigned most_threads = 8;  // mail leaves through one relay: more would not be seen

}  // namespace

struct Workshop::Inside {
    unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
    asio::thread_pool pool{threads};
};

Workshop::Workshop() = default;
Workshop::~Workshop() = default;

void Workshop::each(std::size_t count, std::function<void(std::size_t)> const& work)
{
    if (count == 0)
        return;
    if (!inside_)
        inside_ = std::make_unique<Inside>();
    std::atomic<std::size_t> next = 0;
    auto const work_off = [&] {
        for (auto at = next++; at < count; at = next++)
            work(at);
    };
    std::vector<std::future<void>> threads;
    for (unsigned i = 0; i < inside_->threads; ++i)
        threads.push_back(asio::post(inside_->pool, asio::use_future(work_off)));
    for (auto const& thread : threads)
        thread.wait();  // all, before an exception takes from them what they refer to
    for (auto& thread : threads)
        thread.get();
}

}  // namespace tellfirst::dkim
