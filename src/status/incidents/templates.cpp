#include "status/incidents/templates.hpp"

#include "kernel/text.hpp"
#include "status/incidents/template_store.hpp"
#include "status/limits.hpp"

namespace tellfirst::status {
namespace {

// Whoever has more finds none of them in a bad hour.
constexpr std::int64_t most_templates = 500;

Result<void> check(Call& call, NewTemplate const& wish, std::optional<TemplateId> itself)
{
    auto const name = trim(wish.name);
    if (name.empty() || name.size() > longest_title)
        return invalid("template.needs_name", "name", "A template needs a name of 1 to 200 bytes.");
    if (trim(wish.text).empty())
        return invalid("template.needs_text", "text", "Write what is to be said.");
    if (wish.text.size() > longest_text)
        return invalid("template.too_long", "text", "A public word has at most 10,000 bytes.");
    if (wish.title.size() > longest_title)
        return invalid("template.too_long", "title", "A title has at most 200 bytes.");
    auto const named = store::template_named(call.tx, wish.kind, name);
    if (named && named != itself)
        return invalid("template.name_taken", "name", "There is one of this name already.");
    return {};
}

void fill(Template& one, NewTemplate const& wish)
{
    one.name = trim(wish.name);
    one.kind = wish.kind;
    one.title = trim(wish.title);
    one.text = wish.text;
}

}  // namespace

Result<Template> add_template(Call& call, NewTemplate const& wish)
{
    if (auto const good = check(call, wish, std::nullopt); !good)
        return good.error();
    if (store::count_templates(call.tx) >= most_templates)
        return invalid("template.too_many", "name", "There are 500 templates: remove some first.");
    Template one{.id = call.new_id<TemplateId>()};
    fill(one, wish);
    store::add_template(call.tx, one);
    call.tell(TemplateChanged{.id = one.id});
    return one;
}

Result<Template> change_template(
    Call& call, TemplateId id, NewTemplate const& wish, std::optional<std::int64_t> version)
{
    auto one = store::find_template(call.tx, id);
    if (!one)
        return not_found("template");
    if (version && *version != one->version)
        return stale();
    if (auto const good = check(call, wish, id); !good)
        return good.error();
    fill(*one, wish);
    store::save_template(call.tx, *one);
    call.tell(TemplateChanged{.id = id});
    return *one;
}

Result<Template> remove_template(Call& call, TemplateId id)
{
    auto const removed = store::find_template(call.tx, id);
    if (!removed)
        return not_found("template");
    store::remove_template(call.tx, id);
    call.tell(TemplateChanged{.id = id});
    return *removed;
}

std::optional<Template> find_template(db::Tx& tx, TemplateId id)
{
    return store::find_template(tx, id);
}

std::vector<Template> templates(db::Tx& tx, std::optional<TemplateId> after, int limit)
{
    return store::templates(tx, after, limit);
}

}  // namespace tellfirst::status
