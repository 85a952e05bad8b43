#pragma once
// The door of console: the agents' front end as files. It is built from web/ and packed into the
// program; nothing of it is made here.
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tellfirst::http {
class Table;
struct HotPage;
}  // namespace tellfirst::http

namespace tellfirst::console {

// The files of the built console, ready to be sent. Below /console/ each file stands under its
// name; any other name is the start page, whose script finds the screen by the address. Only
// below /console/assets/, where names carry a hash of their content, a missing file is missing:
// the start page in its place would be run as a script.
class Shelf {
  public:
    // With an empty folder, what is built into the program; else the files of that folder, read
    // anew for each request (for who works on the console; it blocks the I/O thread for as long).
    explicit Shelf(std::string folder);

    // Takes these instead: bytes of write_pack (pack.hpp). Empty bytes make an empty shelf.
    [[nodiscard]] static Shelf of_pack(std::string_view bytes);

    // The page of a path, or none. Safe to call from any thread.
    [[nodiscard]] std::shared_ptr<http::HotPage const> find(std::string_view path) const;

  private:
    Shelf() = default;

    std::string folder_;
    std::map<std::string, std::shared_ptr<http::HotPage const>, std::less<>> pages_;
};

// /console leads to /console/; which, where the shelf is empty, says what to do about it.
void add_routes(http::Table& table);

}  // namespace tellfirst::console
