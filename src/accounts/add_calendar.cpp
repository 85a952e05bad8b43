#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

Result<Calendar> add_calendar(Call& call, NewCalendar const& wish)
{
    if (auto faults = faults_in(wish); !faults.empty())
        return refusal(std::move(faults));
    Calendar const calendar{
        .id = call.new_id<CalendarId>(),
        .name = wish.name,
        .zone = wish.zone,
        .week = wish.week,
        .holidays = wish.holidays};
    store::add_calendar(call.tx, calendar);
    call.tell(CalendarAdded{.calendar = calendar.id});
    return calendar;
}

}  // namespace tellfirst::accounts
