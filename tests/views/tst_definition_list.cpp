// SPDX-License-Identifier: GPL-3.0-or-later
// A list of definitions as people work it: by mouse and by keys. What they want is told; the list itself changes nothing.
#include "tests/support/patience.h"
#include "tests/support/ui_test.h"
#include "views/theme/theme.h"
#include "views/widgets/definition_list.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestDefinitionList final : public QObject
{
    Q_OBJECT

    std::unique_ptr<DefinitionList> m_list;

    QPoint middle(int row) const { return m_list->visualRect(m_list->model()->index(row, 0)).center(); }
    void drag(int row, const QPoint &to)
    {
        QWidget *ground = m_list->viewport();
        QTest::mousePress(ground, Qt::LeftButton, {}, middle(row));
        QTest::mouseMove(ground, (middle(row) + to) / 2);
        QTest::mouseMove(ground, to);
        QTest::mouseRelease(ground, Qt::LeftButton, {}, to);
    }

private slots:
    void init()
    {
        m_list = std::make_unique<DefinitionList>(nullptr);
        m_list->setDefinitions({{.id = -1, .name = u"Main"_s, .isHeading = true},
                                {.id = 1, .name = u"One"_s, .note = u"Text"_s},
                                {.id = 2, .name = u"Two"_s, .colour = QColor(Qt::red)},
                                {.id = -2, .name = u"More"_s, .isHeading = true},
                                {.id = 3, .name = u"Three"_s, .canRename = false},
                                {.id = 4, .name = u"Another kind"_s, .group = 1}});
        m_list->resize(500, m_list->height());
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        m_list->setFocus();
    }
    void cleanup() { m_list.reset(); }

    void isAsHighAsItsRows() { QCOMPARE(m_list->height(), 6 * m_list->visualRect(m_list->model()->index(0, 0)).height()); }

    void keysMoveWithinAGroupAndUnderAnotherHeading()
    {
        QSignalSpy ordered(m_list.get(), &DefinitionList::ordered);
        m_list->setCurrent(1);
        QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ordered.takeFirst()[0].value<QList<qint64>>(), (QList<qint64>{-1, 2, 1, -2, 3, 4}));
        QTest::keyClick(m_list.get(), Qt::Key_Up, Qt::AltModifier); // nothing stands above the first heading
        QCOMPARE(ordered.size(), 0);
        m_list->setCurrent(2);
        QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ordered.takeFirst()[0].value<QList<qint64>>(), (QList<qint64>{-1, 1, -2, 2, 3, 4}));
        m_list->setCurrent(3);
        QTest::keyClick(m_list.get(), Qt::Key_Down, Qt::AltModifier); // behind what is of another group
        QCOMPARE(ordered.size(), 0);
    }

    void aRowIsDragged()
    {
        QSignalSpy ordered(m_list.get(), &DefinitionList::ordered);
        drag(1, middle(3) + QPoint(0, 15));
        QCOMPARE(ordered.takeFirst()[0].value<QList<qint64>>(), (QList<qint64>{-1, 2, -2, 1, 3, 4}));
        drag(1, middle(0) - QPoint(0, 15));
        drag(0, middle(2));                 // a heading stays
        drag(1, middle(1) + QPoint(0, 15)); // where it was
        QCOMPARE(ordered.size(), 0);
    }

    void escapeLeavesWhatIsDragged()
    {
        QSignalSpy ordered(m_list.get(), &DefinitionList::ordered);
        QTest::mousePress(m_list->viewport(), Qt::LeftButton, {}, middle(1));
        QTest::mouseMove(m_list->viewport(), middle(3) + QPoint(0, 15));
        QTest::keyClick(m_list.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_list->viewport(), Qt::LeftButton, {}, middle(3) + QPoint(0, 15));
        QCOMPARE(ordered.size(), 0);
    }

    void aNameIsWrittenInPlace()
    {
        QSignalSpy renamed(m_list.get(), &DefinitionList::renamed);
        m_list->setCurrent(1);
        QTest::keyClick(m_list.get(), Qt::Key_F2);
        auto *line = m_list->findChild<QLineEdit *>(u"definitionName"_s);
        QVERIFY(line);
        QCOMPARE(line->text(), u"One"_s);
        line->selectAll();
        QTest::keyClicks(line, u"  First "_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed.takeFirst(), (QList<QVariant>{qint64(1), u"First"_s}));
        m_list->setCurrent(3);
        QTest::keyClick(m_list.get(), Qt::Key_F2); // has its name from the program
        QCOMPARE(m_list->findChildren<QLineEdit *>(u"definitionName"_s).size(), 0);
    }

    void enterOpensAndTheButtonHasTheMenu()
    {
        QSignalSpy opened(m_list.get(), &DefinitionList::opened);
        QSignalSpy menu(m_list.get(), &DefinitionList::menuWanted);
        QSignalSpy colour(m_list.get(), &DefinitionList::colourWanted);
        m_list->setCurrent(2);
        QTest::keyClick(m_list.get(), Qt::Key_Return);
        QCOMPARE(opened.takeFirst()[0].toLongLong(), 2);
        QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, middle(1));
        QCOMPARE(opened.takeFirst()[0].toLongLong(), 1);
        const QRect row = m_list->visualRect(m_list->model()->index(4, 0));
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 15, row.center().y()));
        QCOMPARE(menu.takeFirst()[0].toLongLong(), 3);
        m_list->setCurrent(2);
        QContextMenuEvent key(QContextMenuEvent::Keyboard, {});
        QApplication::sendEvent(m_list->viewport(), &key);
        QCOMPARE(menu.takeFirst()[0].toLongLong(), 2);
        QCOMPARE(colour.size(), 0);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, QPoint(scaled(39, m_list->fontMetrics()), middle(2).y()));
        QCOMPARE(colour.takeFirst()[0].toLongLong(), 2);
    }

    void whatWasCurrentStaysSo()
    {
        m_list->setCurrent(3);
        QList<Definition> fewer = m_list->definitions();
        fewer.removeAt(1);
        m_list->setDefinitions(fewer);
        QCOMPARE(m_list->current(), 3);
        fewer.removeAt(3);
        m_list->setDefinitions(fewer);
        QCOMPARE(m_list->current(), 4); // the next one
    }
};

KARTOTEKA_UI_TEST(tst_definition_list, TestDefinitionList)
#include "tst_definition_list.moc"
