// Any bytes are a mail, any text is a draft; and what comes out is always clean.
#include "kernel/text.hpp"
#include "wire/mime/auth.hpp"
#include "wire/mime/automatic.hpp"
#include "wire/mime/compose.hpp"
#include "wire/mime/html_text.hpp"
#include "wire/mime/inspect.hpp"
#include "wire/mime/reply_text.hpp"
#include "wire/mime/returned.hpp"

#include <cstdlib>

using namespace tellfirst;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void read(std::string_view input)
{
    auto const mail = mime::parse(input);
    auto const text = mime::readable_text(mail);
    require(is_utf8(mime::inspect(input)));
    require(is_utf8(text) && !text.contains('\0') && !text.contains('\r'));
    require(is_utf8(mail.body_html) && is_utf8(mail.subject));
    for (auto const& header : mail.headers)
        require(is_utf8(header.value) && !header.value.contains('\n'));
    auto const [newest, folded] = mime::split_reply(text);
    require(newest.size() + folded.size() == text.size());
    (void)mime::html_to_text(text);
    (void)mime::why_automatic(mail, "a@b.test");
    (void)mime::auth_results(mail, "b.test");
    auto const returned = mime::read_returned(mail, "");
    require(is_utf8(returned.words) && returned.words.size() <= mime::longest_words);
    require(returned.recipients.size() <= mime::most_returned_recipients);
    for (auto const& recipient : returned.recipients)
        require(is_utf8(recipient.words) && recipient.words.size() <= mime::longest_words);
}

void write(std::string const& input)
{
    auto const made = mime::compile(
        {.headers = {{"Subject", mime::literal(input) + "{{a}}"}, {"From", "{{a}}"}},
         .text = mime::literal(input) + "{{a}}",
         .html = input});
    if (!made)
        return;
    std::vector<std::string> const values(made->slots().size(), input);
    auto const message = mime::dot_stuff(made->fill(values));
    for (std::size_t i = 0; i < message.size(); ++i) {
        require(message[i] != '\n' || (i > 0 && message[i - 1] == '\r'));
        require(message[i] != '\r' || (i + 1 < message.size() && message[i + 1] == '\n'));
    }
    require(!message.contains("\r\n.\r\n"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string const input{reinterpret_cast<char const*>(data), size};
    read(input);
    write(input);
    return 0;
}
