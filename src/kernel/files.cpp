#include "kernel/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <system_error>

namespace tellfirst {

std::optional<std::string> read_whole_file(std::string const& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file)
        return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

void replace_file(std::string const& path, std::string_view text)
{
    auto const fail = [&] { throw std::system_error{errno, std::generic_category(), path}; };
    auto const fresh = path + ".new";
    int const file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        fail();
    bool const written =
        ::write(file, text.data(), text.size()) == std::ssize(text) && ::fsync(file) == 0;
    ::close(file);
    if (!written || ::rename(fresh.c_str(), path.c_str()) != 0)
        fail();
}

}  // namespace tellfirst
