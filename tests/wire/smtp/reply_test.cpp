#include "wire/smtp/reply.hpp"

#include <doctest/doctest.h>

namespace tellfirst::smtp {
namespace {

// All replies in `bytes`, fed in pieces of `size`; the code of the error, if there is one, last.
std::vector<std::string> read_all(std::string_view bytes, std::size_t size)
{
    ReplyReader reader;
    std::vector<std::string> replies;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size()))) {
        reader.add(bytes.substr(0, size));
        while (true) {
            auto const reply = reader.next();
            if (reply.has_error()) {
                replies.push_back(reply.error().code);
                return replies;
            }
            if (!*reply)
                break;
            replies.push_back(fmt::format("{}|{}", (*reply)->code, (*reply)->text));
        }
    }
    return replies;
}

TEST_CASE("ReplyReader cuts bytes into replies, wherever the bytes are cut")
{
    struct Row {
        std::string bytes;
        std::vector<std::string> replies;
    };
    std::vector<Row> const rows{
        {"250 ok\r\n", {"250|ok"}},
        {"250\r\n", {"250|"}},
        {"250 ok\n", {"250|ok"}},
        {"250-a\r\n250-b\r\n250 c\r\n", {"250|a\nb\nc"}},
        {"250-a\r\n250\r\n354 go\r\n", {"250|a\n", "354|go"}},
        {"250 ok", {}},
        {"hello\r\n", {"smtp.bad_reply"}},
        {"\r\n", {"smtp.bad_reply"}},
        {"199 x\r\n", {"smtp.bad_reply"}},
        {"600 x\r\n", {"smtp.bad_reply"}},
        {"2500 x\r\n", {"smtp.bad_reply"}},
        {"250-a\r\n251 b\r\n", {"smtp.bad_reply"}},
        {"250 " + std::string(900, 'x') + "\r\n", {"250|" + std::string(900, 'x')}},
        {"250 " + std::string(1000, 'x'), {"smtp.reply_too_long"}},
    };
    for (auto const& row : rows)
        for (std::size_t const size : {1U, 2U, 3U, 7U, 5000U}) {
            CAPTURE(row.bytes);
            CAPTURE(size);
            CHECK(read_all(row.bytes, size) == row.replies);
        }
}

TEST_CASE("ReplyReader refuses a reply that does not end")
{
    std::string endless;
    for (std::size_t i = 0; i <= ReplyReader::most_lines; ++i)
        endless += "250-x\r\n";
    CHECK(read_all(endless, 5000) == std::vector<std::string>{"smtp.reply_too_long"});
}

TEST_CASE("Reply::enhanced is the status of RFC 3463 at the beginning, or nothing")
{
    CHECK(Reply{450, "4.7.1 slow down"}.enhanced() == "4.7.1");
    CHECK(Reply{250, "2.0.0"}.enhanced() == "2.0.0");
    CHECK(Reply{250, "2.1.5 a\n2.1.5 b"}.enhanced() == "2.1.5");
    CHECK(Reply{550, "5.123.456 x"}.enhanced() == "5.123.456");
    for (auto const* text :
         {"", "ok", "4.7", "4.7. x", "4.7.1x", "3.0.0 x", "4.1234.1 x", "44.7.1 x"})
        CHECK(Reply{450, text}.enhanced().empty());
}

TEST_CASE("printable makes one short line out of anything")
{
    CHECK(printable("a\nb\tc\x7f\x1b[2J") == "a b c  [2J");
    CHECK(
        printable("\xff"
                  "a") == "\xef\xbf\xbd"
                          "a");
    CHECK(printable(std::string(5000, 'x')) == std::string(200, 'x'));
    CHECK(printable(std::string(199, 'x') + "\xc3\xa4") == std::string(199, 'x'));
}

}  // namespace
}  // namespace tellfirst::smtp
