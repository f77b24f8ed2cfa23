// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/query/date_span.h"
#include "core/query/item_query.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

/// The --where language: what people write, what it means, what is refused.
class TestConditions : public QObject
{
    Q_OBJECT
private slots:
    void readsBackWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"stage = new",
                                 "amount >= 1000",
                                 "title ~ \"two words\"",
                                 "title !~ x",
                                 "source in (call, \"web form\")",
                                 "phone is empty",
                                 "phone is not empty",
                                 "created_at = \"last 7 days\"",
                                 "stage ever = junk",
                                 "source not in (call, web)",
                                 "stage ever = junk during \"last month\"",
                                 "stage = \"group won\"",
                                 "amount = 100..200",
                                 "stage = new and amount > 5",
                                 "stage = new or (amount > 5 and not (title ~ x))",
                                 "not (stage = new or stage = junk)",
                                 "client_company.industry = it",
                                 "activity = none",
                                 "activity.deadline = \"this week\"",
                                 "title = \"a \"\"quoted\"\" word\""})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }
    void readsBackWhatItWrites()
    {
        QFETCH(QString, text);
        auto condition = parseCondition(text);
        QVERIFY2(condition, condition ? "" : qPrintable(condition.error().message));
        auto again = parseCondition(conditionText(*condition));
        QVERIFY(again);
        QVERIFY(*again == *condition);
    }

    void saysWhereItWentWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("column");
        QTest::addRow("no operator") << u"title"_s << u"6"_s;
        QTest::addRow("no field") << u"= 5"_s << u"1"_s;
        QTest::addRow("no value") << u"amount >"_s << u"9"_s;
        QTest::addRow("open bracket") << u"(amount > 5 or amount = 1"_s << u"1"_s;
        QTest::addRow("second condition") << u"amount > 5 and title is what"_s << u"22"_s;
        QTest::addRow("closed too often") << u"amount is empty) or title is empty"_s << u"8"_s;
        QTest::addRow("open list") << u"source in (a, b"_s << u"8"_s;
        // Files of strangers: each would end the stack, or be more than SQLite takes.
        QTest::addRow("a thousand brackets") << QString(1000, u'(') + u"amount > 5"_s << u"51"_s;
        QTest::addRow("a thousand nots") << u"not "_s.repeated(1000) + u"amount > 5"_s << u"200"_s;
        QTest::addRow("a thousand comparisons") << u"amount > 5 or "_s.repeated(1000) + u"amount > 5"_s << u"7001"_s;
        QTest::addRow("a long text") << u"title = "_s + QString(200'000, u'x') << u"100001"_s;
    }
    void saysWhereItWentWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, column);
        auto condition = parseCondition(text);
        QVERIFY(!condition);
        QCOMPARE(condition.error().code, ErrorCode::Usage);
        QCOMPARE(condition.error().where, column);
    }

    void spansOfDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        const QDate wednesday(2026, 3, 4);
        const auto row = [](const char *text, QDate first, QDate last) {
            QTest::addRow("%s", text) << QString::fromLatin1(text) << first << last;
        };
        row("today", wednesday, wednesday);
        row("yesterday", {2026, 3, 3}, {2026, 3, 3});
        row("tomorrow", {2026, 3, 5}, {2026, 3, 5});
        row("this week", {2026, 3, 2}, {2026, 3, 8});
        row("last week", {2026, 2, 23}, {2026, 3, 1});
        row("next week", {2026, 3, 9}, {2026, 3, 15});
        row("this month", {2026, 3, 1}, {2026, 3, 31});
        row("last month", {2026, 2, 1}, {2026, 2, 28});
        row("next month", {2026, 4, 1}, {2026, 4, 30});
        row("this quarter", {2026, 1, 1}, {2026, 3, 31});
        row("this year", {2026, 1, 1}, {2026, 12, 31});
        row("last 7 days", {2026, 2, 26}, wednesday);
        row("next 30 days", {2026, 3, 5}, {2026, 4, 3}); // from tomorrow on
        row("2026-01-01..2026-03-31", {2026, 1, 1}, {2026, 3, 31});
        row("2026-02-28", {2026, 2, 28}, {2026, 2, 28});
        row("5 days ago", {2026, 2, 27}, {2026, 2, 27});
        row("in 5 days", {2026, 3, 9}, {2026, 3, 9});
        row("more than 5 days ago", {}, {2026, 2, 26});
        row("more than 5 days ahead", {2026, 3, 10}, {});
        row("2026-02", {2026, 2, 1}, {2026, 2, 28});
        row("2026-Q2", {2026, 4, 1}, {2026, 6, 30});
        row("2025", {2025, 1, 1}, {2025, 12, 31});
        row("2026-02-01..", {2026, 2, 1}, {});
        row("..2026-02-01", {}, {2026, 2, 1});
        row("last 1 day", wednesday, wednesday);
    }
    void spansOfDays()
    {
        QFETCH(QString, text);
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        const auto span = parseDateSpan(text, QDate(2026, 3, 4), Qt::Monday);
        QVERIFY(span);
        QCOMPARE(span->first, first);
        QCOMPARE(span->last, last);
    }
    void weeksBeginWhereTheCountrySays()
    {
        const auto span = parseDateSpan(u"this week"_s, QDate(2026, 3, 4), Qt::Sunday);
        QVERIFY(span);
        QCOMPARE(span->first, QDate(2026, 3, 1));
    }
    void noSpanIsNone()
    {
        for (const QString &text : {u"someday"_s, u"last x days"_s, u"2026-02-30"_s, u"2026-13"_s, u"2026-Q5"_s, u".."_s})
            QVERIFY2(!parseDateSpan(text, QDate(2026, 3, 4), Qt::Monday), qPrintable(text));
    }

    void aWordInATextJoinsNothing()
    {
        auto condition = parseCondition(u"title = Tom and Jerry or Co"_s);
        QVERIFY(condition);
        QVERIFY(!condition->isGroup());
        QCOMPARE(condition->values, QStringList{u"Tom and Jerry or Co"_s});
    }
    void listsOfConditionsReadBack()
    {
        const auto two = parseConditions(u"stage = new and amount > 5"_s);
        QVERIFY(two);
        QCOMPARE(two->size(), 2);
        QCOMPARE(conditionsText(*two), u"stage = new and amount > 5"_s);
        const auto either = parseConditions(u"stage = new or amount > 5"_s);
        QVERIFY(either);
        QCOMPARE(either->size(), 1);
        QVERIFY(parseConditions(u"  "_s)->isEmpty());
    }

    void picksItems_data()
    {
        QTest::addColumn<QStringList>("where");
        QTest::addColumn<QStringList>("titles");
        const auto row = [](QStringList where, QStringList titles) {
            QTest::addRow("%s", qPrintable(where.join(u" & "_s))) << where << titles;
        };
        row({u"amount > 500"_s}, {u"Big"_s});
        row({u"amount <= 500"_s}, {u"Small"_s});
        row({u"amount is empty"_s}, {u"Ёлка"_s});
        row({u"title = елка"_s}, {u"Ёлка"_s});
        row({u"title ~ ЁЛ"_s}, {u"Ёлка"_s});
        row({u"title != Big"_s}, {u"Small"_s, u"Ёлка"_s});
        row({u"stage = junk"_s}, {u"Small"_s});
        row({u"stage != junk"_s}, {u"Big"_s, u"Ёлка"_s});
        row({u"stage ever = processed"_s}, {u"Small"_s});
        row({u"stage in (junk, new)"_s, u"amount is not empty"_s}, {u"Big"_s, u"Small"_s});
        row({u"phone = 89161234567"_s}, {u"Big"_s});
        row({u"phone is empty"_s}, {u"Small"_s, u"Ёлка"_s});
        row({u"tags = VIP"_s}, {u"Ёлка"_s});
        row({u"source = call"_s}, {u"Ёлка"_s});
        row({u"stage = new or amount > 500"_s}, {u"Big"_s, u"Ёлка"_s});
        row({u"not (stage = new)"_s}, {u"Small"_s});
        row({u"not (amount > 500)"_s}, {u"Small"_s, u"Ёлка"_s}); // empty is not more either
        row({u"(title ~ big or title ~ small) and amount < 500"_s}, {u"Small"_s});
        row({u"amount = 10..100"_s}, {u"Small"_s});
        row({u"amount = 100.."_s}, {u"Big"_s});
        row({u"stage = \"group lost\""_s}, {u"Small"_s});
        row({u"stage not in (new)"_s}, {u"Small"_s});
        row({u"stage ever = processed during today"_s}, {u"Small"_s});
        row({u"stage ever = processed during yesterday"_s}, {});
        row({u"stage ever = \"group lost\""_s}, {u"Small"_s});
        row({u"responsible = me"_s, u"amount > 500"_s}, {u"Big"_s});
        row({u"activity = none"_s}, {u"Small"_s, u"Ёлка"_s});
        row({u"activity = overdue"_s}, {u"Big"_s});
        row({u"activity is not empty"_s}, {u"Big"_s});
        row({u"activity.title ~ back"_s}, {u"Big"_s});
        row({u"activity.deadline = yesterday"_s}, {u"Big"_s});
        row({u"client_company.title = Acme"_s}, {u"Ёлка"_s});
        row({u"created_at = today"_s, u"tags = vip"_s}, {u"Ёлка"_s});
        row({u"created_at = yesterday"_s}, {});
        row({u"phone ~ 4567"_s}, {u"Big"_s});
        row({u"title !~ o"_s, u"tags != vip"_s}, {u"Big"_s, u"Small"_s});
        row({u"responsible = \"Test Person\""_s, u"amount < 100"_s}, {u"Small"_s});
    }
    void picksItems()
    {
        QFETCH(QStringList, where);
        QFETCH(QStringList, titles);
        TestOffice office;
        const qint64 call =
            office.schema().listValues(office.schema().field(office.typeId(u"lead"_s), u"source"_s)->id).first().id;
        const qint64 acme = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 big = office.create(u"lead"_s,
                                         {{u"title"_s, u"Big"_s},
                                          {u"amount"_s, toValue(Money{100'000, u"RUB"_s})},
                                          {u"phone"_s, textMembers({u"+7 (916) 123-45-67"_s})}});
        const qint64 small = office.create(u"lead"_s,
                                           {{u"title"_s, u"Small"_s}, {u"amount"_s, toValue(Money{5'000, u"RUB"_s})}});
        office.create(u"lead"_s,
                      {{u"title"_s, u"Ёлка"_s},
                       {u"tags"_s, textMembers({u"vip"_s, u"new"_s})},
                       {u"source"_s, call},
                       {u"client_company"_s, acme}});
        ActivityDraft draft;
        draft.title = u"Call back"_s;
        draft.items = {{office.typeId(u"lead"_s), big, {}}};
        draft.deadline = office.clock().now() - 24LL * 3600 * 1000;
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        office.move(u"lead"_s, small, u"processed"_s);
        office.move(u"lead"_s, small, u"junk"_s);

        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.user = office.store().user();
        query.now = office.clock().now();
        for (const QString &text : where) {
            auto condition = parseCondition(text);
            QVERIFY2(condition, condition ? "" : qPrintable(condition.error().message));
            query.conditions << *condition;
        }
        auto ids = queryIds(office.store().reader(), query);
        QVERIFY2(ids, ids ? "" : qPrintable(ids.error().message + ids.error().detail));
        QStringList found;
        for (const qint64 id : *ids)
            found << office.item(u"lead"_s, id).text(u"title"_s);
        found.sort();
        QCOMPARE(found, titles);
        // A short first page may be found in another way.
        const auto page = queryIds(office.store().reader(), query, 1);
        QVERIFY(page);
        QCOMPARE(*page, ids->mid(0, 1));
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"nosuch = 1", "amount = many", "created_at = sometime", "stage = nowhere", "amount ~ 5",
                                  "title ever = x", "client_company.nosuch = 1", "title.length = 5", "activity = sometime",
                                  "stage ever = new during sometime", "amount = .."})
            QTest::addRow("%s", where) << QString::fromLatin1(where);
    }
    void whatDoesNotFitIsRefused()
    {
        QFETCH(QString, where);
        TestOffice office;
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        auto condition = parseCondition(where);
        QVERIFY(condition);
        query.conditions = {*condition};
        auto ids = queryIds(office.store().reader(), query);
        QVERIFY(!ids);
        QCOMPARE(ids.error().code, ErrorCode::Usage);
        QVERIFY(!ids.error().message.isEmpty());
    }
};

KARTOTEKA_TEST(tst_conditions, TestConditions)
#include "tst_conditions.moc"
