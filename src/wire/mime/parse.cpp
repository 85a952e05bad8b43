#include "wire/mime/parse.hpp"

#include "kernel/text.hpp"
#include "wire/mime/charset.hpp"
#include "wire/mime/entity.hpp"
#include "wire/mime/html_text.hpp"
#include "wire/mime/transfer.hpp"

#include <algorithm>

namespace tellfirst::mime {
namespace {

std::string with_lf(std::string_view text)
{
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!pair)
            lines += text[i] == '\r' ? '\n' : text[i];
    }
    return lines;
}

void append_part(std::string& body, std::string_view text)
{
    if (!body.empty() && !body.ends_with('\n') && !text.empty())
        body += '\n';
    body += text;
}

// What an HTML part says of its charset itself: <meta charset=...>.
std::string charset_in_html(std::string_view bytes)
{
    constexpr std::size_t where_it_must_stand = 1024;  // WHATWG HTML, section 4.2.5.4
    auto const head = ascii_lower(bytes.substr(0, where_it_must_stand));
    auto const meta = head.find("<meta");
    auto const at = meta == std::string::npos ? meta : head.find("charset=", meta);
    if (at == std::string::npos)
        return {};
    auto const value = std::string_view{head}.substr(at + 8);
    auto const start = std::min(value.find_first_not_of("\"' "), value.size());
    return std::string{value.substr(start, value.substr(start).find_first_of("\"' />;"))};
}

std::string file_name_of(std::string subject)
{
    std::ranges::replace_if(subject, [](char c) { return c == '/' || c == '\\'; }, '_');
    return (subject.empty() ? "message" : subject) + ".eml";
}

// What the headers of one part say about it.
struct About {
    Parameters type;
    Parameters disposition;
    std::string encoding;

    [[nodiscard]] std::string name() const
    {
        auto const name = disposition.get("filename");
        return name.empty() ? type.get("name") : name;
    }
};

About about(Entity const& entity, std::string_view usual_type)
{
    About about{
        .type = parse_parameters(entity.get("content-type")),
        .disposition = parse_parameters(entity.get("content-disposition")),
        .encoding = ascii_lower(decode_header(entity.get("content-transfer-encoding")))};
    auto& type = about.type.value;
    if (type.empty())
        type = usual_type;
    else if (!type.contains('/') || type.starts_with('/') || type.ends_with('/'))
        type = "text/plain";  // RFC 2045 section 5.2
    return about;
}

class Reader {
  public:
    explicit Reader(Mail& mail) : mail_{mail} {}

    void read_message(std::string_view raw)
    {
        if (raw.size() > largest_mail) {
            unread(Unread::too_large);
            raw = raw.substr(0, largest_mail);
        }
        while (raw.starts_with('\n') || raw.starts_with("\r\n"))
            raw.remove_prefix(raw.front() == '\r' ? 2 : 1);
        auto const entity = read_entity(raw, largest_headers);
        read_headers(entity);
        mail_.type = about(entity, "text/plain").type.value;
        read_part(entity, "text/plain", 0);
    }

  private:
    void unread(Unread why)
    {
        if (std::ranges::find(mail_.unread, why) == mail_.unread.end())
            mail_.unread.push_back(why);
    }

    void read_headers(Entity const& entity)
    {
        auto const addresses = [](std::vector<Address>& list, std::string_view raw) {
            for (auto& address : parse_addresses(raw))
                list.push_back(std::move(address));
        };
        for (auto const& [name, value] : entity.headers) {
            mail_.headers.push_back({.name = name, .value = decode_header(value)});
            if (name == "from")
                addresses(mail_.from, value);
            else if (name == "to")
                addresses(mail_.to, value);
            else if (name == "cc")
                addresses(mail_.cc, value);
            else if (name == "reply-to")
                addresses(mail_.reply_to, value);
            else if (name == "sender")
                addresses(mail_.sender, value);
        }
        mail_.subject = mail_.header("subject");
        mail_.in_reply_to = parse_ids(entity.get("in-reply-to"));
        mail_.references = parse_ids(entity.get("references"));
        mail_.date = parse_date(entity.get("date"));
        if (auto const ids = parse_ids(entity.get("message-id")); !ids.empty())
            mail_.message_id = ids.front();
        else
            mail_.message_id = mail_.header("message-id");
    }

    void read_part(Entity const& entity, std::string_view usual_type, int depth)
    {
        if (++parts_ > most_parts)
            return unread(Unread::too_many_parts);
        if (entity.headers_too_large)
            unread(Unread::headers_too_large);
        auto const part = about(entity, usual_type);
        if (part.type.too_many || part.disposition.too_many)
            unread(Unread::too_many_continuations);
        if (!part.type.value.starts_with("multipart/"))
            return read_leaf(entity, part);
        if (depth >= deepest_part) {
            unread(Unread::too_deep);
            return add_attachment(entity, part, std::string{entity.body});
        }
        read_multipart(entity, part, depth);
    }

    void read_multipart(Entity const& entity, About const& part, int depth)
    {
        // A multipart must not be encoded as a whole, but some are.
        std::string decoded;
        auto body = entity.body;
        if (part.encoding == "base64" || part.encoding == "quoted-printable") {
            decoded = undo_transfer_encoding(body, part.encoding);
            body = decoded;
        }
        auto const boundary = part.type.get("boundary");
        std::vector<std::string_view> parts;
        if (!boundary.empty())
            parts = split_parts(body, boundary, most_parts);
        if (parts.empty())
            if (auto const guess = guess_boundary(body); !guess.empty())
                parts = split_parts(body, guess, most_parts);
        if (parts.empty()) {  // no multipart at all: then it is text
            append_part(mail_.body_text, with_lf(to_utf8(body, part.type.get("charset"))));
            return;
        }
        std::string_view const usual =
            part.type.value == "multipart/digest" ? "message/rfc822" : "text/plain";
        for (auto const raw : parts) {
            read_part(read_entity(raw, largest_headers), usual, depth + 1);
            if (parts_ > most_parts)
                return;
        }
    }

    void read_leaf(Entity const& entity, About const& part)
    {
        auto content = undo_transfer_encoding(entity.body, part.encoding);
        auto const& type = part.type.value;
        bool const readable = type == "text/plain" || type == "text/html";
        bool const named = !part.name().empty() && part.disposition.value != "inline";
        bool const later = !mail_.body_text.empty() || !mail_.body_html.empty();
        if (!readable || part.disposition.value == "attachment" || (named && later))
            return add_attachment(entity, part, std::move(content));

        auto charset = part.type.get("charset");
        if (type == "text/html") {
            if (charset.empty() && !is_utf8(content))
                charset = charset_in_html(content);
            return append_part(mail_.body_html, with_lf(to_utf8(content, charset)));
        }
        auto found = take_uuencoded(content);
        append_part(mail_.body_text, with_lf(to_utf8(found.text, charset)));
        for (auto& file : found.files)
            add(
                {.name = decode_header(file.name),
                 .type = "application/octet-stream",
                 .content = std::move(file.content)});
    }

    void add_attachment(Entity const& entity, About const& part, std::string content)
    {
        auto name = part.name();
        auto const& type = part.type.value;
        if (name.empty() && (type == "message/rfc822" || type == "message/global")) {
            auto const inner = read_entity(content, largest_headers);
            name = file_name_of(decode_header(inner.get("subject")));
        }
        auto ids = parse_ids(entity.get("content-id"));
        add(
            {.name = std::move(name),
             .type = type,
             .content = std::move(content),
             .content_id = ids.empty() ? std::string{} : std::move(ids.front())});
    }

    void add(Attachment attachment)
    {
        attachment.size = static_cast<std::int64_t>(attachment.content.size());
        if (mail_.attachments.size() >= most_parts)
            return unread(Unread::too_many_parts);
        mail_.attachments.push_back(std::move(attachment));
    }

    Mail& mail_;
    std::size_t parts_ = 0;
};

}  // namespace

std::string_view Mail::header(std::string_view name) const
{
    auto const found = std::ranges::find(headers, name, &Header::name);
    return found == headers.end() ? std::string_view{} : found->value;
}

std::vector<std::string_view> Mail::all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (auto const& each : headers)
        if (each.name == name)
            values.emplace_back(each.value);
    return values;
}

Mail parse(std::string_view raw)
{
    Mail mail;
    std::string converted;
    if (!raw.contains('\n') && raw.contains('\r')) {  // line ends of a Mac of the last century
        converted = with_lf(raw.substr(0, largest_mail + 1));
        raw = converted;
    }
    Reader{mail}.read_message(raw);
    return mail;
}

std::string readable_text(Mail const& mail)
{
    bool const has_text = mail.body_text.find_first_not_of(" \t\n") != std::string::npos;
    return has_text || mail.body_html.empty() ? mail.body_text : html_to_text(mail.body_html);
}

}  // namespace tellfirst::mime
