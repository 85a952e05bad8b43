#include "accounts/accounts.hpp"
#include "app/commands.hpp"
#include "app/open_house.hpp"
#include "kernel/files.hpp"
#include "status/status.hpp"

#include <cstdio>

namespace tellfirst::app {
namespace {

std::string counted(std::int64_t many, std::string_view what)
{
    return fmt::format("{} {}{}", many, what, many == 1 ? "" : "s");
}

std::string accounts_with(std::int64_t accounts, std::int64_t contacts)
{
    return fmt::format("{} with {}", counted(accounts, "account"), counted(contacts, "contact"));
}

void print_errors(accounts::ImportPreview const& preview)
{
    constexpr std::size_t most_shown = 100;
    for (std::size_t i = 0; i < preview.errors.size() && i < most_shown; ++i)
        fmt::print(stderr, "line {}: {}\n", preview.errors[i].line, preview.errors[i].detail);
    if (preview.errors.size() > most_shown)
        fmt::print(stderr, "... and {} more.\n", preview.errors.size() - most_shown);
    fmt::print(
        stderr, "tellfirst: {} found; nothing was imported.\n",
        counted(std::ssize(preview.errors), "mistake"));
}

void print_preview(accounts::ImportPreview const& preview)
{
    fmt::print("{}.\n", accounts_with(std::ssize(preview.accounts), preview.contacts));
    if (preview.unknown_exposure > 0)
        fmt::print(
            "Of {} it is not known what they use, so they count as exposed to everything.\n",
            counted(preview.unknown_exposure, "account"));
}

}  // namespace

int import_accounts(Chosen chosen, Import const& wish)
{
    auto const csv = read_whole_file(wish.file);
    if (!csv)
        return refuse({.code = "import.no_file", .detail = wish.file + " cannot be read."});
    auto const opened = OpenHouse::open_there(std::move(chosen));
    if (!opened)
        return refuse(opened.error());
    auto const house = (*opened)->house();
    fmt::print(stderr, "Reading {} ...\n", wish.file);
    auto const preview = house.read(Actor::system(), [&](Call& call) {
        return accounts::look_at_csv(call.tx, *csv, [&](std::string_view name) {
            auto const service = status::find_service_named(call.tx, name);
            return service && !service->is_group ? std::optional{service->id} : std::nullopt;
        });
    });
    if (!preview.errors.empty()) {
        print_errors(preview);
        return exit_refused;
    }
    print_preview(preview);
    if (wish.preview)
        return exit_ok;
    fmt::print(stderr, "Writing, all or nothing ...\n");
    auto const done = house.write(
        Actor::system(), [&](Call& call) { return accounts::import_csv(call, preview); });
    if (!done)
        return refuse(done.error());
    fmt::print("Imported {}.\n", accounts_with(done->accounts, done->contacts));
    return exit_ok;
}

}  // namespace tellfirst::app
