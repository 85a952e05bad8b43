#include "wire/lmtp/data_reader.hpp"

#include <algorithm>
#include <utility>

namespace tellfirst::lmtp {

std::size_t DataReader::add(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && at_ != At::end) {
        if (at_ == At::line)
            used += add_plain(bytes.substr(used));
        if (used < bytes.size())
            step(bytes[used++]);
    }
    return used;
}

// Inside a line nothing happens before the next CR or LF.
std::size_t DataReader::add_plain(std::string_view bytes)
{
    auto const* const end =
        std::ranges::find_if(bytes, [](char c) { return c == '\r' || c == '\n'; });
    auto const count = static_cast<std::size_t>(end - bytes.begin());
    keep(bytes.substr(0, count));
    return count;
}

void DataReader::step(char c)
{
    auto const after_cr = at_ == At::cr || at_ == At::dot_cr;
    if ((c == '\n') != after_cr)
        refuse(Refusal::bare_line_end);
    if (at_ == At::line_start && c == '.') {
        at_ = At::dot;  // stuffed, or the end: the next two bytes tell
    } else if (at_ == At::dot && c == '\r') {
        at_ = At::dot_cr;
    } else if (at_ == At::dot_cr && c == '\n') {
        at_ = At::end;
    } else {
        keep({&c, 1});
        at_ = c == '\r' ? At::cr : c == '\n' && after_cr ? At::line_start : At::line;
    }
}

void DataReader::keep(std::string_view bytes)
{
    if (refusal_ != Refusal::none)
        return;
    if (text_.size() + bytes.size() > largest_)
        return refuse(Refusal::too_large);
    text_ += bytes;
}

void DataReader::refuse(Refusal why)
{
    if (refusal_ == Refusal::none)
        refusal_ = why;
    text_ = {};
}

std::string DataReader::take()
{
    at_ = At::line_start;
    refusal_ = Refusal::none;
    return std::exchange(text_, {});
}

}  // namespace tellfirst::lmtp
