"""Fifty customers that differ in plan, exposure and choice, and who of them hears what.

Who must be told is computed here from these rows alone, in a second way beside the product's.
"""

import csv
import dataclasses
import io

SERVICES = ("Galleries", "Statistics", "Uploads")

# Pro tells of outages unless somebody does not want to hear; Basic only where somebody asks.
PLANS = {
    "Basic": {"topics": ["recovery", "tickets"], "first_reply_minutes": 8 * 60},
    "Pro": {"topics": ["planned", "unplanned", "recovery", "tickets"],
            "first_reply_minutes": 2 * 60, "availability": 99.9},
}

_USES = ("", "Statistics", "Galleries;Uploads", "Statistics;Galleries", "none")
_WANTS = ("", "unplanned;recovery;tickets", "planned;tickets", "unplanned", "none", "", "recovery")
_LANGUAGES = ("en", "en", "de")
_ZONES = ("Etc/UTC", "Europe/Madrid", "America/New_York", "Etc/UTC")


@dataclasses.dataclass(frozen=True)
class Customer:
    """One contact, as his line in the file has it."""
    account: str
    plan: str
    contact: str
    email: str
    services: str
    topics: str
    language: str
    zone: str

    def is_exposed_to(self, service):
        return self.services == "" or service in self.services.split(";")

    def wants(self, topic):
        chosen = PLANS[self.plan]["topics"] if self.topics == "" else self.topics.split(";")
        return topic in chosen


def fifty_accounts():
    customers = []
    for account in range(50):
        for _ in range(1 + account % 3):
            n = len(customers)
            customers.append(Customer(
                account=f"Studio {account:02}", plan=("Basic", "Pro")[account % 2],
                contact=f"Contact {n}", email=f"contact{n}@studio{account:02}.example.test",
                services=_USES[account // 2 % len(_USES)], topics=_WANTS[n % len(_WANTS)],
                language=_LANGUAGES[n % len(_LANGUAGES)], zone=_ZONES[n % len(_ZONES)]))
    return customers


def as_csv(customers):
    text = io.StringIO()
    columns = [field.name for field in dataclasses.fields(Customer)]
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(dataclasses.asdict(customer) for customer in customers)
    return text.getvalue()


def add_plans_and_services(api):
    """Answers the ids of the services by their names."""
    for name, terms in PLANS.items():
        api.post("/api/v1/plans", {"name": name, **terms})
    return {name: api.post("/api/v1/services", {"name": name})["id"] for name in SERVICES}
