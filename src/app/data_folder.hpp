#pragma once
#include "app/chosen.hpp"

namespace tellfirst::app {

// Makes the data folder (mode 0700) if it is not there and reads what it keeps beside the
// database, each in a file of mode 0600 that is written once: the secret that signs links and
// message ids, this node's name, and the address of the database where it is not SQLite (so that
// a command needs only --data). Fills settings.secret, settings.node and database.
// Errors data.not_chosen, data.not_usable: a sentence that says what to do.
[[nodiscard]] Result<void> open_data_folder(Chosen& chosen);

// What a command that makes no folder wants: a server's, not one that a misspelt path would make.
// Errors data.not_chosen, data.not_there.
[[nodiscard]] Result<void> want_data_folder(std::string const& folder);

// The address that db::open takes.
[[nodiscard]] std::string database_address(Chosen const& chosen);

// Held while a server runs on the folder: two servers on one folder would send everything twice.
class FolderLock {
  public:
    // Makes the folder if it is not there. Errors data.not_chosen, data.not_usable, data.in_use.
    [[nodiscard]] static Result<FolderLock> take(std::string const& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept : file_{std::exchange(other.file_, -1)} {}
    FolderLock& operator=(FolderLock&&) = delete;

  private:
    explicit FolderLock(int file) : file_{file} {}
    int file_ = -1;
};

}  // namespace tellfirst::app
