#include "app/demo/customers.hpp"

#include "wire/words/fold.hpp"

namespace tellfirst::app::demo {

struct Land {
    std::string_view language;
    std::string_view zone;
    std::array<std::string_view, 8> first;
    std::array<std::string_view, 10> last;
    std::array<std::string_view, 5> towns;
    std::array<std::string_view, 5> names;  // {f}irst, {l}ast, {t}own
};

struct Name {
    std::string_view first;
    std::string_view last;
    std::string_view town;
};

namespace {

constexpr Land lands[] = {
    {"de",
     "Europe/Berlin",
     {"Anna", "Lukas", "Katharina", "Felix", "Jana", "Moritz", "Heike", "Stefan"},
     {"Brandt", "Krüger", "Vogel", "Schäfer", "Neumann", "Lorenz", "Böhm", "Winter", "Seidel",
      "Ott"},
     {"Köln", "Leipzig", "Freiburg", "Münster", "Rostock"},
     {"Fotografie {f} {l}", "{l} Hochzeiten", "Lichtbild {t}", "Studio {l}", "{f} {l} Portraits"}},
    {"de",
     "Europe/Vienna",
     {"Theresa", "Florian", "Magdalena", "Georg", "Elisabeth", "Paul", "Johanna", "Matthias"},
     {"Gruber", "Hofer", "Steiner", "Moser", "Leitner", "Egger", "Wallner", "Pichler", "Auer",
      "Fuchs"},
     {"Graz", "Linz", "Salzburg", "Innsbruck", "Wien"},
     {"{l} Fotografie", "Atelier {l}", "Bergblick {t}", "{f} {l} Fotografie", "Foto {l}"}},
    {"en",
     "Europe/London",
     {"Olivia", "Harry", "Amelia", "George", "Isla", "Arjun", "Freya", "Callum"},
     {"Bennett", "Hughes", "Patel", "Fraser", "Marsh", "Whitfield", "Doyle", "Carter", "Lowe",
      "Shah"},
     {"Bristol", "Leeds", "Brighton", "York", "Bath"},
     {"{l} & Co Weddings", "{f} {l} Photography", "The {t} Portrait Room", "{l} Studio",
      "{t} Light"}},
    {"en",
     "America/New_York",
     {"Madison", "Ethan", "Grace", "Marcus", "Chloe", "Daniel", "Naomi", "Tyler"},
     {"Reed", "Alvarez", "Kim", "Sullivan", "Brooks", "Nguyen", "Foster", "Hayes", "Cole", "Price"},
     {"Brooklyn", "Hudson", "Salem", "Raleigh", "Albany"},
     {"{f} {l} Photo", "{l} Pictures", "Blue Hour {t}", "{t} Newborns", "{l} & {l} Events"}},
    {"en",
     "America/Los_Angeles",
     {"Sofia", "Jack", "Mia", "Diego", "Hannah", "Kevin", "Aaliyah", "Ryan"},
     {"Ortega", "Chen", "Morgan", "Silva", "Tran", "Baker", "Delgado", "Ross", "Young", "Stone"},
     {"Oakland", "Portland", "Santa Cruz", "Tacoma", "Pasadena"},
     {"{t} Wedding Stories", "{f} {l} Films", "Golden {t}", "{l} Photo Co", "{l} Headshots"}},
    {"en",
     "Europe/Madrid",
     {"Elena", "Javier", "Lucía", "Pablo", "Carmen", "Sergio", "Marta", "Álvaro"},
     {"Ruiz", "Navarro", "Iglesias", "Vega", "Santos", "Molina", "Prieto", "Lara", "Campos", "Rey"},
     {"Sevilla", "Valencia", "Bilbao", "Granada", "Cádiz"},
     {"Foto {l}", "{f} {l} Fotografía", "Luz de {t}", "Estudio {l}", "Bodas {t}"}},
    {"en",
     "Europe/Paris",
     {"Camille", "Hugo", "Manon", "Julien", "Élise", "Antoine", "Clara", "Mathieu"},
     {"Durand", "Lefèvre", "Moreau", "Girard", "Roussel", "Blanc", "Perrin", "Colin", "Faure",
      "Roy"},
     {"Lyon", "Nantes", "Annecy", "Bordeaux", "Lille"},
     {"Atelier {l}", "{f} {l} Photographe", "Lumière de {t}", "Studio {l} {t}", "Mariages {l}"}},
    {"en",
     "Asia/Kolkata",
     {"Rohan", "Ananya", "Vikram", "Meera", "Karthik", "Divya", "Aditya", "Nisha"},
     {"Mehta", "Iyer", "Kapoor", "Reddy", "Bose", "Joshi", "Nair", "Chandra", "Sethi", "Rao"},
     {"Pune", "Jaipur", "Kochi", "Mysuru", "Udaipur"},
     {"{l} Weddings", "Monsoon {t}", "{f} {l} Frames", "{t} Portraits", "{l} & Sons Studio"}},
    {"en",
     "Australia/Sydney",
     {"Ruby", "Liam", "Matilda", "Angus", "Zoe", "Lachlan", "Tahlia", "Noah"},
     {"Walsh", "Tui", "Mackay", "Harper", "Ford", "Barrett", "Lane", "Pearce", "Webb", "Hart"},
     {"Newcastle", "Hobart", "Fremantle", "Bendigo", "Cairns"},
     {"Southern Cross {t}", "{f} {l} Photography", "{l} Surf & Sky", "{t} Weddings", "Studio {l}"}},
    {"en",
     "Europe/Helsinki",
     {"Aino", "Eero", "Saara", "Mikko", "Iida", "Juhani", "Venla", "Oskari"},
     {"Laine", "Virtanen", "Koski", "Mäkinen", "Salo", "Niemi", "Heikkilä", "Aalto", "Ranta",
      "Laakso"},
     {"Turku", "Tampere", "Oulu", "Porvoo", "Kuopio"},
     {"Northern {t}", "{f} {l} Photo", "{l} Studio", "Valo {t}", "{l} & Frost"}},
};

// "{f} {l} Photography" -> "Freya Lowe Photography"
std::string fill_in(std::string_view pattern, Name const& name)
{
    std::string text{pattern};
    for (auto const& [mark, word] :
         {std::pair{"{f}", name.first}, {"{l}", name.last}, {"{t}", name.town}})
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark))
            text.replace(at, 3, word);
    return text;
}

// "Krüger Hochzeiten" -> "kruger-hochzeiten": a domain, or a mailbox.
std::string slug(std::string_view text)
{
    std::string letters;
    for (char const c : words::fold(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters += c;
        else if (!letters.empty() && letters.back() != '-')
            letters += '-';
    return letters;
}

// Of twenty: nine free, eight pro, two studio, one partner.
Sold plan_of(std::size_t count)
{
    auto const place = count % 20;
    if (place == 19)
        return Sold::partner;
    if (place % 10 == 8)
        return Sold::studio;
    return place % 2 == 0 ? Sold::pro : Sold::free;
}

// Of fifty, one studio: ten of them in all.
bool is_a_partners(std::size_t count)
{
    return count % 50 == 18;
}

std::size_t contacts_on(Sold sold, bool is_more)
{
    switch (sold) {
    case Sold::partner: return 3;
    case Sold::studio: return 2;
    case Sold::free:
    case Sold::pro: break;
    }
    return is_more ? 2 : 1;
}

}  // namespace

void introduce(Call& call, Cast::Customer& customer)
{
    for (auto const& wish : std::exchange(customer.to_come, {}))
        customer.account.contacts.push_back(
            accounts::add_contact(call, customer.account.id, wish).value());
}

Cast::Customer Market::next(Call& call)
{
    auto const& land = pick(lands);
    bool const has_partner = is_a_partners(met_);
    auto const sold = plan_of(met_++);
    auto name = name_in(land);
    auto called = fill_in(pick(land.names), name);
    while (taken_.contains(slug(called))) {
        name = name_in(land);
        called = fill_in(pick(land.names), name);
    }
    taken_.insert(slug(called));
    accounts::NewAccount const wish{
        .name = called,
        .plan = cast_.plans[static_cast<std::size_t>(sold)],
        .services = used_by(sold),
        .contacts = {},
        .brand = has_partner ? std::optional{cast_.partner} : std::nullopt};
    return {
        .sold = sold,
        .account = accounts::add_account(call, wish).value(),
        .to_come = contacts_of(land, sold, name, slug(called) + ".example")};
}

Name Market::name_in(Land const& land)
{
    return {.first = pick(land.first), .last = pick(land.last), .town = pick(land.towns)};
}

// Of every eighth nobody has told us, so it counts as using everything.
std::optional<std::vector<ServiceId>> Market::used_by(Sold sold)
{
    if (one_in(8))
        return std::nullopt;
    std::vector<What> used{galleries, sign_in};
    if (!one_in(5))
        used.insert(used.end(), {uploads, downloads});
    if (sold != Sold::free) {
        used.push_back(statistics);
        for (auto const what : {proofing, prints, domains})
            if (one_in(2))
                used.push_back(what);
    }
    if (sold == Sold::partner || (sold == Sold::studio && one_in(2)))
        used.push_back(api);
    std::vector<ServiceId> ids;
    for (auto const what : used)
        ids.push_back(cast_.services[what]);
    return ids;
}

std::vector<accounts::NewContact>
Market::contacts_of(Land const& land, Sold sold, Name const& first, std::string const& domain)
{
    auto const many = contacts_on(sold, one_in(2));
    std::vector<accounts::NewContact> contacts;
    std::set<std::string> mailboxes;
    for (std::size_t i = 0; i < many; ++i) {
        auto const name = i == 0 ? first : name_in(land);
        if (!mailboxes.insert(slug(name.first)).second)
            continue;
        accounts::NewContact contact{
            .name = fmt::format("{} {}", name.first, name.last),
            .email = Email::parse(slug(name.first) + "@" + domain).value(),
            .language = std::string{land.language},
            .zone = std::string{land.zone}};
        if (one_in(9))
            contact.topics = std::vector{accounts::Topic::planned, accounts::Topic::tickets};
        contacts.push_back(std::move(contact));
    }
    return contacts;
}

}  // namespace tellfirst::app::demo
