// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines as people say them.
#include "core/activities/deadline_words.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestDeadlineWords final : public QObject
{
    Q_OBJECT

    /// A Wednesday, 11:20.
    static QDateTime now() { return QDateTime(QDate(2026, 3, 4), QTime(11, 20)); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia)); }

    void understood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moment"); // empty: not understood
        const auto row = [](const char *text, const char *moment) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(moment);
        };
        row("fri 3pm", "2026-03-06T15:00");
        row("пт 15:00", "2026-03-06T15:00");
        row("птн 15:00", "2026-03-06T15:00");
        row("15:00 пт", "2026-03-06T15:00");
        row("в пятницу в 15", "2026-03-06T15:00");
        row("Пятница, 15.30", "2026-03-06T15:30");
        row("friday at 3", "2026-03-06T03:00");
        row("next friday 10:00", "2026-03-13T10:00");
        row("следующая пятница", "2026-03-13T09:00");
        row("wed 12:00", "2026-03-04T12:00");
        row("wed 11:00", "2026-03-11T11:00"); // has passed today
        row("среда", "2026-03-11T09:00");
        row("+3d 10:00", "2026-03-07T10:00");
        row("+3д 10:00", "2026-03-07T10:00");
        row("+3 дня", "2026-03-07T09:00");
        row("через 2 часа", "2026-03-04T13:20");
        row("через час", "2026-03-04T12:20");
        row("in 30 min", "2026-03-04T11:50");
        row("через полчаса", "2026-03-04T11:50");
        row("half an hour", "2026-03-04T11:50");
        row("через полтора часа", "2026-03-04T12:50");
        row("in an hour and a half", "2026-03-04T12:50");
        row("через 1,5 часа", "2026-03-04T12:50");
        row("+2.5h", "2026-03-04T13:50");
        row("через 1,5 дня", "");
        row("к концу дня", "2026-03-04T18:00");
        row("by the end of the day", "2026-03-04T18:00");
        row("к концу недели", "2026-03-06T09:00");
        row("конец года", "2026-12-31T09:00");
        row("end of the year 15:00", "2026-12-31T15:00");
        row("in an hour", "2026-03-04T12:20");
        row("in a week", "2026-03-11T09:00");
        row("+1ч", "2026-03-04T12:20");
        row("1h", "2026-03-04T12:20");
        row("15m", "2026-03-04T11:35");
        row("2 дня 10:00", "2026-03-06T10:00");
        row("завтра 10 ч", "2026-03-05T10:00");
        row("через неделю", "2026-03-11T09:00");
        row("+1 month 12:00", "2026-04-04T12:00");
        row("3 рабочих дня", "2026-03-09T09:00");
        row("+3 wd", "2026-03-09T09:00");
        row("5 working days 16:30", "2026-03-11T16:30");
        row("today 18:00", "2026-03-04T18:00");
        row("сегодня", "2026-03-04T18:00");
        row("завтра", "2026-03-05T09:00");
        row("завтра 10", "2026-03-05T10:00");
        row("послезавтра утром", "2026-03-06T09:00");
        row("tomorrow evening", "2026-03-05T18:00");
        row("конец месяца", "2026-03-31T09:00");
        row("end of month 17:00", "2026-03-31T17:00");
        row("конец недели", "2026-03-06T09:00");
        row("next week", "2026-03-09T09:00");
        row("на следующей неделе", "2026-03-09T09:00");
        row("15.03", "2026-03-15T09:00");
        row("15.03 10:30", "2026-03-15T10:30");
        row("01.02", "2027-02-01T09:00"); // has passed this year
        row("29.02", "2028-02-29T09:00");
        row("15 марта 10:30", "2026-03-15T10:30");
        row("March 15 10am", "2026-03-15T10:00");
        row("15 March 2027", "2027-03-15T09:00");
        row("2026-03-15", "2026-03-15T09:00");
        row("2026-03-15 08:05", "2026-03-15T08:05");
        row("15:00", "2026-03-04T15:00");
        row("9:00", "2026-03-05T09:00"); // tomorrow's
        row("3pm", "2026-03-04T15:00");
        row("12am", "2026-03-05T00:00");
        row("12pm", "2026-03-04T12:00");
        row("noon", "2026-03-04T12:00");
        row("вт 10 марта в 15", "2026-03-10T15:00");
        row("10 марта, во вторник, 15:00", "2026-03-10T15:00");
        row("Tuesday, March 10, 2026 at 3pm", "2026-03-10T15:00");
        row("10th of March", "2026-03-10T09:00");
        row("10-го марта", "2026-03-10T09:00");
        row("пт 10.12", "2026-03-06T10:12"); // no Friday: a time
        row("в эту пятницу в 3 часа дня", "2026-03-06T15:00");
        row("friday at 3 in the afternoon", "2026-03-06T15:00");
        row("завтра в 10 утра", "2026-03-05T10:00");
        row("fri 12 дня", "2026-03-06T12:00");
        row("пт в 15 часов дня", "2026-03-06T15:00");
        row("пт 21:30 вечера", "2026-03-06T21:30");
        row("пт в 11 ночи", "2026-03-06T23:00");
        row("пт в 2 ночи", "2026-03-06T02:00");
        row("пт в 12 ночи", "2026-03-06T00:00");
        row("fri at 10 at night", "2026-03-06T22:00");
        row("пт в 15 часов утра", "");
        row("fri 11 a.m.", "2026-03-06T11:00");
        row("четв", "2026-03-05T09:00");
        row("", "");
        row("среда 10 марта", "");
        row("встреча", "");
        row("чтобы", "");
        row("money", "");
        row("перезвонить", "");
        row("15", "");
        row("25:00", "");
        row("13pm", "");
        row("31.02", "");
        row("today 9:00", ""); // has passed
        row("2020-01-01", "");
        row("10000-01-01", "");
        row("fri sat", "");
        row("+99999 month", "2126-03-04T09:00");
        row("через 2 часа 15:00", "");
        row("fri 3pm please", "");
    }
    void understood()
    {
        QFETCH(QString, text);
        QFETCH(QString, moment);
        const auto found = parseDeadline(text, now(), WorkCalendar());
        const QString seen = found ? found->toString(u"yyyy-MM-ddTHH:mm"_s) : QString();
        if (text == u"+99999 month"_s)
            QVERIFY(found && found->date().year() > 2100);
        else
            QCOMPARE(seen, moment);
    }

    void aTimeThatTheClockSkipsIsTheOneAfterIt()
    {
        const QTimeZone berlin("Europe/Berlin");
        if (!berlin.isValid())
            QSKIP("no such time zone here");
        const QDateTime friday(QDate(2026, 3, 27), QTime(12, 0), berlin);
        const auto found = parseDeadline(u"29.03 2:30"_s, friday, WorkCalendar());
        QVERIFY(found);
        QCOMPARE(found->date(), QDate(2026, 3, 29));
        QCOMPARE(found->time(), QTime(3, 30));
    }

    /// Whatever is typed is answered at once, with nothing or with a moment to come.
    void anyTextIsAnswered()
    {
        const QStringList words{u"+"_s,     u"через"_s, u"in"_s,  u"fri"_s, u"пт"_s,     u"3"_s,     u"99999"_s,
                                u"дня"_s,   u":"_s,     u"15:"_s, u"pm"_s,  u","_s,      u"конец"_s, u"мес"_s,
                                u"."_s,     u"2026"_s,  u"-"_s,   u"в"_s,   u"\u202e"_s, u"🙂"_s,  u"wd"_s,
                                u"31.12"_s, u"next"_s,  u"0"_s,   u"week"_s};
        QRandomGenerator random(20261127);
        for (int i = 0; i < 3'000; ++i) {
            QString text;
            for (int word = random.bounded(6); word >= 0; --word)
                text += words[random.bounded(int(words.size()))] + (random.bounded(2) == 0 ? u" "_s : QString());
            const auto found = parseDeadline(text, now(), WorkCalendar());
            QVERIFY2(!found || *found > now(), qPrintable(text));
        }
        QVERIFY(!parseDeadline(QString(1'000'000, u'9'), now(), WorkCalendar()));
    }
};

KARTOTEKA_TEST(tst_deadline_words, TestDeadlineWords)
#include "tst_deadline_words.moc"
