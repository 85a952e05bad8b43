#include "status/incidents/template_store.hpp"

#include "kernel/text.hpp"

namespace tellfirst::status::store {

void add_template(db::Tx& tx, Template const& one)
{
    tx.run(
        R"sql(
        INSERT INTO status_templates (id, kind, name, name_key, title, text, version)
        VALUES (:id, :kind, :name, :name_key, :title, :text, :version))sql",
        {{"id", one.id},
         {"kind", one.kind},
         {"name", one.name},
         {"name_key", ascii_lower(one.name)},
         {"title", one.title},
         {"text", one.text},
         {"version", one.version}});
}

void save_template(db::Tx& tx, Template& one)
{
    ++one.version;
    tx.run(
        R"sql(
        UPDATE status_templates
        SET    kind = :kind, name = :name, name_key = :name_key, title = :title, text = :text,
               version = :version
        WHERE  id = :id)sql",
        {{"id", one.id},
         {"kind", one.kind},
         {"name", one.name},
         {"name_key", ascii_lower(one.name)},
         {"title", one.title},
         {"text", one.text},
         {"version", one.version}});
}

void remove_template(db::Tx& tx, TemplateId id)
{
    tx.run("DELETE FROM status_templates WHERE id = :id", {{"id", id}});
}

std::optional<Template> find_template(db::Tx& tx, TemplateId id)
{
    return tx.one<Template>(
        R"sql(
        SELECT id, name, kind, title, text, version
        FROM   status_templates
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::optional<TemplateId> template_named(db::Tx& tx, TemplateKind kind, std::string_view name)
{
    return tx.one<TemplateId>(
        R"sql(
        SELECT id
        FROM   status_templates
        WHERE  kind = :kind AND name_key = :name_key)sql",
        {{"kind", kind}, {"name_key", ascii_lower(name)}});
}

std::vector<Template> templates(db::Tx& tx, std::optional<TemplateId> after, int limit)
{
    return tx.all<Template>(
        R"sql(
        SELECT id, name, kind, title, text, version
        FROM   status_templates
        WHERE  id > :after
        ORDER BY id
        LIMIT  :limit)sql",
        {{"after", after.value_or(TemplateId{1})}, {"limit", limit}});
}

std::int64_t count_templates(db::Tx& tx)
{
    return *tx.one<std::int64_t>("SELECT COUNT(*) FROM status_templates");
}

}  // namespace tellfirst::status::store
