#include "wire/smtp/maildir.hpp"

#include "kernel/clock.hpp"
#include "kernel/digest.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace tellfirst::smtp {
namespace {

constexpr std::size_t messages_a_pull = 50;

}  // namespace

Maildir::Maildir(std::string folder, Pull pull, Report report)
    : folder_{std::move(folder)}, pull_{std::move(pull)}, report_{std::move(report)}
{
    for (auto const* const part : {"/tmp", "/new", "/cur"})
        std::filesystem::create_directories(folder_ + part);
    thread_ = std::jthread{[this](std::stop_token const& stop) { deliver(stop); }};
}

Maildir::~Maildir()
{
    stop({});
}

void Maildir::kick()
{
    std::scoped_lock const guard{lock_};
    kicked_ = true;
    changed_.notify_one();
}

void Maildir::stop(std::chrono::milliseconds)
{
    thread_.request_stop();
    if (thread_.joinable())
        thread_.join();
}

void Maildir::deliver(std::stop_token const& stop)
{
    while (true) {
        {
            std::unique_lock guard{lock_};
            if (!changed_.wait(guard, stop, [&] { return kicked_; }) || stop.stop_requested())
                return;
            kicked_ = false;
        }
        for (auto messages = pull_(messages_a_pull); !messages.empty();
             messages = pull_(messages_a_pull)) {
            std::vector<Outcome> outcomes;
            for (auto const& message : messages)
                outcomes.push_back(deliver(message));
            report_(std::move(outcomes));
        }
    }
}

Outcome Maildir::deliver(Outgoing const& message)
{
    // Names in the order of time: who looks at the folder need not open its files to sort them.
    auto const name =
        fmt::format("{:016}.{}.tellfirst", to_micros(Clock::machine_now()), random_secret());
    auto const fresh = folder_ + "/tmp/" + name;
    std::ofstream file{fresh, std::ios::binary};
    file << "Return-Path: <" << message.from << ">\r\nDelivered-To: " << message.to << "\r\n"
         << without_stuffing(message.data);
    file.close();
    std::error_code error;
    if (file)
        std::filesystem::rename(fresh, folder_ + "/new/" + name, error);
    if (!file || error)
        return {
            .token = message.token,
            .kind = Outcome::Kind::deferred,
            .text = "the maildir cannot be written"};
    return {.token = message.token, .kind = Outcome::Kind::accepted, .code = 250};
}

}  // namespace tellfirst::smtp
