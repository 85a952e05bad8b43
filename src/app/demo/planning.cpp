// What is planned ahead in the demo: time that is reserved each week, customers' own critical
// dates; and besides: news, and what our people looked at this morning.
#include "app/demo/storylines.hpp"

namespace tellfirst::app::demo {
namespace {

constexpr What confirmed[] = {galleries, uploads, downloads, proofing,
                              prints,    domains, api,       sign_in};

// "2026-11-26T22:00": by the clock of the zone, in summer and in winter.
std::string at_ten(Instant day)
{
    return to_rfc3339(day).substr(0, 10) + "T22:00";
}

}  // namespace

void Storylines::add_reserved_time(Timeline& timeline)
{
    auto const id = std::make_shared<SeriesId>();
    timeline.add(when({.weeks_ago = 5, .day = mon, .at = 9h}, today_), [this, id] {
        *id = past_
                  .let(
                      as(jonas),
                      [&](Call& call) {
                          return status::add_series(
                              call,
                              {.title = "Thursday evening, for galleries",
                               .services = {cast_.services[galleries]},
                               .text = "Galleries may be slow for an hour, and some may not open.",
                               .zone = "Europe/Berlin",
                               .first = at_ten(when({.weeks_ago = 4, .day = thu}, today_)),
                               .minutes = 60,
                               .rule = "FREQ=WEEKLY;BYDAY=TH"});
                      })
                  .id;
    });
    // The first was used, the second left free; of the third nobody said anything.
    for (bool const is_used : {true, false}) {
        auto const said = when({.weeks_ago = is_used ? 5 : 4, .day = fri, .at = 8h}, today_);
        timeline.add(said, [this, id, is_used] { declare_next(*id, is_used); });
    }
}

void Storylines::declare_next(SeriesId id, bool is_used)
{
    past_.let(as(jonas), [&](Call& call) -> Result<status::Series> {
        auto const series = status::find_series(call.tx, id, call.now).value();
        auto const next = std::ranges::find_if(
            series.occurrences, [&](auto const& each) { return each.declare_by > call.now; });
        return status::declare(
            call, id,
            {.starts_at = next->starts_at,
             .is_used = is_used,
             .text = is_used ? series.text : std::string{},
             .undo_s = 0});
    });
}

void Storylines::add_critical_dates(Timeline& timeline)
{
    constexpr std::array<std::string_view, 3> titles{
        "Wedding pictures go online", "Sale of the autumn series", "Handover to the agency"};
    timeline.add(when({.before = 30h}, today_), [this, titles] {
        auto const thursday = when({.day = thu, .at = 18h}, past_.now()) + 7 * 24h;
        for (std::size_t i = 0; i < titles.size(); ++i)
            past_.let(as(priya), [&](Call& call) {
                auto const& customer = someone(Sold::studio, "en");
                return accounts::add_critical_date(
                    call, *customer.account,
                    {.title = std::string{titles[i]},
                     .starts_at = thursday + i * 60min,
                     .ends_at = thursday + i * 60min + 5h});
            });
    });
}

void Storylines::add_news(Timeline& timeline)
{
    timeline.add(when({.weeks_ago = 2, .day = wed, .at = 9h}, today_), [this] {
        past_.let(as(mara), [&](Call& call) {
            return notify::publish_news(
                call,
                {.texts = {
                     {.language = "en",
                      .title = "Clients choose pictures on the telephone, too",
                      .text = "A gallery that is open for choosing now shows hearts on small "
                              "screens. There is nothing that you have to switch on."},
                     {.language = "de",
                      .title = "Kunden wählen Bilder jetzt auch am Telefon aus",
                      .text = "Eine Galerie, die zur Auswahl offen ist, zeigt ihre Herzen jetzt "
                              "auch auf kleinen Bildschirmen. Sie müssen nichts einschalten."}}});
        });
    });
}

void Storylines::add_rounds(Timeline& timeline)
{
    timeline.add(when({.before = 22min}, today_), [this] {
        for (auto const what : confirmed)
            past_.let(as(tom), [&](Call& call) {
                return status::confirm_service(call, cast_.services[what]);
            });
    });
}

}  // namespace tellfirst::app::demo
