#include "notify/copies/copies.hpp"

#include "accounts/accounts.hpp"
#include "notify/copies/copy_text.hpp"
#include "notify/copies/names.hpp"
#include "notify/known.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {
Result<CopyTexts> copy_texts(Call& call, NoticeId id, std::string const& zone)
{
    if (!accounts::is_known_zone(zone))
        return invalid("zone.unknown", "zone", "Name a zone such as Europe/Berlin.");
    auto const notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement ||
        notice->topic == accounts::Topic::news)
        return not_found("notice");
    auto const words = known_to(notice->body_as<Announcement>(), {});
    auto const names = names_of_brands(call);
    CopyTexts copies;
    for (auto const language : {Language::en, Language::de})
        copies.texts.push_back(
            {.language = std::string{texts_in(language).tag},
             .text = copy_text(words, notice->at, {.language = language, .zone = zone}, names)});
    return copies;
}

std::string copy_text_in(Call& call, NoticeId id, Reader const& reader)
{
    auto const copies = copy_texts(call, id, reader.zone);
    if (!copies)
        return {};
    auto const found =
        std::ranges::find(copies->texts, texts_in(reader.language).tag, &CopyText::language);
    return found == copies->texts.end() ? "" : found->text;
}

}  // namespace tellfirst::notify
