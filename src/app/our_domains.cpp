#include "app/our_domains.hpp"

#include "accounts/accounts.hpp"
#include "kernel/log.hpp"
#include "kernel/text.hpp"

namespace tellfirst::app {
namespace {

using namespace std::chrono_literals;

// Busy times bring hundreds of changes a second, hardly any of which is about a brand.
constexpr auto pause_between = 500ms;

}  // namespace

OurDomains::OurDomains(House house) : house_{house}
{
    read();
    thread_ = std::jthread{[this](std::stop_token const& stop) { run(stop); }};
}

void OurDomains::stop()
{
    thread_ = {};
}

bool OurDomains::has(std::string_view recipient) const
{
    auto const at = recipient.rfind('@');
    return at != std::string_view::npos && at > 0 &&
           domains_.load()->contains(ascii_lower(recipient.substr(at + 1)));
}

void OurDomains::renew()
{
    {
        std::lock_guard const guard{lock_};
        is_stale_ = true;
    }
    changed_.notify_one();
}

void OurDomains::read()
{
    auto const domains = house_.read(Actor::system(), accounts::mail_domains);
    domains_ = std::make_shared<std::set<std::string> const>(domains.begin(), domains.end());
}

void OurDomains::run(std::stop_token const& stop)
{
    std::unique_lock guard{lock_};
    while (changed_.wait(guard, stop, [&] { return is_stale_; })) {
        is_stale_ = false;
        guard.unlock();
        try {
            read();
        } catch (std::exception const& error) {
            log::warning("mail.domains_not_read", {{"what", error.what()}});
        }
        guard.lock();
        changed_.wait_for(guard, stop, pause_between, [] { return false; });
    }
}

}  // namespace tellfirst::app
