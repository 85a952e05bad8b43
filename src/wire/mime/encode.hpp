#pragma once
// How text becomes the bytes of a mail: header lines (RFC 5322, RFC 2047), quoted-printable
// (RFC 2045 section 6.7), dates and dot-stuffing (RFC 5321 section 4.5.2).
#include "kernel/email.hpp"
#include "kernel/instant.hpp"

#include <string>
#include <string_view>

namespace tellfirst::mime {

// `Anna Müller`, anna@example.test -> `=?utf-8?q?Anna_M=C3=BCller?= <anna@example.test>`.
// Safe inside a list of addresses, ASCII if the address is. An empty name, or one that is the
// address, gives the bare address.
[[nodiscard]] std::string format_address(std::string_view name, Email const& email);

// "Sat, 21 Nov 2026 22:14:27 +0000"
[[nodiscard]] std::string format_date(Instant at);

// Doubles the dot of every line that begins with one; lines end in CRLF.
[[nodiscard]] std::string dot_stuff(std::string_view message);

// One whole header line with its CRLF, folded at 78 columns where there is a space to fold at.
// Text that is not ASCII becomes encoded words; in an address header (From, To ...) only the
// display name does, so it holds one such address, or any number made by format_address.
// Control characters become spaces: a value can never begin a header of its own.
void append_header(std::string& message, std::string_view name, std::string_view text);

// Writes quoted-printable behind what `out` already holds, which ends at `column` of a line.
class QuotedPrintable {
  public:
    // Shorter than the allowed 76: leaves room for the soft break and for a last space that
    // turns out to end its line.
    static constexpr std::size_t widest = 72;

    explicit QuotedPrintable(std::string& out) : out_{out} {}

    // Any kind of line end (CR, LF, CRLF) becomes CRLF.
    void add(std::string_view text);

    // Text that was already encoded from column 0 on. `first` is the length of its first line.
    void add_encoded(std::string_view encoded, std::size_t first);

  private:
    void unit(std::string_view bytes);  // what must not be torn apart
    void plain(std::string_view text);
    void soft_break();
    void line_end();
    void guard_last_space();

    std::string& out_;
    std::size_t column_ = 0;
};

}  // namespace tellfirst::mime
