#include "wire/lmtp/server_machine.hpp"

#include "kernel/text.hpp"
#include "wire/lmtp/path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace tellfirst::lmtp {
namespace {

constexpr std::string_view bare_line_end = "550 5.6.0 a line must end in CRLF and nothing else";
constexpr std::string_view too_large = "552 5.3.4 the message is larger than 50 MiB";
constexpr std::string_view no_room = "452 4.3.1 no room now";

std::string_view reply_to(Verdict verdict)
{
    switch (verdict) {
    case Verdict::stored: return "250 2.1.5 stored";
    case Verdict::try_again: return "451 4.3.0 not now, try again";
    case Verdict::full: return no_room;
    }
    return "451 4.3.0 not now, try again";
}

std::string_view reply_to(DataReader::Refusal refusal)
{
    switch (refusal) {
    case DataReader::Refusal::bare_line_end: return bare_line_end;
    case DataReader::Refusal::too_large: return too_large;
    case DataReader::Refusal::none:
    case DataReader::Refusal::no_memory: break;
    }
    return no_room;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "FROM:<a@b> SIZE=1" after "FROM:" in any case.
std::optional<Path> path_after(std::string_view keyword, std::string_view argument)
{
    if (!ascii_lower(argument.substr(0, keyword.size())).starts_with(keyword))
        return std::nullopt;
    return parse_path(argument.substr(keyword.size()));
}

struct MailParameters {
    std::size_t size = 0;
    bool utf8 = false;
};

// RFC 1870, 6152, 6531. Nothing where one is unknown or wrong.
std::optional<MailParameters> parse_parameters(std::string_view text)
{
    MailParameters parameters;
    if (text.empty())
        return parameters;
    auto const lower = ascii_lower(text);
    for (std::string_view word : split(lower, ' ')) {
        if (word == "smtputf8") {
            parameters.utf8 = true;
        } else if (word.starts_with("size=")) {
            word.remove_prefix(5);
            auto const* const end = word.data() + word.size();
            auto const [after, error] = std::from_chars(word.data(), end, parameters.size);
            if (word.empty() || after != end || error != std::errc{})
                return std::nullopt;
        } else if (word != "body=7bit" && word != "body=8bitmime") {
            return std::nullopt;
        }
    }
    return parameters;
}

}  // namespace

ServerMachine::ServerMachine(std::string our_name, IsOurs is_ours)
    : our_name_{std::move(our_name)}, is_ours_{std::move(is_ours)}
{
    reply(fmt::format("220 {} LMTP", our_name_));
}

void ServerMachine::received(std::string_view bytes)
{
    input_ += bytes;
    while (phase_ == Phase::commands ? read_command() : phase_ == Phase::data && read_data()) {
    }
    input_.erase(0, phase_ == Phase::over ? input_.size() : at_);
    at_ = 0;
}

// Was there a whole line?
bool ServerMachine::read_command()
{
    auto const rest = std::string_view{input_}.substr(at_);
    auto const end = rest.find("\r\n");
    auto const line = rest.substr(0, end);
    auto const cut_in_end = end == std::string_view::npos && line.ends_with('\r');
    if (line.size() + 2 - (cut_in_end ? 1 : 0) > longest_line)
        skips_line_ = true;
    if (end == std::string_view::npos) {
        if (skips_line_)
            at_ = input_.size() - (cut_in_end ? 1 : 0);
        return false;
    }
    at_ += end + 2;
    if (std::exchange(skips_line_, false))
        mistake("500 5.5.2 line too long");
    else
        take(line);
    return true;
}

// Was it read to its end?
bool ServerMachine::read_data()
{
    at_ += data_.add(std::string_view{input_}.substr(at_));
    if (!data_.is_done())
        return false;
    finish_message();
    return true;
}

void ServerMachine::take(std::string_view line)
{
    if (line.find_first_of("\r\n") != std::string_view::npos) {
        reset();
        return mistake(bare_line_end);
    }
    auto const space = line.find(' ');
    auto const verb = ascii_lower(line.substr(0, space));
    auto const argument =
        space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
    if (verb == "lhlo")
        greet(argument);
    else if (verb == "mail")
        mail(argument);
    else if (verb == "rcpt")
        rcpt(argument);
    else if (verb == "data")
        data(argument);
    else if (verb == "rset") {
        reset();
        reply("250 2.0.0 forgotten");
    } else if (verb == "noop")
        reply("250 2.0.0 here");
    else if (verb == "vrfy")
        reply("252 2.1.5 send and see");
    else if (verb == "quit") {
        reply("221 2.0.0 bye");
        phase_ = Phase::over;
    } else if (verb == "helo" || verb == "ehlo")
        mistake("500 5.5.1 this is LMTP: say LHLO");
    else
        mistake("500 5.5.2 unknown command");
}

void ServerMachine::greet(std::string_view argument)
{
    if (trim(argument).empty())
        return mistake("501 5.5.4 LHLO needs a name");
    reset();
    greeted_ = true;
    reply(fmt::format("250-{}", our_name_));
    reply("250-PIPELINING");
    reply("250-8BITMIME");
    reply("250-SMTPUTF8");
    reply("250-ENHANCEDSTATUSCODES");
    reply(fmt::format("250 SIZE {}", largest_message));
}

void ServerMachine::mail(std::string_view argument)
{
    if (!greeted_ || has_sender_)
        return mistake(greeted_ ? "503 5.5.1 one MAIL at a time" : "503 5.5.1 say LHLO first");
    auto const path = path_after("from:", argument);
    if (!path || ascii_lower(path->address) == "postmaster")
        return mistake("501 5.1.7 not an address");
    auto const parameters = parse_parameters(path->parameters);
    if (!parameters)
        return mistake("555 5.5.4 unknown parameter");
    if (!parameters->utf8 && !is_ascii(path->address))
        return mistake("553 5.6.7 needs SMTPUTF8");
    if (parameters->size > largest_message)
        return reply(too_large);
    has_sender_ = true;
    utf8_ = parameters->utf8;
    envelope_.from = path->address;
    reply("250 2.1.0 sender taken");
}

void ServerMachine::rcpt(std::string_view argument)
{
    if (!has_sender_)
        return mistake("503 5.5.1 say MAIL first");
    auto const path = path_after("to:", argument);
    if (!path || path->address.empty())
        return mistake("501 5.1.3 not an address");
    if (!path->parameters.empty())
        return mistake("555 5.5.4 unknown parameter");
    if (!utf8_ && !is_ascii(path->address))
        return mistake("553 5.6.7 needs SMTPUTF8");
    if (envelope_.recipients.size() >= most_recipients)
        return reply("452 4.5.3 too many recipients");
    if (!is_ours_(path->address))
        return reply("550 5.1.1 nobody of that address here");
    envelope_.recipients.push_back(path->address);
    reply("250 2.1.5 recipient taken");
}

void ServerMachine::data(std::string_view argument)
{
    if (!trim(argument).empty())
        return mistake("501 5.5.4 DATA takes nothing");
    if (envelope_.recipients.empty())
        return mistake("503 5.5.1 no recipient");
    phase_ = Phase::data;
    reply("354 end with CRLF.CRLF");
}

void ServerMachine::finish_message()
{
    auto const refusal = data_.refusal();
    auto text = data_.take();
    if (refusal != DataReader::Refusal::none) {
        for (std::size_t i = 0; i < envelope_.recipients.size(); ++i)
            reply(reply_to(refusal));
        phase_ = Phase::commands;
    } else {
        answers_due_ = envelope_.recipients.size();
        envelope_.data = std::move(text);
        message_ = std::move(envelope_);
        phase_ = Phase::judged;
    }
    reset();
}

std::optional<Envelope> ServerMachine::take_message()
{
    return std::exchange(message_, std::nullopt);
}

void ServerMachine::answer(Verdict verdict)
{
    answer(std::vector<Verdict>(answers_due_, verdict));
}

void ServerMachine::answer(std::span<Verdict const> verdicts)
{
    if (phase_ != Phase::judged)
        return;
    for (std::size_t i = 0; i < answers_due_; ++i)
        reply(reply_to(i < verdicts.size() ? verdicts[i] : Verdict::try_again));
    phase_ = Phase::commands;
    received({});  // what came in the meantime
}

void ServerMachine::give_up_message()
{
    if (phase_ == Phase::data)
        data_.refuse(DataReader::Refusal::no_memory);
}

void ServerMachine::reset()
{
    has_sender_ = false;
    utf8_ = false;
    envelope_ = {};
}

void ServerMachine::reply(std::string_view text)
{
    output_ += text;
    output_ += "\r\n";
}

void ServerMachine::mistake(std::string_view text)
{
    reply(text);
    if (++errors_ <= most_errors)
        return;
    reply("421 4.7.0 too many mistakes");
    phase_ = Phase::over;
}

}  // namespace tellfirst::lmtp
