#include "wire/smtp/maildir_reader.hpp"

#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace tellfirst;
using namespace tellfirst::smtp;

namespace {

struct Folder {
    support::TempDir temp;
    std::string path = temp / "maildir";

    Folder()
    {
        for (auto const* const part : {"/tmp", "/new", "/cur"})
            std::filesystem::create_directories(path + part);
    }
    void put(std::string const& name) { std::ofstream{path + "/" + name} << "Subject: x\r\n\r\n"; }

    std::vector<std::string> ids(std::string_view after = "", std::size_t limit = 10)
    {
        std::vector<std::string> found;
        for (auto const& mail : newest_mails(path, after, limit))
            found.push_back(mail.id);
        return found;
    }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("newest_mails: newest first, page after page, read ones among them")
{
    Folder folder;
    for (auto const* const name : {"new/3.c", "cur/2.b:2,S", "new/1.a", "new/4.d", "tmp/5.e"})
        folder.put(name);
    CHECK(folder.ids() == Ids{"4.d", "3.c", "2.b", "1.a"});
    CHECK(folder.ids("", 2) == Ids{"4.d", "3.c"});
    CHECK(folder.ids("3.c", 2) == Ids{"2.b", "1.a"});
    CHECK(folder.ids("1.a").empty());
}

TEST_CASE("newest_mails: what is no mail is passed over, no folder is no mail")
{
    Folder folder;
    folder.put("new/.hidden");
    folder.put("new/with space");
    CHECK(folder.ids().empty());
    CHECK(newest_mails("/nowhere/at/all", "", 10).empty());
}

TEST_CASE("find_mail: finds a mail in new, and in cur with its flags")
{
    Folder folder;
    folder.put("new/1.a");
    folder.put("cur/2.b:2,RS");
    CHECK(find_mail(folder.path, "1.a") == StoredMail{"1.a", folder.path + "/new/1.a"});
    CHECK(find_mail(folder.path, "2.b") == StoredMail{"2.b", folder.path + "/cur/2.b:2,RS"});
    CHECK_FALSE(find_mail(folder.path, "3.c"));
}

TEST_CASE("find_mail: no name leads out of the folder")
{
    Folder folder;
    folder.put("secret");
    for (auto const* const id : {"", ".", "..", "../secret", "/etc/passwd", "a/../../secret", ".a"})
        CHECK_FALSE(find_mail(folder.path, id));
    CHECK_FALSE(is_mail_id(std::string(201, 'a')));
    CHECK_FALSE(is_mail_id(std::string_view{"a\0b", 3}));
}
