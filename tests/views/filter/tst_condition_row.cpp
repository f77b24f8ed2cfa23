// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachments.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/filter/condition_row.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Kartoteka;

/// One line of the filter's form.
class TestConditionRow : public QObject
{
    Q_OBJECT
private slots:
    /// Of a file people ask whether there is one.
    void aFieldOfFilesIsFilledInOrEmpty()
    {
        TestOffice office;
        office.create(u"contact"_s, {{u"last_name"_s, u"Belov"_s}});
        const qint64 anna = office.create(u"contact"_s, {{u"last_name"_s, u"Belova"_s}});
        const qint64 contacts = office.typeId(u"contact"_s);
        QFile picture(office.folder() + u"/anna.png"_s);
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("seen by no program");
        picture.close();
        const auto plan = planHold(office.schema(), office.item(u"contact"_s, anna),
                                   *office.schema().field(contacts, u"photo"_s), picture.fileName(), office.clock().now());
        QVERIFY(plan);
        QVERIFY(office.store().commitAndWait(*plan));

        ConditionRow row(office.store().schema(), office.clock(), contacts, u"photo"_s);
        auto *comparison = row.findChild<QComboBox *>(u"operator"_s);
        QVERIFY(comparison);
        QCOMPARE(comparison->count(), 2);
        const auto found = [&] {
            ItemQuery query;
            query.typeId = contacts;
            query.conditions = {*row.condition()};
            const auto ids = queryIds(office.store().reader(), query);
            return ids ? *ids : QList<qint64>();
        };
        QCOMPARE(found(), QList<qint64>{anna});
        comparison->setCurrentIndex(1);
        QCOMPARE(found().size(), 1);
        QVERIFY(!found().contains(anna));
        QVERIFY(row.setCondition(*parseCondition(u"photo is not empty"_s)));
        QCOMPARE(found(), QList<qint64>{anna});
    }

    /// Nothing of it is cut off where the panel is narrow: the value stands below then.
    void aValueWithoutRoomStandsBelow()
    {
        TestOffice office;
        QWidget panel;
        ConditionRow row(office.store().schema(), office.clock(), office.typeId(u"lead"_s), u"created_at"_s, &panel);
        auto *comparison = row.findChild<QComboBox *>(u"operator"_s);
        auto *kind = row.findChild<QComboBox *>(u"periodKind"_s);
        QVERIFY(row.setCondition(*parseCondition(u"created_at = 2026-03-01..2026-03-05"_s)));
        const auto placeOf = [&row](const QWidget *part) { return QRect(part->mapTo(&row, QPoint()), part->size()); };
        const auto isWhole = [&] {
            const QList<QWidget *> parts = row.findChildren<QWidget *>();
            return std::ranges::all_of(
                parts, [&](const QWidget *part) { return !part->isVisible() || row.rect().contains(placeOf(part)); });
        };
        panel.resize(1200, 200);
        panel.show();
        row.resize(1200, row.sizeHint().height());
        QTRY_COMPARE(placeOf(kind).center().y(), placeOf(comparison).center().y());
        QVERIFY(isWhole());
        row.resize(scaled(408, row.fontMetrics()), row.sizeHint().height());
        QTRY_VERIFY(placeOf(kind).top() >= placeOf(comparison).bottom());
        row.resize(row.width(), row.sizeHint().height());
        QTRY_VERIFY(isWhole());
    }
};

KARTOTEKA_UI_TEST(tst_condition_row, TestConditionRow)
#include "tst_condition_row.moc"
