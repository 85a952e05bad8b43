// Before anything is published: who would hear it, and why or why not.
#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "status/incidents/concerned.hpp"
#include "status/limits.hpp"
#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// One person of an audience. `services` are those of the question that his account uses.
struct AudiencePerson {
    ContactId contact;
    std::string name;
    std::string address;
    std::optional<AccountId> account;
    std::string account_name;
    std::string plan_name;
    std::string language;
    notify::Because because = notify::Because::uses_service;
    std::vector<std::string> services;
    bool will_be_told = false;
    std::vector<accounts::Channel> channels;
    std::optional<notify::Withheld> withheld;
};
BOOST_DESCRIBE_STRUCT(
    AudiencePerson, (),
    (contact, name, address, account, account_name, plan_name, language, because, services,
     will_be_told, channels, withheld))

struct Question {
    notify::Target target;
    std::map<ServiceId, std::string> names;
};

// An end is said to those who heard of the beginning, so it is asked for by its incident.
Result<void> ask_of_incident(http::Request const& request, Call& call, Question& question)
{
    auto const id = IncidentId::parse(request.parameter("incident").value_or(""));
    if (!id || !find_incident(call.tx, *id, call.now))
        return invalid(
            "incident.not_found", "incident", "Name the incident whose end is to be told.");
    question.target.reach = notify::Reach::told;
    question.target.about = *id;
    return {};
}

// Trouble of one account is told to its contacts, whatever it uses.
Result<void> ask_of_account(http::Request const& request, Call& call, Question& question)
{
    auto const id = AccountId::parse(*request.parameter("account"));
    if (!id || !accounts::find_account(call.tx, *id))
        return invalid("account.not_found", "account", "There is no such account.");
    question.target.account = *id;
    return {};
}

// News is for who reads in the name of a brand.
Result<void> ask_of_brand(http::Request const& request, Call& call, Question& question)
{
    question.target.reach = notify::Reach::readers;
    question.target.brand = accounts::default_brand(call.tx).id;
    if (auto const words = request.parameter("brand").value_or(""); !words.empty()) {
        auto const id = BrandId::parse(words);
        if (!id || !accounts::find_brand(call.tx, *id))
            return invalid("brand.not_found", "brand", "There is no such brand.");
        question.target.brand = *id;
    }
    if (auto const words = request.parameter("plan").value_or(""); !words.empty()) {
        question.target.plan = PlanId::parse(words);
        if (!question.target.plan || !accounts::find_plan(call.tx, *question.target.plan))
            return invalid("plan.not_found", "plan", "There is no such plan.");
    }
    return {};
}

// Who uses a group uses the services that are asked for, and it is by the group that he does.
void name_groups(Call& call, Question& question)
{
    for (auto const id : question.target.services)
        if (!question.names.contains(id))
            question.names.emplace(id, find_service(call.tx, id).value().name);
}

Result<void> ask_of_services(http::Request const& request, Call& call, Question& question)
{
    auto const words = request.parameter("services").value_or("");
    if (!request.parameter("account").value_or("").empty()) {
        if (auto const good = ask_of_account(request, call, question); !good)
            return good;
        if (trim(words).empty())
            return {};
    }
    auto const asked = split(words, ',');
    if (trim(words).empty() || asked.size() > most_services)
        return invalid("audience.needs_services", "services", "Name 1 to 200 services.");
    std::vector<ServiceId> named;
    for (auto const word : asked) {
        auto const id = ServiceId::parse(trim(word));
        auto const service = id ? find_service(call.tx, *id) : std::nullopt;
        if (!service)
            return invalid("service.not_found", "services", "There is no such service.");
        if (question.names.emplace(*id, service->name).second)
            named.push_back(*id);
    }
    aim_at(call.tx, question.target, named);
    name_groups(call, question);
    return {};
}

auto asking_about(accounts::Topic topic)
{
    switch (topic) {
    case accounts::Topic::recovery: return ask_of_incident;
    case accounts::Topic::news: return ask_of_brand;
    case accounts::Topic::planned:
    case accounts::Topic::unplanned:
    case accounts::Topic::tickets: return ask_of_services;
    }
    return ask_of_services;
}

Result<Question> question_of(http::Request const& request, Call& call)
{
    auto const topic = request.parameter_as<accounts::Topic>("topic");
    if (!topic)
        return topic.error();
    Question question;
    question.target.topic = topic->value_or(accounts::Topic::unplanned);
    auto const ask = asking_about(question.target.topic);
    if (auto const good = ask(request, call, question); !good)
        return good.error();
    return question;
}

Result<http::Reply> get_audience(http::Request const& request, Call& call)
{
    auto const question = question_of(request, call);
    if (!question)
        return question.error();
    auto const& settings = call.settings.notify;
    return http::ok(to_json(notify::audience_of(
        call.tx, question->target,
        {.at = call.now + settings.undo, .sms_price = settings.sms_price})));
}

AudiencePerson person_of(notify::Member const& member, Question const& question)
{
    AudiencePerson person{
        .contact = member.contact,
        .name = member.name,
        .address = member.address,
        .account = member.account,
        .account_name = member.account_name,
        .plan_name = member.plan_name,
        .language = member.language,
        .because = member.because,
        .services = {},
        .will_be_told = member.will_be_told,
        .channels = member.channels,
        .withheld = member.withheld};
    for (auto const service : member.services)
        person.services.push_back(question.names.at(service));
    return person;
}

Result<http::Reply> get_people(http::Request const& request, Call& call)
{
    auto const question = question_of(request, call);
    if (!question)
        return question.error();
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto const after = request.after<ContactId>();
    if (!after)
        return after.error();
    auto const words = request.parameter("q").value_or("");
    std::vector<AudiencePerson> people;
    for (auto const& member : notify::members_of(
             call.tx, question->target,
             {.words = std::string{trim(words)}, .after = *after, .limit = *limit + 1}))
        people.push_back(person_of(member, *question));
    return http::ok(to_json(http::page_of(
        std::move(people), *limit, [](auto const& person) { return person.contact.text(); })));
}

// How many have heard of an incident, of how many who should. Mail, SMS, push and webhooks tell; a
// page alone tells nobody.
struct HowManyTold {
    std::int64_t of = 0;
    std::int64_t told = 0;
};
BOOST_DESCRIBE_STRUCT(HowManyTold, (), (of, told))

Result<http::Reply> get_told(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    auto const incident = find_incident(call.tx, *id, call.now);
    if (!incident)
        return not_found("incident");
    return http::ok(to_json(HowManyTold{
        .of = count_concerned(call, *incident), .told = notify::count_told(call.tx, *id)}));
}

}  // namespace

void add_audience_routes(http::Table& table)
{
    table.get("/api/v1/incidents/{id}/told", Right::read_status, get_told)
        .says("How many have heard of an incident by a channel of their own, of how many whom it "
              "concerns.")
        .gives<HowManyTold>();
    table.get("/api/v1/audience", Right::publish_status, get_audience)
        .says("How many would hear a word on these services, the end of an incident, or news.")
        .asks({"services", "account", "topic", "incident", "brand", "plan"})
        .gives<notify::Audience>();
    table.get("/api/v1/audience/people", Right::read_accounts, get_people)
        .says("Who would hear a word on these services, one by one, and why or why not.")
        .asks({"services", "account", "topic", "incident", "brand", "plan", "q", "after", "limit"})
        .gives<http::Page<AudiencePerson>>();
}

}  // namespace tellfirst::status
