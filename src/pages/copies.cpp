#include "pages/copies.hpp"

#include "kernel/files.hpp"
#include "pages/mirror/document.hpp"
#include "pages/mirror/write_whole.hpp"

#include <filesystem>
#include <set>

namespace tellfirst::pages {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = "/manifest.json";

// Between our reading the manifest and its bodies, the server may have put a newer one in its
// place.
constexpr int most_readings = 3;

struct KeptFile {
    std::string host;
    MirroredFile file;
};
BOOST_DESCRIBE_STRUCT(KeptFile, (), (host, file))

struct Manifest {
    Instant made;
    std::string default_host;
    std::vector<KeptFile> files;
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (made, default_host, files))

std::optional<Manifest> read_manifest(std::string const& file)
{
    auto const text = read_whole_file(file);
    auto const json = text ? parse_json(*text) : Result<Json>{not_found("copy")};
    auto manifest = json ? from_json<Manifest>(*json) : Result<Manifest>{json.error()};
    return manifest ? std::optional{*std::move(manifest)} : std::nullopt;
}

// A file that a power cut has torn is shorter than it should be.
bool is_there(std::string const& file, std::size_t size)
{
    std::error_code failed;
    return fs::file_size(file, failed) == size && !failed;
}

void forget_others(std::string const& folder, std::set<std::string> const& hashes)
{
    std::error_code failed;
    for (auto const& entry : fs::directory_iterator{folder, failed})
        if (!hashes.contains(entry.path().filename().string()))
            fs::remove(entry.path(), failed);
}

}  // namespace

Copies::Copies(std::string const& data) : folder_{data.empty() ? "" : data + "/pages"} {}

std::string Copies::file_of(std::string_view hash) const
{
    return fmt::format("{}/bodies/{}", folder_, hash);
}

bool Copies::keep(Snapshot const& snapshot) const
{
    if (folder_.empty())
        return true;
    Manifest manifest{.made = snapshot.made, .default_host = snapshot.default_host};
    std::set<std::string> hashes;
    for (auto const& copy : snapshot.copies) {
        auto file = mirrored(copy);
        bool const is_new = hashes.insert(file.sha256).second;
        auto const body = file_of(file.sha256);
        if (is_new && !is_there(body, copy.body.text().size()) &&
            !write_whole(body, copy.body.text()))
            return false;
        manifest.files.push_back({.host = copy.host, .file = std::move(file)});
    }
    if (!write_whole(folder_ + std::string{manifest_name}, write_json(to_json(manifest))))
        return false;
    forget_others(folder_ + "/bodies", hashes);
    return true;
}

std::optional<Instant> Copies::made() const
{
    auto const manifest = read_manifest(folder_ + std::string{manifest_name});
    return manifest ? std::optional{manifest->made} : std::nullopt;
}

std::optional<Snapshot> Copies::read() const
{
    std::optional<Snapshot> snapshot;
    for (int reading = 0; reading < most_readings && !folder_.empty(); ++reading) {
        auto const manifest = read_manifest(folder_ + std::string{manifest_name});
        if (!manifest)
            return std::nullopt;
        snapshot = {.made = manifest->made, .default_host = manifest->default_host, .copies = {}};
        for (auto const& kept : manifest->files) {
            auto text = read_whole_file(file_of(kept.file.sha256));
            Body body{std::move(text).value_or("")};
            if (body.hash() != kept.file.sha256)
                continue;
            auto& copy = snapshot->copies.emplace_back(copy_of(kept.file, std::move(body)));
            copy.host = kept.host;
        }
        if (snapshot->copies.size() == manifest->files.size())
            break;
    }
    return snapshot;
}

}  // namespace tellfirst::pages
