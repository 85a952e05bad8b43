#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace tellfirst::support {

// A folder of its own, gone with everything in it at the end.
class TempDir {
  public:
    explicit TempDir(std::filesystem::path const& parent = std::filesystem::temp_directory_path());
    ~TempDir();
    TempDir(TempDir const&) = delete;
    TempDir& operator=(TempDir const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    // The path of a file or folder inside, which need not exist.
    [[nodiscard]] std::string operator/(std::string_view name) const
    {
        return (path_ / name).string();
    }

  private:
    std::filesystem::path path_;
};

}  // namespace tellfirst::support
