#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst {

// One mail address that we may send to: local part and domain, at most 254 octets (RFC 5321
// 4.5.3.1.3), no quoting, no white space or control character, so that it can never break out of
// an SMTP command or a header. Compared without regard to ASCII case.
class Email {
  public:
    Email() = default;

    [[nodiscard]] static std::optional<Email> parse(std::string_view text);
    [[nodiscard]] static std::string expectation() { return "not an address"; }

    [[nodiscard]] std::string const& text() const { return text_; }
    [[nodiscard]] std::string_view domain() const;

    // What it is looked up by: ASCII letters in lower case.
    [[nodiscard]] std::string key() const;

    bool operator==(Email const& other) const { return key() == other.key(); }

  private:
    std::string text_;
};

}  // namespace tellfirst
