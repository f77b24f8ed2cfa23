# SPDX-License-Identifier: GPL-3.0-or-later
"""Says of which rules of repetition python3-dateutil comes to other moments than those found.

Reads a JSON array of {"rule", "start", "found"}: the first moments after the start, six at most. An activity is the first of its
series, also one that its rule would not have made: COUNT counts it.
"""
import datetime
import itertools
import json
import re
import sys

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MOST = 6
YEARS = 30
datetime.MAXYEAR = 2070  # where dateutil gives up looking for a day that fits: the year 9999 takes seconds for each rule


def said(rule, start):
    most = MOST
    count = re.search(r";COUNT=(\d+)", rule)
    if count:
        most = min(most, int(count.group(1)) - 1)
        rule = rule.replace(count.group(0), "")
    begin = start
    if "WEEKLY" in rule and "BYSETPOS" in rule:
        # Of the first week dateutil chooses among what is left of it: it begins with the whole.
        if "BYDAY" not in rule:
            rule += ";BYDAY=" + DAYS[start.weekday()]
        week = re.search(r"WKST=(..)", rule)
        begin -= datetime.timedelta(days=(start.weekday() - DAYS.index(week.group(1) if week else "MO")) % 7)
    later = (moment for moment in rrulestr(rule, dtstart=begin) if moment > start)
    return [moment.isoformat() for moment in itertools.islice(later, most)]


for case in json.load(sys.stdin):
    start = datetime.datetime.fromisoformat(case["start"])
    limit = start + datetime.timedelta(days=YEARS * 365)
    found = [moment for moment in case["found"] if datetime.datetime.fromisoformat(moment) <= limit]
    expected = [moment for moment in said(case["rule"], start) if datetime.datetime.fromisoformat(moment) <= limit]
    if expected != found:
        print(case["rule"], case["start"], "found", found, "expected", expected)
