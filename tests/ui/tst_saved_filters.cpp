// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that people save, in the real window.
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"

#include <QLabel>
#include <QLineEdit>

using namespace Kartoteka;

class TestSavedFilters final : public SixLeads
{
    Q_OBJECT

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    /// Without Enter after what is written: it is what the person sees. What makes no sense is not saved.
    void aFilterIsSavedAsItIsWritten()
    {
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        auto *text = panel->findChild<QLineEdit *>(u"filterText"_s);
        Person::click(panel->findChild<QWidget *>(u"filterAsText"_s));
        text->clear();
        Person::type(text, u"nosuch = 5"_s);
        const qsizetype before = page().filter()->presets().size();
        Person::click(panel->findChild<QWidget *>(u"presetSave"_s));
        QVERIFY(panel->findChild<QLabel *>(u"filterProblem"_s)->isVisible());
        QCOMPARE(page().filter()->presets().size(), before);

        text->clear();
        Person::type(text, u"tags = odd"_s);
        Person::whenOffered(u"askLine"_s, [](QWidget *asked) {
            auto *line = asked->findChild<QLineEdit *>(u"askLine"_s);
            Person::type(line, u"Odd"_s);
            Person::press(line, Qt::Key_Return);
        });
        Person::click(panel->findChild<QWidget *>(u"presetSave"_s));
        QTRY_COMPARE(page().filter()->presets().size(), before + 1);
        QCOMPARE(page().filter()->presets().constLast().name, u"Odd"_s);
        QCOMPARE(conditionsText(page().filter()->presets().constLast().conditions), u"tags = odd"_s);
        panel->close();
    }

    void aClickOnThePanelsFreeRoomLeavesItOpen()
    {
        person().click(u"filterButton"_s);
        FilterPanel *panel = page().filterBar()->panel();
        QTRY_VERIFY(panel->isVisible());
        const QPoint free(panel->width() / 2, panel->height() - 100);
        QWidget *under = panel->childAt(free);
        Person::click(under ? under : panel, under ? under->mapFrom(panel, free) : free);
        QVERIFY(panel->isVisible());
        panel->close();
    }
};

KARTOTEKA_UI_TEST(tst_saved_filters, TestSavedFilters)
#include "tst_saved_filters.moc"
