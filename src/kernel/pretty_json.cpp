#include "kernel/pretty_json.hpp"

namespace tellfirst {
namespace {

void write(std::string& text, Json const& value, std::size_t depth);

// `write_each(item)` writes what stands in one line of the list or object.
template <class Items, class WriteEach>
void write_lines(
    std::string& text, Items const& items, std::size_t depth, WriteEach const& write_each)
{
    bool is_first = true;
    for (auto const& item : items) {
        text += is_first ? "\n" : ",\n";
        text.append((depth + 1) * 2, ' ');
        write_each(item);
        is_first = false;
    }
    text += '\n';
    text.append(depth * 2, ' ');
}

void write(std::string& text, Json const& value, std::size_t depth)
{
    if (auto const* object = value.if_object(); object && !object->empty()) {
        text += '{';
        write_lines(text, *object, depth, [&](auto const& member) {
            text += write_json(Json(member.key())) + ": ";
            write(text, member.value(), depth + 1);
        });
        text += '}';
    } else if (auto const* list = value.if_array(); list && !list->empty()) {
        text += '[';
        write_lines(text, *list, depth, [&](Json const& item) { write(text, item, depth + 1); });
        text += ']';
    } else {
        text += write_json(value);
    }
}

}  // namespace

std::string pretty_json(Json const& value)
{
    std::string text;
    write(text, value, 0);
    return text;
}

}  // namespace tellfirst
