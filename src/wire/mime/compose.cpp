#include "wire/mime/compose.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

// In quoted-printable the encoding of a text depends on the column where it starts, and a slot's
// value moves all that follows it on the line. So each stretch of fixed text is encoded as if it
// began a line, and remembers how long its first line is; `fill` puts a soft break in front of it
// only where that first line no longer fits behind the value.
namespace tellfirst::mime {
namespace {

constexpr std::size_t widest_plain_line = 76;  // longer ones are left to quoted-printable

// Fixed text, then (but for the last) a slot.
struct Stretch {
    std::string text;
    std::string slot;
};

bool is_slot_name(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// Nothing where a slot is not closed or has no proper name. The last stretch has no slot.
std::optional<std::vector<Stretch>> cut(std::string_view text)
{
    std::vector<Stretch> stretches(1);
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{")) {
        stretches.back().text += text.substr(0, at);
        text.remove_prefix(at);
        if (text.starts_with("{{{{")) {
            stretches.back().text += "{{";
            text.remove_prefix(4);
        } else if (text.starts_with("{{{")) {
            stretches.back().text += "{";
            text.remove_prefix(1);
        } else {
            auto const end = text.find("}}");
            if (end == std::string_view::npos || !is_slot_name(text.substr(2, end - 2)))
                return std::nullopt;
            stretches.back().slot = text.substr(2, end - 2);
            stretches.emplace_back();
            text.remove_prefix(end + 2);
        }
    }
    stretches.back().text += text;
    return stretches;
}

bool needs_encoding(std::vector<Stretch> const& stretches)
{
    if (stretches.size() > 1)
        return true;  // nobody knows what a value will hold
    for (auto const line : split(stretches.front().text, '\n')) {
        if (line.size() > widest_plain_line)
            return true;
        for (std::size_t i = 0; i < line.size(); ++i) {
            auto const byte = static_cast<unsigned char>(line[i]);
            bool const line_end = line[i] == '\r' && i + 1 == line.size();
            if ((byte < 0x20 && byte != '\t' && !line_end) || byte >= 0x7f)
                return true;
        }
        if (line.ends_with(' ') || line.ends_with('\t'))
            return true;
    }
    return false;
}

std::string with_crlf(std::string_view text)
{
    std::string lines;
    for (char const c : text) {
        if (c == '\n')
            lines += '\r';
        if (c != '\r')
            lines += c;
    }
    return lines;
}

Problem bad_slot(std::string field)
{
    return invalid(
        "mime.bad_slot", std::move(field),
        "A slot is {{name}} with letters a-z, digits and _; write {{{{ for two braces.");
}

std::optional<Problem> wrong_with(Draft::Header const& header)
{
    bool const named = !header.name.empty() && std::ranges::all_of(header.name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
    if (!named)
        return invalid("mime.bad_header_name", header.name, "Use letters, digits and hyphens.");
    auto const name = ascii_lower(header.name);
    if (name == "mime-version" || name.starts_with("content-"))
        return invalid("mime.reserved_header", header.name, "This header is set by the composer.");
    if (header.text.find_first_of(std::string_view{"\r\n\0", 3}) != std::string::npos)
        return invalid("mime.bad_header", header.name, "A header is one line.");
    return std::nullopt;
}

}  // namespace

class Compiler {
  public:
    std::optional<Problem> add_header(Draft::Header const& header)
    {
        if (auto problem = wrong_with(header))
            return problem;
        auto const stretches = cut(header.text);
        if (!stretches)
            return bad_slot(header.name);
        if (stretches->size() == 1) {
            append_header(made_.fixed_headers_, header.name, stretches->front().text);
            return std::nullopt;
        }
        Template::Line line{.name = header.name, .parts = {}, .slots = {}};
        for (auto const& stretch : *stretches) {
            line.parts.push_back(stretch.text);
            if (!stretch.slot.empty())
                line.slots.push_back(slot(stretch.slot));
        }
        made_.lines_.push_back(std::move(line));
        return std::nullopt;
    }

    std::optional<Problem> add_body(std::string_view text, std::string_view kind)
    {
        auto stretches = cut(text);
        if (!stretches)
            return bad_slot(std::string{kind == "plain" ? "text" : kind});
        if (auto& last = stretches->back().text; !last.ends_with('\n'))
            last += '\n';
        bool const encode = needs_encoding(*stretches);
        add_bytes(
            "Content-Type: text/" + std::string{kind} + "; charset=utf-8\r\n" +
            "Content-Transfer-Encoding: " + (encode ? "quoted-printable" : "7bit") + "\r\n\r\n");
        if (!encode) {
            add_bytes(with_crlf(stretches->front().text));
            return std::nullopt;
        }
        auto const where = kind == "html" ? Template::Where::html : Template::Where::text;
        for (auto const& stretch : *stretches) {
            Template::Piece piece{.where = where};
            QuotedPrintable{piece.bytes}.add(stretch.text);
            piece.first_line = std::min(piece.bytes.find("\r\n"), piece.bytes.size());
            piece.slot = stretch.slot.empty() ? Template::none : slot(stretch.slot);
            made_.pieces_.push_back(std::move(piece));
        }
        return std::nullopt;
    }

    void add_bytes(std::string bytes) { made_.pieces_.push_back({.bytes = std::move(bytes)}); }

    Template finish()
    {
        made_.bytes_ = made_.fixed_headers_.size();
        for (auto const& line : made_.lines_)
            made_.bytes_ += line.name.size() + 80;
        for (auto const& piece : made_.pieces_)
            made_.bytes_ += piece.bytes.size() + 16;
        return std::move(made_);
    }

  private:
    int slot(std::string const& name)
    {
        auto const found = std::ranges::find(made_.slots_, name);
        auto const index = found - made_.slots_.begin();
        if (found == made_.slots_.end())
            made_.slots_.push_back(name);
        return static_cast<int>(index);
    }

    Template made_;
};

std::string literal(std::string_view text)
{
    std::string escaped;
    for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{")) {
        escaped.append(text.substr(0, at)).append("{{{{");
        text.remove_prefix(at + 2);
    }
    return escaped.append(text);
}

Result<Template> compile(Draft const& draft)
{
    Compiler compiler;
    for (auto const& header : draft.headers)
        if (auto problem = compiler.add_header(header))
            return *std::move(problem);
    compiler.add_bytes("MIME-Version: 1.0\r\n");
    if (draft.html.empty()) {
        if (auto problem = compiler.add_body(draft.text, "plain"))
            return *std::move(problem);
        return compiler.finish();
    }

    // Quoted-printable never holds "=_", and a part without slots was there when it was hashed.
    auto const boundary = "=_" + to_hex(sha256(draft.text + draft.html)).substr(0, 24);
    compiler.add_bytes(
        "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary +
        "\r\n");
    if (auto problem = compiler.add_body(draft.text, "plain"))
        return *std::move(problem);
    compiler.add_bytes("\r\n--" + boundary + "\r\n");
    if (auto problem = compiler.add_body(draft.html, "html"))
        return *std::move(problem);
    compiler.add_bytes("\r\n--" + boundary + "--\r\n");
    return compiler.finish();
}

std::string Template::fill(std::span<std::string const> values) const
{
    if (values.size() != slots_.size())
        throw std::invalid_argument{"a template needs one value for each of its slots"};
    auto const value = [&](int slot) -> std::string const& {
        return values[static_cast<std::size_t>(slot)];
    };

    std::string message;
    auto room = bytes_;
    for (auto const& each : values)
        room += 2 * each.size();
    message.reserve(room);

    message += fixed_headers_;
    std::string text;
    for (auto const& line : lines_) {
        text = line.parts.front();
        for (std::size_t i = 0; i < line.slots.size(); ++i)
            text.append(value(line.slots[i])).append(line.parts[i + 1]);
        append_header(message, line.name, text);
    }

    QuotedPrintable encoder{message};
    for (auto const& piece : pieces_) {
        if (piece.where == Where::as_is) {
            message += piece.bytes;
            continue;
        }
        encoder.add_encoded(piece.bytes, piece.first_line);
        if (piece.slot != none)
            encoder.add(
                piece.where == Where::html ? escape_html(value(piece.slot)) : value(piece.slot));
    }
    return message;
}

}  // namespace tellfirst::mime
