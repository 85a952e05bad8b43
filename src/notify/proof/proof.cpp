#include "notify/proof/proof.hpp"

#include "notify/proof/line_store.hpp"

#include <algorithm>
#include <iterator>

namespace tellfirst::notify {
namespace {

// Where this notice's own lines go on, so that all are behind the cursor: those of its contact have
// been read to their end in earlier notices, and not begun in later ones.
store::BehindDelivery within(LineCursor const& cursor, NoticeId notice)
{
    if (notice < cursor.notice)
        return {.notice = notice, .recipient = cursor.recipient + 1, .channel = ""};
    bool const is_same = notice == cursor.notice && cursor.channel;
    return {
        .notice = notice,
        .recipient = cursor.recipient,
        .channel = is_same ? name_of(*cursor.channel) : ""};
}

// The first of what each notice has behind the cursor are the first of all. Each is asked by its
// key, so a page costs the same wherever it begins; and not for more than may still be among them.
std::vector<ProofLine> lines_of_contacts(
    db::Tx& tx, std::string const& about, LineCursor const& cursor, LinesWanted const& wanted,
    int most)
{
    std::vector<ProofLine> first;
    auto const order = [](ProofLine const& line) { return std::pair{line.contact, line.notice}; };
    for (auto const notice : store::notices_of(tx, about)) {
        auto range = within(cursor, notice);
        if (std::ssize(first) == most)
            range.upto = first.back().contact.value().value();
        auto const lines = store::contact_lines(tx, about, range, wanted, most);
        std::vector<ProofLine> merged;
        std::ranges::merge(first, lines, std::back_inserter(merged), {}, order, order);
        merged.resize(std::min(merged.size(), static_cast<std::size_t>(most)));
        first = std::move(merged);
    }
    return first;
}

}  // namespace

Proof proof_of(db::Tx& tx, About const& about)
{
    return store::count_sides(tx, about.text());
}

std::vector<ProofLine> proof_lines(
    db::Tx& tx, About const& about, LineCursor const& behind, LinesWanted const& wanted, int most)
{
    std::vector<ProofLine> lines;
    if (!behind.post)
        lines = lines_of_contacts(tx, about.text(), behind, wanted, most);
    if (auto const left = most - static_cast<int>(lines.size()); left > 0)
        std::ranges::move(
            store::webhook_lines(
                tx, about.text(), behind.post.value_or(WebhookDeliveryId{}), wanted, left),
            std::back_inserter(lines));
    return lines;
}

}  // namespace tellfirst::notify
