// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline_model.h"

#include "core/activities/activity.h"
#include "core/items/item_acts.h"
#include "tests/support/test_office.h"

#include <QAbstractItemModelTester>
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

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
