#include "app/outbox_routes.hpp"

#include "kernel/files.hpp"
#include "kernel/text.hpp"
#include "wire/mime/parse.hpp"
#include "wire/smtp/maildir_reader.hpp"

#include <filesystem>

namespace tellfirst::app {
namespace {

constexpr std::string_view maildir = "maildir:";

// Whoever looks at a mail runs nothing of it and fetches nothing for it: no picture tells its
// sender that somebody looks. Only our own pages may show it in a frame.
constexpr std::string_view mail_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

struct OutboxRow {
    std::string id;
    std::string to;  // the envelope's recipient
    std::string from;
    std::string subject;
    Instant at;
    std::int64_t size = 0;  // in bytes
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (), (id, to, from, subject, at, size))

struct NamedValue {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(NamedValue, (), (name, value))

struct OutboxMail : OutboxRow {
    std::string text;
    bool has_html = false;
    std::vector<NamedValue> headers;
};
BOOST_DESCRIBE_STRUCT(OutboxMail, (OutboxRow), (text, has_html, headers))

Problem elsewhere()
{
    return {
        .kind = Refusal::not_found,
        .code = "outbox.elsewhere",
        .detail = "Our mail goes to a mail server and is not kept here. Start with "
                  "--relay maildir:/PATH to look at it instead of sending it."};
}

std::string one_line(mime::Address const& address)
{
    return address.name.empty() ? address.email
                                : fmt::format("{} <{}>", address.name, address.email);
}

// A mail without a date is as old as its file.
Instant moment_of(smtp::StoredMail const& stored, mime::Mail const& mail)
{
    if (mail.date)
        return *mail.date;
    std::error_code gone;
    auto const written = std::filesystem::last_write_time(stored.path, gone);
    return gone ? Instant{}
                : std::chrono::floor<std::chrono::microseconds>(
                      std::chrono::file_clock::to_sys(written));
}

OutboxRow row_of(smtp::StoredMail const& stored, mime::Mail const& mail, std::size_t size)
{
    auto const to = mail.header("delivered-to");
    return {
        .id = stored.id,
        .to = !to.empty()       ? std::string{to}
              : mail.to.empty() ? ""
                                : mail.to.front().email,
        .from = mail.from.empty() ? "" : one_line(mail.from.front()),
        .subject = mail.subject,
        .at = moment_of(stored, mail),
        .size = static_cast<std::int64_t>(size)};
}

Result<http::Reply> list_mails(http::Request const& request, std::string const& folder)
{
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto const after = request.parameter("after").value_or("");
    if (!after.empty() && !smtp::is_mail_id(after))
        return invalid("input.invalid", "after", "after: must be the id of a mail");
    auto const most = static_cast<std::size_t>(*limit) + 1;
    std::vector<OutboxRow> rows;
    for (auto const& stored : smtp::newest_mails(folder, after, most)) {
        // One that a mail program has just moved away leaves its line to be told of the id alone.
        auto const raw = read_whole_file(stored.path).value_or("");
        rows.push_back(row_of(stored, mime::parse(raw), raw.size()));
    }
    return http::ok(to_json(
        http::page_of(std::move(rows), *limit, [](OutboxRow const& row) { return row.id; })));
}

struct OpenMail {
    smtp::StoredMail stored;
    std::size_t size = 0;
    mime::Mail mail;
};

Result<OpenMail> open_mail(http::Request const& request, std::string const& folder)
{
    auto const stored = smtp::find_mail(folder, request.names.at("id"));
    auto const raw = stored ? read_whole_file(stored->path) : std::nullopt;
    if (!raw)
        return not_found("mail");
    return OpenMail{*stored, raw->size(), mime::parse(*raw)};
}

Result<http::Reply> get_mail(http::Request const& request, std::string const& folder)
{
    auto const open = open_mail(request, folder);
    if (!open)
        return open.error();
    OutboxMail answer{row_of(open->stored, open->mail, open->size), {}, {}, {}};
    answer.text = mime::readable_text(open->mail);
    answer.has_html = !open->mail.body_html.empty();
    for (auto const& [name, value] : open->mail.headers)
        answer.headers.push_back({name, value});
    return http::ok(to_json(answer));
}

Result<http::Reply> get_html(http::Request const& request, std::string const& folder)
{
    auto const open = open_mail(request, folder);
    if (!open)
        return open.error();
    if (open->mail.body_html.empty())
        return not_found("mail");
    auto reply = http::page(200, open->mail.body_html);
    reply.headers.emplace_back("content-security-policy", mail_policy);
    return reply;
}

}  // namespace

void add_outbox_routes(http::Table& table, std::string_view relay)
{
    auto const is_here = relay.starts_with(maildir);
    // An owner's right: mails hold links by which customers sign in.
    auto const add = [&](std::string_view path, auto const& answer) -> http::Route& {
        return table.work(
            "GET", path, Right::manage_team,
            [answer, folder = is_here ? std::string{relay.substr(maildir.size())} : ""](
                http::Request const& request, House&) -> Result<http::Reply> {
                return folder.empty() ? elsewhere() : answer(request, folder);
            });
    };
    add("/api/v1/outbox", list_mails)
        .says("Mails that were kept instead of sent (relay maildir:), newest first")
        .asks({"after", "limit"})
        .gives<http::Page<OutboxRow>>();
    add("/api/v1/outbox/{id}", get_mail)
        .says("One of them, with its text and headers")
        .gives<OutboxMail>();
    add("/api/v1/outbox/{id}/html", get_html)
        .says("Its HTML, as its reader sees it; nothing in it runs or is fetched")
        .gives_text("text/html");
}

}  // namespace tellfirst::app
