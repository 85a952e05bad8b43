// pack_console FOLDER FILE: packs the built console (see pack.hpp). Run by the build, never
// shipped.
#include "console/pack.hpp"
#include "kernel/files.hpp"
#include "wire/http/compress.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace {

using namespace tellfirst;
namespace fs = std::filesystem;

std::string if_shorter(std::string packed, std::string const& plain)
{
    return packed.size() < plain.size() ? std::move(packed) : "";
}

std::vector<console::PackedFile> pack_all(fs::path const& folder)
{
    std::vector<console::PackedFile> files;
    for (auto const& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file())
            continue;
        auto name = fs::relative(entry.path(), folder).generic_string();
        if (!console::is_safe_name(name))
            throw std::runtime_error{name + " is no name for a file of the console"};
        auto plain = read_whole_file(entry.path().string()).value();
        auto gzip = if_shorter(http::gzip(plain), plain);
        auto brotli = if_shorter(http::brotli(plain), plain);
        files.push_back(
            {.name = std::move(name),
             .plain = std::move(plain),
             .gzip = std::move(gzip),
             .brotli = std::move(brotli)});
    }
    // In one order, whatever the file system's: the same folder makes the same program.
    std::ranges::sort(files, {}, &console::PackedFile::name);
    return files;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return fmt::print(stderr, "usage: pack_console FOLDER FILE\n"), 64;
    try {
        std::ofstream out{argv[2], std::ios::binary | std::ios::trunc};
        out << console::write_pack(pack_all(argv[1]));
        out.close();
        return out ? 0 : 1;
    } catch (std::exception const& error) {
        fmt::print(stderr, "pack_console: {}\n", error.what());
        return 1;
    }
}
