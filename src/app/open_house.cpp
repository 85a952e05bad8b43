#include "app/open_house.hpp"

#include "app/data_folder.hpp"
#include "app/test_clock.hpp"
#include "kernel/digest.hpp"
#include "kernel/log.hpp"

namespace tellfirst::app {

OpenHouse::OpenHouse(Chosen what) : chosen{std::move(what)}, ids{random_number} {}

Result<std::unique_ptr<OpenHouse>> OpenHouse::open(Chosen what, db::Commits commits)
{
    if (auto const ready = open_data_folder(what); !ready)
        return ready.error();
    std::unique_ptr<OpenHouse> opened{new OpenHouse{std::move(what)}};
    opened->clock.set_shift(kept_shift(opened->chosen.settings.data));
    try {
        opened->database = db::open(database_address(opened->chosen), commits);
        auto const migrated = db::migrate(*opened->database, db::all_migrations());
        if (!migrated)
            return migrated.error();
        if (*migrated > 0)
            log::event("schema.migrated", {{"migrations", *migrated}});
    } catch (std::exception const& error) {
        // The driver's own words may hold an address with a password: they stay in the log.
        log::warning("database.unreachable", {{"what", error.what()}});
        return Problem{
            .kind = Refusal::unavailable,
            .code = "database.unreachable",
            .detail = "The database cannot be opened. Is its address right, does its "
                      "server run, may we write to its folder?"};
    }
    return opened;
}

Result<std::unique_ptr<OpenHouse>> OpenHouse::open_there(Chosen what)
{
    if (auto const there = want_data_folder(what.settings.data); !there)
        return there.error();
    return open(std::move(what));
}

}  // namespace tellfirst::app
