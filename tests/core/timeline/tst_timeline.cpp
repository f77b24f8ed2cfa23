// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "tests/support/test_office.h"

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
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
