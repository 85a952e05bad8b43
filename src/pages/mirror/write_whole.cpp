#include "pages/mirror/write_whole.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace tellfirst::pages {
namespace {

constexpr int readable_by_all = 0644;  // whom the umask lets

// Closes what it opened.
class Descriptor {
  public:
    explicit Descriptor(int descriptor) : descriptor_{descriptor} {}
    ~Descriptor() { (void)close(); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    [[nodiscard]] bool write(std::string_view body) const
    {
        while (!body.empty()) {
            auto const taken = ::write(descriptor_, body.data(), body.size());
            if (taken <= 0)
                return false;
            body.remove_prefix(static_cast<std::size_t>(taken));
        }
        return true;
    }

    [[nodiscard]] bool close()
    {
        auto const open = std::exchange(descriptor_, -1);
        return open >= 0 && ::close(open) == 0;
    }

  private:
    int descriptor_;
};

}  // namespace

bool write_whole(std::string const& file, std::string_view body)
{
    namespace fs = std::filesystem;
    fs::path const path{file};
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    auto const fresh = path.parent_path() / ("." + path.filename().string() + ".new");
    // Who was stopped while he wrote has left one; and others may write into the folder, too, and
    // must not lead us elsewhere by a link.
    fs::remove(fresh, failed);
    Descriptor out{::open(
        fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, readable_by_all)};
    bool const is_written = out.write(body) && out.close();
    if (is_written)
        fs::rename(fresh, path, failed);
    if (!is_written || failed)
        fs::remove(fresh, failed);
    return is_written && !failed;
}

}  // namespace tellfirst::pages
