#include "notify/copies/copies.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

Result<http::Reply> get_copy_text(http::Request const& request, Call& call)
{
    auto const id = request.id<NoticeId>("notice");
    if (!id)
        return id.error();
    auto const copies = copy_texts(call, *id, request.parameter("zone").value_or("Etc/UTC"));
    if (!copies)
        return copies.error();
    return http::ok(to_json(*copies));
}

}  // namespace

void add_copy_routes(http::Table& table)
{
    table.get("/api/v1/notices/{id}/copy-text", Right::read_status, get_copy_text)
        .says("A notice as a text to hand on, without anybody's name, in each language.")
        .asks({"zone"})
        .gives<CopyTexts>();
}

}  // namespace tellfirst::notify
