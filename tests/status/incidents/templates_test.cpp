#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

namespace {

NewTemplate disk_full()
{
    return {.name = "Disk full", .title = "Galleries are down", .text = "A disk is full."};
}

Result<Template> add(support::World& world, NewTemplate const& wish)
{
    return world.write([&](Call& call) { return add_template(call, wish); });
}

Result<Template> change(
    support::World& world, TemplateId id, NewTemplate const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return change_template(call, id, wish, version); });
}

}  // namespace

TEST_CASE("templates: one is made, changed and removed")
{
    support::for_each_database([](support::World& world) {
        auto const made = add(world, disk_full());
        REQUIRE(made);
        auto wish = disk_full();
        wish.name = "Disk is full";
        auto const changed = change(world, made->id, wish, 1);
        REQUIRE(changed);
        CHECK(changed->version == 2);
        world.read([&](Call& call) {
            auto const all = templates(call.tx, std::nullopt, 9);
            REQUIRE(all.size() == 1);
            CHECK(to_json(all[0]) == to_json(*changed));
            CHECK(templates(call.tx, made->id, 9).empty());
        });
        REQUIRE(world.write([&](Call& call) { return remove_template(call, made->id); }));
        CHECK(world.read([&](Call& call) { return templates(call.tx, {}, 9); }).empty());
        support::ToldFact const fact{"TemplateChanged", made->id.text()};
        CHECK(said(world) == support::Told{fact, fact, fact});
    });
}

TEST_CASE("templates: a name stands once within its kind, in whatever letters")
{
    support::for_each_database([](support::World& world) {
        auto const first = add(world, disk_full());
        auto wish = disk_full();
        wish.name = "DISK FULL";
        CHECK(add(world, wish).error().code == "template.name_taken");
        CHECK(change(world, first->id, wish));
        wish.kind = TemplateKind::update;
        CHECK(add(world, wish));
    });
}

TEST_CASE("templates: what cannot be one is refused with its field")
{
    support::World world;
    struct Row {
        std::string code, field;
        std::function<void(NewTemplate&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"template.needs_name", "name", [](auto& wish) { wish.name = " "; }},
             {"template.needs_text", "text", [](auto& wish) { wish.text = "\n"; }},
             {"template.too_long", "text",
              [](auto& wish) { wish.text = std::string(10'001, 'x'); }},
             {"template.too_long", "title",
              [](auto& wish) { wish.title = std::string(201, 'x'); }}}) {
        CAPTURE(row.code);
        auto wish = disk_full();
        row.spoil(wish);
        auto const refused = add(world, wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
    CHECK(change(world, TemplateId{1}, disk_full()).error().code == "template.not_found");
    auto const made = add(world, disk_full());
    CHECK(change(world, made->id, disk_full(), 7).error().kind == Refusal::stale);
    auto const gone = world.write([&](Call& call) { return remove_template(call, TemplateId{1}); });
    CHECK(gone.error().code == "template.not_found");
}
