#pragma once
#include "status/incidents/templates.hpp"

namespace tellfirst::status::store {

void add_template(db::Tx& tx, Template const& one);
void save_template(db::Tx& tx, Template& one);  // counts the version up
void remove_template(db::Tx& tx, TemplateId id);
[[nodiscard]] std::optional<Template> find_template(db::Tx& tx, TemplateId id);
// In any case of its letters.
[[nodiscard]] std::optional<TemplateId>
template_named(db::Tx& tx, TemplateKind kind, std::string_view name);
[[nodiscard]] std::vector<Template>
templates(db::Tx& tx, std::optional<TemplateId> after, int limit);
[[nodiscard]] std::int64_t count_templates(db::Tx& tx);

}  // namespace tellfirst::status::store
