#include "pages/copies.hpp"

#include "kernel/files.hpp"

#include <filesystem>
#include <fstream>

namespace tellfirst::pages {
namespace {

namespace fs = std::filesystem;

bool write_whole(fs::path const& file, std::string const& body)
{
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    auto const fresh = fs::path{file}.concat(".new");
    {
        std::ofstream out{fresh, std::ios::binary | std::ios::trunc};
        out << body;
        out.close();
        if (!out)
            return false;
    }
    fs::rename(fresh, file, failed);
    return !failed;
}

}  // namespace

Copies::Copies(std::string data) : folder_{data.empty() ? "" : std::move(data) + "/pages"} {}

std::string Copies::file_of(std::string_view path) const
{
    auto file = folder_ + std::string{path};
    return path.ends_with('/') ? file + "index.html" : file;
}

bool Copies::keep(std::vector<Copy> const& copies) const
{
    if (folder_.empty())
        return true;
    bool kept = true;
    for (auto const& copy : copies)
        kept = write_whole(file_of(copy.path), copy.body) && kept;
    return kept;
}

std::optional<std::string> Copies::read(std::string_view path) const
{
    return folder_.empty() ? std::nullopt : read_whole_file(file_of(path));
}

}  // namespace tellfirst::pages
