// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/leads/merge.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestMerge : public QObject
{
    Q_OBJECT

    static qint64 contact(TestOffice &office, QHash<QString, Value> values)
    {
        if (!values.contains(u"last_name"_s))
            values.insert(u"last_name"_s, u"Petrov"_s);
        return office.create(u"contact"_s, values);
    }
    static Result<MergePlan> plan(TestOffice &office, qint64 keep, const QList<qint64> &others,
                                  const QHash<QString, qint64> &choice = {})
    {
        return planMerge(office.store().reader(), {{office.typeId(u"contact"_s), keep, {}}, others, choice},
                         office.clock().now());
    }
    static void merge(TestOffice &office, qint64 keep, const QList<qint64> &others,
                      const QHash<QString, qint64> &choice = {})
    {
        auto planned = plan(office, keep, others, choice);
        QVERIFY2(planned, planned ? "" : qPrintable(planned.error().message));
        auto receipt = office.store().commitAndWait(planned->changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message + receipt.error().detail));
    }

private slots:
    void textsThatDifferInTrifles_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("asks");
        QTest::newRow("case") << u"Sales Manager"_s << u"sales manager"_s << false;
        QTest::newRow("spaces") << u"Sales  manager "_s << u"Sales manager"_s << false;
        QTest::newRow("full stop") << u"Sales manager."_s << u"Sales manager"_s << false;
        QTest::newRow("another text") << u"Sales manager"_s << u"Director"_s << true;
        QTest::newRow("one is empty") << u"Sales manager"_s << QString() << false;
    }
    void textsThatDifferInTrifles()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, asks);
        TestOffice office;
        const qint64 a = contact(office, {{u"position"_s, textValue(one)}});
        const qint64 b = contact(office, {{u"position"_s, textValue(other)}});
        auto planned = plan(office, a, {b});
        QVERIFY(planned);
        QStringList asked;
        for (const MergeQuestion &question : std::as_const(planned->questions))
            asked << question.field;
        QCOMPARE(asked, asks ? QStringList{u"position"_s} : QStringList());
    }

    void whatOneLacksTheOtherGives()
    {
        TestOffice office;
        const qint64 a = contact(office, {{u"first_name"_s, u"Ivan"_s}});
        const qint64 b = contact(office, {{u"position"_s, u"Director"_s}, {u"birth_date"_s, QDate(1980, 5, 1)}});
        merge(office, a, {b});
        QCOMPARE(office.item(u"contact"_s, a).text(u"position"_s), u"Director"_s);
        QCOMPARE(office.item(u"contact"_s, a).value(u"birth_date"_s).toDate(), QDate(1980, 5, 1));
        QCOMPARE(office.item(u"contact"_s, a).text(u"first_name"_s), u"Ivan"_s);
        QVERIFY(office.item(u"contact"_s, b).deleted);
    }

    void theChoiceStands()
    {
        TestOffice office;
        const qint64 a = contact(office, {{u"position"_s, u"Manager"_s}});
        const qint64 b = contact(office, {{u"position"_s, u"Director"_s}});
        merge(office, a, {b}, {{u"position"_s, b}});
        QCOMPARE(office.item(u"contact"_s, a).text(u"position"_s), u"Director"_s);
    }

    void phonesUniteByNumberNotByWriting()
    {
        TestOffice office;
        const qint64 a = contact(office, {{u"phone"_s, textMembers({u"+7 916 123-45-67"_s})}});
        const qint64 b = contact(office, {{u"phone"_s, textMembers({u"8 (916) 1234567"_s, u"+7 495 000-00-01"_s})}});
        merge(office, a, {b});
        QCOMPARE(office.item(u"contact"_s, a).members(u"phone"_s).size(), 2);
    }

    void longTextsJoin()
    {
        TestOffice office;
        const qint64 a = contact(office, {{u"comment"_s, u"Likes blue"_s}});
        const qint64 b = contact(office, {{u"comment"_s, u"Pays late"_s}});
        merge(office, a, {b});
        QCOMPARE(office.item(u"contact"_s, a).text(u"comment"_s), u"Likes blue\nPays late"_s);
    }

    void whatReferredToTheOthersRefersToTheKept()
    {
        TestOffice office;
        const qint64 type = office.typeId(u"contact"_s);
        const qint64 a = contact(office, {});
        const qint64 b = contact(office, {});
        const qint64 c = contact(office, {});
        const Members both{{.text = {}, .label = {}, .ref = {0, b, {}}, .key = {}},
                           {.text = {}, .label = {}, .ref = {0, c, {}}, .key = {}}};
        const qint64 deal = office.create(
            u"deal"_s, {{u"title"_s, u"Pipes"_s}, {u"client_contact"_s, b}, {u"contacts"_s, toValue(both)}});
        QVERIFY(office.store().commitAndWait(planComment({type, b, {}}, u"Called"_s)));
        ActivityDraft draft;
        draft.title = u"Call back"_s;
        draft.items = {{type, c, {}}};
        draft.deadline = office.clock().now() + 1000;
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        const QStringList before = office.contents();

        merge(office, a, {b, c});
        QCOMPARE(office.item(u"deal"_s, deal).reference(u"client_contact"_s), a);
        const Members contacts = office.item(u"deal"_s, deal).members(u"contacts"_s);
        QCOMPARE(contacts.size(), 1);
        QCOMPARE(contacts[0].ref.id, a);
        auto planned = plannedActivities(office.store().reader(), {type, a, {}});
        QVERIFY(planned);
        QCOMPARE(planned->size(), 1);
        auto page = readTimeline(office.store().reader(), {type, a, {}}, {}, 50);
        QVERIFY(page);
        QStringList comments;
        qsizetype merges = 0;
        for (const TimelineEntry &entry : std::as_const(page->entries)) {
            if (entry.kind == EntryKind::Comment)
                comments << entry.text;
            merges += entry.kind == EntryKind::Merged && !entry.into ? 1 : 0;
        }
        QCOMPARE(comments, QStringList{u"Called"_s});
        QCOMPARE(merges, 2);
        QCOMPARE(office.problems(), QStringList());

        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
    }

    void theOthersTimelineSaysWhereItWent()
    {
        TestOffice office;
        const qint64 a = contact(office, {});
        const qint64 b = contact(office, {});
        merge(office, a, {b});
        auto page = readTimeline(office.store().reader(), {office.typeId(u"contact"_s), b, {}}, {}, 50);
        QVERIFY(page);
        const auto told = std::find_if(page->entries.begin(), page->entries.end(),
                                       [](const TimelineEntry &e) { return e.kind == EntryKind::Merged; });
        QVERIFY(told != page->entries.end());
        QVERIFY(told->into);
        QCOMPARE(told->record.id, a);
    }

    void nonsenseIsRefused()
    {
        TestOffice office;
        const qint64 a = contact(office, {});
        const qint64 b = contact(office, {});
        QVERIFY(!plan(office, a, {}));
        QVERIFY(!plan(office, a, {a}));
        QVERIFY(!plan(office, a, {9999}));
        merge(office, a, {b});
        const auto again = plan(office, a, {b});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Refused);
    }
};

KARTOTEKA_TEST(tst_merge, TestMerge)
#include "tst_merge.moc"
