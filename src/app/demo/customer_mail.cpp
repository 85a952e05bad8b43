#include "app/demo/customer_mail.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"
#include "wire/mime/encode.hpp"

namespace tellfirst::app::demo {
namespace {

// As most programs quote: a line that says who wrote, and a mark before each line.
std::string quote(mime::Mail const& mail)
{
    auto const text = mime::readable_text(mail);
    auto quoted = fmt::format(
        "\r\n\r\nOn {}, {} wrote:\r\n", mail.header("date"),
        mail.from.empty() ? "" : mail.from.front().name);
    for (auto const line : split(trim(text), '\n'))
        quoted += fmt::format("> {}\r\n", line);
    return quoted;
}

}  // namespace

std::string our_address(House const& house)
{
    return "support@" + house.settings.domain;
}

std::string reply_address(mime::Mail const& mail)
{
    auto const& to = mail.reply_to.empty() ? mail.from : mail.reply_to;
    return to.empty() ? "" : to.front().email;
}

std::string customer_mail(CustomerMail const& mail, House const& house)
{
    auto const& email = mail.from.email;
    std::string raw;
    mime::append_header(
        raw, "Authentication-Results",
        fmt::format("{}; dmarc=pass header.from={}", mail_server, email.domain()));
    mime::append_header(raw, "From", mime::format_address(mail.from.name, email));
    mime::append_header(
        raw, "To", mail.answered ? reply_address(*mail.answered) : our_address(house));
    mime::append_header(
        raw, "Subject",
        mail.answered ? fmt::format("Re: {}", mail.answered->subject) : std::string{mail.subject});
    mime::append_header(raw, "Date", mime::format_date(mail.at));
    mime::append_header(raw, "Message-ID", fmt::format("<{}@{}>", random_secret(), email.domain()));
    if (mail.answered) {
        auto const id = fmt::format("<{}>", mail.answered->message_id);
        mime::append_header(raw, "In-Reply-To", id);
        mime::append_header(raw, "References", id);
    }
    raw += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    mime::QuotedPrintable body{raw};
    body.add(mail.text);
    body.add(fmt::format("\n\n{}", mail.from.name));
    if (mail.answered)
        body.add(quote(*mail.answered));
    return raw;
}

}  // namespace tellfirst::app::demo
