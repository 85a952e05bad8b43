#pragma once
#include "kernel/problem.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::smtp {

// One reply of a server (RFC 5321 4.2), all its lines.
struct Reply {
    int code = 0;      // 200 to 599
    std::string text;  // its lines without their codes, joined by LF

    [[nodiscard]] bool is_positive() const { return code >= 200 && code < 300; }

    // The enhanced status that the text begins with (RFC 2034), or "".
    [[nodiscard]] std::string_view enhanced() const;

    // For logs and proofs: one line, printable, well-formed UTF-8, at most 200 bytes.
    [[nodiscard]] std::string printable() const;

    bool operator==(Reply const&) const = default;
};

// Cuts the bytes of a connection into replies. A peer that is no mail server, or a hostile one,
// is noticed early: each limit below is far above what any real server sends.
class ReplyReader {
  public:
    static constexpr std::size_t longest_line = 1000;  // RFC 5321 asks for 512
    static constexpr std::size_t most_lines = 100;     // an EHLO has about 15

    void add(std::string_view bytes) { bytes_ += bytes; }

    // The next whole reply, or nothing if more bytes must come first. Errors smtp.bad_reply,
    // smtp.reply_too_long; after one of these the connection is of no use.
    [[nodiscard]] Result<std::optional<Reply>> next();

    // Are there no bytes that have not been returned as a reply?
    [[nodiscard]] bool is_empty() const { return at_ == bytes_.size() && lines_ == 0; }

  private:
    std::string bytes_;
    std::size_t at_ = 0;     // what comes before it has been read
    std::size_t lines_ = 0;  // of the reply that is being read
    Reply reply_;
};

// One line of printable text out of anything that a peer may say, at most 200 bytes.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace tellfirst::smtp
