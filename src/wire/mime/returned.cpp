#include "wire/mime/returned.hpp"

#include "kernel/enums.hpp"
#include "kernel/text.hpp"
#include "wire/mime/automatic.hpp"
#include "wire/mime/entity.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace tellfirst::mime {
namespace {

// A number of at most `digits` digits at the front, taken off.
std::optional<int> take_number(std::string_view& text, std::size_t digits)
{
    int number = 0;
    auto const head = text.substr(0, digits);
    auto const [end, error] = std::from_chars(head.data(), head.data() + head.size(), number);
    if (error != std::errc{} || number < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - head.data()));
    return number;
}

bool take(std::string_view& text, char wanted)
{
    if (!text.starts_with(wanted))
        return false;
    text.remove_prefix(1);
    return true;
}

// "rfc822; <ada@example.test>" -> "ada@example.test"; some write no type.
std::string_view behind_type(std::string_view value)
{
    auto const mark = value.find(';');
    return trim(mark == value.npos ? value : value.substr(mark + 1));
}

std::string address_in(std::string_view value)
{
    auto address = behind_type(value);
    if (address.starts_with('<') && address.ends_with('>'))
        address = trim(address.substr(1, address.size() - 2));
    constexpr std::size_t longest = 320;  // RFC 5321: 64 + @ + 255
    return std::string{cut_utf8(address, longest)};
}

// What a server said: "550 5.1.1 <ada@example.test>: no such user".
void read_words(std::string_view said, ReturnedRecipient& recipient)
{
    recipient.words = in_one_line(said, longest_words);
    auto const code = take_number(said, 3);
    if (!code || *code < 200 || *code > 599 ||
        !(said.empty() || take(said, ' ') || take(said, '-')))
        return;
    recipient.code = *code;
    // A report's own "5.0.0" says no more than that it failed; the server may have said why.
    auto const why = parse_status(said);
    auto const& known = recipient.status;
    if (why && (known.kind == 0 || (known.subject == 0 && known.detail == 0)))
        recipient.status = *why;
}

// One group of fields (RFC 3464 section 2.3), nothing where it is about no recipient.
std::optional<ReturnedRecipient> recipient_in(Entity const& fields)
{
    auto const get = [&](std::string_view name) { return decode_header(fields.get(name)); };
    ReturnedRecipient recipient{
        .final_recipient = address_in(get("final-recipient")),
        .original_recipient = address_in(get("original-recipient"))};
    auto const word = ascii_lower(get("action"));
    auto const action = parse_enum<Action>(word.substr(0, word.find_first_of(" (;")));
    auto const no_address =
        recipient.final_recipient.empty() && recipient.original_recipient.empty();
    auto const status = parse_status(get("status"));
    if (no_address || (!action && !status))
        return std::nullopt;
    recipient.status = status.value_or(Status{});
    // Both are required, and each is left out by somebody.
    if (action)
        recipient.action = *action;
    else
        recipient.action = recipient.status.kind == 5   ? Action::failed
                           : recipient.status.kind == 2 ? Action::delivered
                                                        : Action::delayed;
    read_words(behind_type(get("diagnostic-code")), recipient);
    return recipient;
}

std::vector<ReturnedRecipient> recipients_in(std::string_view report)
{
    std::vector<ReturnedRecipient> recipients;
    report = report.substr(0, largest_report);
    while (!report.empty() && recipients.size() < most_returned_recipients) {
        auto const group = read_entity(report, largest_report);
        if (auto recipient = recipient_in(group))
            recipients.push_back(*std::move(recipient));
        // Blank lines part the groups; a line that is no field is stepped over.
        auto rest = group.body;
        if (rest.size() == report.size())
            rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
        report = rest;
    }
    return recipients;
}

Attachment const* part_of(Mail const& mail, std::initializer_list<std::string_view> types)
{
    for (auto const& part : mail.attachments)
        if (std::ranges::find(types, part.type) != types.end())
            return &part;
    return nullptr;
}

// The mail that came back, or its headers.
void read_original(Mail const& mail, Returned& returned)
{
    auto const* const part = part_of(
        mail,
        {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"});
    if (part == nullptr)
        return;
    auto const original = read_entity(part->content, largest_headers);
    if (auto ids = parse_ids(original.get("message-id")); !ids.empty())
        returned.message_id = std::move(ids.front());
    if (returned.sender.empty())
        returned.sender = address_in(decode_header(original.get("return-path")));
}

// Those that say that a reader does not want it. "not-spam" says the contrary, "auth-failure" and
// "virus" are about something else: a person may look at them.
bool is_complaint(Entity const& feedback)
{
    constexpr std::array<std::string_view, 6> types{"",      "abuse",   "fraud",
                                                    "other", "opt-out", "opt-out-list"};
    auto const type = ascii_lower(decode_header(feedback.get("feedback-type")));
    return std::ranges::find(types, trim(type)) != types.end();
}

bool is_mail_server(Address const& address)
{
    auto const local = ascii_lower(address.email.substr(0, address.email.rfind('@')));
    return local == "mailer-daemon" || local == "postmaster";
}

bool is_answer(Mail const& mail)
{
    auto const submitted = ascii_lower(mail.header("auto-submitted"));
    return submitted.starts_with("auto-replied") || !mail.header("x-autoreply").empty() ||
           !mail.header("x-autorespond").empty() ||
           part_of(mail, {"message/disposition-notification"}) != nullptr;
}

ReturnKind kind_without_report(Mail const& mail, std::string_view envelope_from)
{
    if (is_answer(mail))
        return ReturnKind::automatic;
    if (std::ranges::any_of(mail.from, is_mail_server))
        return ReturnKind::words;
    // The rest that machines send comes from somebody's mailbox: it has arrived.
    auto const why = why_automatic(mail, envelope_from);
    return why == Automatic::none ? ReturnKind::other : ReturnKind::automatic;
}

}  // namespace

std::string Status::text() const
{
    return kind == 0 ? std::string{} : fmt::format("{}.{}.{}", kind, subject, detail);
}

std::optional<Status> parse_status(std::string_view text)
{
    text = trim(text);
    auto const kind = take_number(text, 1);
    if (!kind || (*kind != 2 && *kind != 4 && *kind != 5) || !take(text, '.'))
        return std::nullopt;
    auto const subject = take_number(text, 3);
    if (!subject || !take(text, '.'))
        return std::nullopt;
    auto const detail = take_number(text, 3);
    // "5.1.1.2" is the beginning of an address, and "5.1.1234" no code at all.
    auto const ends =
        text.empty() || (text.front() != '.' && !(text.front() >= '0' && text.front() <= '9'));
    if (!detail || !ends)
        return std::nullopt;
    return Status{.kind = *kind, .subject = *subject, .detail = *detail};
}

std::string in_one_line(std::string_view text, std::size_t longest)
{
    constexpr std::string_view white = " \t\r\n";
    std::string line;
    text = trim(text);
    while (!text.empty() && line.size() < longest) {
        auto const end = std::min(text.find_first_of(white), text.size());
        line += line.empty() ? "" : " ";
        line += text.substr(0, end);
        text.remove_prefix(std::min(text.find_first_not_of(white, end), text.size()));
    }
    return std::string{cut_utf8(line, longest)};
}

Returned read_returned(Mail const& mail, std::string_view envelope_from)
{
    Returned returned;
    if (auto const* const part = part_of(mail, {"message/feedback-report"})) {
        auto const feedback = read_entity(part->content, largest_report);
        if (is_complaint(feedback))
            returned.kind = ReturnKind::complaint;
        returned.sender = address_in(decode_header(feedback.get("original-mail-from")));
        read_original(mail, returned);
        return returned;
    }
    read_original(mail, returned);
    if (auto const* const part =
            part_of(mail, {"message/delivery-status", "message/global-delivery-status"}))
        returned.recipients = recipients_in(part->content);
    if (!returned.recipients.empty()) {
        returned.kind = ReturnKind::report;
        return returned;
    }
    returned.kind = kind_without_report(mail, envelope_from);
    if (returned.kind == ReturnKind::words)
        returned.words = in_one_line(readable_text(mail), longest_words);
    return returned;
}

}  // namespace tellfirst::mime
