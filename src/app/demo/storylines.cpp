#include "app/demo/storylines.hpp"

#include "app/demo/customer_mail.hpp"
#include "tickets/tickets.hpp"

namespace tellfirst::app::demo {
namespace {

// Where the search for somebody who writes begins.
constexpr std::size_t first_to_write = 7;

std::vector<status::Touched> touched_by(Trouble const& trouble, Cast const& cast)
{
    std::vector<status::Touched> touched;
    for (auto const& hit : trouble.hits)
        if (hit.state != status::ServiceState::operational)
            touched.push_back({.service = cast.services[hit.service], .state = hit.state});
    return touched;
}

std::optional<status::Eta> eta_of(Word const& word)
{
    if (word.eta.empty())
        return std::nullopt;
    return status::Eta{.within = std::string{word.eta}};
}

std::optional<Instant> next_word_of(Word const& word, Instant now)
{
    return word.next_word > 0min ? std::optional{now + word.next_word} : std::nullopt;
}

status::NewIssue wish_of(Fault const& fault, Cast const& cast, Instant fix)
{
    status::NewIssue wish{
        .title = std::string{fault.title},
        .services = {cast.services[fault.what]},
        .text = std::string{fault.text}};
    if (!fault.workaround.empty())
        wish.workaround = {.text = std::string{fault.workaround}, .url = std::nullopt};
    if (!fault.url.empty())
        wish.workaround->url = std::string{fault.url};
    if (fault.fix > 0min)
        wish.fix = status::Eta{.at = fix};
    return wish;
}

}  // namespace

Instant when(Moment const& moment, Instant now)
{
    if (moment.before > 0min)
        return now - moment.before;
    auto const today = std::chrono::floor<std::chrono::days>(now);
    auto const monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
    return monday - std::chrono::weeks{moment.weeks_ago} +
           std::chrono::days{static_cast<int>(moment.day)} + moment.at;
}

void Timeline::run(Past& past, Instant until)
{
    while (!steps_.empty() && steps_.begin()->first <= until) {
        auto const step = steps_.extract(steps_.begin());
        past.go_to(step.key());
        step.mapped()();
    }
    past.go_to(until);
}

Storylines::Storylines(Past& past, Cast const& cast, Instant today)
    : past_{past}, cast_{cast}, today_{today}, incidents_(troubles().size())
{
}

Actor Storylines::as(Who who) const
{
    auto const& person = cast_.people[who];
    return {
        .kind = Actor::Kind::person,
        .id = person.id.value(),
        .rights = team::rights_of(person.role)};
}

accounts::Contact Storylines::someone(Sold sold, std::string_view language)
{
    auto& turn = turn_.try_emplace({sold, language}, first_to_write).first->second;
    for (;; ++turn) {
        auto const& customer = cast_.customers[turn % cast_.customers.size()];
        auto const& contacts = customer.account.contacts;
        if (customer.sold != sold || contacts.empty() || contacts.front().language != language)
            continue;
        ++turn;
        return contacts.front();
    }
}

void Storylines::say(std::size_t trouble, Word const& word, bool is_first)
{
    auto const& story = troubles()[trouble];
    auto& id = incidents_[trouble];
    auto const incident = past_.let(as(story.owner), [&](Call& call) -> Result<status::Incident> {
        std::string const text{word.text};
        if (is_first)
            return status::publish(
                call, {.title = std::string{story.title},
                       .services = touched_by(story, cast_),
                       .text = text,
                       .eta = eta_of(word),
                       .next_word_at = next_word_of(word, call.now),
                       .undo_s = 0,
                       .owner = cast_.people[story.owner].id,
                       .started_at = when(story.began, today_)});
        if (word.state == status::IncidentState::resolved)
            return status::resolve(call, id, {.text = text, .undo_s = 0}, {});
        return status::update(
            call, id,
            {.state = word.state,
             .text = text,
             .eta = eta_of(word),
             .next_word_at = next_word_of(word, call.now),
             .undo_s = 0},
            {});
    });
    id = incident.id;
}

void Storylines::add_troubles(Timeline& timeline)
{
    for (std::size_t i = 0; i < troubles().size(); ++i) {
        auto const& story = troubles()[i];
        auto at = when(story.began, today_);
        for (std::size_t w = 0; w < story.words.size() && !story.words[w].text.empty(); ++w) {
            auto const& word = story.words[w];
            at += word.after;
            timeline.add(at, [this, i, w, &word] { say(i, word, w == 0); });
        }
    }
}

void Storylines::add_talks(Timeline& timeline)
{
    for (auto const& talk : talks()) {
        auto& conversation = *conversations_.emplace_back(std::make_unique<Conversation>());
        conversation.talk = talk;
        conversation.agent = static_cast<Who>(conversations_.size() % how_many_people);
        conversation.customer = someone(talk.sold, talk.language);
        auto at = when(talk.began, today_);
        for (auto const& line : conversation.talk.lines) {
            if (line.act == Act::none)
                break;
            at += line.after;
            timeline.add(at, [this, &conversation, &line] { speak(conversation, line); });
        }
    }
}

void Storylines::ask(Conversation& conversation, Line const& line)
{
    auto const& customer = conversation.customer;
    bool const is_new = !conversation.ticket;
    auto const& answered = conversation.newest;
    past_.receive(
        customer.email.text(), answered ? reply_address(*answered) : our_address(past_.house()),
        customer_mail(
            {.from = customer,
             .subject = conversation.talk.subject,
             .text = line.text,
             .at = past_.now(),
             .answered = answered ? &*answered : nullptr},
            past_.house()));
    if (!is_new)
        return;
    conversation.ticket =
        past_.look([](Call& call) { return tickets::list(call.tx, {}, {}, 1).front().id; });
    if (auto const trouble = conversation.talk.trouble; trouble >= 0)
        past_.let(as(conversation.agent), [&](Call& call) {
            return tickets::link(
                call, conversation.ticket,
                {.incident = incidents_[static_cast<std::size_t>(trouble)]});
        });
}

void Storylines::speak(Conversation& conversation, Line const& line)
{
    if (line.act == Act::asks)
        return ask(conversation, line);
    auto const agent = as(conversation.agent);
    past_.let(agent, [&](Call& call) {
        if (line.act == Act::notes)
            return tickets::note(call, conversation.ticket, {.text = std::string{line.text}});
        return tickets::reply(
            call, conversation.ticket,
            {.text = std::string{line.text},
             .then = line.act == Act::solves ? tickets::Then::solve : tickets::Then::wait,
             .undo_s = 0});
    });
    if (line.act != Act::notes)
        conversation.newest = past_.newest_to(conversation.customer.email.text());
}

void Storylines::end(Pledge const& pledge, PromiseId promise)
{
    past_.let(as(pledge.owner), [&](Call& call) -> Result<promises::Promise> {
        std::string const reason{pledge.reason};
        switch (pledge.ended) {
        case Ended::kept: return promises::keep(call, promise);
        case Ended::moved:
            return promises::move(
                call, promise, *promises::find(call.tx, promise)->due_at + 7 * 24h, reason);
        case Ended::broken:
        case Ended::withdrawn: return promises::withdraw(call, promise, reason);
        case Ended::no: break;
        }
        return *promises::find(call.tx, promise);
    });
}

void Storylines::pledge(Timeline& timeline, Pledge const& pledge, accounts::Contact const& to)
{
    auto const made = when(pledge.made, today_);
    auto const id = std::make_shared<PromiseId>();
    timeline.add(made, [this, &pledge, to, id] {
        promises::Make wish{
            .text = std::string{pledge.text},
            .to = to.id.text(),
            .owner = cast_.people[pledge.owner].id};
        if (pledge.due > 0min)
            wish.due_at = past_.now() + pledge.due;
        else
            wish.no_date = pledge.no_date;
        *id =
            past_.let(as(pledge.owner), [&](Call& call) { return promises::make(call, wish); }).id;
    });
    if (pledge.ended != Ended::no)
        timeline.add(made + pledge.end, [this, &pledge, id] { end(pledge, *id); });
}

void Storylines::add_pledges(Timeline& timeline)
{
    for (auto const& one : pledges())
        pledge(timeline, one, someone(one.to, "en"));
}

void Storylines::add_works(Timeline& timeline)
{
    for (auto const& one : works()) {
        auto const told = when(one.told, today_);
        auto const starts = std::chrono::floor<std::chrono::days>(told) +
                            std::chrono::days{one.days_ahead} + one.starts;
        timeline.add(told, [this, &one, starts] {
            past_.let(as(one.by), [&](Call& call) {
                return status::plan_window(
                    call, {.title = std::string{one.title},
                           .services = {cast_.services[one.what]},
                           .starts_at = starts,
                           .ends_at = starts + one.lasts,
                           .text = std::string{one.text},
                           .undo_s = 0});
            });
        });
    }
}

void Storylines::add_faults(Timeline& timeline)
{
    for (auto const& fault : faults()) {
        auto const found = when(fault.found, today_);
        auto const id = std::make_shared<IssueId>();
        timeline.add(found, [this, &fault, id] {
            auto const wish = wish_of(fault, cast_, past_.now() + fault.fix);
            *id =
                past_.let(as(fault.by), [&](Call& call) { return status::open_issue(call, wish); })
                    .id;
        });
        if (fault.moved > 0min)
            timeline.add(found + fault.moved, [this, &fault, id] {
                auto const wish = wish_of(fault, cast_, past_.now() + fault.to);
                past_.let(as(fault.by), [&](Call& call) {
                    return status::change_issue(call, *id, wish, {});
                });
            });
        if (fault.closed > 0min)
            timeline.add(found + fault.closed, [this, &fault, id] {
                past_.let(as(fault.by), [&](Call& call) {
                    return status::close_issue(call, *id, {.text = std::string{fault.closing}}, {});
                });
            });
    }
}

}  // namespace tellfirst::app::demo
