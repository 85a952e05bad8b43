#include "status/drafts/draft.hpp"

namespace tellfirst::status {
namespace {

Problem within(std::string_view wish, Problem problem)
{
    auto const place = [&](std::string const& field) { return fmt::format("{}.{}", wish, field); };
    if (!problem.field.empty())
        problem.field = place(problem.field);
    for (auto& error : problem.errors)
        error.field = place(error.field);
    return problem;
}

// `verb(wish)` says it; that which is said is told to somebody.
template <class Wish, class Verb>
std::optional<Result<notify::About>>
try_out(std::string_view name, std::optional<Wish> wish, Verb const& verb)
{
    if (!wish)
        return std::nullopt;
    wish->notify = true;
    auto const said = verb(*wish);
    if (!said)
        return within(name, said.error());
    return notify::About{said->id};
}

int count_wishes(Draft const& draft)
{
    return draft.new_incident.has_value() + draft.update.has_value() + draft.resolve.has_value() +
           draft.review.has_value() + draft.new_window.has_value() + draft.move.has_value() +
           draft.finish.has_value() + draft.cancel.has_value() + draft.news.has_value();
}

std::optional<Result<notify::About>> say_of_incident(Call& call, Draft const& draft)
{
    auto const id = draft.incident.value_or(IncidentId{});
    if (auto said = try_out("new_incident", draft.new_incident, [&](NewIncident const& wish) {
            return draft.incident ? publish_suspected(call, id, wish, std::nullopt)
                                  : publish(call, wish);
        }))
        return said;
    if (auto said = try_out("update", draft.update, [&](NewUpdate const& wish) {
            return update(call, id, wish, std::nullopt);
        }))
        return said;
    if (auto said = try_out("resolve", draft.resolve, [&](Resolve const& wish) {
            return resolve(call, id, wish, std::nullopt);
        }))
        return said;
    return try_out("review", draft.review, [&](Review const& wish) {
        return review(call, id, wish, std::nullopt);
    });
}

std::optional<Result<notify::About>> say_of_window(Call& call, Draft const& draft)
{
    auto const id = draft.window.value_or(WindowId{});
    if (auto said = try_out("new_window", draft.new_window, [&](NewWindow const& wish) {
            return plan_window(call, wish);
        }))
        return said;
    if (auto said = try_out("move", draft.move, [&](MoveWindow const& wish) {
            return move_window(call, id, wish, std::nullopt);
        }))
        return said;
    if (auto said = try_out("finish", draft.finish, [&](FinishWindow const& wish) {
            return finish_window(call, id, wish, std::nullopt);
        }))
        return said;
    return try_out("cancel", draft.cancel, [&](CancelWindow const& wish) {
        return cancel_window(call, id, wish, std::nullopt);
    });
}

Result<notify::About> say_news(Call& call, notify::NewNews const& wish)
{
    auto const said = notify::publish_news(call, wish);
    if (!said)
        return within("news", said.error());
    return notify::About{said->id};
}

}  // namespace

Result<notify::About> say_draft(Call& call, Draft const& draft)
{
    if (count_wishes(draft) != 1)
        return Problem{
            .kind = Refusal::invalid,
            .code = "draft.needs_one_wish",
            .detail =
                "Give one of new_incident, update, resolve, review, new_window, move, finish, "
                "cancel and news."};
    if (draft.news)
        return say_news(call, *draft.news);
    auto said = say_of_incident(call, draft);
    if (!said)
        said = say_of_window(call, draft);
    return *said;
}

}  // namespace tellfirst::status
