#include "app/mail_in.hpp"

#include "db/db.hpp"
#include "kernel/log.hpp"
#include "kernel/text.hpp"
#include "notify/notify.hpp"
#include "tickets/tickets.hpp"

namespace tellfirst::app {
namespace {

lmtp::Verdict verdict_of(db::Outcome const& outcome)
{
    if (outcome.ending == db::Ending::committed)
        return lmtp::Verdict::stored;
    try {
        if (outcome.error)
            std::rethrow_exception(outcome.error);
    } catch (db::Full const&) {
        return lmtp::Verdict::full;
    } catch (std::exception const& error) {
        log::warning("mail.not_stored", {{"what", error.what()}});
    }
    return lmtp::Verdict::try_again;
}

// A header may hold bytes that are no text; a database takes only text.
std::string as_text(std::string_view address)
{
    auto text = repair_utf8(address);
    std::erase(text, '\0');
    return text;
}

}  // namespace

MailIn::MailIn(House house)
    : house_{house}, thread_{[this](std::stop_token const& stop) { keep_large(stop); }}
{
}

MailIn::~MailIn()
{
    thread_.request_stop();
}

void MailIn::take(lmtp::Envelope mail, lmtp::Answer answer)
{
    if (mail.data.size() <= tickets::largest_in_row) {
        store(std::move(mail), std::move(answer));
        return;
    }
    std::scoped_lock const guard{lock_};
    large_.push_back({std::move(mail), std::move(answer)});
    changed_.notify_one();
}

void MailIn::keep_large(std::stop_token const& stop)
{
    while (true) {
        std::unique_lock guard{lock_};
        if (!changed_.wait(guard, stop, [&] { return !large_.empty(); }))
            return;
        auto [mail, answer] = std::move(large_.front());
        large_.pop_front();
        guard.unlock();
        store(std::move(mail), std::move(answer));
    }
}

void MailIn::store(lmtp::Envelope mail, lmtp::Answer answer)
{
    // What came back of our own mail is notify's, all else is somebody's word to us.
    std::vector<std::string> bounced;
    std::vector<std::string> written;
    for (auto const& to : mail.recipients)
        (notify::takes_bounces(to) ? bounced : written).push_back(as_text(to));
    auto returned = bounced.empty() ? std::string{} : mail.data.substr(0, notify::largest_bounce);
    auto const size = static_cast<std::int64_t>(mail.data.size());
    tickets::Kept kept;
    try {
        if (!written.empty())
            kept = tickets::keep_raw(house_.settings, std::move(mail.data));
    } catch (std::system_error const& error) {
        log::warning("mail.not_kept", {{"what", error.code().message()}});
        answer(
            error.code() == std::errc::no_space_on_device ? lmtp::Verdict::full
                                                          : lmtp::Verdict::try_again);
        return;
    }
    house_.database.write(
        [house = house_, from = as_text(mail.from), bounced, written,
         returned = std::move(returned), size, kept = std::move(kept)](db::Tx& tx) {
            Call call{tx, Actor::system(), house.clock.now(), house.settings, house.ids};
            for (auto const& to : bounced)
                notify::take_bounce(call, {.from = from, .to = to, .raw = returned, .size = size});
            for (auto const& to : written)
                tickets::take_in(call, {.from = from, .to = to, .kept = kept});
            return true;
        },
        [answer = std::move(answer)](db::Outcome const& outcome) { answer(verdict_of(outcome)); });
}

}  // namespace tellfirst::app
