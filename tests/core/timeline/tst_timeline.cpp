// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/products/rows.h"
#include "core/timeline/entry_words.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestTimeline : public QObject
{
    Q_OBJECT

    static QList<TimelineEntry> story(TestOffice &office, const ItemRef &item, int page = 100)
    {
        QList<TimelineEntry> all;
        TimelinePosition from;
        for (bool atEnd = false; !atEnd;) {
            auto read = readTimeline(office.store().reader(), item, from, page);
            if (!read)
                return {};
            all += read->entries;
            from = read->end;
            atEnd = read->atEnd;
        }
        return all;
    }
    static QStringList kinds(const QList<TimelineEntry> &entries)
    {
        QStringList out;
        for (const TimelineEntry &entry : entries)
            out << entryKindName(entry.kind);
        return out;
    }

private slots:
    void tellsEverythingThatHappenedNewestFirst()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        office.clock().advance(1000);
        QVERIFY(office.store().commitAndWait(
            planEdit(office.schema(), office.item(u"lead"_s, lead.id), {{u"title"_s, u"Two"_s}})));
        office.clock().advance(1000);
        office.move(u"lead"_s, lead.id, u"in_progress"_s);
        office.clock().advance(1000);
        QVERIFY(office.store().commitAndWait(planComment(lead, u"They called"_s)));
        office.clock().advance(1000);
        ActivityDraft draft;
        draft.title = u"Call back"_s;
        draft.items = {lead};
        draft.deadline = office.clock().now();
        const ChangeSet planned = planActivity(office.schema(), draft);
        const auto receipt = office.store().commitAndWait(planned);
        QVERIFY(receipt);
        office.clock().advance(1000);
        auto activity = readActivity(office.store().reader(), receipt->created.value(planned.changes.first().uid));
        QVERIFY(activity);
        const auto later = planReschedule(*activity, office.clock().now() + 60'000);
        QVERIFY(later);
        QVERIFY(office.store().commitAndWait(*later));
        office.clock().advance(1000);
        QVERIFY(office.store().commitAndWait(planComplete(*activity)));

        const QList<TimelineEntry> entries = story(office, lead);
        QList<EntryKind> expected{
            EntryKind::ActivityCompleted, EntryKind::ActivityRescheduled, EntryKind::ActivityPlanned, EntryKind::Comment,
            EntryKind::StageChanged,      EntryKind::FieldsChanged,       EntryKind::Created};
        QStringList names;
        for (const EntryKind kind : expected)
            names << entryKindName(kind);
        QCOMPARE(kinds(entries), names);
        QCOMPARE(entries[3].text, u"They called"_s);
        QCOMPARE(entries[5].changes.first().before.toString(), u"One"_s);
        QCOMPARE(entries[5].changes.first().after.toString(), u"Two"_s);
        for (const TimelineEntry &entry : entries)
            QCOMPARE(entry.author, office.store().user());
    }

    void pagesAreTheWholeCutInPieces()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        for (int i = 0; i < 23; ++i) {
            if (i % 3 == 0)
                office.clock().advance(1000); // several entries of the same moment as well
            QVERIFY(office.store().commitAndWait(planComment(lead, QString::number(i))));
        }
        const QList<TimelineEntry> whole = story(office, lead);
        QCOMPARE(whole.size(), 24);
        for (const int page : {1, 2, 5, 23, 24}) {
            const QList<TimelineEntry> pieces = story(office, lead, page);
            QCOMPARE(pieces.size(), whole.size());
            for (qsizetype i = 0; i < whole.size(); ++i)
                QCOMPARE(pieces[i].id, whole[i].id);
        }
        for (qsizetype i = 0; i < 23; ++i)
            QCOMPARE(whole[i].text, QString::number(22 - i));
    }

    /// What nobody wrote down stands in its place, on every page, as long as the activity was to be done.
    void remindersThatCameDueAreTold()
    {
        TestOffice office;
        constexpr qint64 minute = 60'000;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        const auto plan = [&](const QString &title, qint64 minutes, const QString &reminders) {
            ActivityDraft draft;
            draft.title = title;
            draft.items = {lead};
            draft.deadline = office.clock().now() + minutes * minute;
            draft.reminders = reminders;
            const ChangeSet planned = planActivity(office.schema(), draft);
            const auto receipt = office.store().commitAndWait(planned);
            return receipt ? receipt->created.value(planned.changes.first().uid) : 0;
        };
        const qint64 call = plan(u"Call"_s, 30, u"0,10,1440"_s);
        plan(u"Visit"_s, 60 * 24 * 30, u"0"_s);
        const auto told = [&](int page = 100) {
            QStringList lines;
            for (const TimelineEntry &entry : story(office, lead, page))
                lines << entryKindName(entry.kind) + u' ' + entry.text;
            return lines;
        };
        const QStringList planned{u"activity_planned Visit"_s, u"activity_planned Call"_s, u"created "_s};
        QCOMPARE(told(), planned);
        office.clock().advance(21 * minute);
        QVERIFY(office.store().commitAndWait(planComment(lead, u"They called"_s)));
        office.clock().advance(minute);
        QVERIFY(office.store().commitAndWait(planComplete(*readActivity(office.store().reader(), call))));
        office.clock().advance(minute * 60);
        const QStringList whole = QStringList{u"activity_completed Call"_s, u"comment They called"_s, u"reminder Call"_s}
            + planned;
        QCOMPARE(told(), whole);
        for (const int page : {1, 2, 3, 5})
            QCOMPARE(told(page), whole);
        // Many at once are few entries.
        for (int i = 0; i < 20; ++i)
            plan(u"Ring %1"_s.arg(i), 10 + i / 2, u"0"_s);
        office.clock().advance(minute * 30);
        const QList<TimelineEntry> many = story(office, lead);
        QCOMPARE(many.constFirst().kind, EntryKind::ReminderFired);
        int reminders = 0;
        int entries = 0;
        for (const TimelineEntry &entry : many) {
            reminders += entry.kind == EntryKind::ReminderFired ? entry.count : 0;
            entries += entry.kind == EntryKind::ReminderFired ? 1 : 0;
        }
        QCOMPARE(reminders, 21);
        QCOMPARE(entries, 4);
        QVERIFY(std::ranges::none_of(many, [](const TimelineEntry &entry) {
            return entry.kind == EntryKind::ReminderFired && (entry.author != 0 || entry.id != 0);
        }));
        TimelineFilter comments;
        comments.groups = {EntryGroup::Comments};
        QCOMPARE(readTimeline(office.store().reader(), lead, {}, 100, comments)->entries.size(), 1);
        // Among a great many, days before its deadline.
        ChangeSet crowd;
        ActivityDraft one;
        one.title = u"Wait"_s;
        one.items = {lead};
        one.deadline = office.clock().now() + 60 * 24 * 20 * minute;
        for (int i = 0; i < 1'100; ++i)
            crowd.changes += planActivity(office.schema(), one).changes;
        QVERIFY(office.store().commitAndWait(crowd));
        plan(u"Fair"_s, 60 * 24 * 4, u"4320"_s);
        office.clock().advance(60 * 25 * minute);
        QVERIFY(told().contains(u"reminder Fair"_s));
    }

    void whatIsTakenBackIsToldToo()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        office.move(u"lead"_s, lead.id, u"in_progress"_s);
        office.clock().advance(1000);
        QVERIFY(office.store().undo().result());
        const QList<TimelineEntry> entries = story(office, lead);
        QCOMPARE(entries.first().kind, EntryKind::StageChanged);
        QCOMPARE(entries.first().actKind, u"undo"_s);
        QCOMPARE(entries.first().changes.first().after.toLongLong(), office.stageId(u"lead"_s, u"new"_s));
    }

    void anotherItemsStoryIsNotMixedIn()
    {
        TestOffice office;
        const qint64 one = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 contact = office.create(u"contact"_s, {{u"first_name"_s, u"Anna"_s}});
        QCOMPARE(one, contact); // the same row number in another table
        QVERIFY(office.store().commitAndWait(planComment({office.typeId(u"contact"_s), contact, {}}, u"Hers"_s)));
        QCOMPARE(story(office, {office.typeId(u"lead"_s), one, {}}).size(), 1);
        QCOMPARE(story(office, {office.typeId(u"contact"_s), contact, {}}).size(), 2);
    }

    /// What one act writes of an item's parts is one entry, however many rows there are, and a page is full all the same.
    void rowsOfOneActAreOneEntryOfAFullPage()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        for (int i = 0; i < 50; ++i) {
            office.clock().advance(1000);
            QVERIFY(office.store().commitAndWait(planComment(lead, QString::number(i))));
        }
        office.clock().advance(1000);
        const auto at = office.store().commitAndWait(planComment(lead, u"last"_s));
        QVERIFY(at);
        {
            // As a program writes that knows parts which this one does not.
            auto other = Connection::open(office.path(), Connection::Mode::ReadWrite);
            QVERIFY(other);
            QVERIFY((*other)->run(
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                "INSERT INTO journal (origin, sequence, clock, at, author, act, entity, record, uid, owner_type, owner_id, "
                "operation, patch) SELECT j.origin, j.sequence + n.i, j.clock + n.i, j.at, j.author, j.act, 'part_of_later', "
                "0, randomblob(16), j.owner_type, j.owner_id, 'create', '{}' FROM n, journal j WHERE j.id = "
                "(SELECT max(id) FROM journal)"_s));
        }
        const auto page = readTimeline(office.store().reader(), lead, {}, 40);
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 40);
        QCOMPARE(page->entries[0].kind, EntryKind::Parts);
        QCOMPARE(page->entries[0].count, 2000);
        QCOMPARE(page->entries[1].text, u"last"_s);
        QCOMPARE(page->entries[2].text, u"49"_s);
        QVERIFY(!page->atEnd);
    }

    void equalEventsInARowAreOne()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"0"_s}}), {}};
        const auto edit = [&](const QString &field, const Value &value) {
            return bool(
                office.store().commitAndWait(planEdit(office.schema(), office.item(u"lead"_s, lead.id), {{field, value}})));
        };
        constexpr qint64 minute = 60'000;
        for (int i = 1; i <= 3; ++i) {
            office.clock().advance(i == 1 ? 30 * minute : 9 * minute);
            QVERIFY(edit(u"title"_s, QString::number(i)));
        }
        office.clock().advance(11 * minute);
        QVERIFY(edit(u"title"_s, u"4"_s));
        office.clock().advance(minute);
        QVERIFY(edit(u"amount"_s, toValue(Money{100, u"RUB"_s}))); // another field
        const QList<TimelineEntry> entries = story(office, lead);
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[1].count, 1);
        QCOMPARE(entries[2].count, 3);
        QCOMPARE(entries[2].acts.size(), 3);
        QCOMPARE(entries[2].changes.first().before.toString(), u"0"_s);
        QCOMPARE(entries[2].changes.first().after.toString(), u"3"_s);
        for (const int page : {1, 2, 3}) { // no page ends between them
            const QList<TimelineEntry> pieces = story(office, lead, page);
            QCOMPARE(pieces.size(), entries.size());
            QCOMPARE(pieces[2].count, 3);
        }
    }

    /// What products come to is one story, however many acts there were, and also where it was taken back.
    void anAmountIsToldWithTheProductsThatItFollows()
    {
        TestOffice office;
        const ItemRef deal{office.typeId(u"deal"_s), office.create(u"deal"_s, {{u"title"_s, u"Desks"_s}}), {}};
        const auto sell = [&](qint64 quantity) {
            office.clock().advance(60'000);
            const auto rows = readProducts(office.store().reader(), deal);
            ProductRow row = rows && !rows->isEmpty() ? rows->constFirst() : ProductRow();
            row.name = u"Desk"_s;
            row.currency = u"RUB"_s;
            row.line.quantity = quantity * productUnit;
            row.line.price = 10 * productUnit;
            const auto planned = planProducts(office.schema(), office.item(u"deal"_s, deal.id),
                                              rows ? *rows : QList<ProductRow>(), {row}, office.clock().now());
            return planned && office.store().commitAndWait(*planned);
        };
        for (const qint64 quantity : {1, 2, 3})
            QVERIFY(sell(quantity));
        office.clock().advance(60'000);
        QVERIFY(office.store().undo().result());
        for (const int page : {1, 2, 100}) {
            const QList<TimelineEntry> entries = story(office, deal, page);
            QCOMPARE(kinds(entries), (QStringList{u"parts_changed"_s, u"parts_changed"_s, u"created"_s}));
            QCOMPARE(entries[0].acts.size(), 1); // of another kind: taken back
            QCOMPARE(entries[0].changes.size(), 1);
            QCOMPARE(entries[1].acts.size(), 3);
            QCOMPARE(entries[1].changes.size(), 1);
            QVERIFY(!entries[1].changes.constFirst().before.isValid());
            QCOMPARE(entries[1].changes.constFirst().after.value<Money>().minor, 3000);
            const EntryWords words = entryWords(office.store().reader(), deal, entries[1]);
            QVERIFY2(words.detail.contains(u"Amount"_s), qPrintable(words.detail));
            QVERIFY2(words.mark.contains(u'3'), qPrintable(words.mark));
        }
    }

    void aDetailStandsBehindAColonOrADash()
    {
        QCOMPARE(textAndDetail(u"Created"_s, {}), u"Created"_s);
        QCOMPARE(textAndDetail(u"Linked"_s, u"Deal “Fence”"_s), u"Linked: Deal “Fence”"_s);
        QCOMPARE(textAndDetail(u"Done: Call"_s, u"they agree"_s), u"Done: Call — they agree"_s);
    }

    void anAmountTypedByHandIsNoLongerFromTheProducts()
    {
        TestOffice office;
        const ItemRef deal{office.typeId(u"deal"_s), office.create(u"deal"_s, {{u"title"_s, u"Desks"_s}}), {}};
        ProductRow row;
        row.name = u"Desk"_s;
        row.currency = u"RUB"_s;
        row.line.quantity = productUnit;
        row.line.price = 10 * productUnit;
        const auto sold = planProducts(office.schema(), office.item(u"deal"_s, deal.id), {}, {row}, office.clock().now());
        QVERIFY(sold && office.store().commitAndWait(*sold));
        for (const qint64 typed : {7000, 8000}) { // the second time it is by hand already
            office.clock().advance(60'000);
            QVERIFY(office.store().commitAndWait(planEdit(office.schema(), office.item(u"deal"_s, deal.id),
                                                          {{u"amount"_s, toValue(Money{typed, u"RUB"_s})}})));
        }
        const QList<TimelineEntry> entries = story(office, deal, 100);
        QCOMPARE(kinds(entries), (QStringList{u"field_changed"_s, u"field_changed"_s, u"parts_changed"_s, u"created"_s}));
        const auto told = [&](const TimelineEntry &entry) {
            return entryWords(office.store().reader(), deal, entry).detail;
        };
        QVERIFY2(!told(entries[0]).contains(u"Amount from the products"_s), qPrintable(told(entries[0])));
        QVERIFY2(told(entries[1]).contains(u"Amount from the products: yes → no"_s), qPrintable(told(entries[1])));
        QVERIFY2(!told(entries[2]).contains(u"Amount from the products"_s), qPrintable(told(entries[2])));
    }

    void aFilterLeavesWhatAnswersIt()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        constexpr qint64 day = 24 * 3'600'000;
        office.clock().advance(day);
        QVERIFY(office.store().commitAndWait(planComment(lead, u"Они звонили, ёлки"_s)));
        office.clock().advance(day);
        office.move(u"lead"_s, lead.id, u"in_progress"_s);
        office.clock().advance(day);
        ActivityDraft draft;
        draft.title = u"Call back"_s;
        draft.description = u"About the delivery"_s;
        draft.items = {lead};
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        const auto found = [&](const TimelineFilter &filter) {
            auto page = readTimeline(office.store().reader(), lead, {}, 100, filter);
            return page ? kinds(page->entries).join(u',') : page.error().message;
        };
        QCOMPARE(found({.groups = {EntryGroup::Comments, EntryGroup::Stages}}), u"stage_changed,comment"_s);
        QCOMPARE(found({.groups = {EntryGroup::Activities}}), u"activity_planned"_s);
        QCOMPARE(found({.person = office.store().user()}), u"activity_planned,stage_changed,comment,created"_s);
        QCOMPARE(found({.person = 4711}), QString());
        const qint64 begin = office.clock().now() - 3 * day;
        QCOMPARE(found({.from = begin + day, .until = begin + 3 * day}), u"stage_changed,comment"_s);
        QCOMPARE(found({.text = u"елки ЗВОНИЛИ"_s}), u"comment"_s);
        QCOMPARE(found({.text = u"pdjybkb"_s}), u"comment"_s); // typed in the other layout
        QCOMPARE(found({.text = u"delivery"_s}), u"activity_planned"_s);
        QCOMPARE(found({.text = u"in progress"_s}), u"stage_changed"_s);
        QCOMPARE(found({.text = u"nowhere"_s}), QString());
    }
};

KARTOTEKA_TEST(tst_timeline, TestTimeline)
#include "tst_timeline.moc"
