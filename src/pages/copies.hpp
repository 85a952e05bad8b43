#pragma once
// The newest snapshot as files in the data folder, so that a restart shows the last pages at once,
// whatever is the matter with the database, and so that a mirror can be written beside a server.
//
// A body stands in a file named by its hash, and one manifest says what is where. Whoever reads the
// manifest has a whole snapshot: it is replaced by one rename when all bodies are there. Nothing is
// synced, since all of it can be made again; what a power cut has torn is seen by its hash.
#include "pages/snapshot.hpp"

namespace tellfirst::pages {

class Copies {
  public:
    // Below `data`/pages; an empty `data` keeps nothing.
    explicit Copies(std::string const& data);

    // False where the disk would not take it; then the snapshot before is still whole.
    [[nodiscard]] bool keep(Snapshot const& snapshot) const;
    // The last that was kept, without what was torn; nothing where there is none.
    [[nodiscard]] std::optional<Snapshot> read() const;
    // When the last was made, without reading all of it.
    [[nodiscard]] std::optional<Instant> made() const;

  private:
    [[nodiscard]] std::string file_of(std::string_view hash) const;
    std::string folder_;
};

}  // namespace tellfirst::pages
