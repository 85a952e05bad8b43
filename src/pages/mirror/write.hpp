#pragma once
// The public pages for a web server that knows nothing of us: one folder for each host, in it the
// files as such a server would look for them.
//
//     DIR/status.example.com/index.html            /
//     DIR/status.example.com/de/index.html         /de/
//     DIR/status.example.com/incidents/x/index.html  /incidents/x
//     DIR/status.example.com/api/v2/summary.json   /api/v2/summary.json
//     DIR/written.json                             what we wrote, and may therefore remove
#include "pages/pages.hpp"
#include "pages/snapshot.hpp"

namespace tellfirst::pages {

// Each file is whole at any moment; the document of a host follows its pages; files of ours that
// are gone are removed, those of others are left alone. Error mirror.not_written.
[[nodiscard]] Result<Mirrored> write_mirror(Snapshot const& snapshot, std::string const& folder);

}  // namespace tellfirst::pages
