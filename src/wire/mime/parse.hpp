#pragma once
// Reading mail. Whatever comes in, `parse` gives a Mail: it never fails and never throws, and all
// text in it is well-formed UTF-8 without NUL, with LF line ends. What could not be read is said
// in `unread`; the raw message is kept by whoever took it in.
//
// The structure is taken apart by ourselves, because the limits must hold while reading and an
// attached message must keep its exact bytes; GMime undoes transfer encodings and reads dates,
// ICU knows the charsets. No state is shared: any number of threads may parse at once.
#include "wire/mime/header.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::mime {

inline constexpr std::size_t largest_mail = 50 * 1024 * 1024;
inline constexpr std::size_t most_parts = 1'000;
inline constexpr int deepest_part = 32;
inline constexpr std::size_t largest_headers = 256 * 1024;  // of one part

// Why some of a mail was not read.
enum class Unread {
    too_large,
    too_many_parts,
    too_deep,
    headers_too_large,
    too_many_continuations
};

BOOST_DESCRIBE_ENUM(
    Unread, too_large, too_many_parts, too_deep, headers_too_large, too_many_continuations)

struct Header {
    std::string name;   // in lower case
    std::string value;  // decoded, in one line
};

// Everything that is not text to be read in place: files, pictures (also inline ones), attached
// messages (type message/rfc822, named after their subject), uuencoded blocks, winmail.dat.
struct Attachment {
    std::string name;
    std::int64_t size = 0;   // in bytes, decoded
    std::string type;        // "image/png", in lower case
    std::string content;     // the decoded bytes; not in JSON
    std::string content_id;  // without angle brackets; not in JSON
};

BOOST_DESCRIBE_STRUCT(Attachment, (), (name, size, type))

// Its JSON form (to_json) is what `tellfirst inspect mail` prints.
struct Mail {
    std::vector<Address> from;
    std::vector<Address> to;
    std::vector<Address> cc;
    std::string subject;
    std::string body_text;  // the inline text/plain parts in order
    std::string body_html;  // the inline text/html parts in order, as they came: not safe to show
    std::vector<Attachment> attachments;
    std::string message_id;  // these three without angle brackets
    std::vector<std::string> in_reply_to;
    std::vector<std::string> references;

    // Not in JSON:
    std::vector<Address> reply_to;
    std::vector<Address> sender;
    std::optional<Instant> date;
    std::string type;             // of the message: "multipart/report"
    std::vector<Header> headers;  // of the message, in order
    std::vector<Unread> unread;

    // The first header of that (lower-case) name, or "".
    [[nodiscard]] std::string_view header(std::string_view name) const;
    // All of them, in order.
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
};

BOOST_DESCRIBE_STRUCT(
    Mail, (),
    (from, to, cc, subject, body_text, body_html, attachments, message_id, in_reply_to, references))

[[nodiscard]] Mail parse(std::string_view raw);

// The text to show of a mail: its plain text, or its HTML turned into text.
[[nodiscard]] std::string readable_text(Mail const& mail);

}  // namespace tellfirst::mime
