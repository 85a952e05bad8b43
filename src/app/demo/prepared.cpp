#include "app/demo/cast.hpp"

namespace tellfirst::app::demo {
namespace {

using enum status::TemplateKind;

struct Prepared {
    status::TemplateKind kind = incident;
    std::string_view name;
    std::string_view title;
    std::string_view text;
};

constexpr Prepared all[] = {
    {.name = "Galleries are slow",
     .title = "Galleries open slowly",
     .text = "Galleries open, but they take longer than usual. Nothing is lost, and pictures that "
             "you share stay where they are. We see it ourselves and are looking for the cause."},
    {.name = "Uploads fail",
     .title = "Uploads fail",
     .text = "Pictures cannot be uploaded at the moment. What arrived before is safe; please keep "
             "your cards and folders until we say that all is well. The desktop program tries "
             "again by itself."},
    {.name = "A laboratory stands still",
     .title = "Print orders wait at the laboratory",
     .text = "One of our laboratories cannot print at the moment. Orders are kept and leave later "
             "than promised. Those that must not wait can be moved to another laboratory: just "
             "answer this mail."},
    {.name = "A supplier has trouble",
     .title = "Some services are slow",
     .text = "A supplier of ours has trouble, and parts of our service feel it. We are in contact "
             "with him, and tell you what we know as soon as we know it."},
    {.kind = update,
     .name = "Still looking",
     .title = "",
     .text = "We have not found the cause yet. What we have ruled out: the last release, the "
             "network, the storage. More of us are looking now."},
    {.kind = window,
     .name = "Database upgrade",
     .title = "Upgrade of a database",
     .text = "We upgrade a database. Galleries can be looked at as usual; changes wait until it is "
             "over."},
};

}  // namespace

void prepare_words(Call& call)
{
    for (auto const& one : all)
        (void)status::add_template(
            call, {.name = std::string{one.name},
                   .kind = one.kind,
                   .title = std::string{one.title},
                   .text = std::string{one.text}})
            .value();
}

}  // namespace tellfirst::app::demo
