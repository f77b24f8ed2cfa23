// SPDX-License-Identifier: GPL-3.0-or-later
// What a counter says of itself is what it counts.
#include "core/activities/activity.h"
#include "core/activities/explanation.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

class TestExplanation final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    qint64 now() { return m_office->clock().now(); }
    qint64 plan(const QList<ItemRef> &items, const Value &deadline, const QString &reminders, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.deadline = deadline;
        draft.reminders = reminders;
        draft.incoming = incoming;
        draft.items = items;
        ChangeSet changes = planActivity(m_office->schema(), draft);
        const QUuid uid = changes.changes.first().uid;
        const auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? receipt->created.value(uid) : 0;
    }
    ItemRef lead() { return {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"Pipes"_s}}), {}}; }
    Explanation explained(const ItemRef &item)
    {
        const auto found = explainItem(m_office->store().reader(), item, now());
        return found ? *found : Explanation();
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup() { m_office.reset(); }

    void theRuleIsTold()
    {
        const ItemRef item = lead();
        constexpr qint64 minute = 60'000;
        const qint64 letter = plan({item}, {}, {}, true);
        const qint64 late = plan({item}, now() - minute, u"0"_s);
        const qint64 reminded = plan({item}, now() + 50 * minute, u"0,60"_s);
        const qint64 silent = plan({item}, now() + 10 * minute, {});
        plan({item}, now() + 100 * minute, u"0,60"_s); // not yet
        plan({item}, {}, u"0"_s);                      // never
        const Explanation found = explained(item);
        QList<qint64> ids;
        for (const LitActivity &lit : found.activities)
            ids << lit.id;
        QCOMPARE(ids, (QList<qint64>{letter, reminded, silent, late}));
        QCOMPARE(found.more, 0);
        QVERIFY(found.activities[0].incoming);
        QCOMPARE(found.activities[1].leadMinutes, 60);
        QVERIFY(found.activities[1].byReminder);
        QCOMPARE(found.activities[1].since.toLongLong(), now() - 10 * minute);
        QCOMPARE(found.activities[2].leadMinutes, 15);
        QVERIFY(!found.activities[2].byReminder);
        QCOMPARE(found.activities[3].leadMinutes, 0);
        const QStringList lines = explanationLines(found);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].contains(u"incoming"_s));
        QVERIFY2(lines[1].contains(u"first reminder: 1 h before"_s), qPrintable(lines[1]));
        QVERIFY(lines[2].contains(u"no reminder"_s));
    }

    /// However many there are, of however many items: what is told and what is left out come to the counter.
    void itComesToTheCounter()
    {
        QRandomGenerator random(22);
        QList<ItemRef> items;
        for (int i = 0; i < 5; ++i)
            items << lead();
        for (int i = 0; i < 60; ++i) {
            QList<ItemRef> some{items[random.bounded(5)]};
            if (const ItemRef other = items[random.bounded(5)]; !some.contains(other))
                some << other;
            const bool incoming = random.bounded(4) == 0;
            const qint64 at = now() + (random.bounded(400) - 200) * 60'000LL;
            plan(some, incoming || random.bounded(6) == 0 ? Value() : Value(at), random.bounded(2) ? u"0,60"_s : QString(),
                 incoming);
        }
        const qint64 type = m_office->typeId(u"lead"_s);
        const ReadContext reader = m_office->store().reader();
        for (const ItemRef &item : std::as_const(items)) {
            const Lights lights = itemLights(reader, type, {item.id}, now())->value(item.id);
            const Explanation found = explained(item);
            QCOMPARE(found.activities.size() + found.more, lights.red + lights.green);
            QVERIFY(found.activities.size() <= 10);
        }
        const Lights lights = sectionLights(reader, m_office->store().user(), now())->value(type);
        const auto all = explainSection(reader, type, m_office->store().user(), now(), 1000);
        QVERIFY(all);
        QCOMPARE(all->activities.size(), lights.red + lights.green);
        QCOMPARE(all->more, 0);
        const auto some = explainSection(reader, type, m_office->store().user(), now());
        QCOMPARE(some->activities, all->activities.first(10));
        QCOMPARE(some->more, all->activities.size() - 10);
        QVERIFY(explanationLines(*some).constLast().contains(QString::number(some->more)));
    }
};

KARTOTEKA_TEST(tst_explanation, TestExplanation)
#include "tst_explanation.moc"
