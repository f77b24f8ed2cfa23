// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of repetition: what they say, what is refused, and which moments they come to.
#include "core/activities/recurrence.h"
#include "core/schema/repeat_words.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestRecurrence final : public QObject
{
    Q_OBJECT

    static QDateTime wall(int year, int month, int day, int hour = 10, int minute = 0)
    {
        return {QDate(year, month, day), QTime(hour, minute), Qt::UTC};
    }
    static RepeatRule rule(const QString &text)
    {
        const auto parsed = parseRepeatRule(text);
        return parsed ? *parsed : RepeatRule{};
    }

    /// Any rule that can be written, sensible or not.
    static QString anyRule(QRandomGenerator &random)
    {
        static const QStringList days{u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
        const auto some = [&random](int most, const std::function<QString()> &one) {
            QStringList chosen;
            for (int n = 1 + random.bounded(most); n > 0; --n)
                chosen << one();
            return chosen.join(u',');
        };
        const auto numbers = [&](int most, bool fromTheEnd) {
            return some(3, [&] {
                const int number = 1 + random.bounded(most);
                return QString::number(fromTheEnd && random.bounded(3) == 0 ? -number : number);
            });
        };
        const auto seldom = [&random](int of) { return random.bounded(of) == 0; };
        const int every = random.bounded(4);
        QString text = u"FREQ="_s + QStringList{u"DAILY"_s, u"WEEKLY"_s, u"MONTHLY"_s, u"YEARLY"_s}[every];
        if (random.bounded(2))
            text += u";INTERVAL=%1"_s.arg(1 + random.bounded(4));
        if (seldom(4))
            text += u";BYMONTH="_s + numbers(12, false);
        if (every == 3 && seldom(6))
            text += u";BYWEEKNO="_s + numbers(51, true); // of -52 and -53 the other leaves days out
        if (every == 3 && seldom(6))
            text += u";BYYEARDAY="_s + numbers(366, true);
        if (every != 1 && seldom(4))
            text += u";BYMONTHDAY="_s + numbers(31, true);
        if (random.bounded(2)) {
            // The other takes a mixture of counted weekdays and others for the days in both.
            const bool counts = every > 1 && !text.contains(u"BYWEEKNO") && random.bounded(2);
            text += u";BYDAY="_s + some(3, [&] {
                        const QString which = counts ? QString::number(random.bounded(2) ? -1 : 1 + random.bounded(5))
                                                     : QString();
                        return which + days[random.bounded(7)];
                    });
        }
        if (seldom(5))
            text += u";BYSETPOS="_s + numbers(4, true);
        if (seldom(4))
            text += u";WKST="_s + days[random.bounded(7)];
        if (seldom(3))
            text += seldom(2) ? u";COUNT=%1"_s.arg(1 + random.bounded(6))
                              : u";UNTIL=%1T100000"_s.arg(20290101 + random.bounded(28));
        return text;
    }

private slots:
    void aRuleIsReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addRow("plain") << u"FREQ=DAILY"_s << u"FREQ=DAILY"_s;
        QTest::addRow("as in a calendar file") << u"rrule:freq=weekly;byday=fr,mo"_s << u"FREQ=WEEKLY;BYDAY=MO,FR"_s;
        QTest::addRow("an interval of one is none") << u"INTERVAL=1;FREQ=MONTHLY"_s << u"FREQ=MONTHLY"_s;
        QTest::addRow("the end of a day") << u"FREQ=DAILY;UNTIL=20261231"_s << u"FREQ=DAILY;UNTIL=20261231"_s;
        QTest::addRow("a moment") << u"FREQ=DAILY;UNTIL=20261231T100000"_s << u"FREQ=DAILY;UNTIL=20261231T100000"_s;
        QTest::addRow("counted days") << u"FREQ=MONTHLY;BYDAY=2TU,-1FR;COUNT=3"_s
                                      << u"FREQ=MONTHLY;COUNT=3;BYDAY=-1FR,2TU"_s;
        QTest::addRow("a week that begins on Sunday")
            << u"FREQ=WEEKLY;INTERVAL=2;WKST=SU"_s << u"FREQ=WEEKLY;INTERVAL=2;WKST=SU"_s;
        QTest::addRow("chosen of several")
            << u"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"_s << u"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"_s;
    }
    void aRuleIsReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto parsed = parseRepeatRule(text);
        QVERIFY2(parsed, parsed ? "" : qUtf8Printable(parsed.error().message));
        QCOMPARE(repeatRuleCode(*parsed), code);
        QCOMPARE(*parseRepeatRule(code), *parsed);
    }

    void whatMakesNoSenseIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u";"_s,
                                    u"weekly"_s,
                                    u"FREQ="_s,
                                    u"FREQ=SECONDLY"_s,
                                    u"FREQ=MINUTELY;INTERVAL=30"_s,
                                    u"FREQ=HOURLY"_s,
                                    u"BYDAY=MO"_s,
                                    u"FREQ=DAILY;FREQ=WEEKLY"_s,
                                    u"FREQ=DAILY;COUNT=0"_s,
                                    u"FREQ=DAILY;COUNT=1000000000"_s,
                                    u"FREQ=DAILY;INTERVAL=0"_s,
                                    u"FREQ=DAILY;INTERVAL=1000"_s,
                                    u"FREQ=DAILY;INTERVAL=-1"_s,
                                    u"FREQ=DAILY;COUNT=3;UNTIL=20270101"_s,
                                    u"FREQ=DAILY;UNTIL=20261301"_s,
                                    u"FREQ=DAILY;UNTIL=tomorrow"_s,
                                    u"FREQ=WEEKLY;BYDAY=XX"_s,
                                    u"FREQ=WEEKLY;BYDAY=2MO"_s,
                                    u"FREQ=WEEKLY;BYDAY="_s,
                                    u"FREQ=WEEKLY;BYDAY=,"_s,
                                    u"FREQ=MONTHLY;BYDAY=0MO"_s,
                                    u"FREQ=MONTHLY;BYDAY=6MO"_s,
                                    u"FREQ=YEARLY;BYDAY=54MO"_s,
                                    u"FREQ=MONTHLY;BYMONTHDAY=32"_s,
                                    u"FREQ=MONTHLY;BYMONTHDAY=0"_s,
                                    u"FREQ=WEEKLY;BYMONTHDAY=1"_s,
                                    u"FREQ=YEARLY;BYMONTH=13"_s,
                                    u"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"_s,
                                    u"FREQ=YEARLY;BYMONTH=-1"_s,
                                    u"FREQ=DAILY;BYSETPOS=1"_s,
                                    u"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=400"_s,
                                    u"FREQ=MONTHLY;BYWEEKNO=3"_s,
                                    u"FREQ=MONTHLY;BYYEARDAY=3"_s,
                                    u"FREQ=YEARLY;BYEASTER=0"_s,
                                    u"FREQ=DAILY;BYHOUR=1,2,3"_s,
                                    u"FREQ=DAILY;RSCALE=HEBREW"_s,
                                    u"FREQ=DAILY;X=%1"_s.arg(QString(300, u'1')),
                                    u"FREQ=MONTHLY;BYMONTHDAY=+-1"_s,
                                    u"FREQ=DAILY\nCOUNT=2"_s})
            QTest::addRow("%s", qUtf8Printable(text.left(40).simplified())) << text;
    }
    void whatMakesNoSenseIsRefusedInWords()
    {
        QFETCH(QString, text);
        const auto parsed = parseRepeatRule(text);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.endsWith(u'.'));
    }

    void momentsFollow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<QList<QDateTime>>("expected");
        // 2 March 2026 is a Monday.
        QTest::addRow("every day") << u"FREQ=DAILY"_s << wall(2026, 3, 2) << QList{wall(2026, 3, 3), wall(2026, 3, 4)};
        QTest::addRow("working days") << u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_s << wall(2026, 3, 6)
                                      << QList{wall(2026, 3, 9), wall(2026, 3, 10)};
        QTest::addRow("every other week keeps its weeks")
            << u"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"_s << wall(2026, 3, 6) << QList{wall(2026, 3, 16), wall(2026, 3, 20)};
        QTest::addRow("every other Sunday, begun on another day")
            << u"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"_s << wall(2026, 3, 5) << QList{wall(2026, 3, 8), wall(2026, 3, 22)};
        QTest::addRow("the beginning need not fit")
            << u"FREQ=WEEKLY;BYDAY=TH"_s << wall(2026, 3, 2) << QList{wall(2026, 3, 5), wall(2026, 3, 12)};
        QTest::addRow("the 31st passes over short months")
            << u"FREQ=MONTHLY"_s << wall(2026, 1, 31) << QList{wall(2026, 3, 31), wall(2026, 5, 31)};
        QTest::addRow("the last day") << u"FREQ=MONTHLY;BYMONTHDAY=-1"_s << wall(2026, 1, 31)
                                      << QList{wall(2026, 2, 28), wall(2026, 3, 31)};
        QTest::addRow("the second Tuesday")
            << u"FREQ=MONTHLY;BYDAY=2TU"_s << wall(2026, 3, 10) << QList{wall(2026, 4, 14), wall(2026, 5, 12)};
        QTest::addRow("the last working day") << u"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"_s << wall(2026, 1, 30)
                                              << QList{wall(2026, 2, 27), wall(2026, 3, 31)};
        QTest::addRow("29 February") << u"FREQ=YEARLY"_s << wall(2024, 2, 29) << QList{wall(2028, 2, 29), wall(2032, 2, 29)};
        QTest::addRow("the count includes the first")
            << u"FREQ=DAILY;COUNT=2"_s << wall(2026, 3, 2) << QList{wall(2026, 3, 3)};
        QTest::addRow("the last of a count") << u"FREQ=DAILY;COUNT=1"_s << wall(2026, 3, 2) << QList<QDateTime>();
        QTest::addRow("until a day, which counts")
            << u"FREQ=DAILY;UNTIL=20260303"_s << wall(2026, 3, 2) << QList{wall(2026, 3, 3)};
        QTest::addRow("a day of each month")
            << u"FREQ=YEARLY;BYMONTHDAY=28"_s << wall(2026, 3, 2) << QList{wall(2026, 3, 28), wall(2026, 4, 28)};
        QTest::addRow("counted from the end")
            << u"FREQ=DAILY;BYMONTHDAY=-13"_s << wall(2027, 10, 14) << QList{wall(2027, 10, 19), wall(2027, 11, 18)};
        QTest::addRow("weeks of the year") << u"FREQ=YEARLY;BYWEEKNO=34,47,38;BYDAY=MO"_s << wall(2025, 4, 12)
                                           << QList{wall(2025, 8, 18), wall(2025, 9, 15)};
        QTest::addRow("the first week begins in the year before")
            << u"FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO"_s << wall(2025, 7, 8) << QList{wall(2025, 12, 29), wall(2027, 1, 4)};
        QTest::addRow("the last of 53 weeks")
            << u"FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR"_s << wall(2026, 3, 2) << QList{wall(2027, 1, 1), wall(2032, 12, 31)};
        QTest::addRow("never") << u"FREQ=YEARLY;BYMONTH=4;BYYEARDAY=1"_s << wall(2026, 3, 2) << QList<QDateTime>();
    }
    void momentsFollow()
    {
        QFETCH(QString, text);
        QFETCH(QDateTime, start);
        QFETCH(QList<QDateTime>, expected);
        QCOMPARE(occurrencesAfter(rule(text), start, 2), expected);
    }

    /// libical's own cases: as many times as it says, of the rules that days of a calendar need.
    void anotherProgramsCasesComeTrue()
    {
        QFile file(QStringLiteral(KARTOTEKA_SOURCES "/tests/data/ical/recur.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll()).remove(QRegularExpression(u"\\r?\\n[ \\t]"_s));
        static const QRegularExpression line(u"^(RRULE|DTSTART|X-EXPECT-NUMEVENTS|DESCRIPTION)[^:]*:\\s*(.*)$"_s,
                                             QRegularExpression::MultilineOption);
        int tried = 0;
        QStringList differing;
        for (const QString &event : text.split(u"END:VEVENT"_s)) {
            QHash<QString, QString> said;
            for (auto it = line.globalMatch(event); it.hasNext();) {
                const auto match = it.next();
                said.insert(match.captured(1), match.captured(2).trimmed());
            }
            const auto parsed = parseRepeatRule(said.value(u"RRULE"_s));
            const int expected = said.value(u"X-EXPECT-NUMEVENTS"_s).toInt();
            const QDateTime start = QDateTime::fromString(said.value(u"DTSTART"_s).left(15), u"yyyyMMdd'T'HHmmss"_s);
            if (!parsed || expected == 0 || event.contains(u"EXDATE"_s) || event.contains(u"EXRULE"_s) || !start.isValid()
                || (parsed->count == 0 && !parsed->until.isValid()))
                continue;
            ++tried;
            const auto found = occurrencesAfter(*parsed, QDateTime(start.date(), start.time(), Qt::UTC), mostOccurrences);
            // An activity is the first of its series, also one that its rule would not have made.
            const bool isEnded = parsed->count == 0 && found.size() == expected;
            if (found.size() + 1 != expected && !isEnded)
                differing << u"%1: %2, not %3"_s.arg(said.value(u"RRULE"_s)).arg(found.size() + 1).arg(expected);
        }
        QVERIFY(tried > 10);
        QCOMPARE(differing, QStringList());
    }

    void aRuleThatCannotBeFollowedIsRefused()
    {
        QVERIFY(usableRule(u"FREQ=WEEKLY;UNTIL=20260302"_s, wall(2026, 3, 2)));
        QVERIFY(!usableRule(u"FREQ=WEEKLY;UNTIL=20260301"_s, wall(2026, 3, 2)));
        QVERIFY(!usableRule(u"FREQ=YEARLY;BYMONTH=4;BYYEARDAY=1"_s, wall(2026, 3, 2)));
    }

    /// Whatever the rule: what the program says is what another reading of the standard says. KARTOTEKA_RULES: how many are tried.
    void anotherProgramComesToTheSame()
    {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s, u"import dateutil.rrule"_s});
        if (!python.waitForFinished() || python.exitCode() != 0)
            QSKIP("python3 has no dateutil");
        const int wanted = qEnvironmentVariableIntValue("KARTOTEKA_RULES");
        QRandomGenerator random(20260302);
        QJsonArray cases;
        while (cases.size() < (wanted > 0 ? wanted : 1000)) {
            const auto parsed = parseRepeatRule(anyRule(random));
            if (!parsed)
                continue; // contradicts itself
            const QDateTime start = wall(2024 + random.bounded(5), 1 + random.bounded(12), 1 + random.bounded(28));
            QStringList found;
            for (const QDateTime &moment : occurrencesAfter(*parsed, start, 6))
                found << occurrenceCode(moment);
            cases.append(QJsonObject{{u"rule"_s, repeatRuleCode(*parsed)},
                                     {u"start"_s, occurrenceCode(start)},
                                     {u"found"_s, QJsonArray::fromStringList(found)}});
        }
        python.start(u"python3"_s, {QStringLiteral(KARTOTEKA_SOURCES "/tests/core/activities/rrule_oracle.py")});
        QVERIFY(python.waitForStarted());
        python.write(QJsonDocument(cases).toJson());
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(600'000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError());
        QCOMPARE(QString::fromUtf8(python.readAllStandardOutput().left(20000)), QString());
    }

    /// A clock that is put forward or back moves no repetition.
    void timesThatTheClockSkipsAndShowsTwice()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        const auto utc = [](const QDateTime &moment) {
            return QDateTime::fromMSecsSinceEpoch(instantOfWall(moment), Qt::UTC).toString(u"MM-dd HH:mm"_s);
        };
        const bool known = QTimeZone::systemTimeZoneId() == "Europe/Berlin";
        const QStringList said{utc(wall(2026, 3, 29, 1, 30)),  utc(wall(2026, 3, 29, 2, 30)),
                               utc(wall(2026, 3, 29, 3, 30)),  utc(wall(2026, 10, 25, 1, 30)),
                               utc(wall(2026, 10, 25, 2, 30)), utc(wall(2026, 10, 25, 3, 30))};
        const QDateTime there = wallOf(instantOfWall(wall(2026, 7, 1, 9)));
        const QString skipped = u"2026-03-29T02:30:00"_s;
        const bool isMoment = isOccurrenceCode(skipped) && wallOfCode(skipped) == wall(2026, 3, 29, 2, 30);
        const auto until = parseRepeatRule(u"FREQ=DAILY;UNTIL=20260329T023000"_s);
        const auto untilUtc = parseRepeatRule(u"FREQ=DAILY;UNTIL=20260329T023000Z"_s);
        qputenv("TZ", before);
        if (before.isEmpty())
            qunsetenv("TZ");
        if (!known)
            QSKIP("the time zone cannot be chosen here");
        QCOMPARE(said,
                 (QStringList{u"03-29 00:30"_s, u"03-29 01:30"_s, u"03-29 01:30"_s, u"10-24 23:30"_s, u"10-25 00:30"_s,
                              u"10-25 02:30"_s}));
        QCOMPARE(there, wall(2026, 7, 1, 9));
        // What is of no zone is a moment of the rule also where the clock of this computer skips it.
        QVERIFY(isMoment);
        QVERIFY(until && until->until == wall(2026, 3, 29, 2, 30));
        QVERIFY(untilUtc && untilUtc->until == wall(2026, 3, 29, 4, 30));
        for (const QString &nonsense : {u"2026-02-30T10:00:00"_s, u"2026-03-29T24:00:00"_s, u"2026-03-29 02:30:00"_s,
                                        u"2026-03-29T02:30:0 "_s, u"2026-03-2902:30:00T"_s, QString()})
            QVERIFY2(!isOccurrenceCode(nonsense) && !wallOfCode(nonsense).isValid(), qPrintable(nonsense));
    }

    void aRuleIsToldInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::addRow("week") << u"FREQ=WEEKLY;BYDAY=MO"_s << u"every week on Mon"_s;
        QTest::addRow("working day") << u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_s << u"every working day"_s;
        QTest::addRow("day of the month") << u"FREQ=MONTHLY;BYMONTHDAY=15"_s << u"every month on day 15"_s;
        QTest::addRow("last day") << u"FREQ=MONTHLY;BYMONTHDAY=-1"_s << u"every month on the last day"_s;
        QTest::addRow("counted day") << u"FREQ=MONTHLY;BYDAY=2TU"_s << u"every month: second Tue"_s;
        QTest::addRow("month") << u"FREQ=YEARLY;BYMONTH=3"_s << u"every year (March)"_s;
        QTest::addRow("too much for a sentence")
            << u"FREQ=YEARLY;BYWEEKNO=20"_s << u"every year (FREQ=YEARLY;BYWEEKNO=20)"_s;
    }
    void aRuleIsToldInWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(repeatText(rule(text)), words);
        QCOMPARE(repeatText(text, true), words + u" after it is done"_s);
    }
};

KARTOTEKA_TEST(tst_recurrence, TestRecurrence)
#include "tst_recurrence.moc"
