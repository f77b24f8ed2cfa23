// SPDX-License-Identifier: GPL-3.0-or-later
// The board of activities follows what is planned, done and put off, without being shown anew.
#include "core/activities/plan_queries.h"
#include "core/items/setting_acts.h"
#include "core/query/plan_columns.h"
#include "models/board/card_mover.h"
#include "tests/support/patience.h"
#include "tests/support/random_days.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

namespace {
constexpr qint64 hour = 3'600'000;
}

class TestActivityBoard : public QObject
{
    Q_OBJECT

    static ItemQuery leads(TestOffice &office)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.pipeline = office.schema().defaultPipeline(query.typeId)->id;
        query.user = office.store().user();
        query.now = office.clock().now();
        return plannedQuery(office.schema(), query);
    }
    static bool load(BoardModel &model, TestOffice &office)
    {
        model.setColumnField(u"activity"_s);
        QSignalSpy reset(&model, &BoardModel::reset);
        model.setQuery(leads(office));
        return reset.wait(patienceMs);
    }
    /// "Today 2: One (Call) Two (Write)" of the columns that hold something.
    static QStringList shown(const BoardModel &model)
    {
        QStringList out;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.totals(column).count == 0 && model.cardCount(column) == 0)
                continue;
            QString line = u"%1 %2:"_s.arg(model.head(column).name).arg(model.totals(column).count);
            for (int row = 0; row < model.cardCount(column); ++row) {
                const Card *card = model.card(column, row);
                line += card ? u' ' + card->title + (card->act ? u" (%1)"_s.arg(card->act->title) : QString()) : u" ?"_s;
            }
            out << line;
        }
        return out;
    }
    static qint64 plan(TestOffice &office, qint64 lead, const QString &title, const Value &deadline, bool incoming = false)
    {
        ActivityDraft draft;
        draft.title = title;
        draft.items = {{office.typeId(u"lead"_s), lead, {}}};
        draft.deadline = deadline;
        draft.incoming = incoming;
        const ChangeSet changes = planActivity(office.schema(), draft);
        const auto receipt = office.store().commitAndWait(changes);
        return receipt ? receipt->created.value(changes.changes.first().uid) : 0;
    }
    static Activity activity(TestOffice &office, qint64 id) { return *readActivity(office.store().reader(), id); }

private slots:
    void cardsFollowTheirActivities()
    {
        TestOffice office; // a Monday, noon
        const qint64 now = office.clock().now();
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        BoardModel model(office.store());
        QVERIFY(load(model, office));
        QTRY_COMPARE(shown(model), QStringList{u"No activities 1: One"_s});
        QSignalSpy resets(&model, &BoardModel::reset);
        const qint64 call = plan(office, lead, u"Call"_s, now + hour);
        QTRY_COMPARE(shown(model), QStringList{u"Today 1: One (Call)"_s});
        QVERIFY(office.store().commitAndWait(*planReschedule(activity(office, call), now - 24 * hour)));
        QTRY_COMPARE(shown(model), QStringList{u"Overdue 1: One (Call)"_s});
        const qint64 letter = plan(office, lead, u"Answer"_s, {}, true);
        QTRY_COMPARE(shown(model), QStringList{u"Overdue 1: One (Call)"_s});
        QVERIFY(office.store().commitAndWait(planComplete(activity(office, call))));
        QTRY_COMPARE(shown(model), QStringList{u"Today 1: One (Answer)"_s});
        QVERIFY(office.store().commitAndWait(planDeleteActivity(activity(office, letter), now)));
        QTRY_COMPARE(shown(model), QStringList{u"No activities 1: One"_s});
        QVERIFY(office.store().undo().result());
        QTRY_COMPARE(shown(model), QStringList{u"Today 1: One (Answer)"_s});
        office.move(u"lead"_s, lead, u"junk"_s); // in a final stage nothing has to be planned
        QTRY_COMPARE(shown(model), QStringList());
        QVERIFY(resets.isEmpty());
    }

    void theDayTurns()
    {
        TestOffice office;
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        plan(office, lead, u"Call"_s, office.clock().now() + hour);
        const qint64 other = office.create(u"lead"_s, {{u"title"_s, u"Two"_s}});
        plan(office, other, u"Write"_s, office.clock().now() + 20 * hour);
        BoardModel model(office.store());
        QVERIFY(load(model, office));
        QTRY_COMPARE(shown(model), (QStringList{u"Today 1: One (Call)"_s, u"This week 1: Two (Write)"_s}));
        QSignalSpy resets(&model, &BoardModel::reset);
        office.clock().advance(13 * hour); // one o'clock at night
        model.turnTo(office.clock().now());
        QTRY_COMPARE(shown(model), (QStringList{u"Overdue 1: One (Call)"_s, u"Today 1: Two (Write)"_s}));
        office.clock().advance(-13 * hour); // the clock was set back
        model.turnTo(office.clock().now());
        QTRY_COMPARE(shown(model), (QStringList{u"Today 1: One (Call)"_s, u"This week 1: Two (Write)"_s}));
        QVERIFY(resets.isEmpty());
    }

    void anotherCounterModeCountsOthers()
    {
        TestOffice office;
        const qint64 now = office.clock().now();
        ChangeSet second;
        second.kind = u"edit"_s;
        const QUuid uid = second.create(u"user"_s, {{u"name"_s, u"Anna"_s}});
        const qint64 anna = office.store().commitAndWait(second)->created.value(uid);
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const qint64 hers = plan(office, lead, u"Hers"_s, now + hour);
        QVERIFY(office.store().commitAndWait(
            *planChangeActivity(office.schema(), activity(office, hers), {{u"responsible"_s, anna}})));
        plan(office, lead, u"Mine"_s, now + 24 * hour);
        BoardModel model(office.store());
        QVERIFY(load(model, office));
        QTRY_COMPARE(shown(model), QStringList{u"Today 1: One (Hers)"_s});
        QVERIFY(office.store().commitAndWait(*planSettings({{u"counter_mode"_s, u"activity"_s}})));
        QTRY_COMPARE(shown(model), QStringList{u"This week 1: One (Mine)"_s});
        const auto [column, row] = model.find(lead);
        QCOMPARE(model.card(column, row)->lights.planned, 1);
    }

    void aDroppedCardIsWhereItLands()
    {
        TestOffice office;
        const qint64 now = office.clock().now();
        const qint64 lead = office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        plan(office, lead, u"Late"_s, now - 48 * hour);
        plan(office, lead, u"Later"_s, now - 24 * hour);
        BoardModel model(office.store());
        QVERIFY(load(model, office));
        CardMover mover(office.store(), model);
        QSignalSpy refused(&mover, &CardMover::refused);
        QSignalSpy stays(&mover, &CardMover::stays);
        QSignalSpy moved(&mover, &CardMover::moved);
        const auto column = [&](DayColumn key) { return model.columnOf(qint64(key)); };
        mover.move({lead}, column(DayColumn::None), 0);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(shown(model), QStringList{u"Overdue 1: One (Late)"_s});
        mover.move({lead}, column(DayColumn::NextWeek), 0); // the other one is overdue, too
        QTRY_COMPARE(stays.size(), 1);
        QTRY_COMPARE(shown(model), QStringList{u"Overdue 1: One (Later)"_s});
        mover.move({lead}, column(DayColumn::Later), 0);
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(moved.first().at(2).toString(), u"Next week"_s); // where the first one is due
        QTRY_COMPARE(shown(model), QStringList{u"Next week 1: One (Late)"_s});
    }

    /// More than are read at once: the first cards are walked for, the counts come after, and a column is read to its end.
    void manyCardsAreReadColumnByColumn()
    {
        TestOffice office;
        const qint64 now = office.clock().now();
        const EntityType lead = *office.schema().type(u"lead"_s);
        ChangeSet many;
        many.kind = u"create"_s;
        constexpr int count = 7000;
        for (int i = 0; i < count; ++i) {
            const QUuid uid = many.create(u"lead"_s, {{u"title"_s, QString::number(i)}});
            if (i % 100 == 0) {
                ActivityDraft draft;
                draft.deadline = now + (i - 3000) * hour / 20;
                draft.items = {{lead.id, 0, uid}};
                many.changes += planActivity(office.schema(), draft).changes;
            }
        }
        QVERIFY(office.store().commitAndWait(many));
        BoardModel model(office.store());
        QVERIFY(load(model, office));
        const auto column = [&](DayColumn key) { return model.columnOf(qint64(key)); };
        QTRY_COMPARE(model.totals(column(DayColumn::None)).count, qint64(count - count / 100));
        QCOMPARE(model.card(column(DayColumn::None), 0)->title, QString::number(count - 1));
        QCOMPARE(model.card(column(DayColumn::Overdue), 0)->title, u"0"_s);
        qint64 planned = 0;
        for (int i = 0; i < model.columnCount(); ++i)
            planned += i == column(DayColumn::None) ? 0 : model.totals(i).count;
        QCOMPARE(planned, qint64(count / 100));
        const int none = column(DayColumn::None);
        const auto seen = [&] { // as a view asks again when a column has changed
            model.need(none, 4000, 4010);
            return model.card(none, 4005) != nullptr;
        };
        QTRY_VERIFY(seen());
        QCOMPARE(model.card(none, 0)->title, QString::number(count - 1));
    }
};

KARTOTEKA_TEST(tst_activity_board, TestActivityBoard)
#include "tst_activity_board.moc"
