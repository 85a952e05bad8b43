#include "accounts/import_rows.hpp"

#include "accounts/faults.hpp"
#include "accounts/topics.hpp"
#include "kernel/text.hpp"

#include <unordered_map>

namespace tellfirst::accounts {
namespace {

enum class Column : std::size_t { account, plan, contact, email, services, topics, language, zone };
constexpr std::array<std::string_view, 8> column_names{"account",  "plan",   "contact",  "email",
                                                       "services", "topics", "language", "zone"};
constexpr std::size_t columns_needed = 4;  // the first ones; the others have defaults

using Services = std::optional<std::vector<ServiceId>>;

class Importer {
  public:
    explicit Importer(ImportLookups const& lookups) : lookups_{lookups} {}

    void fail(std::int64_t line, std::string detail)
    {
        if (preview_.errors.size() < most_line_errors)
            preview_.errors.push_back({line, std::move(detail)});
        else if (preview_.errors.size() == most_line_errors)
            preview_.errors.push_back({line, "and more: only the first 200 errors are listed"});
    }

    // Answers whether the rows below can be read at all.
    bool read_header(CsvRow const& header)
    {
        if (header.fields.size() == 1 &&
            header.fields[0].find_first_of(";\t") != std::string::npos) {
            fail(header.line, "separate the columns by commas");
            return false;
        }
        for (std::size_t i = 0; i < header.fields.size(); ++i) {
            auto const name = ascii_lower(trim(header.fields[i]));
            auto const known = std::ranges::find(column_names, name);
            if (known == column_names.end()) {
                fail(header.line, fmt::format("there is no column \"{}\"", name));
                continue;
            }
            auto& position = positions_[static_cast<std::size_t>(known - column_names.begin())];
            if (position)
                fail(header.line, fmt::format("the column \"{}\" stands twice", name));
            position = i;
        }
        for (std::size_t i = 0; i < columns_needed; ++i)
            if (!positions_[i])
                fail(header.line, fmt::format("the column \"{}\" is missing", column_names[i]));
        width_ = header.fields.size();
        return preview_.errors.empty();
    }

    void read_row(CsvRow const& row)
    {
        row_ = &row;
        if (row.fields.size() != width_)
            return fail(
                row.line,
                fmt::format("has {} fields, the header has {}", row.fields.size(), width_));
        auto* const owner = read_account();
        if (field(Column::contact).empty() && field(Column::email).empty())
            return;
        auto somebody = read_contact();  // all that is wrong is said at once
        if (owner != nullptr && somebody) {
            owner->contacts.push_back(*std::move(somebody));
            ++preview_.contacts;
        }
    }

    [[nodiscard]] ImportPreview take() &&
    {
        for (auto const& wish : preview_.accounts)
            preview_.unknown_exposure += wish.services || lookups_.has_rule(wish.plan) ? 0 : 1;
        return std::move(preview_);
    }

  private:
    [[nodiscard]] std::string_view field(Column column) const
    {
        auto const position = positions_[static_cast<std::size_t>(column)];
        return position ? trim(row_->fields[*position]) : std::string_view{};
    }

    void fail_here(std::string detail) { fail(row_->line, std::move(detail)); }

    // The account that the row belongs to, made by the first row that names it.
    NewAccount* read_account()
    {
        auto const name = std::string{field(Column::account)};
        if (auto const faults = faults_in_name("account", "account", name); !faults.empty()) {
            fail_here("account: " + faults.front().detail);
            return nullptr;
        }
        auto const bought = read_plan();
        auto used = read_services();
        if (!bought || !used)
            return nullptr;
        auto const [known, is_new] =
            by_name_.emplace(name, Known{preview_.accounts.size(), row_->line});
        if (is_new)
            return &preview_.accounts.emplace_back(
                NewAccount{.name = name, .plan = *bought, .services = *std::move(used)});

        auto& first = preview_.accounts[known->second.index];
        auto const line = known->second.line;
        if (first.plan != *bought)
            fail_here(fmt::format("plan: account \"{}\" has another plan on line {}", name, line));
        if (first.services != *used)
            fail_here(fmt::format("services: account \"{}\" has others on line {}", name, line));
        if (first.contacts.size() == most_contacts)
            fail_here("an account has at most 1000 contacts");
        return &first;
    }

    std::optional<PlanId> read_plan()
    {
        auto const found = lookups_.plan_named(field(Column::plan));
        if (!found)
            fail_here(fmt::format("plan: there is no plan \"{}\"", field(Column::plan)));
        return found;
    }

    // Empty: not known. The outer optional is empty where the field is wrong.
    std::optional<Services> read_services()
    {
        auto const text = field(Column::services);
        if (text.empty())
            return Services{};
        std::vector<ServiceId> used;
        if (text == "none")
            return Services{used};
        auto const names = split(text, ';');
        for (auto const name : names) {
            auto const found = lookups_.service_named(trim(name));
            if (!found) {
                fail_here(fmt::format("services: there is no service \"{}\"", trim(name)));
                return std::nullopt;
            }
            used.push_back(*found);
        }
        std::ranges::sort(used);
        auto const doubled = std::ranges::unique(used);
        used.erase(doubled.begin(), doubled.end());
        return Services{std::move(used)};
    }

    std::optional<NewContact> read_contact()
    {
        auto const address = Email::parse(field(Column::email));
        if (!address) {
            fail_here(fmt::format("email: \"{}\" is not an address", field(Column::email)));
            return std::nullopt;
        }
        NewContact wish{.name = std::string{field(Column::contact)}, .email = *address};
        if (!field(Column::language).empty())
            wish.language = field(Column::language);
        if (!field(Column::zone).empty())
            wish.zone = field(Column::zone);
        if (!field(Column::topics).empty()) {
            wish.topics = parse_topics(field(Column::topics));
            if (!wish.topics)
                fail_here(fmt::format("topics: \"{}\" are not all topics", field(Column::topics)));
        }
        for (auto const& fault : faults_in(wish))
            fail_here((fault.field == "name" ? "contact" : fault.field) + ": " + fault.detail);

        auto const [first, is_new] = by_email_.emplace(address->key(), row_->line);
        if (!is_new)
            fail_here(
                fmt::format("email: {} stands on line {} already", address->text(), first->second));
        else if (lookups_.is_taken(*address))
            fail_here(fmt::format("email: {} is a contact already", address->text()));
        return wish;
    }

    struct Known {
        std::size_t index;
        std::int64_t line;
    };

    ImportLookups const& lookups_;
    ImportPreview preview_;
    std::array<std::optional<std::size_t>, column_names.size()> positions_;  // of each Column
    std::size_t width_ = 0;
    CsvRow const* row_ = nullptr;  // the one being read
    std::unordered_map<std::string, Known> by_name_;
    std::unordered_map<std::string, std::int64_t> by_email_;
};

}  // namespace

ImportPreview preview_of(CsvTable const& table, ImportLookups const& lookups)
{
    Importer importer{lookups};
    if (table.rows.empty() && !table.broken)
        importer.fail(1, "the file is empty");
    if (!table.rows.empty() && importer.read_header(table.rows.front())) {
        for (auto const& row : std::span{table.rows}.subspan(1))
            importer.read_row(row);
        if (table.rows.size() == 1 && !table.broken)
            importer.fail(1, "there is nothing below the header");
    }
    if (table.broken)
        importer.fail(table.broken->line, table.broken->detail);
    return std::move(importer).take();
}

}  // namespace tellfirst::accounts
