#include "pages/mirror/write.hpp"

#include "kernel/files.hpp"
#include "pages/aging/aged.hpp"
#include "pages/copies.hpp"
#include "pages/mirror/document.hpp"
#include "pages/mirror/write_whole.hpp"

#include <filesystem>
#include <set>

namespace tellfirst::pages {
namespace {

namespace fs = std::filesystem;

struct Written {
    std::vector<std::string> files;
};
BOOST_DESCRIBE_STRUCT(Written, (), (files))

// "/de/" and "/de" are one file: a web server leads from the second to the first.
std::string file_of(Copy const& copy)
{
    auto file = copy.host + copy.path;
    auto const name = std::string_view{file}.substr(file.rfind('/') + 1);
    if (name.empty())
        return file + "index.html";
    bool const has_ending = name.contains('.');
    return copy.type.starts_with("text/html") && !has_ending ? file + "/index.html" : file;
}

std::string list_in(std::string const& folder)
{
    return folder + "/written.json";
}

std::set<std::string> read_list(std::string const& folder)
{
    auto const text = read_whole_file(list_in(folder));
    auto const json = text ? parse_json(*text) : Result<Json>{not_found("list")};
    auto const written = json ? from_json<Written>(*json) : Result<Written>{json.error()};
    if (!written)
        return {};
    // Whoever else may write into the folder must not make us remove what is not in it.
    std::set<std::string> files;
    for (auto const& file : written->files)
        if (is_plain_path('/' + file))
            files.insert(file);
    return files;
}

bool keep_list(std::string const& folder, std::set<std::string> const& files)
{
    return write_whole(
        list_in(folder), write_json(to_json(Written{.files = {files.begin(), files.end()}})));
}

void remove_file(fs::path const& folder, std::string const& file)
{
    std::error_code failed;
    auto path = folder / file;
    fs::remove(path, failed);
    for (path = path.parent_path(); path != folder && fs::is_empty(path, failed) && !failed;
         path = path.parent_path())
        fs::remove(path, failed);
}

Problem not_written(std::string const& file)
{
    return {
        .kind = Refusal::unavailable,
        .code = "mirror.not_written",
        .detail = fmt::format("{} cannot be written.", file)};
}

}  // namespace

Mirror::Mirror(std::string data, std::string folder)
    : data_{std::move(data)}, folder_{std::move(folder)}
{
}

Result<std::optional<Mirrored>> Mirror::write(Instant now)
{
    Copies const copies{data_};
    bool const is_known = made_ && copies.made() == made_;
    if (is_known && (!ages_at_ || now < *ages_at_))
        return std::optional<Mirrored>{};
    auto const snapshot = copies.read();
    if (!snapshot)
        return Problem{
            .kind = Refusal::unavailable,
            .code = "mirror.nothing_yet",
            .detail = fmt::format("No server has shown pages from {} yet.", data_)};
    auto const mirrored = write_mirror(aged(*snapshot, now), folder_);
    if (!mirrored)
        return mirrored.error();
    made_ = snapshot->made;
    ages_at_ = next_to_age(*snapshot, now);
    return std::optional{*mirrored};
}

Result<Mirrored> write_mirror(Snapshot const& snapshot, std::string const& folder)
{
    Mirrored mirrored{.made = snapshot.made};
    std::map<std::string, Body> pages;
    std::map<std::string, Body> documents;  // last: they name what is there by then
    std::set<std::string_view> hosts;
    for (auto const& copy : snapshot.copies) {
        hosts.insert(copy.host);
        (copy.path == mirror_path ? documents : pages).emplace(file_of(copy), copy.body);
    }
    std::set<std::string> fresh;
    for (auto const* const part : {&pages, &documents})
        for (auto const& [file, body] : *part)
            fresh.insert(file);

    auto const old = read_list(folder);
    auto both = old;
    both.insert(fresh.begin(), fresh.end());
    if (!keep_list(folder, both))
        return not_written(list_in(folder));
    for (auto const* const part : {&pages, &documents})
        for (auto const& [file, body] : *part) {
            auto const path = folder + '/' + file;
            if (read_whole_file(path) != body.text() && !write_whole(path, body.text()))
                return not_written(path);
        }
    for (auto const& file : old)
        if (!fresh.contains(file))
            remove_file(folder, file);
    if (!keep_list(folder, fresh))
        return not_written(list_in(folder));
    mirrored.hosts = hosts.size();
    mirrored.files = fresh.size();
    return mirrored;
}

}  // namespace tellfirst::pages
