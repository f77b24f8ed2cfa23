// SPDX-License-Identifier: GPL-3.0-or-later
// Where Tab goes: as things are seen, and back the same way.
#include "views/widgets/tab_order.h"

#include "tests/support/ui_test.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/plain_table.h"
#include "views/widgets/walked_dialog.h"

#include <QApplication>
#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Kartoteka;

class TestTabOrder final : public QObject
{
    Q_OBJECT

    static QPushButton *button(const QString &name, QWidget *parent)
    {
        auto *made = new QPushButton(name, parent);
        made->setObjectName(name);
        return made;
    }
    static QStringList names(const QWidget &root)
    {
        QStringList names;
        for (const QWidget *stop : tabStops(root))
            names << stop->objectName();
        return names;
    }

private slots:
    void whatIsPlacedByHandIsWalkedRowByRow()
    {
        QWidget root;
        auto *layout = new QVBoxLayout(&root);
        auto *area = new QWidget(&root);
        area->setFixedSize(200, 100);
        button(u"below"_s, area)->move(0, 60);
        button(u"right"_s, area)->move(100, 0);
        button(u"left"_s, area)->move(0, 0);
        QPushButton *last = button(u"last"_s, &root);
        layout->addWidget(area);
        layout->addWidget(last);
        root.show();
        QCOMPARE(names(root), (QStringList{u"left"_s, u"right"_s, u"below"_s, u"last"_s}));
    }

    void aGridIsWalkedRowByRow()
    {
        QWidget root;
        auto *grid = new QGridLayout(&root);
        grid->addWidget(button(u"remove"_s, &root), 0, 2);
        grid->addWidget(button(u"next row"_s, &root), 1, 0);
        grid->addWidget(button(u"operator"_s, &root), 0, 0);
        grid->addWidget(button(u"value"_s, &root), 0, 1);
        root.show();
        QCOMPARE(names(root), (QStringList{u"operator"_s, u"value"_s, u"remove"_s, u"next row"_s}));
    }

    void whatHoversComesAfterWhatItHoversOver()
    {
        QWidget root;
        auto *layout = new QVBoxLayout(&root);
        QPushButton *end = button(u"end"_s, &root);
        auto *table = new QTableWidget(1, 1, &root);
        table->setObjectName(u"table"_s);
        auto *plate = new QFrame(table->viewport());
        auto *inside = new QVBoxLayout(plate);
        inside->addWidget(button(u"first use"_s, plate));
        auto *bar = new QFrame(&root);
        auto *across = new QVBoxLayout(bar);
        across->addWidget(button(u"act"_s, bar));
        layout->addWidget(table);
        layout->addWidget(end);
        root.show();
        QCOMPARE(names(root), (QStringList{u"table"_s, u"end"_s}));
        walkAfter(*plate);
        walkAfter(*bar);
        QCOMPARE(names(root), (QStringList{u"table"_s, u"first use"_s, u"end"_s, u"act"_s}));

        QVERIFY(QTest::qWaitForWindowActive(&root));
        table->setFocus();
        for (const QString &next : {u"first use"_s, u"end"_s, u"act"_s, u"table"_s}) {
            QVERIFY(stepFocus(root, true));
            QCOMPARE(QApplication::focusWidget()->objectName(), next);
        }
        for (const QString &before : {u"act"_s, u"end"_s, u"first use"_s, u"table"_s}) {
            QVERIFY(stepFocus(root, false));
            QCOMPARE(QApplication::focusWidget()->objectName(), before);
        }
    }

    void whatWasHoveredOverHasTheKeysAgain()
    {
        QWidget root;
        auto *layout = new QVBoxLayout(&root);
        layout->addWidget(button(u"first"_s, &root));
        QPushButton *view = button(u"view"_s, &root);
        layout->addWidget(view);
        auto *bar = new QFrame(&root);
        auto *across = new QVBoxLayout(bar);
        QPushButton *answer = button(u"answer"_s, bar);
        across->addWidget(answer);
        walkAfter(*bar);
        root.show();
        QVERIFY(QTest::qWaitForWindowActive(&root));
        answer->setFocus();
        bar->setVisible(false); // which the toolkit follows by the step that the window makes here
        answer->setFocus();
        QVERIFY(stepFocus(root, true));
        QCOMPARE(root.focusWidget()->objectName(), u"view"_s);
    }

    void ofAGroupTheCheckedOneIsAStop()
    {
        QWidget root;
        auto *layout = new QVBoxLayout(&root);
        QButtonGroup group;
        for (const QString &name : {u"month"_s, u"week"_s, u"day"_s}) {
            auto *one = new QToolButton(&root);
            one->setObjectName(name);
            one->setCheckable(true);
            group.addButton(one);
            layout->addWidget(one);
        }
        stopAtChecked(group);
        root.show();
        QCOMPARE(names(root).size(), 3); // nothing is chosen yet
        root.findChild<QToolButton *>(u"week"_s)->setChecked(true);
        QCOMPARE(names(root), QStringList{u"week"_s});
        root.findChild<QToolButton *>(u"day"_s)->setChecked(true); // by the program, as a shortcut does
        QCOMPARE(names(root), QStringList{u"day"_s});
    }

    void tabLeavesATableOfADialog()
    {
        WalkedDialog dialog;
        auto *layout = new QVBoxLayout(&dialog);
        QTableWidget *table = makePlainTable({u"What"_s, u"Key"_s}, &dialog);
        table->setFocusPolicy(Qt::StrongFocus);
        table->setRowCount(40);
        table->setFixedHeight(120);
        layout->addWidget(table);
        addDialogButtons(&dialog, layout, u"Do"_s, u"accept"_s);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        table->setFocus();
        const int before = table->verticalScrollBar()->value();
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(table->verticalScrollBar()->value() > before); // nothing can be chosen: the keys scroll
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY(!table->hasFocus());
    }

    void aButtonThatWaitsForANameSaysSo()
    {
        WalkedDialog dialog;
        auto *layout = new QVBoxLayout(&dialog);
        auto *line = new QLineEdit(&dialog);
        auto *problem = new QLabel(&dialog);
        problem->hide();
        layout->addWidget(line);
        layout->addWidget(problem);
        QPushButton *accept = addDialogButtons(&dialog, layout, u"Add"_s, u"accept"_s);
        waitForText(*accept, *line, *problem);
        dialog.show();
        QVERIFY(!accept->isEnabled());
        QCOMPARE(accept->toolTip(), missingText());
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->text(), missingText());
        QTest::keyClicks(line, u"Size"_s);
        QVERIFY(accept->isEnabled());
        QVERIFY(accept->toolTip().isEmpty());
        QVERIFY(!problem->isVisible());
    }
};

KARTOTEKA_UI_TEST(tst_tab_order, TestTabOrder)
#include "tst_tab_order.moc"
