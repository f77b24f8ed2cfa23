// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/value_parse.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestValueParse : public QObject
{
    Q_OBJECT
private slots:
    void datesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("dayFirst");
        QTest::addColumn<QDate>("date");
        const QDate day(2026, 2, 1);
        QTest::addRow("ISO") << u"2026-02-01"_s << true << day;
        QTest::addRow("ISO without hyphens") << u"20260201"_s << true << day;
        QTest::addRow("slashes, year first") << u"2026/02/01"_s << false << day;
        QTest::addRow("Russian") << u"01.02.2026"_s << true << day;
        QTest::addRow("Russian, whatever the slashes mean") << u"01.02.2026"_s << false << day;
        QTest::addRow("Russian, short") << u"1.2.2026"_s << true << day;
        QTest::addRow("British") << u"01/02/2026"_s << true << day;
        QTest::addRow("American") << u"02/01/2026"_s << false << day;
        QTest::addRow("spaces around") << u"  01.02.2026 "_s << true << day;
        QTest::addRow("no such day") << u"30.02.2026"_s << true << QDate();
        QTest::addRow("no such month") << u"2026-13-01"_s << true << QDate();
        QTest::addRow("two digits of a year") << u"01.02.26"_s << true << QDate();
        QTest::addRow("a phone number") << u"89161234567"_s << true << QDate();
        QTest::addRow("a word") << u"tomorrow"_s << true << QDate();
        QTest::addRow("a word behind") << u"01.02.2026x"_s << true << QDate();
        QTest::addRow("mixed signs") << u"01.02/2026"_s << true << QDate();
        QTest::addRow("nothing") << u""_s << true << QDate();
        QTest::addRow("a leap day") << u"29.02.2024"_s << true << QDate(2024, 2, 29);
    }
    void datesAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(bool, dayFirst);
        QFETCH(QDate, date);
        QCOMPARE(parseDate(text, dayFirst).value_or(QDate()), date);
    }

    /// Every day reads back from each of its writings.
    void everyDayReadsBack()
    {
        for (QDate day(1899, 12, 25); day < QDate(2101, 1, 10); day = day.addDays(17)) {
            for (const QString &format :
                 {u"yyyy-MM-dd"_s, u"dd.MM.yyyy"_s, u"d.M.yyyy"_s, u"dd/MM/yyyy"_s, u"yyyy/MM/dd"_s, u"yyyyMMdd"_s})
                QCOMPARE(parseDate(day.toString(format), true).value_or(QDate()), day);
            QCOMPARE(parseDate(day.toString(u"MM/dd/yyyy"_s), false).value_or(QDate()), day);
        }
    }

    void moments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso"); ///< UTC; empty: refused
        QTest::addRow("a day begins at midnight") << u"01.02.2026"_s << u"2026-01-31T21:00:00Z"_s;
        QTest::addRow("with minutes") << u"01.02.2026 14:05"_s << u"2026-02-01T11:05:00Z"_s;
        QTest::addRow("with seconds") << u"01.02.2026 14:05:30"_s << u"2026-02-01T11:05:30Z"_s;
        QTest::addRow("one digit of an hour") << u"2026-02-01 9:05"_s << u"2026-02-01T06:05:00Z"_s;
        QTest::addRow("afternoon") << u"2026-02-01 02:05 PM"_s << u"2026-02-01T11:05:00Z"_s;
        QTest::addRow("midnight of twelve hours") << u"2026-02-01 12:05 am"_s << u"2026-01-31T21:05:00Z"_s;
        QTest::addRow("noon of twelve hours") << u"2026-02-01 12:05 pm"_s << u"2026-02-01T09:05:00Z"_s;
        QTest::addRow("with an offset") << u"2026-02-01T14:05:00+05:00"_s << u"2026-02-01T09:05:00Z"_s;
        QTest::addRow("UTC") << u"2026-02-01T14:05:00Z"_s << u"2026-02-01T14:05:00Z"_s;
        QTest::addRow("hour 25") << u"01.02.2026 25:00"_s << QString();
        QTest::addRow("hour 13 of twelve") << u"01.02.2026 13:00 PM"_s << QString();
        QTest::addRow("not a time") << u"01.02.2026 noon"_s << QString();
    }
    void moments()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto read = parseInstant(text, true, QTimeZone(3 * 3600));
        QCOMPARE(read ? QDateTime::fromMSecsSinceEpoch(*read, Qt::UTC).toString(Qt::ISODate) : QString(), iso);
    }

    void refusalsNameTheFieldAndWhatWasTyped()
    {
        TestOffice office;
        const ParseContext context{.schema = office.schema(), .currency = {}, .findItem = {}};
        const auto parsed = [&](const QString &field, const QString &text) {
            return parseValue(context, *office.schema().field(office.typeId(u"lead"_s), field), text);
        };
        for (const auto &[field, text] : QList<QPair<QString, QString>>{{u"amount"_s, u"a lot"_s},
                                                                        {u"birth_date"_s, u"31.02.2000"_s},
                                                                        {u"email"_s, u"no at sign"_s},
                                                                        {u"phone"_s, u"12"_s},
                                                                        {u"responsible"_s, u"Nobody"_s},
                                                                        {u"stage"_s, u"no such stage"_s}}) {
            const auto value = parsed(field, text);
            QVERIFY2(!value, qUtf8Printable(field));
            QCOMPARE(value.error().where, field);
            QVERIFY2(value.error().message.contains(text), qUtf8Printable(value.error().message));
        }
    }

    void severalValuesAndLabels()
    {
        TestOffice office;
        const ParseContext context{.schema = office.schema(), .currency = {}, .findItem = {}};
        const Field &phone = *office.schema().field(office.typeId(u"lead"_s), u"phone"_s);
        const auto value = parseValue(context, phone,
                                      u"work:+7 495 123-45-67 | mobile: 8 916 000 00 00 | | +7 495 123-45-67"_s);
        QVERIFY(value);
        const auto members = value->value<Members>();
        QCOMPARE(members.size(), 3);
        QCOMPARE(members[0].label, u"work"_s);
        QCOMPARE(members[0].text, u"+7 495 123-45-67"_s);
        QCOMPARE(members[1].label, u"mobile"_s);
        QVERIFY(members[2].label.isEmpty());
        QVERIFY(!parseValue(context, phone, {})->isValid());
    }
};

KARTOTEKA_TEST(tst_value_parse, TestValueParse)
#include "tst_value_parse.moc"
