#include "accounts/csv.hpp"

#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Stands before the next byte to read. Where the text stops being CSV it is at its end at once, so
// no function has to ask whether the one before it succeeded.
class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : rest_{text} {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::optional<LineError> const& broken() const { return broken_; }

    // Means nothing where the reader is broken afterwards.
    [[nodiscard]] CsvRow read_row()
    {
        CsvRow row{.line = line_};
        row.fields.push_back(read_field());
        while (take(',')) {
            if (row.fields.size() == most_csv_fields)
                fail(line_, "has more than 64 fields");
            row.fields.push_back(read_field());
        }
        if (!at_end() && !take_line_end())
            fail(line_, "a quoted field goes on behind its closing quote");
        return row;
    }

  private:
    void fail(std::int64_t line, std::string detail)
    {
        if (!broken_)
            broken_ = LineError{line, std::move(detail)};
        rest_ = {};
    }

    bool take(char wanted)
    {
        if (!rest_.starts_with(wanted))
            return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool take_line_end()
    {
        if (rest_.starts_with("\r\n"))
            rest_.remove_prefix(1);
        if (!take('\n'))
            return false;
        ++line_;
        return true;
    }

    [[nodiscard]] std::string read_field()
    {
        auto const begins = line_;
        auto field = take('"') ? read_quoted() : read_plain();
        if (field.size() > longest_csv_field)
            fail(begins, "has a field of more than 16 KiB");
        if (!is_utf8(field) || field.contains('\0'))
            fail(begins, "is not UTF-8 text");
        return field;
    }

    [[nodiscard]] std::string read_plain()
    {
        auto const end = std::min(rest_.find_first_of(",\n\""), rest_.size());
        auto field = rest_.substr(0, end);
        rest_.remove_prefix(end);
        if (rest_.starts_with('"'))
            fail(line_, "a quote stands inside a field that does not begin with one");
        if (rest_.starts_with('\n') && field.ends_with('\r'))
            field.remove_suffix(1);
        return std::string{field};
    }

    [[nodiscard]] std::string read_quoted()
    {
        auto const begins = line_;
        std::string field;
        while (true) {
            auto const end = rest_.find('"');
            if (end == std::string_view::npos) {
                fail(begins, "a quoted field is never closed");
                return field;
            }
            auto const part = rest_.substr(0, end);
            line_ += std::ranges::count(part, '\n');
            field += part;
            rest_.remove_prefix(end + 1);
            if (!take('"'))
                return field;
            field += '"';
        }
    }

    std::string_view rest_;
    std::int64_t line_ = 1;
    std::optional<LineError> broken_;
};

}  // namespace

CsvTable read_csv(std::string_view text)
{
    CsvTable table;
    if (text.size() > most_csv_bytes) {
        table.broken = LineError{1, "the file is larger than 32 MiB: import it in parts"};
        return table;
    }
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    CsvReader reader{text};
    while (!reader.at_end()) {
        auto row = reader.read_row();
        if (reader.broken()) {
            table.broken = reader.broken();
            break;
        }
        if (row.fields.size() == 1 && trim(row.fields.front()).empty())
            continue;
        if (table.rows.size() == most_csv_rows) {
            table.broken = LineError{row.line, "is beyond 200000 rows: import it in parts"};
            break;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace tellfirst::accounts
