#pragma once
// Lists: every one of them is answered in pages, in the same way.
#include "wire/http/message.hpp"

namespace tellfirst::http {

// `next` is the cursor of the page behind this one; null on the last.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;

    BOOST_DESCRIBE_CLASS(Page, (), (items, next), (), ())
};

// The page of rows of which one more was read than it may hold, so that we know whether there is
// another. The cursor of a row is its id, or what `cursor_of` says.
template <class T, class Cursor>
[[nodiscard]] Page<T> page_of(std::vector<T> rows, int limit, Cursor const& cursor_of)
{
    Page<T> page{.items = std::move(rows), .next = {}};
    if (std::ssize(page.items) > limit) {
        page.items.resize(static_cast<std::size_t>(limit));
        page.next = cursor_of(page.items.back());
    }
    return page;
}

template <class T>
[[nodiscard]] Page<T> page_of(std::vector<T> rows, int limit)
{
    return page_of(std::move(rows), limit, [](T const& row) { return row.id.text(); });
}

// Answers the page that the request asks for by `after` (an id) and `limit`. `read(after, most)`
// answers at most so many rows from behind that one.
template <class AnId, class Read>
[[nodiscard]] Result<Reply> list(Request const& request, Read const& read)
{
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto const after = request.after<AnId>();
    if (!after)
        return after.error();
    return ok(to_json(page_of(read(*after, *limit + 1), *limit)));
}

}  // namespace tellfirst::http
