#pragma once
// Every kind of id in the house, so that a prefix is never given twice.
#include "kernel/id.hpp"

namespace tellfirst {

#define TELLFIRST_ID(Name, letters)                                                                \
    struct Name##Tag {                                                                             \
        static constexpr std::string_view prefix = letters;                                        \
    };                                                                                             \
    using Name##Id = Id<Name##Tag>

TELLFIRST_ID(Account, "acc");
TELLFIRST_ID(Brand, "brd");
TELLFIRST_ID(Calendar, "cal");
TELLFIRST_ID(Contact, "con");
TELLFIRST_ID(Correction, "cor");  // of an incident's times
TELLFIRST_ID(CriticalDate, "crd");
TELLFIRST_ID(Entry, "ent");
TELLFIRST_ID(Fact, "fct");
TELLFIRST_ID(Incident, "inc");
TELLFIRST_ID(Issue, "iss");  // a known issue
TELLFIRST_ID(Job, "job");
TELLFIRST_ID(Mail, "mai");  // one raw message as it came in
TELLFIRST_ID(Notice, "not");
TELLFIRST_ID(Person, "per");
TELLFIRST_ID(Plan, "pln");
TELLFIRST_ID(Promise, "prm");
TELLFIRST_ID(Series, "ser");  // a recurring window
TELLFIRST_ID(Service, "svc");
TELLFIRST_ID(Session, "ses");
TELLFIRST_ID(Suppression, "sup");
TELLFIRST_ID(Template, "tpl");
TELLFIRST_ID(Ticket, "tkt");
TELLFIRST_ID(Token, "tok");
TELLFIRST_ID(Update, "upd");
TELLFIRST_ID(Window, "win");

#undef TELLFIRST_ID

}  // namespace tellfirst
