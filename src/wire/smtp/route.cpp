#include "wire/smtp/route.hpp"

#include "kernel/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <fmt/format.h>

// A message comes back from a connection that died only if the relay has not taken it. It is sent
// again at once if that connection had brought an outcome before, or if another relay is left;
// otherwise it is reported as deferred. So each repetition has cost a relay an answer or its place,
// and none can go on for ever.
namespace tellfirst::smtp {
namespace {

constexpr std::chrono::milliseconds sweep_every{50};  // how exactly deadlines are kept
// After a failed handshake an opportunistic relay is talked to in the clear for so long: mail
// that leaves unencrypted is better than mail that does not leave (RFC 7435).
constexpr std::chrono::minutes plain_for{10};
constexpr std::chrono::milliseconds last_words{200};  // to report what was cut off

constexpr std::string_view was_stopped = "the sender was stopped";
// What waits for a relay that can take it, while mails that any relay takes leave.
constexpr std::chrono::minutes others_again_in{1};

void hold(Outcome& outcome)
{
    outcome.kind = Outcome::Kind::held;
    outcome.again_in = others_again_in;
}

SenderOptions for_relays(SenderOptions options, std::size_t relays)
{
    if (relays > 1) {
        options.greet_within = std::min(options.greet_within, options.connect_within);
        options.reply_within = std::min(options.reply_within, options.silent_within);
    }
    return options;
}

}  // namespace

// All relays but the first, for mails that the first cannot take: a route of its own, on the same
// thread.
class Route::Rest {
  public:
    explicit Rest(Route& first)
        : first_{first},
          route_{
              first.io_,
              {first.relays_.begin() + 1, first.relays_.end()},
              first.options_,
              [this](std::size_t want) { return pull(want); },
              [this](std::vector<Outcome> outcomes) { report(std::move(outcomes)); },
              [this] {
                  is_over_ = true;
                  first_.end_if_over();
              }}
    {
    }

    void add(Outgoing message)
    {
        messages_.push_back(std::move(message));
        route_.kick();
    }
    void begin_to_stop(std::chrono::milliseconds deadline)
    {
        first_.outbox_.defer(pull(messages_.size()), {.text = std::string{was_stopped}});
        route_.begin_to_stop(deadline);
    }
    [[nodiscard]] bool is_over() const { return is_over_; }

  private:
    Messages pull(std::size_t want)
    {
        auto const end =
            messages_.begin() + static_cast<std::ptrdiff_t>(std::min(want, messages_.size()));
        Messages some{std::move_iterator{messages_.begin()}, std::move_iterator{end}};
        messages_.erase(messages_.begin(), end);
        return some;
    }

    // That these cannot be reached says nothing about the first: all other mail goes on, and what
    // waits here does not keep its place.
    void report(std::vector<Outcome> outcomes)
    {
        auto const is_away = [](Outcome const& outcome) {
            return outcome.kind == Outcome::Kind::deferred && outcome.code == 0;
        };
        auto const away = std::ranges::find_if(outcomes, is_away);
        if (away != outcomes.end()) {
            auto const why = away->text;
            for (auto const& message : pull(messages_.size()))
                outcomes.push_back(
                    {.token = message.token, .kind = Outcome::Kind::deferred, .text = why});
        }
        for (auto& outcome : outcomes)
            if (is_away(outcome))
                hold(outcome);
        first_.report_(std::move(outcomes));
    }

    Route& first_;
    std::deque<Outgoing> messages_;
    Route route_;
    bool is_over_ = false;
};

Route::Route(
    asio::io_context& io, std::vector<Relay> relays, SenderOptions options, Sender::Pull pull,
    Sender::Report report, std::function<void()> over)
    : io_{io},
      relays_{std::move(relays)},
      options_{for_relays(std::move(options), relays_.size())},
      report_{std::move(report)},
      over_{std::move(over)},
      outbox_{options_, std::move(pull), report_},
      succession_{
          relays_.size(), {.first = options_.first_backoff, .longest = options_.longest_backoff}},
      plain_until_(relays_.size())
{
    tls_.set_default_verify_paths();
    if (!options_.trusted_certificates.empty())
        tls_.load_verify_file(options_.trusted_certificates);
}

Route::~Route() = default;

void Route::kick()
{
    outbox_.kicked();
    wake();
}

// Gives waiting work to idle connections, then to new ones.
void Route::wake()
{
    if (stopping_ || (connections_.empty() && !succession_.has_one_to_try(Clock::now())))
        return;  // the back-off timer will wake us
    // One message is enough to find out whether a relay is back.
    auto const waiting = outbox_.fill(succession_.all_failed() ? 1 : options_.pulled_ahead);
    std::size_t served = 0;
    for (auto& connection : connections_)
        if (connection.is_free() && served < waiting) {
            connection.has_work();
            ++served;
        }
    auto const most = options_.connections + outbox_.stuck_connections();
    for (; served < waiting && connections_.size() < most; ++served) {
        auto const relay = succession_.pick(Clock::now());
        if (!relay)
            return;
        open_connection(*relay);
    }
}

void Route::open_connection(std::size_t relay)
{
    if (connections_.empty())
        sweep();
    connections_.emplace_back(io_, tls_, relays_[relay], options_);
    asio::co_spawn(io_, run(std::prev(connections_.end()), relay), asio::detached);
}

asio::awaitable<void> Route::run(Connections::iterator connection, std::size_t relay)
{
    Connection::PassOn pass_on_from_here;
    if (relays_.size() > 1)
        pass_on_from_here = [this, relay](std::vector<Unfit> unfit) {
            pass_on(std::move(unfit), relay);
        };
    co_await connection->run(
        outbox_, starttls(relay), ++last_number_, std::move(pass_on_from_here));
    finish(connection, relay);
}

void Route::finish(Connections::iterator connection, std::size_t relay)
{
    auto returned = connection->take_returned();
    auto const trouble = connection->trouble();
    auto const useful = connection->was_useful();
    auto const try_plain = connection->tls_failed() && starttls(relay) == StartTls::if_offered;
    connections_.erase(connection);

    if (try_plain)
        plain_until_[relay] = Clock::now() + plain_for;
    if (useful) {
        blamed_.clear();
        if (succession_.worked(relay))
            log::event("smtp.relay_back", {{"host", relays_[relay].host}});
    }
    if (trouble && trouble->about)
        outbox_.blame(*trouble->about);
    if (stopping_) {
        outbox_.defer(returned, {.text = std::string{was_stopped}});
    } else if (!trouble || useful || try_plain) {
        succession_.ended(relay);
        outbox_.put_back(std::move(returned));
    } else {
        take_back(std::move(returned), *trouble, relay);
    }
    if (stopping_)
        end_if_over();
    else
        wake();
}

// What this relay cannot take goes to the next ones. While the first is away, they wait for it: it
// may take them.
void Route::pass_on(std::vector<Unfit> unfit, std::size_t relay)
{
    std::vector<Outcome> held;
    for (auto& [message, outcome] : unfit) {
        outbox_.give_away(message.token);
        if (relay == 0 && !stopping_) {
            if (!rest_)
                rest_ = std::make_unique<Rest>(*this);
            rest_->add(std::move(message));
            continue;
        }
        hold(outcome);
        held.push_back(std::move(outcome));
    }
    outbox_.report(std::move(held));
}

// What came back from a connection that was of no use.
void Route::take_back(
    std::vector<Outgoing> returned, ClientMachine::Trouble const& trouble, std::size_t relay)
{
    auto blamed = about_one_domain(returned, trouble);
    auto why = trouble;
    if (closed_at_it_again(returned, trouble)) {
        blamed = returned.begin();
        why = {.code = 421, .text = "the relay closes the connection at this mail"};
    }
    if (blamed != returned.end()) {
        outbox_.defer({std::move(*blamed)}, why);
        returned.erase(blamed);
        outbox_.put_back(std::move(returned));
        return succession_.ended(relay);
    }
    fail(relay, trouble);
    if (!succession_.all_failed())
        return outbox_.put_back(std::move(returned));
    // Who turns us away at the door has seen none of the mails: none of them has been tried.
    if (!trouble.in_session && trouble.code != 0)
        why = {.text = fmt::format("{} {}", trouble.code, trouble.text)};
    outbox_.defer(returned, why);
    if (connections_.empty())
        outbox_.defer_all(why);
}

// Without a word, at the mail that was first to be said, and not for the first time?
bool Route::closed_at_it_again(Messages const& returned, ClientMachine::Trouble const& trouble)
{
    return trouble.in_session && trouble.code == 0 && !returned.empty() &&
           suspects_.again(returned.front().to);
}

// A relay may close the connection because one receiver wants less. Where a second one is named
// without any outcome in between, it is the relay that wants less. Answers the message that the
// 421 was about, or the end.
Route::Messages::iterator
Route::about_one_domain(Messages& returned, ClientMachine::Trouble const& trouble)
{
    auto const message = trouble.about
                             ? std::ranges::find(returned, *trouble.about, &Outgoing::token)
                             : returned.end();
    if (message == returned.end())
        return message;
    auto const group = group_of(message->to);
    if (blamed_.empty())
        blamed_ = group;
    return blamed_ == group ? message : returned.end();
}

void Route::fail(std::size_t relay, ClientMachine::Trouble const& trouble)
{
    auto const pause = succession_.failed(relay, Clock::now());
    // The relay's own words stay out of the log; where there is no code the words are ours.
    log::warning(
        "smtp.relay_unreachable", {{"host", relays_[relay].host},
                                   {"code", trouble.code},
                                   {"why", trouble.code == 0 ? trouble.text : ""},
                                   {"again_in_ms", pause.count()}});
    backoff_timer_.expires_at(succession_.tries_again_at());
    backoff_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled)
            wake();
    });
}

StartTls Route::starttls(std::size_t relay) const
{
    if (relays_[relay].security == Relay::Security::starttls)
        return StartTls::required;
    return Clock::now() < plain_until_[relay] ? StartTls::never : StartTls::if_offered;
}

void Route::sweep()
{
    sweep_timer_.expires_after(sweep_every);
    sweep_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (cancelled || connections_.empty())
            return;
        for (auto& connection : connections_)
            connection.expire(Clock::now());
        sweep();
        if (outbox_.hold_stuck() || outbox_.stuck_connections() > 0 || options_.per_second > 0)
            wake();
    });
}

void Route::begin_to_stop(std::chrono::milliseconds deadline)
{
    stopping_ = true;
    outbox_.close();
    outbox_.defer_all({.text = std::string{was_stopped}});
    if (rest_)
        rest_->begin_to_stop(deadline);
    for (auto& connection : connections_)
        connection.leave();
    stop_timer_.expires_after(deadline);
    stop_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled)
            cut_all();
    });
    end_if_over();
}

void Route::cut_all()
{
    for (auto& connection : connections_)
        connection.cut();
    // Cut connections end at once; only a name that is being looked up can take longer, and no
    // message depends on it.
    stop_timer_.expires_after(last_words);
    stop_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (cancelled)
            return;
        given_up_ = true;
        end_if_over();
    });
}

void Route::end_if_over()
{
    bool const is_over = stopping_ && (connections_.empty() || given_up_);
    if (!is_over || (rest_ && !rest_->is_over()) || std::exchange(has_ended_, true))
        return;
    stop_timer_.cancel();
    over_();
}

}  // namespace tellfirst::smtp
