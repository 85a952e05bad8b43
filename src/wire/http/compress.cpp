#include "wire/http/compress.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <stdexcept>

namespace tellfirst::http {
namespace {

// A page waits for its compression before anybody sees it. One of 500 services (260 kB) takes 1.1
// ms at these levels; with the next ones up to 1.6 and 11 ms, and gets at most one per cent
// shorter.
constexpr int gzip_level = 6;
constexpr int brotli_quality = 6;
// 15 bits of window, plus 16: a gzip header instead of zlib's own.
constexpr int gzip_window = 15 + 16;
constexpr int gzip_memory = 9;

}  // namespace

std::string gzip(std::string_view text)
{
    z_stream stream{};
    if (deflateInit2(
            &stream, gzip_level, Z_DEFLATED, gzip_window, gzip_memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error{"gzip does not start"};
    std::string packed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    int const ended = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END)
        throw std::runtime_error{"gzip does not end"};
    return packed;
}

std::string brotli(std::string_view text)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    std::string packed(size, '\0');
    if (BrotliEncoderCompress(
            brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
            reinterpret_cast<std::uint8_t const*>(text.data()), &size,
            reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_FALSE)
        throw std::runtime_error{"brotli does not end"};
    packed.resize(size);
    return packed;
}

}  // namespace tellfirst::http
