#pragma once
#include "wire/lmtp/data_reader.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tellfirst::lmtp {

// One message as it was handed over. `data` has CRLF line ends and no stuffed dots.
struct Envelope {
    std::string from;                     // empty for the null sender
    std::vector<std::string> recipients;  // as they were written, in order
    std::string data;

    bool operator==(Envelope const&) const = default;
};

enum class Verdict {
    stored,     // 250: ours now; it must survive anything from here on
    try_again,  // 451: we cannot tell, or not now
    full,       // 452: no room
};

using IsOurs = std::function<bool(std::string_view recipient)>;

// The server's side of one LMTP connection (RFC 2033), without the connection: bytes in, bytes
// and messages out. It waits after each message until `answer` says what became of it, so a 250
// never comes before the caller has it safe.
//
// Only CRLF ends a line and only CRLF.CRLF ends a message. A bare CR or LF is refused and never
// repaired: another server in front may have read it differently, and what lies between the two
// readings is smuggled mail.
class ServerMachine {
  public:
    static constexpr std::size_t largest_message = 52'428'800;  // 50 MiB, told as SIZE
    static constexpr std::size_t most_recipients = 100;         // RFC 5321 4.5.3.1.8
    static constexpr std::size_t longest_line = 1000;           // of a command, with its CRLF
    static constexpr int most_errors = 20;                      // then we hang up

    ServerMachine(std::string our_name, IsOurs is_ours);

    // Any bytes, cut anywhere. Not while it waits for an answer: what comes then is only kept.
    void received(std::string_view bytes);

    [[nodiscard]] std::string take_output() { return std::exchange(output_, {}); }

    // A whole message, once; then `answer` must be called.
    [[nodiscard]] std::optional<Envelope> take_message();
    [[nodiscard]] bool waits_for_answer() const { return phase_ == Phase::judged; }
    void answer(Verdict verdict);                    // for all recipients
    void answer(std::span<Verdict const> verdicts);  // one for each

    // The message that is being received is read to its end and refused with 452: no memory.
    void give_up_message();
    [[nodiscard]] bool is_in_message() const { return phase_ == Phase::data; }
    [[nodiscard]] std::size_t held() const { return data_.held(); }  // bytes of that message

    // Nothing more is to be read: the peer said QUIT or made too many mistakes.
    [[nodiscard]] bool is_over() const { return phase_ == Phase::over; }

  private:
    enum class Phase { commands, data, judged, over };

    [[nodiscard]] bool read_command();
    [[nodiscard]] bool read_data();
    void take(std::string_view line);
    void greet(std::string_view argument);
    void mail(std::string_view argument);
    void rcpt(std::string_view argument);
    void data(std::string_view argument);
    void finish_message();
    void reset();
    void reply(std::string_view text);
    void mistake(std::string_view text);

    std::string our_name_;
    IsOurs is_ours_;
    Phase phase_ = Phase::commands;
    std::string input_;
    std::size_t at_ = 0;       // what comes before it in input_ has been read
    bool skips_line_ = false;  // the present line is too long: nothing but its end counts
    bool greeted_ = false;
    int errors_ = 0;

    bool has_sender_ = false;
    bool utf8_ = false;  // MAIL said SMTPUTF8
    Envelope envelope_;
    DataReader data_{largest_message};
    std::optional<Envelope> message_;
    std::size_t answers_due_ = 0;
    std::string output_;
};

}  // namespace tellfirst::lmtp
