#include "kernel/files.hpp"

#include "kernel/digest.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace tellfirst {

std::optional<std::string> read_whole_file(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    std::error_code ignored;
    if (!file || std::filesystem::is_directory(path, ignored))
        return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

namespace {

[[noreturn]] void fail(std::string const& path)
{
    throw std::system_error{errno, std::generic_category(), path};
}

// Writes a new file beside `path`, synced, and answers its name.
std::string write_beside(std::string const& path, std::string_view text)
{
    auto fresh = path + "." + random_secret();
    int const file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        fail(path);
    bool const written =
        ::write(file, text.data(), text.size()) == std::ssize(text) && ::fsync(file) == 0;
    ::close(file);
    if (written)
        return fresh;
    int const why = errno;
    ::unlink(fresh.c_str());
    errno = why;
    fail(path);
}

}  // namespace

void replace_file(std::string const& path, std::string_view text)
{
    auto const fresh = write_beside(path, text);
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        fail(path);
}

bool create_file(std::string const& path, std::string_view text)
{
    auto const fresh = write_beside(path, text);
    bool const created = ::link(fresh.c_str(), path.c_str()) == 0;
    int const why = errno;
    ::unlink(fresh.c_str());
    errno = why;
    if (!created && why != EEXIST)
        fail(path);
    return created;
}

}  // namespace tellfirst
