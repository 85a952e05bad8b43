#pragma once
// What is told when a person stops an announcement or lets it go.
#include "notify/types.hpp"

namespace tellfirst::notify {

struct NoticePaused {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticePaused";
    NoticeId notice;
    About about;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticePaused, (), (notice, about))

struct NoticeResumed {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeResumed";
    NoticeId notice;
    About about;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeResumed, (), (notice, about))

// The rest of it was cancelled: some may have read it, so it was said all the same.
struct NoticeCutShort {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeCutShort";
    NoticeId notice;
    About about;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeCutShort, (), (notice, about))

// It goes to many, and waits for a second pair of eyes; then somebody let it go.
struct NoticeUnapproved {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeUnapproved";
    NoticeId notice;
    About about;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeUnapproved, (), (notice, about))

struct NoticeApproved {
    static constexpr std::string_view room = "notify";
    static constexpr std::string_view kind = "NoticeApproved";
    NoticeId notice;
    About about;
    [[nodiscard]] std::string subject() const { return about.text(); }
};
BOOST_DESCRIBE_STRUCT(NoticeApproved, (), (notice, about))

}  // namespace tellfirst::notify
