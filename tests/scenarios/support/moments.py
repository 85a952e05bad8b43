"""Moments as the API writes them, and covered time counted in the plainest way."""

import datetime

OPENS, CLOSES = 9, 18  # Monday to Friday, UTC: the default calendar


def parse(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def text(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def after_covered(start, minutes):
    """When have so many covered minutes passed since `start`?"""
    left = datetime.timedelta(minutes=minutes)
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    while True:
        if day.weekday() < 5:
            opens = max(start, day + datetime.timedelta(hours=OPENS))
            closes = day + datetime.timedelta(hours=CLOSES)
            if opens < closes:
                if left <= closes - opens:
                    return opens + left
                left -= closes - opens
        day += datetime.timedelta(days=1)
