#include "wire/http/compress.hpp"

#include <doctest/doctest.h>

#include <zlib.h>

using namespace tellfirst::http;

TEST_CASE("gzip: what comes out is what went in")
{
    std::string text;
    for (int i = 0; i < 2'000; ++i)
        text += std::to_string(i * i);
    auto const packed = gzip(text);
    CHECK(packed.size() < text.size());
    std::string back(text.size(), '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(back.data());
    stream.avail_out = static_cast<uInt>(back.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    CHECK(back == text);
}

TEST_CASE("gzip and brotli: an empty text and a repeated one are no trouble")
{
    CHECK(!gzip("").empty());
    CHECK(!brotli("").empty());
    CHECK(brotli(std::string(100'000, 'a')).size() < 100);
}
