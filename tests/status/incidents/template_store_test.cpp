#include "status/incidents/template_store.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

TEST_CASE("template store: a template comes back as it was saved, oldest first")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            Template one{
                .id = TemplateId{5},
                .name = "Disk full",
                .kind = TemplateKind::window,
                .title = "New disks",
                .text = "Galleries are read-only."};
            store::add_template(call.tx, one);
            store::add_template(
                call.tx, {.id = TemplateId{4}, .name = "Other", .kind = TemplateKind::window});
            one.text = "All is read-only.";
            store::save_template(call.tx, one);
            CHECK(one.version == 2);
            CHECK(to_json(*store::find_template(call.tx, one.id)) == to_json(one));
            CHECK(store::count_templates(call.tx) == 2);
            CHECK(store::templates(call.tx, std::nullopt, 1).at(0).id == TemplateId{4});
            CHECK(store::templates(call.tx, TemplateId{4}, 9).at(0).id == one.id);
            CHECK(store::template_named(call.tx, TemplateKind::window, "DISK full") == one.id);
            CHECK_FALSE(store::template_named(call.tx, TemplateKind::update, "Disk full"));
            store::remove_template(call.tx, one.id);
            CHECK_FALSE(store::find_template(call.tx, one.id));
        });
    });
}
