#pragma once
// Words that were prepared in a quiet hour. They are offered, never sent by themselves.
#include "db/db.hpp"
#include "kernel/ids.hpp"

namespace tellfirst::status {

enum class TemplateKind { incident, update, window };
BOOST_DESCRIBE_ENUM(TemplateKind, incident, update, window)

struct NewTemplate {
    static constexpr std::array<std::string_view, 3> required{"name", "kind", "text"};
    std::string name;
    TemplateKind kind = TemplateKind::incident;
    std::string title;  // an update has none
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewTemplate, (), (name, kind, title, text))

struct Template {
    TemplateId id;
    std::string name;
    TemplateKind kind = TemplateKind::incident;
    std::string title;
    std::string text;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Template, (), (id, name, kind, title, text, version))

// Errors template.needs_name, template.name_taken (within its kind), template.needs_text,
// template.too_long, template.too_many.
[[nodiscard]] Result<Template> add_template(Call& call, NewTemplate const& wish);
// The same and template.not_found.
[[nodiscard]] Result<Template> change_template(
    Call& call, TemplateId id, NewTemplate const& wish, std::optional<std::int64_t> version);
// What was removed. Error template.not_found.
[[nodiscard]] Result<Template> remove_template(Call& call, TemplateId id);
[[nodiscard]] std::optional<Template> find_template(db::Tx& tx, TemplateId id);
// Oldest first.
[[nodiscard]] std::vector<Template>
templates(db::Tx& tx, std::optional<TemplateId> after, int limit);

// Made, changed or removed.
struct TemplateChanged {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "TemplateChanged";
    TemplateId id;
    [[nodiscard]] std::string subject() const { return id.text(); }
};
BOOST_DESCRIBE_STRUCT(TemplateChanged, (), (id))

}  // namespace tellfirst::status
