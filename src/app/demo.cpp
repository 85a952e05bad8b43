#include "app/building.hpp"
#include "app/commands.hpp"
#include "app/demo/customer_mail.hpp"
#include "app/demo/furnish.hpp"
#include "app/signals.hpp"
#include "kernel/files.hpp"
#include "status/status.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace tellfirst::app {
namespace {

// How long the printed link signs its reader in. Whoever comes later has the password.
constexpr std::chrono::hours link_works_for{12};

// What the demo keeps in its folder beside what every server keeps: who may come back.
struct Kept {
    PersonId owner;
    std::string email;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (owner, email, password))

// While it lives, log lines go to a file: who tries the demo out keeps its guide in sight.
class LogsInto {
  public:
    explicit LogsInto(std::string const& file) : before_{::dup(STDERR_FILENO)}
    {
        int const log = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (log < 0)
            return;  // then they stay where they were
        ::dup2(log, STDERR_FILENO);
        ::close(log);
    }
    ~LogsInto()
    {
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
    }
    LogsInto(LogsInto const&) = delete;
    LogsInto& operator=(LogsInto const&) = delete;

  private:
    int before_;
};

std::string log_of(std::string const& folder)
{
    return folder + "/log";
}

std::string fresh_folder()
{
    auto name = (std::filesystem::temp_directory_path() / "tellfirst-demo-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::runtime_error{"no temporary folder can be made"};
    return name;
}

std::optional<Kept> read_kept(std::string const& file)
{
    auto const text = read_whole_file(file);
    auto const json = text ? parse_json(*text) : Result<Json>{not_found("demo")};
    auto kept = json ? from_json<Kept>(*json) : Result<Kept>{json.error()};
    return kept ? std::optional{*std::move(kept)} : std::nullopt;
}

// A second demo on the same folder goes on where the first one stopped. The past is written lazily:
// nothing of it is lost that could not be made again.
Result<Kept> furnish_once(Chosen const& chosen, std::string const& maildir)
{
    auto const file = chosen.settings.data + "/demo.json";
    auto const lock = FolderLock::take(chosen.settings.data);
    if (!lock)
        return lock.error();
    if (auto kept = read_kept(file))
        return *std::move(kept);
    LogsInto const logs{log_of(chosen.settings.data)};
    auto opened = OpenHouse::open(chosen, db::Commits::lazy);
    if (!opened)
        return opened.error();
    auto const is_empty = (*opened)->house().read(
        Actor::system(), [](Call& call) { return status::services(call.tx).empty(); });
    if (!is_empty)
        return conflict(
            "demo.not_empty",
            fmt::format(
                "{} holds something else than a demo, or half of one. Choose an empty folder.",
                chosen.settings.data));
    auto owner = demo::furnish(*std::move(opened), maildir);
    Kept kept{
        .owner = owner.id, .email = std::move(owner.email), .password = std::move(owner.password)};
    replace_file(file, write_json(to_json(kept)));
    return kept;
}

// "http://127.0.0.1:8080" -> "http://kestrel.localhost:8080"
std::string partners_address(std::string address)
{
    auto const host = address.find("://") + 3;
    return address.replace(host, address.rfind(':') - host, demo::partner_host);
}

void print_guide(Building& building, Kept const& kept)
{
    auto const& data = building.open_house->chosen.settings.data;
    auto const address = building.address();
    auto const secret = building.open_house->house().write(Actor::system(), [&](Call& call) {
        return team::entry_link(call, kept.owner, link_works_for);
    });
    fmt::print(
        "\n{} is a photo host with 500 customers, a year of history and one open incident.\n"
        "  what customers see   {}/\n"
        "  and a partner's      {}/\n"
        "  data, and its mails  {} (maildir/new, log; Ctrl-C stops, the same --data goes on)\n"
        "  to come back later   {}/console/ as {} with the password {}\n"
        "\nOpen this link once (it signs you in), and say the next word on \"Statistics are "
        "delayed\" "
        "before its time runs out:\n  {}/sign-in/{}\n",
        demo::brand_name, address, partners_address(address), data, address, kept.email,
        kept.password, address, secret.value());
    std::fflush(stdout);
}

}  // namespace

int run_demo(Chosen chosen)
{
    block_stopping_signals();
    auto& settings = chosen.settings;
    if (settings.data.empty())
        settings.data = fresh_folder();
    if (settings.trusted_mail_server.empty())
        settings.trusted_mail_server = demo::mail_server;
    if (settings.domain == Settings{}.domain)
        settings.domain = demo::mail_domain;
    auto const maildir = settings.data + "/maildir";
    if (chosen.relay == Chosen{}.relay)
        chosen.relay = "maildir:" + maildir;
    auto const kept = furnish_once(chosen, maildir);
    if (!kept)
        return refuse(kept.error());
    auto const building = Building::open(std::move(chosen));
    if (!building)
        return refuse(building.error());
    LogsInto const logs{log_of((*building)->open_house->chosen.settings.data)};
    print_guide(**building, *kept);
    wait_for_stopping_signal();
    (*building)->stop();
    return exit_ok;
}

}  // namespace tellfirst::app
