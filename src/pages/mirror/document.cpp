#include "pages/mirror/document.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

namespace tellfirst::pages {
namespace {

constexpr std::size_t longest_path = 500;

// What our pages are, and all that they say beside. Another header could set cookies, or mean
// something to whoever stands between us and the reader.
constexpr std::array<std::string_view, 11> known_types{
    "text/html; charset=utf-8",
    "application/json",
    "application/json; charset=utf-8",
    "application/atom+xml; charset=utf-8",
    "application/rss+xml; charset=utf-8",
    "text/calendar; charset=utf-8",
    "text/javascript; charset=utf-8",
    "text/plain",
    "text/plain; charset=utf-8",
    "image/svg+xml",
    "image/png"};
constexpr std::array<std::string_view, 4> known_headers{
    "access-control-allow-origin", "cache-control", "content-security-policy", "x-robots-tag"};
constexpr std::size_t letters_of_sha256 = 64;

bool is_among(std::span<std::string_view const> known, std::string_view one)
{
    return std::ranges::find(known, one) != known.end();
}

bool is_plain(MirroredFile const& file)
{
    auto const is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    auto const is_known = [](HeaderLine const& line) {
        return is_among(known_headers, line.name) &&
               std::ranges::all_of(line.value, [](char c) { return c >= ' ' && c < 0x7f; });
    };
    return is_plain_path(file.path) && is_among(known_types, file.type) &&
           file.sha256.size() == letters_of_sha256 && std::ranges::all_of(file.sha256, is_hex) &&
           std::ranges::all_of(file.headers, is_known);
}

}  // namespace

bool is_plain_path(std::string_view path)
{
    return path.starts_with('/') && path.size() <= longest_path && !path.contains("//") &&
           std::ranges::none_of(
               split(path, '/'), [](auto part) { return part == ".." || part == "."; }) &&
           std::ranges::all_of(path, [](char c) {
               return c > ' ' && c < 0x7f && !std::string_view{"\\%?#:"}.contains(c);
           });
}

MirroredFile mirrored(Copy const& copy)
{
    MirroredFile file{
        .path = copy.path, .type = copy.type, .headers = {}, .sha256 = copy.body.hash()};
    for (auto const& [name, value] : copy.headers)
        file.headers.push_back({name, value});
    return file;
}

Copy copy_of(MirroredFile const& file, Body body)
{
    Copy copy{.host = {}, .path = file.path, .type = file.type, .body = std::move(body)};
    for (auto const& [name, value] : file.headers)
        copy.headers.emplace_back(name, value);
    return copy;
}

std::vector<Copy> mirror_documents(Snapshot const& snapshot)
{
    std::map<std::string, MirrorDocument> documents;
    for (auto const& copy : snapshot.copies)
        documents[copy.host].files.push_back(mirrored(copy));
    std::vector<Copy> copies;
    for (auto& [host, document] : documents) {
        document.made = snapshot.made;
        copies.push_back(
            {.host = host,
             .path = std::string{mirror_path},
             .type = "application/json",
             .headers = {{"cache-control", "no-cache"}},
             .body = write_json(to_json(document))});
    }
    return copies;
}

Result<MirrorDocument> read_mirror_document(std::string_view text)
{
    auto const json = parse_json(text);
    if (!json)
        return json.error();
    auto document = from_json<MirrorDocument>(*json);
    if (!document)
        return document.error();
    if (document->files.size() > most_mirrored_files ||
        !std::ranges::all_of(document->files, is_plain))
        return invalid(
            "mirror.bad_document", "files", "The list of pages is none that we would write.");
    return document;
}

}  // namespace tellfirst::pages
