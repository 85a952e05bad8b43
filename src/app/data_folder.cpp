#include "app/data_folder.hpp"

#include "kernel/digest.hpp"
#include "kernel/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace tellfirst::app {
namespace {

Problem not_usable(std::string const& folder, std::string const& why)
{
    return {
        .kind = Refusal::invalid,
        .code = "data.not_usable",
        .detail = fmt::format("The data folder {} cannot be used: {}.", folder, why)};
}

Problem not_chosen()
{
    return {
        .kind = Refusal::invalid,
        .code = "data.not_chosen",
        .detail = "Say where the data is: --data DIR."};
}

Result<void> make_folder(std::string const& folder)
{
    if (folder.empty())
        return not_chosen();
    try {
        std::filesystem::create_directories(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    } catch (std::system_error const& error) {
        return not_usable(folder, error.code().message());
    }
    return {};
}

// What the file holds; made with `fresh` in it if it is not there. Two processes that begin at the
// same moment (a server and a command beside it) agree on one text.
std::string keep(std::string const& path, std::string const& fresh)
{
    if (auto const kept = read_whole_file(path); kept && !kept->empty())
        return *kept;
    if (create_file(path, fresh))
        return fresh;
    return read_whole_file(path).value();
}

}  // namespace

Result<void> open_data_folder(Chosen& chosen)
{
    auto& settings = chosen.settings;
    if (auto const made = make_folder(settings.data); !made)
        return made.error();
    try {
        constexpr std::size_t secret_bytes = 32;
        settings.secret = keep(settings.data + "/secret", to_hex(random_bytes(secret_bytes)));
        settings.node = keep(settings.data + "/node", random_secret());
        auto const address_file = settings.data + "/database";
        if (chosen.database.empty())
            chosen.database = read_whole_file(address_file).value_or("");
        else
            replace_file(address_file, chosen.database);
    } catch (std::system_error const& error) {
        return not_usable(settings.data, error.code().message());
    }
    return {};
}

Result<void> want_data_folder(std::string const& folder)
{
    if (folder.empty())
        return not_chosen();
    std::error_code ignored;
    if (!std::filesystem::exists(folder + "/secret", ignored))
        return Problem{
            .kind = Refusal::invalid,
            .code = "data.not_there",
            .detail = fmt::format(
                "There is no data in {}. Is that the folder of your server, and may you read it?",
                folder)};
    return {};
}

std::string database_address(Chosen const& chosen)
{
    return chosen.database.empty() ? chosen.settings.data + "/tellfirst.db" : chosen.database;
}

Result<FolderLock> FolderLock::take(std::string const& folder)
{
    if (auto const made = make_folder(folder); !made)
        return made.error();
    int const file = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return not_usable(folder, std::strerror(errno));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return conflict(
            "data.in_use",
            fmt::format(
                "Another tellfirst serves {} already. Stop it first, or choose another folder.",
                folder));
    }
    return FolderLock{file};
}

FolderLock::~FolderLock()
{
    if (file_ >= 0)
        ::close(file_);
}

}  // namespace tellfirst::app
