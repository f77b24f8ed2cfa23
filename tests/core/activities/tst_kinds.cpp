// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds of activities have and do is data, and so are the steps of an activity.
#include "core/activities/activity_queries.h"
#include "core/activities/checklist.h"
#include "core/activities/kinds.h"
#include "core/activities/next_step.h"
#include "core/activities/reminder_queries.h"
#include "core/activities/usual_reminders.h"
#include "core/definitions/list_acts.h"
#include "core/items/value_parse.h"
#include "core/query/item_query.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestKinds final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    qint64 m_lead = 0;

    qint64 kind(const QString &code)
    {
        const Schema &schema = m_office->schema();
        return findListValue(schema, *schema.field(schema.type(u"activity"_s)->id, Codes::kind), code);
    }
    Result<Receipt> set(const QString &code, const QList<QPair<QString, QString>> &properties)
    {
        auto changes = planKind(m_office->schema(), kind(code), properties, m_office->clock().localNow());
        return changes ? m_office->store().commitAndWait(*changes) : Result<Receipt>(changes.error());
    }
    qint64 plan(const QString &code, const QHash<QString, Value> &more = {})
    {
        ActivityDraft draft;
        draft.title = u"Talk"_s;
        draft.kind = code;
        draft.items = {{m_office->typeId(u"lead"_s), m_lead, {}}};
        draft.deadline = m_office->clock().now() + 3'600'000;
        draft.more = more;
        const ChangeSet changes = planActivity(m_office->schema(), draft);
        auto receipt = m_office->store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.constFirst().uid) : 0;
    }
    Activity read(qint64 id)
    {
        auto activity = readActivity(m_office->store().reader(), id);
        return activity ? *activity : Activity{};
    }
    QStringList steps(qint64 id)
    {
        QStringList texts;
        const auto steps = readChecklist(m_office->store().reader(), id);
        for (const ChecklistItem &step : steps ? *steps : Checklist())
            texts << step.text + (step.done ? u"+"_s : QString());
        return texts;
    }
    void write(qint64 id, const Checklist &after)
    {
        ChangeSet changes;
        changes.changes = planChecklist(id, *readChecklist(m_office->store().reader(), id), after, m_office->clock().now());
        if (!changes.isEmpty())
            QVERIFY(m_office->store().commitAndWait(changes));
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = m_office->create(u"lead"_s, {{u"title"_s, u"First"_s}});
    }
    void cleanup() { m_office.reset(); }

    void aKindIsAsTheProgramSaysUntilTheOfficeSaysOtherwise()
    {
        QCOMPARE(kindProperties(m_office->schema(), kind(u"meeting"_s)).duration, 60);
        QCOMPARE(read(plan(u"meeting"_s)).details.duration, 60);
        QCOMPARE(read(plan(u"call"_s)).reminders, u"0,15"_s);
        QVERIFY(set(u"call"_s,
                    {{u"icon"_s, u"star"_s},
                     {Codes::duration, u"20"_s},
                     {u"reminders"_s, u"none"_s},
                     {u"blocks"_s, u"link,checklist"_s},
                     {u"suggests"_s, u"email"_s},
                     {u"suggests_after"_s, u"+1d"_s},
                     {u"asks_result"_s, u"no"_s}}));
        const KindProperties call = kindProperties(m_office->schema(), kind(u"call"_s));
        QCOMPARE(call.icon, u"star"_s);
        QCOMPARE(call.blocks, (QStringList{u"link"_s, u"checklist"_s}));
        QCOMPARE(call.suggests, kind(u"email"_s));
        QVERIFY(!call.asksResult);
        const Activity planned = read(plan(u"call"_s));
        QCOMPARE(planned.details.duration, 20);
        QVERIFY(planned.reminders.isEmpty());
        // A property that is given back is the program's again; the others stay.
        QVERIFY(set(u"call"_s, {{u"reminders"_s, {}}}));
        QCOMPARE(kindProperties(m_office->schema(), kind(u"call"_s)).reminders, u"0,15"_s);
        QCOMPARE(kindProperties(m_office->schema(), kind(u"call"_s)).duration, 20);
        QVERIFY(m_office->store().undo().result());
        QCoreApplication::sendPostedEvents(&m_office->store());
        QVERIFY(kindProperties(m_office->schema(), kind(u"call"_s)).reminders.isEmpty());
        QVERIFY(m_office->problems().isEmpty());
    }

    void nonsenseIsRefusedInWords()
    {
        const QList<QPair<QString, QString>> nonsense{{u"icon"_s, u"rainbow"_s},      {Codes::duration, u"-5"_s},
                                                      {u"reminders"_s, u"soon"_s},    {u"deadline"_s, u"yesterday"_s},
                                                      {u"blocks"_s, u"wings"_s},      {u"suggests"_s, u"nothing such"_s},
                                                      {u"asks_result"_s, u"maybe"_s}, {u"weight"_s, u"5"_s}};
        for (const auto &[property, text] : nonsense) {
            const auto refused = set(u"call"_s, {{property, text}});
            QVERIFY2(!refused, qPrintable(property));
            QVERIFY(!refused.error().message.isEmpty());
        }
    }

    /// Nothing in the program asks whether something is a call: an office's own kind does all that one can do.
    void anOfficesOwnKindDoesTheSame()
    {
        const Schema &schema = m_office->schema();
        const Field *field = schema.field(schema.type(u"activity"_s)->id, Codes::kind);
        QVERIFY(m_office->store().commitAndWait(*planAddListValue(schema, *field, u"Survey"_s)));
        QVERIFY(
            set(u"Survey"_s, {{u"asks_result"_s, u"yes"_s}, {u"suggests"_s, u"call"_s}, {u"suggests_after"_s, u"+2d"_s}}));
        const qint64 id = plan(m_office->schema().listValue(kind(u"Survey"_s))->code);
        QVERIFY(m_office->store().commitAndWait(planComplete(read(id))));
        const auto result = missingResult(m_office->store().reader(), id);
        QVERIFY(result && result->has_value());
        const auto step = nextStepAfter(m_office->store().reader(), id, m_office->store().user(), m_office->clock().now());
        QVERIFY(step && step->has_value() && (*step)->suggested);
        QCOMPARE((*step)->suggested->kind, kind(u"call"_s));
        QVERIFY(m_office->store().commitAndWait(
            *planChangeActivity(m_office->schema(), read(id), {{Codes::result, u"Fine"_s}})));
        const auto none = missingResult(m_office->store().reader(), id);
        QVERIFY(none && !none->has_value());
    }

    void aKindMayRemindThoseWhoTakePart()
    {
        const QUuid uid = makeUid();
        ChangeSet person;
        person.create(u"user"_s, {{u"name"_s, u"Olga"_s}, {u"active"_s, true}}, uid);
        const auto made = m_office->store().commitAndWait(person);
        QVERIFY(made);
        const qint64 olga = made->created.value(uid);
        Member member;
        member.ref.id = olga;
        const qint64 id = plan(u"meeting"_s, {{Codes::participants, membersValue({member})}});
        QCOMPARE(read(id).details.participants.size(), 1);
        const auto due = [&] {
            const auto coming = comingReminders(m_office->store().reader(), olga, m_office->clock().now(), 5);
            return coming ? coming->size() : -1;
        };
        QCOMPARE(due(), 0);
        QVERIFY(set(u"meeting"_s, {{u"reminds_participants"_s, u"yes"_s}}));
        QCOMPARE(due(), 1);
        QVERIFY(m_office->problems().isEmpty());
        QVERIFY(m_office->store().commitAndWait(
            *planChangeActivity(m_office->schema(), read(id), {{Codes::participants, membersValue({})}})));
        QCOMPARE(due(), 0);
        QVERIFY(m_office->problems().isEmpty());
    }

    /// The reminders that somebody chose are offered for the next one like it, to nobody else and for nothing else.
    void chosenRemindersAreTheUsualOnes()
    {
        const qint64 me = m_office->store().user();
        const ItemRef lead{m_office->typeId(u"lead"_s), m_lead, {}};
        const ItemRef contact{
            m_office->typeId(u"contact"_s), m_office->create(u"contact"_s, {{u"last_name"_s, u"Two"_s}}), {}};
        const auto usual = [&](qint64 person, const ItemRef &item, const QString &code) {
            const auto found = usualReminders(m_office->store().reader(), person, item, kind(code));
            return found ? *found : u"?"_s;
        };
        const auto choose = [&](const QString &reminders) {
            auto changes = planUsualReminders(m_office->store().reader(), me, lead, kind(u"call"_s), reminders);
            return changes && (changes->isEmpty() || m_office->store().commitAndWait(*changes));
        };
        QCOMPARE(usual(me, lead, u"call"_s), u"0,15"_s);
        QVERIFY(choose(u"0,60"_s));
        QCOMPARE(usual(me, lead, u"call"_s), u"0,60"_s);
        QCOMPARE(usual(me, lead, u"meeting"_s), u"0,15"_s);
        QCOMPARE(usual(me, contact, u"call"_s), u"0,15"_s);
        QCOMPARE(usual(me, {}, u"call"_s), u"0,15"_s);
        QCOMPARE(usual(me, {lead.type, 0, {}}, u"call"_s), u"0,60"_s); // one that is still to be made, or many
        QCOMPARE(usual(0, lead, u"call"_s), u"0,15"_s);
        QVERIFY(choose({})); // none is a choice too
        QCOMPARE(usual(me, lead, u"call"_s), QString());
        QVERIFY(choose({}));
        const auto step = m_office->store().undoStep();
        QVERIFY(step && step->kind != u"settings"); // remembering is no act
    }

    void stepsAreAddedTickedMovedAndTakenAway()
    {
        const qint64 id = plan(u"task"_s);
        const QStringList before = m_office->contents();
        write(id, {{0, {}, u"Ask"_s, false, 0}, {0, {}, u"Measure"_s, false, 0}, {0, {}, u"  "_s, false, 0}});
        QCOMPARE(steps(id), (QStringList{u"Ask"_s, u"Measure"_s}));
        Checklist list = *readChecklist(m_office->store().reader(), id);
        list[0].done = true;
        list.insert(1, {0, {}, u"Write"_s, false, 0});
        write(id, list);
        QCOMPARE(steps(id), (QStringList{u"Ask+"_s, u"Write"_s, u"Measure"_s}));
        QCOMPARE(read(id).details.steps, 3);
        QCOMPARE(read(id).details.stepsDone, 1);
        list = *readChecklist(m_office->store().reader(), id);
        list.move(0, 2);
        list[0].text.clear();
        write(id, list);
        QCOMPARE(steps(id), (QStringList{u"Measure"_s, u"Ask+"_s}));
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_office->store().undo().result());
        QCOMPARE(m_office->contents(), before);
    }

    /// What was to be done for an item goes with it into the recycle bin, and comes back with it.
    void whatBelongsToTheBinIsNotListed()
    {
        plan(u"call"_s);
        ItemQuery query;
        query.typeId = m_office->typeId(u"activity"_s);
        query.user = m_office->store().user();
        const auto listed = [&] {
            const auto ids = queryIds(m_office->store().reader(), query);
            return ids ? ids->size() : -1;
        };
        QCOMPARE(listed(), 1);
        ChangeSet bin;
        bin.update(u"lead"_s, m_lead, {{u"deleted_at"_s, m_office->clock().now()}});
        QVERIFY(m_office->store().commitAndWait(bin));
        QCOMPARE(listed(), 0);
        QVERIFY(m_office->store().undo().result());
        QCOMPARE(listed(), 1);
    }
};

KARTOTEKA_TEST(tst_kinds, TestKinds)
#include "tst_kinds.moc"
