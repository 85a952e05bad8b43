#include "kernel/digest.hpp"
#include "kernel/files.hpp"
#include "tickets/tickets.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

// Large messages are files, named by their content: the same message kept twice is one file, and
// a crash between the file and its row leaves a file that nobody names, never a row without one.
namespace tellfirst::tickets {
namespace {

std::string folder_of(Settings const& settings)
{
    return settings.data + "/mails";
}

class OpenFile {
  public:
    OpenFile(std::string const& path, int flags)
        : file_{::open(path.c_str(), flags | O_CLOEXEC, 0600)}
    {
        check(file_ >= 0);
    }
    ~OpenFile() { ::close(file_); }
    OpenFile(OpenFile const&) = delete;
    OpenFile& operator=(OpenFile const&) = delete;

    void write(std::string_view text) const
    {
        while (!text.empty()) {
            auto const written = ::write(file_, text.data(), text.size());
            check(written > 0);
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const { check(::fsync(file_) == 0); }

  private:
    static void check(bool good)
    {
        if (!good)
            throw std::system_error{errno, std::generic_category(), "a mail cannot be kept"};
    }

    int file_;
};

// A name of its own while it is written: two recipients' threads may keep the same message. What a
// full disk left of it goes at once, or each new attempt of the sender would fill the disk further.
void write_durably(std::string const& path, std::string_view text)
{
    auto const fresh = path + "." + random_secret();
    try {
        {
            OpenFile const file{fresh, O_WRONLY | O_CREAT | O_EXCL};
            file.write(text);
            file.sync();
        }
        std::filesystem::rename(fresh, path);
    } catch (...) {
        ::unlink(fresh.c_str());
        throw;
    }
}

}  // namespace

Kept keep_raw(Settings const& settings, std::string raw)
{
    auto const size = static_cast<std::int64_t>(raw.size());
    if (raw.size() <= largest_in_row)
        return {.raw = std::move(raw), .file = {}, .size = size};
    auto const folder = folder_of(settings);
    std::filesystem::create_directories(folder);
    auto const name = to_hex(sha256(raw));
    write_durably(folder + "/" + name, raw);
    OpenFile{folder, O_RDONLY | O_DIRECTORY}.sync();
    return {.raw = {}, .file = name, .size = size};
}

std::string load_raw(Settings const& settings, Kept const& kept)
{
    if (kept.file.empty())
        return kept.raw;
    auto raw = read_whole_file(folder_of(settings) + "/" + kept.file);
    if (!raw)
        throw std::runtime_error{"the file of a mail is not there"};
    return *std::move(raw);
}

}  // namespace tellfirst::tickets
