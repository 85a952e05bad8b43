#include "support/temp_dir.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace tellfirst::support {

TempDir::TempDir(std::filesystem::path const& parent)
{
    auto name = (parent / "tellfirst-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::system_error{errno, std::generic_category(), "mkdtemp"};
    path_ = name;
}

TempDir::~TempDir()
{
    std::error_code ignored;  // a test must not fail because a peer still holds a file
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace tellfirst::support
