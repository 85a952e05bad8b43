#pragma once
// What comes back when a mail of ours did not arrive, or was not wanted: delivery status reports
// (RFC 3464), complaints of a feedback loop (ARF, RFC 5965), bounces in words only, and what is
// none of these although a machine sent it. Pure; reads what parse() took apart, never fails.
//
// It says what the mail claims. Whose delivery it is about is for the reader to prove: anybody can
// send such a mail.
#include "wire/mime/parse.hpp"

#include <boost/describe/enum.hpp>

namespace tellfirst::mime {

// We write to one recipient at a time; a report about more than these is not about a mail of ours.
inline constexpr std::size_t most_returned_recipients = 100;
// Fields of a report. Real ones take a few hundred bytes for each recipient.
inline constexpr std::size_t largest_report = 64 * 1024;
// Of the words of a server that are kept: several lines of a reply (RFC 5321 4.5.3.1.5).
inline constexpr std::size_t longest_words = 500;

enum class ReturnKind {
    report,     // RFC 3464
    complaint,  // RFC 5965: a reader has called it unwanted
    words,      // a mail server's bounce that no program can read
    automatic,  // an absence note, a read receipt: it has arrived
    other       // perhaps a person
};
BOOST_DESCRIBE_ENUM(ReturnKind, report, complaint, words, automatic, other)

// RFC 3464 section 2.3.3.
enum class Action { failed, delayed, delivered, relayed, expanded };
BOOST_DESCRIBE_ENUM(Action, failed, delayed, delivered, relayed, expanded)

// An enhanced status code (RFC 3463): 5.1.1. All zero where there is none.
struct Status {
    int kind = 0;  // 2 success, 4 for now, 5 for good
    int subject = 0;
    int detail = 0;

    [[nodiscard]] std::string text() const;  // "" where there is none
    bool operator==(Status const&) const = default;
};

// "5.1.1", with anything behind it. Nothing where the text does not begin with one.
[[nodiscard]] std::optional<Status> parse_status(std::string_view text);

struct ReturnedRecipient {
    std::string final_recipient;     // without the type in front: where it went in the end
    std::string original_recipient;  // to whom we wrote, where the report says so
    Action action = Action::failed;
    Status status;      // the most telling one: of the field, or of the server's words
    int code = 0;       // of the server's reply: 550
    std::string words;  // what the server said, in one line
};

struct Returned {
    ReturnKind kind = ReturnKind::other;
    std::vector<ReturnedRecipient> recipients;  // of a report; at least one
    std::string words;                          // of a bounce in words
    // Of the mail that came back, where it did: its Message-ID without brackets, and the envelope
    // sender that it had.
    std::string message_id;
    std::string sender;
};

// A text as a line of a list shows it: words with one space between them, at most so many bytes.
[[nodiscard]] std::string in_one_line(std::string_view text, std::size_t longest);

// `envelope_from` is the return path of what came in.
[[nodiscard]] Returned read_returned(Mail const& mail, std::string_view envelope_from);

}  // namespace tellfirst::mime
