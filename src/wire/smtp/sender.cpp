#include "wire/smtp/route.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <thread>

namespace tellfirst::smtp {

// The thread on which everything of its route runs.
class Sender::Core {
  public:
    Core(std::vector<Relay> relays, SenderOptions options, Pull pull, Report report)
        : route_{
              io_,
              std::move(relays),
              std::move(options),
              std::move(pull),
              std::move(report),
              [this] { io_.stop(); }},
          thread_{[this] {
              auto const keep_running = asio::make_work_guard(io_);
              io_.run();
          }}
    {
    }

    void kick()
    {
        asio::post(io_, [this] { route_.kick(); });
    }

    void stop(std::chrono::milliseconds deadline)
    {
        if (!thread_.joinable())
            return;
        asio::post(io_, [this, deadline] { route_.begin_to_stop(deadline); });
        thread_.join();
    }

  private:
    asio::io_context io_{1};
    Route route_;
    std::thread thread_;
};

Sender::Sender(std::vector<Relay> relays, SenderOptions options, Pull pull, Report report)
    : core_{std::make_unique<Core>(
          std::move(relays), std::move(options), std::move(pull), std::move(report))}
{
}

Sender::~Sender()
{
    stop(std::chrono::milliseconds{0});
}

void Sender::kick()
{
    core_->kick();
}

void Sender::stop(std::chrono::milliseconds deadline)
{
    core_->stop(deadline);
}

}  // namespace tellfirst::smtp
