#include "wire/lmtp/data_reader.hpp"

#include "wire/smtp/message.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <utility>
#include <vector>

namespace tellfirst::lmtp {
namespace {

using enum DataReader::Refusal;

struct Read {
    std::string text;
    DataReader::Refusal refusal = none;
    std::string left = "no end";  // what came behind the end of data

    bool operator==(Read const&) const = default;
};

Read read(std::string_view bytes, std::size_t piece, std::size_t largest = 1000)
{
    DataReader reader{largest};
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        auto const used = reader.add(bytes.substr(at, piece));
        if (reader.is_done()) {
            auto const refusal = reader.refusal();
            return {reader.take(), refusal, std::string{bytes.substr(at + used)}};
        }
    }
    return {};
}

TEST_CASE("DataReader reads up to CRLF.CRLF and nothing else, wherever the bytes are cut")
{
    std::vector<std::pair<std::string, Read>> const rows{
        {".\r\n", {"", none, ""}},
        {"a\r\n.\r\nQUIT\r\n", {"a\r\n", none, "QUIT\r\n"}},
        {"a\r\n..\r\n.\r\n", {"a\r\n.\r\n", none, ""}},
        {"..a\r\n.b\r\n.\r\n", {".a\r\nb\r\n", none, ""}},
        {"\r\n\r\n.\r\n", {"\r\n\r\n", none, ""}},
        {"a.\r\n.\r\n", {"a.\r\n", none, ""}},
        {"a\r\n.", {}},
        {"a\r\n.\r", {}},
        // each of these is the end of a message for some other server
        {"a\n.\nb\r\n.\r\n", {"", bare_line_end, ""}},
        {"a\n.\r\nb\r\n.\r\n", {"", bare_line_end, ""}},
        {"a\r\n.\nb\r\n.\r\n", {"", bare_line_end, ""}},
        {"a\r.\rb\r\n.\r\n", {"", bare_line_end, ""}},
        {"a\r\n.\rb\r\n.\r\n", {"", bare_line_end, ""}},
        {"a\r\n.\r\r\n.\r\n", {"", bare_line_end, ""}},
        {"a\r\r\n.\r\n", {"", bare_line_end, ""}},
        {"\n\r\n.\r\n", {"", bare_line_end, ""}},
        {"\r\r\n.\r\n", {"", bare_line_end, ""}},
    };
    for (auto const& [bytes, expected] : rows)
        for (std::size_t const piece : {1U, 2U, 3U, 100U}) {
            CAPTURE(bytes);
            CAPTURE(piece);
            CHECK(read(bytes, piece) == expected);
        }
}

TEST_CASE("DataReader keeps a message of the largest size and drops a larger one")
{
    CHECK(read("123456\r\n.\r\n", 100, 8) == Read{"123456\r\n", none, ""});
    CHECK(read("1234567\r\n.\r\n", 100, 8) == Read{"", too_large, ""});
    CHECK(read("1234567\r\n.\r\n", 1, 8) == Read{"", too_large, ""});
}

TEST_CASE("DataReader holds nothing of a message that it was told to refuse")
{
    DataReader reader{1000};
    CHECK(reader.add("abc") == 3);
    CHECK(reader.held() == 3);
    reader.refuse(no_memory);
    CHECK(reader.held() == 0);
    CHECK(reader.add("def\r\n.\r\n") == 8);
    CHECK(reader.is_done());
    CHECK(reader.refusal() == no_memory);
    CHECK(reader.take().empty());
    CHECK(reader.refusal() == none);
}

TEST_CASE("DataReader gives back what the SMTP client compiled")
{
    CHECK(rc::check([](std::vector<std::string> const& words, std::size_t piece) {
        std::string text;
        for (auto const& word : words)
            text += (word.size() % 3 == 0 ? "." : "") + word + "\r\n";
        auto const compiled = smtp::compile(text);
        auto const got = read(compiled + ".\r\n", 1 + piece % 20, 1'000'000);
        RC_ASSERT(got.refusal == none);
        RC_ASSERT(smtp::compile(got.text) == compiled);
    }));
}

}  // namespace
}  // namespace tellfirst::lmtp
