// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/condition_match.h"

#include "core/items/value_parse.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

/// The same condition answers the same on a loaded item as by SQL: random items, random conditions.
class TestConditionMatch : public QObject
{
    Q_OBJECT

    TestOffice m_office;
    QRandomGenerator m_random{20260302};

    const QString &one(const QStringList &of) { return of[m_random.bounded(int(of.size()))]; }
    bool chance(int percent) { return m_random.bounded(100) < percent; }

    /// A lead most of whose fields are empty in some of them; values as people write them.
    void makeLead()
    {
        const QHash<QString, QStringList> texts{
            {u"title"_s, {u"Blue door"_s, u"blue"_s, u"Ёлка 50%"_s, u"under_score"_s, u"Door"_s}},
            {u"amount"_s, {u"0"_s, u"100"_s, u"150.50"_s, u"100 USD"_s, u"-5"_s}},
            {u"comment"_s, {u"A long\nstory"_s, u"blue"_s}},
            {u"last_name"_s, {u"Иванов"_s, u"Petrov"_s}},
            {u"source"_s, {u"call"_s, u"website"_s, u"other"_s}},
            {u"birth_date"_s, {u"2026-03-02"_s, u"1980-02-29"_s, u"2026-02-28"_s}},
            {u"phone"_s, {u"+7 916 123-45-67"_s, u"8 (495) 123-45-67|+7 916 123-45-67"_s, u"112"_s}},
            {u"email"_s, {u"A@B.example"_s, u"work:c@d.example|a@b.example"_s}},
            {u"tags"_s, {u"VIP"_s, u"vip|Hot"_s}},
            {u"address"_s, {u"Тверская 1"_s}},
            {u"repeat"_s, {u"true"_s, u"false"_s}}};
        const qint64 type = m_office.typeId(u"lead"_s);
        QHash<QString, Value> values;
        for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
            const Field *field = m_office.schema().field(type, it.key());
            QVERIFY2(field, qPrintable(it.key()));
            if (!chance(60))
                continue;
            const auto value = parseValue({.schema = m_office.schema(), .currency = {}, .findItem = {}}, *field, one(*it));
            QVERIFY2(value, value ? "" : qPrintable(value.error().message));
            values.insert(it.key(), *value);
        }
        m_office.clock().advance(qint64(m_random.bounded(40)) * 3'600'000);
        const qint64 id = m_office.create(u"lead"_s, values);
        if (chance(40))
            m_office.move(u"lead"_s, id, one({u"in_progress"_s, u"junk"_s}));
    }

    QString comparison()
    {
        static const QStringList simple{u"title = \"blue door\""_s,
                                        u"title != blue"_s,
                                        u"title ~ door"_s,
                                        u"title !~ BLUE"_s,
                                        u"title ~ \"50%\""_s,
                                        u"title ~ _"_s,
                                        u"title in (blue, door)"_s,
                                        u"title not in (blue, x)"_s,
                                        u"title < c"_s,
                                        u"title >= blue"_s,
                                        u"title is empty"_s,
                                        u"amount = 100"_s,
                                        u"amount != 100"_s,
                                        u"amount > 0"_s,
                                        u"amount <= 150.5"_s,
                                        u"amount = 0..120"_s,
                                        u"amount = ..100"_s,
                                        u"amount = \"100 USD\""_s,
                                        u"amount is empty"_s,
                                        u"amount is not empty"_s,
                                        u"comment ~ story"_s,
                                        u"comment is empty"_s,
                                        u"source = call"_s,
                                        u"source != call"_s,
                                        u"source in (call, website)"_s,
                                        u"source not in (call)"_s,
                                        u"stage = new"_s,
                                        u"stage != new"_s,
                                        u"stage = \"group lost\""_s,
                                        u"stage in (new, junk)"_s,
                                        u"responsible = me"_s,
                                        u"responsible != me"_s,
                                        u"birth_date = 2026-03-02"_s,
                                        u"birth_date < 2026-03"_s,
                                        u"birth_date >= 2026-02"_s,
                                        u"birth_date != 2026"_s,
                                        u"birth_date > 2026-02-28"_s,
                                        u"birth_date <= 1980"_s,
                                        u"created_at = today"_s,
                                        u"created_at != today"_s,
                                        u"created_at = \"last 2 days\""_s,
                                        u"created_at > \"2026-03-02 13:30\""_s,
                                        u"created_at = 2026-03-03.."_s,
                                        u"phone = \"8 916 1234567\""_s,
                                        u"phone ~ 495"_s,
                                        u"phone !~ 916"_s,
                                        u"phone is empty"_s,
                                        u"email = a@b.example"_s,
                                        u"email != a@b.example"_s,
                                        u"email ~ D.EX"_s,
                                        u"tags = vip"_s,
                                        u"tags not in (hot)"_s,
                                        u"tags ~ ho"_s,
                                        u"repeat = true"_s,
                                        u"repeat = false"_s,
                                        u"repeat != true"_s,
                                        u"closed_at is empty"_s,
                                        u"address ~ тверск"_s,
                                        u"observers is empty"_s};
        return one(simple);
    }

    QString condition(int depth)
    {
        if (depth == 0 || chance(30))
            return comparison();
        QString text = u'(' + condition(depth - 1) + (chance(50) ? u" and "_s : u" or "_s) + condition(depth - 1) + u')';
        return chance(30) ? u"not "_s + text : text;
    }

private slots:
    void anItemAnswersAsItsRowDoes()
    {
        for (int i = 0; i < 60; ++i)
            makeLead();
        ItemQuery query;
        query.typeId = m_office.typeId(u"lead"_s);
        query.user = m_office.store().user();
        query.now = m_office.clock().now();
        const QueryMoment moment{query.now, firstDayOfWeek(m_office.schema()), query.user};
        const auto all = queryIds(m_office.store().reader(), query);
        QVERIFY(all);
        QList<Item> items;
        for (const qint64 id : *all)
            items << m_office.item(u"lead"_s, id);
        int answered = 0;
        for (int i = 0; i < 400; ++i) {
            const QString text = condition(i % 3);
            const auto conditions = parseConditions(text);
            QVERIFY2(conditions, qPrintable(text));
            query.conditions = *conditions;
            const auto found = queryIds(m_office.store().reader(), query);
            QVERIFY2(found, qPrintable(text + u": "_s + (found ? QString() : found.error().message)));
            for (const Item &item : std::as_const(items)) {
                const bool isFound = found->contains(item.id);
                const Match match = matches(m_office.schema(), *conditions, item, moment);
                const Match expected = isFound ? Match::Yes : Match::No;
                answered += match != Match::NeedsDatabase;
                QVERIFY2(match == Match::NeedsDatabase || match == expected,
                         qPrintable(u"%1: lead %2 is found: %3"_s.arg(text).arg(item.id).arg(isFound)));
            }
        }
        QCOMPARE(answered, 400 * int(all->size())); // nothing here needs the file
    }

    void whatOnlyTheFileKnowsIsLeftToIt_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"activity = none", "client_company.industry = it", "stage ever = junk", "client_contact is empty",
              "repeat is empty", "no_such_field = 1", "number = 1", "amount = much", "stage = nowhere"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }
    void whatOnlyTheFileKnowsIsLeftToIt()
    {
        QFETCH(QString, text);
        const Item lead = m_office.item(u"lead"_s, m_office.create(u"lead"_s, {{u"title"_s, u"x"_s}}));
        const QueryMoment moment{m_office.clock().now(), Qt::Monday, m_office.store().user()};
        const auto condition = parseCondition(text);
        QVERIFY(condition);
        QCOMPARE(matches(m_office.schema(), *condition, lead, moment), Match::NeedsDatabase);
        // Another part may tell all the same.
        const auto with = parseCondition(text + u" and title = y"_s);
        QCOMPARE(matches(m_office.schema(), *with, lead, moment), Match::No);
        const auto either = parseCondition(text + u" or title = x"_s);
        QCOMPARE(matches(m_office.schema(), *either, lead, moment), Match::Yes);
    }
};

KARTOTEKA_TEST(tst_condition_match, TestConditionMatch)
#include "tst_condition_match.moc"
