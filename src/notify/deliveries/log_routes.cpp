#include "accounts/accounts.hpp"
#include "notify/deliveries/log.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::notify {
namespace {

Result<http::Reply> get_log(http::Request const& request, Call& call)
{
    auto const id = request.id<ContactId>("contact");
    if (!id)
        return id.error();
    if (!accounts::find_contact(call.tx, *id))
        return not_found("contact");
    return http::list<NoticeId>(request, [&](auto after, int most) {
        return delivery_log(call, {.contact = *id}, after, most);
    });
}

}  // namespace

void add_log_routes(http::Table& table)
{
    table.get("/api/v1/contacts/{id}/deliveries", Right::read_proof, get_log)
        .says("All that was said to a contact by mail, SMS and push, and what became of it.")
        .asks({"after", "limit"})
        .gives<http::Page<LoggedNotice>>();
}

}  // namespace tellfirst::notify
