// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar, what clashes in it and free times, by the command line.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCliCalendar : public QObject, protected CommandLine
{
    Q_OBJECT

    QString book(const QString &title, const QString &start, const QStringList &more = {})
    {
        return json(QStringList{u"activity"_s, u"add"_s, u"--title"_s, title, u"start="_s + start, u"duration=60"_s,
                                u"resources=Hall"_s}
                    + more)[u"id"_s]
            .toString();
    }
    int statusOf(const QStringList &arguments)
    {
        run(arguments);
        return m_status;
    }

private slots:
    void init() { makeOffice(); }

    void daysAreSaidInWords()
    {
        QVERIFY(json({u"calendar"_s}).isArray()); // the week from today on
        QVERIFY(!json({u"slots"_s, u"--any-hour"_s}).array().isEmpty());
        QCOMPARE(statusOf({u"calendar"_s, u"--from"_s, u"tomorrow"_s, u"--to"_s, u"+2w"_s}), 0);
        QCOMPARE(statusOf({u"calendar"_s, u"--from"_s, u"someday"_s}), 2);
        QCOMPARE(statusOf({u"calendar"_s, u"--from"_s, u"+2w"_s, u"--to"_s, u"tomorrow"_s}), 2);
        QCOMPARE(statusOf({u"calendar"_s, u"--type"_s, u"deal"_s, u"--clashes"_s}), 2);
    }

    void whatClashesIsListed()
    {
        const QString on = QDate::currentDate().addDays(30).toString(Qt::ISODate);
        json({u"create"_s, u"resource"_s, u"title=Hall"_s});
        const QString first = book(u"Tasting"_s, on + u"T10:00"_s);
        QVERIFY(book(u"Talk"_s, on + u"T10:30"_s).isEmpty());
        const QString second = book(u"Talk"_s, on + u"T10:30"_s, {u"--anyway"_s});
        const QString other = book(u"Show"_s, on + u"T15:00"_s);
        QVERIFY(!other.isEmpty());
        const QStringList day{u"calendar"_s, u"--from"_s, on, u"--to"_s, on};
        QCOMPARE(json(day).array().size(), 3);
        const QJsonArray clashing = json(day + QStringList{u"--clashes"_s}).array();
        QCOMPARE(clashing.size(), 2);
        QCOMPARE(clashing[0][u"id"_s].toString(), first);
        QCOMPARE(clashing[1][u"id"_s].toString(), second);
        // Where several may have it, only one too many clashes, and it is said how many there are.
        json({u"set"_s, u"resource"_s, u"1"_s, u"overlap=yes"_s, u"capacity=2"_s});
        QVERIFY(json({u"clashes"_s}).array().isEmpty());
        QVERIFY(!book(u"Crowd"_s, on + u"T10:45"_s, {u"--anyway"_s}).isEmpty());
        const QJsonArray crowd = json({u"clashes"_s}).array();
        QCOMPARE(crowd.size(), 3);
        QCOMPARE(crowd[0][u"taken"_s].toInt(), 3);
        QCOMPARE(crowd[0][u"places"_s].toInt(), 2);
        QCOMPARE(json(day + QStringList{u"--clashes"_s}).array().size(), 3);
    }

    void aFirstDayOutsideItsRuleIsTold()
    {
        const QStringList weekly{u"activity"_s,    u"add"_s,     u"--title"_s, u"Call"_s, u"start=2100-01-05T10:00"_s,
                                 u"duration=30"_s, u"--repeat"_s};
        QCOMPARE(json(weekly + QStringList{u"FREQ=WEEKLY;BYDAY=MO"_s})[u"warnings"_s].toArray().size(), 1);
        QVERIFY(!json(weekly + QStringList{u"FREQ=WEEKLY;BYDAY=TU"_s}).object().contains(u"warnings"_s));
    }

    void whatIsHeldUntilADayIsHeldOnIt()
    {
        const QStringList offer{u"slots"_s, u"--from"_s, u"2100-01-04"_s, u"--to"_s, u"2100-01-04"_s};
        QCOMPARE(
            json(offer + QStringList{u"--hold"_s, u"Talk"_s, u"--until"_s, u"2100-01-03"_s})[u"held"_s].toArray().size(), 1);
        QVERIFY(json(offer).array().isEmpty());
        const QJsonObject held =
            json({u"calendar"_s, u"--from"_s, u"2100-01-04"_s, u"--to"_s, u"2100-01-04"_s})[0].toObject();
        QVERIFY(held[u"tentative"_s].toBool());
        const QString until =
            json({u"list"_s, u"activity"_s, u"--columns"_s, u"hold_until"_s})[0][u"hold_until"_s].toString();
        QVERIFY2(until > u"2100-01-03T10", qPrintable(until));
    }
};

KARTOTEKA_TEST(tst_cli_calendar, TestCliCalendar)
#include "tst_cli_calendar.moc"
