#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendar files held against what others make of them: python3-icalendar reads what we write, radicale takes it and gives it back.

Usage: calendar_files.py KARTOTEKA-CLI. Ends with 77 where one of the two is not installed.
"""
import datetime
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

try:
    import icalendar
except ImportError:
    sys.exit(77)
if not shutil.which("radicale"):
    sys.exit(77)

CLI = sys.argv[1]
ZONES = ["Europe/Moscow", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"]
# Far enough ahead that nothing of it is over; 5 March 2035 is a Monday, 4 November one of clocks put back in New York.
SOURCE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//oracle//EN
BEGIN:VEVENT
UID:timed@oracle
DTSTAMP:20300101T000000Z
DTSTART:20350305T101500Z
DTEND:20350305T104000Z
SUMMARY:Short\\, with a comma\\; and «letters»
ORGANIZER:mailto:boss@oracle
ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@oracle
ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:boris@oracle
END:VEVENT
BEGIN:VEVENT
UID:days@oracle
DTSTAMP:20300101T000000Z
DTSTART;VALUE=DATE:20350307
DTEND;VALUE=DATE:20350310
SUMMARY:Fair
END:VEVENT
BEGIN:VEVENT
UID:weekly@oracle
DTSTAMP:20300101T000000Z
DTSTART;TZID=Europe/Berlin:20350305T100000
DURATION:PT1H30M
RRULE:FREQ=WEEKLY;UNTIL=20351201T090000Z;BYDAY=MO
EXDATE;TZID=Europe/Berlin:20350319T100000
SUMMARY:Weekly
END:VEVENT
BEGIN:VEVENT
UID:weekly@oracle
DTSTAMP:20300101T000000Z
RECURRENCE-ID;TZID=Europe/Berlin:20350326T100000
DTSTART;TZID=Europe/Berlin:20350327T120000
DURATION:PT1H30M
SUMMARY:Moved
END:VEVENT
BEGIN:VEVENT
UID:night@oracle
DTSTAMP:20300101T000000Z
DTSTART:20351104T043000Z
DTEND:20351104T063000Z
SUMMARY:Night
END:VEVENT
BEGIN:VTODO
UID:task@oracle
DTSTAMP:20300101T000000Z
DUE:20350306T120000Z
SUMMARY:Task
END:VTODO
END:VCALENDAR
""".replace("\n", "\r\n").encode()


def run(folder, zone, *words):
    done = subprocess.run([CLI, os.path.join(folder, "office.kartoteka"), *words, "--json"], capture_output=True,
                          env={**os.environ, "TZ": zone, "XDG_DATA_HOME": folder}, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{zone}: {words}: {done.stdout.decode()}{done.stderr.decode()}")
    return json.loads(done.stdout)


def utc(value):
    """An instant, or the day that it is."""
    return value.astimezone(datetime.timezone.utc) if isinstance(value, datetime.datetime) else value


def told(data):
    """What a calendar says, by what it is of."""
    facts = {}
    for part in icalendar.Calendar.from_ical(data).walk():
        if part.name not in ("VEVENT", "VTODO"):
            continue
        start = utc(part.decoded("DTSTART")) if "DTSTART" in part else None
        ends = utc(part.decoded("DTEND")) if "DTEND" in part else None
        if "DURATION" in part:
            ends = start + part.decoded("DURATION")
        people = part.get("ATTENDEE", [])
        people = people if isinstance(people, list) else [people]
        rule = part["RRULE"].to_ical().decode() if "RRULE" in part else ""
        skipped = part.get("EXDATE", [])
        skipped = skipped if isinstance(skipped, list) else [skipped]
        facts[str(part["UID"]), str(utc(part.decoded("RECURRENCE-ID"))) if "RECURRENCE-ID" in part else ""] = {
            "start": start, "ends": ends, "due": utc(part.decoded("DUE")) if "DUE" in part else None,
            "title": str(part["SUMMARY"]), "rule": sorted(rule.split(";")),
            "skipped": sorted(str(utc(one.dt)) for some in skipped for one in some.dts),
            "people": sorted((str(one).lower(), one.params.get("PARTSTAT")) for one in people)}
    return facts


def differences(expected, found):
    return [f"{key}: {field}: {expected[key][field]} became {found[key][field] if key in found else 'nothing'}"
            for key in expected for field in expected[key]
            if key not in found or expected[key][field] != found[key][field]] + [f"{key}: is new" for key in found
                                                                              if key not in expected]


class Radicale:
    """A store of calendars of somebody else's making."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            ["radicale", "--config", "", "--server-hosts", f"127.0.0.1:{self.port}", "--auth-type", "none",
             "--storage-filesystem-folder", os.path.join(folder, "collections")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise SystemExit("radicale does not answer")

    def ask(self, method, body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/office/calendar/", body, method=method,
                                         headers={"Content-Type": "text/calendar; charset=utf-8",
                                                  "Authorization": "Basic b2ZmaWNlOng="})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read()

    def end(self):
        self.process.terminate()
        self.process.wait()


def check(zone, folder, store):
    source = os.path.join(folder, "source.ics")
    written = os.path.join(folder, "written.ics")
    with open(source, "wb") as file:
        file.write(SOURCE)
    run(folder, zone, "init")
    wrong = []
    if run(folder, zone, "import", "activity", source)["new"] != 6:
        wrong.append("not all of the events are new")
    run(folder, zone, "export", "activity", written)
    with open(written, "rb") as file:
        ours = file.read()
    wrong += differences(told(SOURCE), told(ours))
    store.ask("PUT", ours)
    back = store.ask("GET")
    wrong += differences(told(ours), told(back))
    with open(written, "wb") as file:
        file.write(back)
    if run(folder, zone, "import", "activity", written)["same"] != 6:
        wrong.append("what a store gave back is not the same")
    with open(written, "wb") as file:
        file.write(back.replace(b"SUMMARY:Fair", b"SUMMARY:Fair of the year"))
    report = run(folder, zone, "import", "activity", written)
    if (report["changed"], report["same"]) != (1, 5):
        wrong.append(f"one was renamed, and {report['changed']} changed")
    store.ask("DELETE")
    return [f"{zone}: {one}" for one in wrong]


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        store = Radicale(folder)
        try:
            for zone in ZONES:
                own = os.path.join(folder, zone.replace("/", "_"))
                os.mkdir(own)
                wrong += check(zone, own, store)
        finally:
            store.end()
    for one in wrong:
        print(one)
    sys.exit(1 if wrong else 0)


main()
