// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/codes.h"
#include "models/list/list_columns.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/list/usual_width.h"
#include "views/theme/theme.h"

#include <QTest>

using namespace Kartoteka;

/// How wide the columns of a list are until somebody makes them otherwise.
class TestUsualWidth final : public QObject
{
    Q_OBJECT

private slots:
    void whatATitleHasBeyondItsOwnGoesToWhatIsCut()
    {
        const QFontMetrics metrics((QFont()));
        const int name = scaled(288, metrics);
        const QList<ColumnWidth> columns{{60, 60, 50}, {0, 0, 0}, {150, 150, 120, 190}, {150, 150, 120, 160}};
        const int usual = 60 + 150 + 150;
        // Who needs least has enough first.
        QCOMPARE(sharedWidths(columns, 1, usual + name + 30, metrics), (QList<int>{60, name, 170, 160}));
        QCOMPARE(sharedWidths(columns, 1, usual + name + 50, metrics), (QList<int>{60, name, 190, 160}));
        // The rest is the title's.
        QCOMPARE(sharedWidths(columns, 1, usual + name + 90, metrics), (QList<int>{60, name + 40, 190, 160}));
        // In a small window nobody is widened.
        const QList<int> small = sharedWidths(columns, 1, usual + name - 30, metrics);
        QCOMPARE(small[1], name - 30);
        QCOMPARE(small[2], 150);
    }

    void aStageIsReadWholeWhereThereIsRoom()
    {
        TestOffice office;
        const Schema &schema = office.schema();
        const qint64 deal = office.typeId(u"deal"_s);
        const QFont font;
        const ColumnWidth width = usualWidth(schema, deal, Codes::stage, font);
        for (const Stage &stage : schema.stages(schema.pipelines(deal).constFirst().id))
            QVERIFY2(width.ample >= qMin(QFontMetrics(font).horizontalAdvance(stage.name), scaled(200, QFontMetrics(font))),
                     qPrintable(stage.name));
        QVERIFY(width.narrowest <= width.enough && width.enough <= width.usual && width.usual <= width.ample);
    }
};

KARTOTEKA_UI_TEST(tst_usual_width, TestUsualWidth)
#include "tst_usual_width.moc"
