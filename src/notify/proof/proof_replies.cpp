#include "kernel/text.hpp"
#include "notify/proof/proof_csv.hpp"
#include "wire/http/list.hpp"

namespace tellfirst::notify {
namespace {

constexpr std::size_t most_letters = 200;
constexpr std::size_t most_words = 8;  // each is looked for in all lines
// Of the file: about 150 KB, made in a few milliseconds, so it keeps nobody waiting.
constexpr int lines_a_piece = 1'000;

Result<LinesWanted> wanted_of(http::Request const& request)
{
    auto const side = request.parameter_as<Side>("side");
    if (!side)
        return side.error();
    LinesWanted wanted{.side = *side, .contact = {}, .words = {}};
    if (auto const contact = request.parameter("contact"); contact && !contact->empty()) {
        wanted.contact = ContactId::parse(*contact);
        if (!wanted.contact)
            return invalid("input.invalid", "contact", "contact: " + ContactId::expectation());
    }
    auto const q = request.parameter("q").value_or("");
    if (q.size() > most_letters)
        return invalid("input.invalid", "q", fmt::format("q has at most {} bytes.", most_letters));
    for (auto const word : split(q, ' '))
        if (!trim(word).empty())
            wanted.words.emplace_back(trim(word));
    if (wanted.words.size() > most_words)
        return invalid("input.invalid", "q", fmt::format("q has at most {} words.", most_words));
    return wanted;
}

Result<LineCursor> cursor_of(http::Request const& request)
{
    auto const text = request.parameter("after").value_or("");
    if (text.empty())
        return LineCursor{};
    if (auto const cursor = LineCursor::parse(text))
        return *cursor;
    return invalid("input.invalid", "after", "after is the next of the page before.");
}

}  // namespace

Result<http::Reply> reply_proof_lines(http::Request const& request, Call& call, About const& about)
{
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto const wanted = wanted_of(request);
    if (!wanted)
        return wanted.error();
    auto const cursor = cursor_of(request);
    if (!cursor)
        return cursor.error();
    auto lines = proof_lines(call.tx, about, *cursor, *wanted, *limit + 1);
    return http::ok(to_json(http::page_of(std::move(lines), *limit, [](ProofLine const& line) {
        return LineCursor::of(line).text();
    })));
}

http::Reply reply_proof_file(About const& about)
{
    auto rest = [about, cursor = LineCursor{}](Call& call) mutable {
        auto const lines = proof_lines(call.tx, about, cursor, {}, lines_a_piece);
        if (!lines.empty())
            cursor = LineCursor::of(lines.back());
        return csv_of(lines);
    };
    return {
        .body = csv_head(),
        .type = "text/csv; charset=utf-8",
        .headers =
            {{"content-disposition",
              fmt::format("attachment; filename=\"proof-{}.csv\"", about.text())}},
        .more = std::move(rest)};
}

}  // namespace tellfirst::notify
