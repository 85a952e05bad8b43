#include "wire/http/sd_notify.hpp"

#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

using namespace tellfirst;

TEST_CASE("sd_notify: writes the state to the socket that systemd names")
{
    support::TempDir folder;
    auto const path = (folder.path() / "notify").string();
    int const socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
    CHECK(http::sd_notify("READY=1"));
    ::unsetenv("NOTIFY_SOCKET");
    std::array<char, 64> bytes{};
    auto const count = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    ::close(socket);
    CHECK(std::string_view{bytes.data(), static_cast<std::size_t>(count)} == "READY=1");
}

TEST_CASE("sd_notify: is quiet where nobody asked, and honest where nobody listens")
{
    ::unsetenv("NOTIFY_SOCKET");
    CHECK(http::sd_notify("READY=1"));
    ::setenv("NOTIFY_SOCKET", "/nonexistent/socket", 1);
    CHECK(!http::sd_notify("READY=1"));
    ::unsetenv("NOTIFY_SOCKET");
}
