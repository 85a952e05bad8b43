#include "pages/mirror/write_whole.hpp"

#include <filesystem>
#include <fstream>

namespace tellfirst::pages {

bool write_whole(std::string const& file, std::string_view body)
{
    namespace fs = std::filesystem;
    fs::path const path{file};
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    auto const fresh = path.parent_path() / ("." + path.filename().string() + ".new");
    {
        std::ofstream out{fresh, std::ios::binary | std::ios::trunc};
        out << body;
        out.close();
        if (!out)
            return false;
    }
    fs::rename(fresh, path, failed);
    return !failed;
}

}  // namespace tellfirst::pages
