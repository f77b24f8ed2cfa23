// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_test.h"
#include "views/list/column_chooser.h"

#include "tests/support/test_office.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Kartoteka;

/// Which columns a list shows, and in which order.
class TestColumnChooser final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ColumnChooser> m_chooser;

    QTreeWidget &all() { return *m_chooser->findChild<QTreeWidget *>(u"columnList"_s); }
    QListWidget &shown() { return *m_chooser->findChild<QListWidget *>(u"columnsShown"_s); }
    QTreeWidgetItem *branch(const QString &name)
    {
        for (int i = 0; i < all().topLevelItemCount(); ++i) {
            if (all().topLevelItem(i)->childCount() > 0 && all().topLevelItem(i)->text(0) == name)
                return all().topLevelItem(i);
        }
        return nullptr;
    }
    static QTreeWidgetItem *named(QTreeWidgetItem *parent, const QString &name)
    {
        for (int i = 0; i < parent->childCount(); ++i) {
            if (parent->child(i)->text(0) == name)
                return parent->child(i);
        }
        return nullptr;
    }
    /// Ticks a field, or no longer, as the space bar does.
    void press(QTreeWidgetItem *item)
    {
        QVERIFY(item);
        all().setFocus();
        all().setCurrentItem(item);
        QTest::keyClick(&all(), Qt::Key_Space);
    }
    int seen()
    {
        int count = 0;
        for (QTreeWidgetItemIterator it(&all(), QTreeWidgetItemIterator::NotHidden); *it; ++it)
            ++count;
        return count;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 800);
        m_chooser = std::make_unique<ColumnChooser>(m_office->store(), m_office->typeId(u"deal"_s),
                                                    QStringList{u"title"_s, u"amount"_s}, m_window.get());
        m_chooser->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chooser.get()));
    }
    void cleanup()
    {
        m_chooser.reset();
        m_window.reset();
        m_office.reset();
    }

    void aTickShowsAtTheEndAndTakesOut()
    {
        QTreeWidgetItem *company = branch(u"Client: company"_s);
        QVERIFY(company && !company->isExpanded());
        press(named(company, u"Industry"_s));
        QCOMPARE(m_chooser->columns(), (QStringList{u"title"_s, u"amount"_s, u"client_company.industry"_s}));
        QCOMPARE(shown().item(2)->text(), u"Industry (Client: company)"_s);
        press(named(all().invisibleRootItem(), u"Amount"_s));
        QCOMPARE(m_chooser->columns(), (QStringList{u"title"_s, u"client_company.industry"_s}));
    }

    void keysOrderWhatIsShown()
    {
        shown().setFocus();
        QTest::keyClick(&shown(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_chooser->columns(), (QStringList{u"amount"_s, u"title"_s}));
        QTest::keyClick(&shown(), Qt::Key_Delete);
        QCOMPARE(m_chooser->columns(), QStringList{u"amount"_s});
        QCOMPARE(named(all().invisibleRootItem(), u"Title"_s)->checkState(0), Qt::Unchecked);
    }

    void typingFindsInEveryBranch()
    {
        auto *search = m_chooser->findChild<QLineEdit *>(u"columnSearch"_s);
        QTest::keyClicks(search, u"industry"_s);
        QTreeWidgetItem *company = branch(u"Client: company"_s);
        QVERIFY(!company->isHidden() && company->isExpanded() && !named(company, u"Industry"_s)->isHidden());
        QVERIFY(named(company, u"Website"_s)->isHidden());
        QVERIFY(named(all().invisibleRootItem(), u"Amount"_s)->isHidden());
        const int few = seen();
        search->clear();
        QVERIFY(seen() > few + 20);
    }

    void tabWalksItAsItIsLaidOut()
    {
        QStringList walked;
        for (int i = 0; i < 4; ++i) {
            QTRY_VERIFY(m_chooser->focusWidget());
            walked << m_chooser->focusWidget()->objectName();
            QTest::keyClick(m_chooser->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(walked, QStringList({u"columnSearch"_s, u"columnList"_s, u"columnsShown"_s, u"columnsUsual"_s}));
    }
};

KARTOTEKA_UI_TEST(tst_column_chooser, TestColumnChooser)
#include "tst_column_chooser.moc"
