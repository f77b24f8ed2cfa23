// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/timeline_model.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "core/schedule/scheduler.h"
#include "tests/support/patience.h"
#include "tests/support/random_days.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;

class TestTimelineModel : public QObject
{
    Q_OBJECT

    static QStringList texts(const TimelineModel &model, TimelineModel::RowKind kind)
    {
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            if (index.data(TimelineModel::KindRole).value<TimelineModel::RowKind>() == kind)
                out << index.data(TimelineModel::TextRole).toString();
        }
        return out;
    }

private slots:
    void whatIsPlannedStandsOnTop()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        TimelineModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItem(lead);
        using Kind = TimelineModel::RowKind;
        QTRY_COMPARE(texts(model, Kind::Entry).size(), 1);
        QCOMPARE(texts(model, Kind::NothingPlanned).size(), 1);
        for (const auto &[title, hours] : QList<QPair<QString, int>>{{u"Later"_s, 5}, {u"Sooner"_s, -1}}) {
            ActivityDraft draft;
            draft.title = title;
            draft.items = {lead};
            draft.deadline = office.clock().now() + hours * 3'600'000LL;
            QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        }
        QTRY_COMPARE(texts(model, Kind::Planned), QStringList({u"Sooner"_s, u"Later"_s}));
        QVERIFY(texts(model, Kind::NothingPlanned).isEmpty());
        QCOMPARE(model.index(0).data(TimelineModel::KindRole).value<Kind>(), Kind::PlannedHeader);
        QVERIFY(model.index(1).data(TimelineModel::OverdueRole).toBool());
        QVERIFY(!model.index(2).data(TimelineModel::OverdueRole).toBool());
    }

    void whatCannotBeReadIsTold()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        {
            auto connection = Connection::open(office.path(), Connection::Mode::ReadWrite);
            QVERIFY(connection && (*connection)->run(u"ALTER TABLE activity_link RENAME TO away"_s));
        }
        TimelineModel model(office.store());
        QSignalSpy failures(&model, &TimelineModel::readFailed);
        model.setItem(lead);
        QVERIFY(failures.wait(patienceMs));
        QCOMPARE(model.rowCount(), 0);
    }

    void historyIsCutIntoDays()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        constexpr qint64 day = 24 * 3'600'000;
        office.clock().advance(5 * day);
        QVERIFY(office.store().commitAndWait(planComment(lead, u"Friday"_s)));
        office.clock().advance(day);
        QVERIFY(office.store().commitAndWait(planComment(lead, u"Saturday"_s)));
        TimelineModel model(office.store());
        model.setItem(lead);
        QTRY_COMPARE(texts(model, TimelineModel::RowKind::Entry), QStringList({u"Saturday"_s, u"Friday"_s, u"Created"_s}));
        const QStringList days = texts(model, TimelineModel::RowKind::DayHeader);
        QCOMPARE(days.size(), 3);
        QCOMPARE(days.mid(0, 2), QStringList({u"Today"_s, u"Yesterday"_s}));
        office.clock().advance(day); // the card stays open past midnight
        QCOMPARE(texts(model, TimelineModel::RowKind::DayHeader).constFirst(), u"Yesterday"_s);
    }

    void timeThatPassesIsTold()
    {
        TestOffice office;
        const QDateTime begun = office.clock().localNow();
        office.clock().advance(begun.msecsTo(QDateTime(begun.date().addDays(1), QTime(12, 0))));
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        constexpr qint64 hour = 3'600'000;
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {lead};
        draft.deadline = office.clock().now() + hour;
        draft.reminders = QString();
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        TimelineModel model(office.store());
        model.setItem(lead);
        QTRY_COMPARE(texts(model, TimelineModel::RowKind::Planned), QStringList(u"Call"_s));
        QSignalSpy told(&model, &QAbstractItemModel::dataChanged);
        office.clock().advance(hour); // nothing is committed meanwhile
        Scheduler::of(office.store()).wake();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(model.index(1).data(TimelineModel::OverdueRole).toBool());
        Scheduler::of(office.store()).wake();
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 1); // once
        office.clock().advance(24 * hour);
        Scheduler::of(office.store()).wake();
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(texts(model, TimelineModel::RowKind::DayHeader).constFirst(), u"Yesterday"_s);
        office.clock().advance(-24 * hour); // the clock is set back
        Scheduler::of(office.store()).wake();
        QTRY_VERIFY(told.size() > 2);
        QCOMPARE(texts(model, TimelineModel::RowKind::DayHeader).constFirst(), u"Today"_s);
    }

    /// At its moment, with nobody touching anything.
    void aReminderThatComesDueIsToldToo()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        constexpr qint64 minute = 60'000;
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {lead};
        draft.deadline = office.clock().now() + 20 * minute;
        draft.reminders = u"0,15"_s;
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        TimelineModel model(office.store());
        model.setItem(lead);
        QTRY_COMPARE(texts(model, TimelineModel::RowKind::Entry).size(), 2);
        for (const auto &[minutes, reminders] : {std::pair{4, 0}, std::pair{1, 1}, std::pair{15, 2}}) {
            office.clock().advance(minutes * minute);
            Scheduler::of(office.store()).wake();
            QTRY_COMPARE(texts(model, TimelineModel::RowKind::Entry).filter(u"Reminder: Call"_s).size(), reminders);
        }
        QCOMPARE(texts(model, TimelineModel::RowKind::Entry).constFirst(), u"Reminder: Call"_s);
        QCOMPARE(texts(model, TimelineModel::RowKind::Entry).filter(u"Reminder: Call, due "_s).size(), 1);
        QTRY_COMPARE(texts(model, TimelineModel::RowKind::Entry).size(), 4);
    }

    void aLongHistoryComesPageByPage()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        ChangeSet comments;
        for (int i = 0; i < 130; ++i)
            comments.changes += planComment(lead, QString::number(i)).changes;
        QVERIFY(office.store().commitAndWait(comments));
        TimelineModel model(office.store());
        model.setItem(lead);
        QTRY_VERIFY(model.canFetchMore({}));
        const auto entries = [&] { return texts(model, TimelineModel::RowKind::Entry); };
        QVERIFY(entries().size() < 100);
        while (model.canFetchMore({})) {
            const qsizetype before = entries().size();
            model.fetchMore({});
            QTRY_VERIFY(entries().size() > before);
        }
        QCOMPARE(entries().size(), 131);
        QStringList all = entries();
        QCOMPARE(all.removeDuplicates(), 0);
    }

    static QModelIndex heading(const TimelineModel &model, TimelineModel::RowKind kind, int which = 0)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (TimelineModel::kindOf(model.index(row)) == kind && which-- == 0)
                return model.index(row);
        }
        return {};
    }

    /// However much a day holds, folded it is a heading; what is older comes up in its place.
    void aDayIsFolded()
    {
        using Kind = TimelineModel::RowKind;
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        office.clock().advance(24 * 3'600'000);
        ChangeSet comments;
        for (int i = 0; i < 500; ++i)
            comments.changes += planComment(lead, QString::number(i)).changes;
        QVERIFY(office.store().commitAndWait(comments));
        TimelineModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItem(lead);
        QTRY_VERIFY(model.rowCount() > 0);
        const int page = model.rowCount();
        QCOMPARE(heading(model, Kind::DayHeader).data(TimelineModel::FoldedRole), QVariant(false));
        model.setFolded(heading(model, Kind::DayHeader), true);
        QTRY_COMPARE(texts(model, Kind::Entry), QStringList(u"Created"_s));
        QCOMPARE(texts(model, Kind::DayHeader).size(), 2);
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(heading(model, Kind::DayHeader).data(Qt::AccessibleTextRole).toString().endsWith(u"folded"));
        QVERIFY(office.store().commitAndWait(planComment(lead, u"Later"_s))); // it stays folded
        model.setFolded(heading(model, Kind::PlannedHeader), true);
        QTRY_VERIFY(texts(model, Kind::NothingPlanned).isEmpty());
        QCOMPARE(texts(model, Kind::Entry), QStringList(u"Created"_s));
        model.setFolded(heading(model, Kind::DayHeader), false);
        QTRY_COMPARE(texts(model, Kind::Entry).constFirst(), u"Later"_s);
        QVERIFY(model.rowCount() <= page); // a page of it, not all that there is
        QVERIFY(model.canFetchMore({}));
        model.setFilter({.text = u"created"_s}); // what is searched is not folded
        model.setFolds({.allDays = true});
        QTRY_COMPARE(texts(model, Kind::Entry), QStringList(u"Created"_s));
        QVERIFY(!heading(model, Kind::DayHeader).data(TimelineModel::FoldedRole).isValid());
        model.setFilter({});
        QTRY_COMPARE(texts(model, Kind::DayHeader).size(), 2);
        QVERIFY(texts(model, Kind::Entry).isEmpty());
        model.setItem(lead); // another card begins unfolded
        QTRY_VERIFY(texts(model, Kind::Entry).size() > 1);
    }

    /// All that it says, row by row.
    static QStringList told(const TimelineModel &model)
    {
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            out << u"%1|%2|%3|%4"_s.arg(
                QString::number(int(index.data(TimelineModel::KindRole).value<TimelineModel::RowKind>())),
                index.data(TimelineModel::TextRole).toString(), index.data(TimelineModel::DetailRole).toString(),
                index.data(TimelineModel::TimeRole).toString());
        }
        return out;
    }

    /// Whatever is committed, following gives what reading anew would, by rows.
    void followingIsReadingAnew()
    {
        const quint32 seed = qEnvironmentVariableIsSet("KARTOTEKA_SEED") ? qEnvironmentVariable("KARTOTEKA_SEED").toUInt()
                                                                         : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"Busy"_s}}), {}};
        RandomDays days(office, seed);
        TimelineModel model(office.store());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItem(lead);
        QTRY_VERIFY(model.rowCount() > 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 25; ++round) {
            for (int i = 0; i < 6; ++i) {
                switch (days.pick(8)) {
                case 0:
                case 1: QVERIFY(office.store().commitAndWait(planComment(lead, u"Said %1"_s.arg(round)))); break;
                case 2: {
                    ActivityDraft draft;
                    draft.title = u"Call %1"_s.arg(round);
                    draft.items = {lead};
                    draft.deadline = office.clock().now() + days.pick(9) * 3'600'000LL;
                    QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
                    break;
                }
                case 3: {
                    auto last = office.store().reader().connection.scalar(
                        u"SELECT max(id) FROM comment WHERE deleted_at IS NULL"_s);
                    if (last && last->toLongLong() > 0)
                        days.commit(
                            RandomDays::update(u"comment"_s, last->toLongLong(), {{u"deleted_at"_s, office.clock().now()}}));
                    break;
                }
                case 4: {
                    auto open = office.store().reader().connection.scalar(
                        u"SELECT min(id) FROM activity WHERE done = 0 AND deleted_at IS NULL"_s);
                    if (open && open->toLongLong() > 0)
                        days.commit(RandomDays::update(u"activity"_s, open->toLongLong(), {{u"done"_s, true}}));
                    break;
                }
                default: days.act();
                }
                office.clock().advance(days.pick(3) * 9 * 3'600'000LL); // days go by
            }
            QCoreApplication::sendPostedEvents(&office.store());
            if (office.item(u"lead"_s, lead.id).id == 0)
                return; // its creation was taken back
            if (days.pick(3) == 0 && model.canFetchMore({}))
                model.fetchMore({});
            TimelineModel fresh(office.store());
            fresh.setItem(lead);
            QTRY_VERIFY(fresh.rowCount() > 0);
            while (fresh.canFetchMore({}) && fresh.rowCount() < model.rowCount()) {
                const int before = fresh.rowCount();
                fresh.fetchMore({});
                QTRY_VERIFY(fresh.rowCount() > before || !fresh.canFetchMore({}));
            }
            const auto same = [&] {
                const QStringList a = told(model);
                const QStringList b = told(fresh);
                const qsizetype both = qMin(a.size(), b.size());
                return both > 0 && a.mid(0, both) == b.mid(0, both);
            };
            if (!QTest::qWaitFor(same, patienceMs))
                QCOMPARE(told(model), told(fresh)); // says what differs
        }
        QCOMPARE(resets.count(), 0);
    }

    void whatHappensElsewhereIsNotRead()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        const ItemRef other{lead.type, office.create(u"lead"_s, {{u"title"_s, u"Other"_s}}), {}};
        TimelineModel model(office.store());
        model.setItem(lead);
        QTRY_VERIFY(model.rowCount() > 0);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {other};
        QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        QVERIFY(office.store().commitAndWait(planComment(other, u"There"_s)));
        QVERIFY(office.store().commitAndWait(planComment(lead, u"Here"_s)));
        QTRY_COMPARE(texts(model, TimelineModel::RowKind::Entry).value(0), u"Here"_s);
        QCOMPARE(inserted.count(), 1); // the comment, and nothing else
        QCOMPARE(removed.count() + changed.count(), 0);
    }

    void aMoveSaysFromWhereToWhere()
    {
        TestOffice office;
        const ItemRef lead{office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        office.clock().advance(120'000);
        office.move(u"lead"_s, lead.id, u"in_progress"_s);
        TimelineModel model(office.store());
        model.setItem(lead);
        QTRY_COMPARE(texts(model, TimelineModel::RowKind::Entry).size(), 2);
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(TimelineModel::TextRole).toString() == u"Stage changed") {
                const QString detail = model.index(row).data(TimelineModel::DetailRole).toString();
                QVERIFY2(detail.contains(u"New") && detail.contains(u"In progress") && detail.contains(u"→"),
                         qUtf8Printable(detail));
                QCOMPARE(model.index(row).data(TimelineModel::AuthorRole).toString(), u"Test Person"_s);
                return;
            }
        }
        QFAIL("the move is not told");
    }
};

KARTOTEKA_TEST(tst_timeline_model, TestTimelineModel)
#include "tst_timeline_model.moc"
