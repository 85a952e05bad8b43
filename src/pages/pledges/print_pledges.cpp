#include "pages/pledges/print_pledges.hpp"

#include "pages/fill.hpp"
#include "pages/pledges/pledge_words.hpp"
#include "pages/shell.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;
using Text = std::string_view;

std::string so_many(std::int64_t count, Text one, Text many)
{
    return count == 1 ? std::string{one} : fmt::format(fmt::runtime(many), count);
}

std::string record_of(Kept const& kept, PledgeWords const& say)
{
    return kept.of == 0 ? std::string{say.no_record}
                        : fmt::format(fmt::runtime(say.record), kept.kept, kept.of, kept.percent);
}

Text name_of_topic(accounts::Topic topic, PledgeWords const& say)
{
    using enum accounts::Topic;
    switch (topic) {
    case planned: return say.planned;
    case unplanned: return say.unplanned;
    case recovery: return say.recovery;
    case news: return say.news;
    case tickets: return say.tickets;
    }
    std::unreachable();
}

std::string about(std::vector<accounts::Topic> const& topics, Text sentence, PledgeWords const& say)
{
    std::string list;
    for (auto const topic : topics)
        list.append(list.empty() ? "" : ", ").append(name_of_topic(topic, say));
    return fmt::format(fmt::runtime(sentence), list);
}

std::string mails_of(PlanPledges const& plan, PledgeWords const& say)
{
    return plan.topics.empty() ? std::string{say.nothing_by_mail}
                               : about(plan.topics, say.by_mail, say);
}

JsonObject line(std::string text, std::optional<std::string> record = {})
{
    JsonObject object{{"text", std::move(text)}};
    if (record)
        object["record"] = JsonObject{{"text", *std::move(record)}};
    return object;
}

JsonArray lines_of(PlanPledges const& plan, PledgeWords const& say)
{
    auto const notice = so_many(plan.notice_lead_hours, say.one_hour, say.hours);
    auto const first_word = so_many(plan.first_word_minutes, say.one_minute, say.minutes);
    JsonArray lines{
        line(fmt::format(fmt::runtime(say.notice), notice), record_of(plan.notices, say)),
        line(
            fmt::format(fmt::runtime(say.first_word), first_word),
            record_of(plan.first_words, say)),
        line(mails_of(plan, say))};
    for (auto const& [channel, topics] : plan.besides)
        if (!topics.empty())
            lines.push_back(line(
                about(topics, channel == accounts::Channel::sms ? say.by_sms : say.by_push, say)));
    return lines;
}

std::string render(Site const& site, Language language)
{
    auto const& say = pledge_words_in(language);
    JsonArray plans{JsonObject{
        {"number", 0},
        {"name", say.for_all},
        {"pledges", JsonArray{
                        line(std::string{say.next_words}, record_of(site.pledges.next_words, say)),
                        line(std::string{say.estimates}, record_of(site.pledges.estimates, say)),
                        line(std::string{say.everywhere})}}}};
    for (auto const& plan : site.pledges.plans)
        plans.push_back(JsonObject{
            {"number", plans.size()}, {"name", plan.name}, {"pledges", lines_of(plan, say)}});
    return in_shell(
        {.language = language,
         .brand = site.brand,
         .title = fmt::format("{} · {}", say.title, site.brand.name),
         .content = fill(
             templates::pledges_html,
             {{"words", labels_in(language)},
              {"home", fmt::format("{}{}", base_path_of(site), home_of(site.brand, language))},
              {"title", say.title},
              {"intro", say.intro},
              {"plans", std::move(plans)}}),
         .base = base_path_of(site),
         .path = std::string{pledges_path}});
}

}  // namespace

std::vector<Output> print_pledges(Site const& site)
{
    std::string const html = "text/html; charset=utf-8";
    std::string const path{pledges_path};
    return {
        {.path = path, .body = render(site, Language::en), .type = html},
        {.path = "/de" + path, .body = render(site, Language::de), .type = html},
        {.path = path + ".json",
         .body = write_json(to_json(site.pledges)),
         .type = "application/json"}};
}

}  // namespace tellfirst::pages
