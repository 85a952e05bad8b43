#include "wire/http/sd_notify.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace tellfirst::http {

bool sd_notify(std::string_view state)
{
    char const* const path = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    if (path == nullptr)
        return true;
    std::size_t const length = std::strlen(path);
    if (length == 0 || length >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path, length);
    if (address.sun_path[0] == '@')  // the abstract namespace of Linux
        address.sun_path[0] = '\0';
    int const socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    auto const size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length);
    auto const sent = ::sendto(
        socket, state.data(), state.size(), MSG_NOSIGNAL,
        reinterpret_cast<sockaddr const*>(&address), size);
    ::close(socket);
    return sent == static_cast<ssize_t>(state.size());
}

}  // namespace tellfirst::http
