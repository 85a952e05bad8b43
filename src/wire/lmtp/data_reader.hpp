#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace tellfirst::lmtp {

// Reads what follows DATA up to CRLF.CRLF, cut anywhere, and takes the stuffed dots out
// (RFC 5321 4.5.2).
class DataReader {
  public:
    enum class Refusal { none, bare_line_end, too_large, no_memory };

    explicit DataReader(std::size_t largest) : largest_{largest} {}

    // Returns how many of the bytes belong to the message; fewer than all only when it is done.
    [[nodiscard]] std::size_t add(std::string_view bytes);
    [[nodiscard]] bool is_done() const { return at_ == At::end; }

    // A refused message keeps nothing, but is read to its end all the same: only there can the
    // peer hear of it.
    void refuse(Refusal why);
    [[nodiscard]] Refusal refusal() const { return refusal_; }

    [[nodiscard]] std::size_t held() const { return text_.size(); }
    [[nodiscard]] std::string take();  // the text; then it is ready for the next message

  private:
    enum class At { line_start, dot, dot_cr, line, cr, end };

    void step(char c);
    [[nodiscard]] std::size_t add_plain(std::string_view bytes);
    void keep(std::string_view bytes);

    std::size_t const largest_;
    At at_ = At::line_start;
    Refusal refusal_ = Refusal::none;
    std::string text_;
};

}  // namespace tellfirst::lmtp
