#include "wire/feed/feed.hpp"

#include "wire/feed/xml.hpp"
#include "wire/http/head.hpp"

#include <fmt/format.h>

namespace tellfirst::feed {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

std::string link(std::string_view relation, std::string_view type, std::string_view address)
{
    return fmt::format(
        "<link rel=\"{}\" type=\"{}\" href=\"{}\"/>", relation, type, escape_xml(address));
}

std::string atom_entry(Entry const& entry)
{
    std::string xml = "<entry>";
    xml += element("id", entry.id);
    xml += element("title", entry.title);
    xml += element("published", to_rfc3339(entry.published));
    xml += element("updated", to_rfc3339(entry.updated));
    xml += link("alternate", "text/html", entry.link);
    for (auto const& category : entry.categories)
        xml += fmt::format("<category term=\"{}\"/>", escape_xml(category));
    xml += fmt::format("<content type=\"html\">{}</content>", escape_xml(entry.html));
    return xml + "</entry>\n";
}

std::string rss_item(Entry const& entry)
{
    std::string xml = "<item>";
    xml += element("title", entry.title);
    xml += element("link", entry.link);
    xml += fmt::format("<guid isPermaLink=\"false\">{}</guid>", escape_xml(entry.id));
    xml += element("pubDate", http::http_date(entry.updated));
    for (auto const& category : entry.categories)
        xml += element("category", category);
    xml += element("description", entry.html);
    return xml + "</item>\n";
}

}  // namespace

std::string write_atom(Feed const& feed)
{
    std::string xml{declaration};
    xml += fmt::format(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        escape_xml(feed.language));
    xml += element("id", feed.id);
    xml += element("title", feed.title);
    xml += element("updated", to_rfc3339(feed.updated));
    xml += fmt::format("<author>{}</author>", element("name", feed.author));
    xml += element("generator", feed.author);
    xml += link("self", "application/atom+xml", feed.atom);
    xml += link("alternate", "text/html", feed.page) + "\n";
    for (auto const& entry : feed.entries)
        xml += atom_entry(entry);
    return xml + "</feed>\n";
}

std::string write_rss(Feed const& feed)
{
    std::string xml{declaration};
    xml += "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n";
    xml += element("title", feed.title);
    xml += element("link", feed.page);
    xml += element("description", feed.title);
    xml += element("language", feed.language);
    xml += element("lastBuildDate", http::http_date(feed.updated));
    xml += element("generator", feed.author);
    xml += fmt::format(
        "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{}\"/>\n",
        escape_xml(feed.rss));
    for (auto const& entry : feed.entries)
        xml += rss_item(entry);
    return xml + "</channel></rss>\n";
}

}  // namespace tellfirst::feed
