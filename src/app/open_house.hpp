#pragma once
#include "app/chosen.hpp"
#include "db/db.hpp"

namespace tellfirst::app {

// A data folder with its database, opened and brought up to date: what every command begins with.
class OpenHouse {
  public:
    // Errors of open_data_folder and db::migrate; database.unreachable.
    [[nodiscard]] static Result<std::unique_ptr<OpenHouse>>
    open(Chosen chosen, db::Commits commits = db::Commits::durable);

    // For commands, which begin nothing. Errors of these and of want_data_folder.
    [[nodiscard]] static Result<std::unique_ptr<OpenHouse>> open_there(Chosen chosen);

    [[nodiscard]] House house() { return {*database, clock, chosen.settings, ids}; }

    Chosen chosen;
    Clock clock;
    IdMint ids;
    std::unique_ptr<db::Database> database;

  private:
    explicit OpenHouse(Chosen what);
};

}  // namespace tellfirst::app
