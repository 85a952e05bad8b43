#include "accounts/accounts.hpp"
#include "app/commands.hpp"
#include "app/open_house.hpp"
#include "kernel/files.hpp"
#include "status/status.hpp"

#include <cstdio>

namespace tellfirst::app {
namespace {

void print_errors(accounts::ImportPreview const& preview)
{
    constexpr std::size_t most_shown = 100;
    for (std::size_t i = 0; i < preview.errors.size() && i < most_shown; ++i)
        fmt::print(stderr, "line {}: {}\n", preview.errors[i].line, preview.errors[i].detail);
    if (preview.errors.size() > most_shown)
        fmt::print(stderr, "... and {} more.\n", preview.errors.size() - most_shown);
    fmt::print(
        stderr, "tellfirst: {} lines are wrong; nothing was imported.\n", preview.errors.size());
}

void print_preview(accounts::ImportPreview const& preview)
{
    fmt::print(
        "{} accounts with {} contacts; of {} accounts we do not know what they use, so "
        "they count as exposed to everything.\n",
        preview.accounts.size(), preview.contacts, preview.unknown_exposure);
}

}  // namespace

int import_accounts(Chosen chosen, Import const& wish)
{
    auto const csv = read_whole_file(wish.file);
    if (!csv)
        return refuse({.code = "import.no_file", .detail = wish.file + " cannot be read."});
    auto const opened = OpenHouse::open(std::move(chosen));
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
    fmt::print("Imported {} accounts with {} contacts.\n", done->accounts, done->contacts);
    return exit_ok;
}

}  // namespace tellfirst::app
