#include "wire/smtp/client_machine.hpp"

#include <fmt/format.h>

#include <iterator>

// How the conversation moves on. `expected_` holds the replies that must still come. Each reply
// is taken against the front of it; when it is empty, `go_on` says what comes next and expects
// its replies. So a reply can never be taken for the answer to something that was not yet said,
// and both ways of talking, pipelined and in lock-step, differ only in how much `go_on` says. With
// BDAT nothing has to be asked for: there it goes on before the answers have come.
namespace tellfirst::smtp {
namespace {

constexpr int service_closing = 421;
constexpr int start_input = 354;
constexpr int authentication_required = 530;

}  // namespace

ClientMachine::Wants ClientMachine::wants() const
{
    if (phase_ == Phase::over)
        return Wants::close;
    if (output().size() > 0)
        return Wants::write;
    if (phase_ == Phase::tls)
        return Wants::tls;
    return expected_.empty() ? Wants::messages : Wants::read;
}

std::string_view ClientMachine::body() const
{
    if (!body_in_output_)
        return {};
    return in_chunks() ? in_flight_.back().chunk() : sending_->message.data;
}

ClientMachine::Output ClientMachine::output() const
{
    Output all = in_chunks() ? Output{.head = commands_, .body = body(), .tail = {}}
                             : Output{.head = {}, .body = body(), .tail = commands_};
    auto left = written_;
    for (auto* const part : {&all.head, &all.body, &all.tail}) {
        auto const gone = std::min(left, part->size());
        part->remove_prefix(gone);
        left -= gone;
    }
    return all;
}

bool ClientMachine::takes_messages() const
{
    return phase_ == Phase::ready && !leaving_ && waiting_.empty() &&
           begun_ < settings_.most_messages &&
           (!in_chunks() || in_flight_.size() < settings_.window);
}

bool ClientMachine::says_goodbye() const
{
    return !expected_.empty() && expected_.front() == Step::quit;
}

void ClientMachine::offer(Outgoing message)
{
    if (phase_ == Phase::over)
        returned_.push_back(std::move(message));
    else
        waiting_.push_back(std::move(message));
    go_on();
}

void ClientMachine::leave()
{
    leaving_ = true;
    go_on();
}

void ClientMachine::wrote(std::size_t bytes)
{
    written_ += std::min(bytes, output().size());
    if (output().size() > 0)
        return;
    commands_.clear();
    body_in_output_ = false;
    written_ = 0;
    end_of_body_ = 0;
    go_on();
}

void ClientMachine::received(std::string_view bytes)
{
    replies_.add(bytes);
    while (phase_ != Phase::over) {
        auto const reply = replies_.next();
        if (reply.has_error())
            return end({.text = "the relay did not answer in SMTP"});
        if (!*reply)
            return;
        take(**reply);
    }
}

void ClientMachine::closed(std::string_view why)
{
    if (phase_ == Phase::over)
        return;
    if (says_goodbye())
        phase_ = Phase::over;
    else
        end({.text = std::string{why}});
}

void ClientMachine::take(Reply const& reply)
{
    if (reply.code == service_closing)
        return take_closing(reply);
    if (expected_.empty() || output().size() > 0)
        return end({reply.code, "the relay answered something that was not asked"});

    auto const step = expected_.front();
    expected_.pop_front();
    switch (step) {
    case Step::greeting:
    case Step::ehlo:
    case Step::helo:
    case Step::starttls:
    case Step::auth:
    case Step::auth_token:
    case Step::auth_user:
    case Step::auth_password:
    case Step::reset: take_session_reply(step, reply); break;
    case Step::mail:
    case Step::rcpt:
    case Step::data:
        in_chunks() ? take_chunk_reply(step, reply) : take_envelope_reply(step, reply);
        break;
    case Step::chunk: take_chunk_reply(step, reply); break;
    case Step::end_of_data: take_end_of_data(reply); break;
    case Step::quit: phase_ = Phase::over; break;
    }
    go_on();
}

void ClientMachine::take_closing(Reply const& reply)
{
    Trouble trouble{.code = reply.code, .text = reply.printable()};
    auto const step = expected_.empty() ? Step::quit : expected_.front();
    // In the place of the last answer it says that the message was not taken.
    if (step == Step::end_of_data)
        settle(*sending_, reply);
    if (step == Step::chunk)
        settle(in_flight_.front(), reply);
    if (step == Step::rcpt || step == Step::data)
        trouble.about = (in_chunks() ? in_flight_.front() : *opening_).message.token;
    end(std::move(trouble));
}

void ClientMachine::take_envelope_reply(Step step, Reply const& reply)
{
    if (step != Step::data) {
        if (!reply.is_positive())
            settle(*opening_, reply);
        if (opening_->settled && !offered_.pipelining) {
            opening_.reset();
            needs_reset_ = true;
        }
        return;
    }
    if (reply.code == start_input) {
        sending_ = std::exchange(opening_, std::nullopt);
        body_due_ = true;
        return;
    }
    if (reply.is_positive())
        return end({reply.code, "the relay answered DATA with success"});
    settle(*opening_, reply);
    opening_.reset();
    needs_reset_ = true;
}

void ClientMachine::take_end_of_data(Reply const& reply)
{
    if (reply.code >= 300 && reply.code < 400)
        return end({reply.code, "the relay asked for more after the end of data"});
    settle(*sending_, reply);
    sending_.reset();
}

void ClientMachine::take_chunk_reply(Step step, Reply const& reply)
{
    auto& slot = in_flight_.front();
    if (step == Step::chunk || !reply.is_positive())
        settle(slot, reply);
    if (step != Step::chunk)
        return;
    needs_reset_ = !reply.is_positive();
    in_flight_.pop_front();
}

void ClientMachine::go_on()
{
    if (phase_ != Phase::ready || output().size() > 0)
        return;
    if (in_chunks())
        return go_on_in_chunks();
    if (!expected_.empty())
        return;
    if (body_due_) {
        finish_body();
        if (!offered_.pipelining)
            return;
    }
    if (opening_ || begin_envelope())
        return say_envelope();
    if (expected_.empty() && (leaving_ || begun_ >= settings_.most_messages))
        say(Step::quit, "QUIT");
}

// RSET before all but the first: where the one before is refused, its envelope may still stand,
// and the relay would refuse the next one for that.
void ClientMachine::go_on_in_chunks()
{
    if (in_flight_.size() < settings_.window && begin_envelope()) {
        auto& slot = in_flight_.emplace_back(*std::exchange(opening_, std::nullopt));
        if (is_stuffed(slot.message.data))
            slot.unstuffed = without_stuffing(slot.message.data);
        if (in_flight_.size() > 1 || slot.next == Step::reset)
            say(Step::reset, "RSET");
        say(Step::mail, mail_command(slot));
        say(Step::rcpt, fmt::format("RCPT TO:<{}>", slot.message.to));
        say(Step::chunk, fmt::format("BDAT {} LAST", slot.chunk().size()));
        body_in_output_ = true;
    } else if (expected_.empty() && (leaving_ || begun_ >= settings_.most_messages)) {
        say(Step::quit, "QUIT");
    }
}

// Every recipient was refused, but the relay said 354: a lone dot ends what it waits for, and
// whatever it answers, the message has its outcome already (RFC 2920 section 3.1).
void ClientMachine::finish_body()
{
    body_due_ = false;
    body_in_output_ = !sending_->settled;
    say(Step::end_of_data, ".");
    end_of_body_ = output().size();
}

// Takes the next message that the relay can take at all; is there one?
bool ClientMachine::begin_envelope()
{
    while (!waiting_.empty() && begun_ < settings_.most_messages) {
        Slot next{.message = std::move(waiting_.front())};
        waiting_.pop_front();
        next.is_ascii = is_ascii(next.message.data);
        if (auto const refused = refuse_unsent(next)) {
            settle(next, *refused);
            continue;
        }
        if (std::exchange(needs_reset_, false))
            next.next = Step::reset;
        opening_ = std::move(next);
        ++begun_;
        return true;
    }
    return false;
}

void ClientMachine::say_envelope()
{
    do {
        auto const step = opening_->next;
        if (step == Step::reset) {
            say(step, "RSET");
            opening_->next = Step::mail;
        } else if (step == Step::mail) {
            say(step, mail_command(*opening_));
            opening_->next = Step::rcpt;
        } else if (step == Step::rcpt) {
            say(step, fmt::format("RCPT TO:<{}>", opening_->message.to));
            opening_->next = Step::data;
        } else {
            say(step, "DATA");
        }
    } while (offered_.pipelining && expected_.back() != Step::data);
}

void ClientMachine::say(Step step, std::string_view command)
{
    commands_ += command;
    commands_ += "\r\n";
    expected_.push_back(step);
}

// Is there an address that needs a relay with SMTPUTF8 (RFC 6531), in the envelope or in a header?
bool ClientMachine::needs_utf8(Slot const& slot)
{
    auto const& message = slot.message;
    if (!is_ascii(message.from) || !is_ascii(message.to))
        return true;
    std::string_view const data = message.data;
    return !slot.is_ascii && !is_ascii(data.substr(0, data.find("\r\n\r\n")));
}

std::string ClientMachine::mail_command(Slot const& slot) const
{
    auto const& message = slot.message;
    auto command = fmt::format("MAIL FROM:<{}>", message.from);
    if (offered_.size)
        fmt::format_to(std::back_inserter(command), " SIZE={}", message.data.size());
    // To a relay that knows only 7 bits we send what we have: refusing would help nobody.
    if (offered_.eight_bit && !slot.is_ascii)
        command += " BODY=8BITMIME";
    if (offered_.utf8 && needs_utf8(slot))
        command += " SMTPUTF8";
    return command;
}

// What the relay would have to refuse, or what would break the conversation.
std::optional<Reply> ClientMachine::refuse_unsent(Slot const& slot) const
{
    auto const& message = slot.message;
    if (!is_safe_path(message.from) || !is_safe_path(message.to) || message.to.empty())
        return Reply{501, "5.1.3 not an address"};
    if (!offered_.utf8 && needs_utf8(slot))
        return Reply{553, "5.6.7 the relay takes no address outside ASCII"};
    if (offered_.largest > 0 && message.data.size() > offered_.largest)
        return Reply{552, "5.3.4 longer than the relay takes"};
    if (!is_compiled(message.data))
        return Reply{554, "5.6.0 the message has a bare CR or LF, or an unstuffed dot"};
    return std::nullopt;
}

void ClientMachine::settle(Slot& slot, Reply const& reply)
{
    if (std::exchange(slot.settled, true))
        return;
    // 530 is about us and not about the message: with a password it will pass.
    auto const later = reply.code < 500 || reply.code == authentication_required;
    outcomes_.push_back(
        {.token = slot.message.token,
         .kind = reply.is_positive() ? Outcome::Kind::accepted
                 : later             ? Outcome::Kind::deferred
                                     : Outcome::Kind::failed,
         .code = reply.code,
         .enhanced = std::string{reply.enhanced()},
         .text = reply.printable()});
}

void ClientMachine::end(Trouble trouble)
{
    trouble.in_session = phase_ == Phase::ready;
    phase_ = Phase::over;
    // Where the relay itself closed, it has read nothing of what was to come.
    auto const relay_closed = trouble.code == service_closing;
    for (std::size_t i = 0; i < in_flight_.size(); ++i) {
        auto& [message, ascii, next, settled, unstuffed] = in_flight_[i];
        auto const wholly_sent = i + 1 < in_flight_.size() || !body_in_output_;
        if (settled)
            continue;
        if (wholly_sent && !relay_closed)
            outcomes_.push_back(
                {.token = message.token, .code = trouble.code, .text = trouble.text});
        else
            returned_.push_back(std::move(message));
    }
    if (sending_ && !sending_->settled) {
        auto const wholly_sent = !body_due_ && (!body_in_output_ || written_ >= end_of_body_);
        if (wholly_sent)
            outcomes_.push_back(
                {.token = sending_->message.token, .code = trouble.code, .text = trouble.text});
        else
            returned_.push_back(std::move(sending_->message));
    }
    if (opening_ && !opening_->settled)
        returned_.push_back(std::move(opening_->message));
    std::ranges::move(waiting_, std::back_inserter(returned_));
    in_flight_.clear();
    sending_.reset();
    opening_.reset();
    waiting_.clear();
    body_in_output_ = false;
    commands_.clear();
    written_ = 0;
    trouble_ = std::move(trouble);
}

}  // namespace tellfirst::smtp
