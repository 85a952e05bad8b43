#include "support/postgres.hpp"

#include "support/temp_dir.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <memory>
#include <optional>
#include <pwd.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace tellfirst::support {
namespace {

namespace fs = std::filesystem;

// Starts a program that dies with us, as the user of that id (we are root, or he himself), with
// its output in a file.
pid_t start(std::vector<std::string> const& words, passwd const& user, std::string const& log)
{
    std::vector<char*> arguments;
    for (auto const& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    auto const parent = ::getpid();
    auto const child = ::fork();
    if (child != 0)
        return child;
    auto const output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    if (::getuid() == 0 &&
        (::setgroups(0, nullptr) != 0 || ::setgid(user.pw_gid) != 0 || ::setuid(user.pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (::getppid() != parent)
        ::_exit(126);
    ::setsid();
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

int wait_for(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

// The newest of Debian's /usr/lib/postgresql/NN/bin.
fs::path programs()
{
    int newest = 0;
    std::error_code none;
    for (auto const& entry : fs::directory_iterator{"/usr/lib/postgresql", none})
        newest = std::max(newest, std::atoi(entry.path().filename().c_str()));
    if (newest == 0)
        throw std::runtime_error{"PostgreSQL is not installed: run script/bootstrap"};
    return fmt::format("/usr/lib/postgresql/{}/bin", newest);
}

// Each database is 300 files; in memory a new one takes 10 ms instead of 200 ms.
fs::path roomy_folder()
{
    std::error_code none;
    fs::path const memory{"/dev/shm"};
    auto const space = fs::space(memory, none);
    constexpr std::uintmax_t enough = std::uintmax_t{2} << 30;
    return !none && space.available > enough ? memory : fs::temp_directory_path();
}

class Cluster {
  public:
    Cluster()
    {
        auto const* const user = ::getuid() == 0 ? ::getpwnam("postgres") : ::getpwuid(::getuid());
        if (user == nullptr)
            throw std::runtime_error{"there is no user postgres: run script/bootstrap"};
        fs::permissions(folder_.path(), fs::perms{0755});
        if (::chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0)
            throw std::runtime_error{"the folder cannot be given to the user postgres"};
        auto const bin = programs();
        auto const log = folder_ / "log";
        auto const data = folder_ / "data";
        if (wait_for(start(
                {bin / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                 "--locale=C", "--no-sync"},
                *user, log)) != 0)
            throw std::runtime_error{"initdb failed, see " + log};
        // What these clusters hold is worth nothing, so nothing waits for the disk.
        server_ = start(
            {bin / "postgres", "-D", data, "-c", "listen_addresses=", "-c",
             "unix_socket_directories=" + folder_.path().string(), "-c", "fsync=off", "-c",
             "full_page_writes=off", "-c", "max_connections=200", "-c", "shared_buffers=64MB"},
            *user, log);
        address_ = "postgres://postgres@/postgres?host=" + folder_.path().string();
        wait_until_ready();
    }

    ~Cluster()
    {
        ::kill(server_, SIGQUIT);
        wait_for(server_);
    }

    [[nodiscard]] std::string const& address() const { return address_; }

  private:
    void wait_until_ready() const
    {
        using namespace std::chrono_literals;
        auto const deadline = std::chrono::steady_clock::now() + 60s;
        while (PQping(address_.c_str()) != PQPING_OK) {
            if (::waitpid(server_, nullptr, WNOHANG) != 0 ||
                std::chrono::steady_clock::now() > deadline)
                throw std::runtime_error{"PostgreSQL does not start"};
            std::this_thread::sleep_for(10ms);
        }
    }

    TempDir folder_{roomy_folder()};
    pid_t server_ = 0;
    std::string address_;
};

std::string const& maintenance_address()
{
    static auto const* const given = std::getenv("TELLFIRST_TEST_POSTGRES");
    if (given != nullptr) {
        static std::string const address{given};
        return address;
    }
    static Cluster const cluster;
    return cluster.address();
}

}  // namespace

std::string postgres_address(std::string_view database)
{
    auto const& address = maintenance_address();
    auto const host = address.find("://") + 3;
    auto const slash = std::min(address.find('/', host), address.size());
    auto const query = std::min(address.find('?', host), address.size());
    return fmt::format(
        "{}/{}{}", address.substr(0, std::min(slash, query)), database, address.substr(query));
}

void run_on_postgres(std::string const& statement)
{
    std::unique_ptr<PGconn, decltype(&PQfinish)> const connection{
        PQconnectdb(maintenance_address().c_str()), PQfinish};
    std::unique_ptr<PGresult, decltype(&PQclear)> const result{
        PQexec(connection.get(), statement.c_str()), PQclear};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw std::runtime_error{statement + ": " + PQerrorMessage(connection.get())};
}

}  // namespace tellfirst::support
