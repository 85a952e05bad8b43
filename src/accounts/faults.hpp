#pragma once
// What is wrong with a wish, all of it at once and each with its path ("contacts[2].zone").
// Empty = nothing. No database is asked here.
#include "accounts/types.hpp"
#include "kernel/problem.hpp"

namespace tellfirst::accounts {

using Faults = std::vector<FieldError>;

inline constexpr std::size_t longest_name = 200;  // characters of a subject line or a page title

// One account in one request; more is an import or several requests.
inline constexpr std::size_t most_contacts = 1'000;
inline constexpr std::size_t most_services = 1'000;

// Codes account.needs_name, account.name_too_long, account.too_many_contacts,
// account.too_many_services, and those of its contacts.
[[nodiscard]] Faults faults_in(NewAccount const& wish);

// Codes contact.needs_name, contact.name_too_long, contact.bad_phone, language.wrong_form,
// zone.unknown. `path` stands before the field's name: "contacts[2].".
[[nodiscard]] Faults faults_in(NewContact const& wish, std::string const& path = "");

// Codes plan.needs_name, plan.name_too_long, plan.out_of_range, plan.bad_billing,
// plan.bad_currency.
[[nodiscard]] Faults faults_in(NewPlan const& wish);

// Codes calendar.needs_name, calendar.name_too_long, zone.unknown, calendar.bad_window,
// calendar.bad_date, calendar.never_open.
[[nodiscard]] Faults faults_in(NewCalendar const& wish);

// Digits, and what people put between them.
[[nodiscard]] bool is_phone(std::string_view phone);

// "en", "de", "pt-BR": the form of BCP 47; texts fall back to English where we have no catalogue.
[[nodiscard]] bool is_language(std::string_view language);

// Names that people will see: not empty, not endless, one line. `what` begins the code.
[[nodiscard]] Faults
faults_in_name(std::string const& what, std::string field, std::string_view name);

// The code and field of the first; all of them in `errors`.
[[nodiscard]] Problem refusal(Faults faults);

}  // namespace tellfirst::accounts
