#include "notify/proof/proof.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;

TEST_CASE("LineCursor: is read back from its text")
{
    ProofLine const mail{.contact = ContactId{5}, .channel = Channel::sms, .notice = NoticeId{6}};
    auto const cursor = LineCursor::of(mail);
    CHECK(cursor.text() == ContactId{5}.text() + "." + NoticeId{6}.text() + ".sms");
    CHECK(bool{LineCursor::parse(cursor.text()) == cursor});

    ProofLine const post{.channel = Channel::webhook, .post = WebhookDeliveryId{7}};
    CHECK(LineCursor::of(post).text() == WebhookDeliveryId{7}.text());
    CHECK(bool{LineCursor::parse(LineCursor::of(post).text()) == LineCursor::of(post)});
}

TEST_CASE("LineCursor: what is none is refused")
{
    auto const contact = ContactId{5}.text();
    auto const notice = NoticeId{6}.text();
    for (auto const& text :
         {std::string{}, std::string{"x"}, contact, contact + "." + notice,
          contact + "." + notice + ".", contact + "." + notice + ".pigeon",
          notice + "." + contact + ".mail", contact + "." + notice + ".mail.more"})
        CHECK_FALSE(LineCursor::parse(text));
}
