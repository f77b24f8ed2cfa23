// SPDX-License-Identifier: GPL-3.0-or-later
// The settings as people use them: found by a word, changed by keys or mouse, taken back, and reached from where they are seen.
#include "core/pipeline/rotting.h"
#include "core/schema/builtin_names.h"
#include "tests/support/six_leads.h"
#include "tests/support/ui_test.h"
#include "views/filter/choice_button.h"
#include "views/palette/command_palette.h"
#include "views/settings/settings_window.h"
#include "views/shell/settings_desk.h"
#include "views/widgets/toast.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace Kartoteka;

class TestSettingsWindow final : public SixLeads
{
    Q_OBJECT

    SettingsWindow &settings()
    {
        auto *window = m_window->findChild<SettingsWindow *>();
        if (!window)
            qFatal("no settings");
        return *window;
    }
    template<typename T>
    T &part(const QString &name)
    {
        auto *found = settings().findChild<T *>(name);
        if (!found)
            qFatal("no part %s", qPrintable(name));
        return *found;
    }
    void open()
    {
        person().shortcut(Qt::Key_Comma, Qt::ControlModifier);
        QApplication::setActiveWindow(&settings());
        Person::settle();
    }
    /// Chooses the last of a list that a button opens, by keys.
    static void chooseLast(QWidget &button)
    {
        QTest::keyClick(&button, Qt::Key_Down);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *list = popup->findChild<QListWidget *>();
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Space, Qt::Key_Return})
            QTest::keyClick(list, key);
    }
    QString stageName(const QString &code)
    {
        const SchemaPtr schema = store().schema();
        return displayName(*schema, *schema->stage(stageId(code)));
    }
    QTableWidget &stages() { return part<QTableWidget>(u"stagesTable"_s); }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void aWordFindsASettingAndKeysChangeIt()
    {
        open();
        auto &search = part<QLineEdit>(u"settingsSearch"_s);
        QVERIFY(search.hasFocus());
        QTest::keyClicks(&search, u"week"_s);
        auto &list = part<QListWidget>(u"settingsList"_s);
        QStringList found;
        for (int row = 0; row < list.count(); ++row)
            found << list.item(row)->text();
        QVERIFY2(found.contains(u"First day of the week"_s), qPrintable(found.join(u'|')));
        while (!list.currentItem() || list.currentItem()->text() != u"First day of the week"_s)
            QTest::keyClick(&search, Qt::Key_Down);
        QCOMPARE(settings().page(), u"office"_s);
        QTest::keyClick(&search, Qt::Key_Return);
        auto &button = part<ChoiceButton>(u"setting_week_start"_s);
        QVERIFY(button.hasFocus());
        chooseLast(button);
        QTRY_COMPARE(store().schema()->setting(u"week_start"_s), u"7"_s);
        auto &toast = part<Toast>(u"toast"_s);
        QTRY_VERIFY(toast.text().contains(u"Sunday"_s));
        picture(&settings(), u"settings-office"_s);
        QApplication::setActiveWindow(&settings()); // the list was a window of its own
        QTest::keyClick(&button, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(store().schema()->setting(u"week_start"_s), QString());
        QCOMPARE(button.values(), QStringList(QString()));
    }

    void whatNobodyCallsSoIsSaid()
    {
        open();
        QTest::keyClicks(&part<QLineEdit>(u"settingsSearch"_s), u"zzzz"_s);
        QVERIFY(part<QListWidget>(u"settingsList"_s).isHidden());
        QTest::keyClick(&part<QLineEdit>(u"settingsSearch"_s), Qt::Key_Escape); // the word, not the window
        QVERIFY(settings().isVisible());
        QVERIFY(!part<QListWidget>(u"settingsList"_s).isHidden());
        QTest::keyClick(&part<QLineEdit>(u"settingsSearch"_s), Qt::Key_Escape);
        QVERIFY(!settings().isVisible());
    }

    void stagesAreRenamedAndMoved()
    {
        open();
        settings().openAt(u"stages"_s);
        QTableWidget &table = stages();
        const QString first = stageName(u"new"_s);
        QCOMPARE(table.item(0, 0)->text(), first);
        table.setFocus();
        table.setCurrentCell(0, 0);
        QTest::keyClick(&table, Qt::Key_F2);
        auto *editor = table.findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"Fresh"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(stageName(u"new"_s), u"Fresh"_s);
        QTRY_COMPARE(board().head(0).name, u"Fresh"_s); // the board behind it follows
        QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(table.item(1, 0)->text(), u"Fresh"_s);
        QCOMPARE(table.currentRow(), 1); // what was moved stays current
        Person::click(&part<QPushButton>(u"stageUp"_s));
        QTRY_COMPARE(table.item(0, 0)->text(), u"Fresh"_s);
        QVERIFY(!part<QPushButton>(u"stageUp"_s).isEnabled());
        picture(&settings(), u"settings-stages"_s);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(table.item(0, 0)->text(), first);
    }

    void theMenuOfAStageIsTheColumns()
    {
        open();
        settings().openAt(u"stages"_s, QString::number(stageId(u"in_progress"_s)));
        QCOMPARE(stages().currentRow(), 1);
        QVERIFY(stages().hasFocus());
        Person::whenAsked([](QWidget *menu) {
            auto *never = menu->findChild<QAction *>(u"idleDays_0"_s);
            QVERIFY(never);
            never->trigger();
            menu->close();
        });
        Person::click(&part<QPushButton>(u"stageEdit"_s));
        QTRY_COMPARE(allowedIdleDays(*store().schema(), *store().schema()->stage(stageId(u"in_progress"_s))), 0);
        QTRY_COMPARE(stages().item(1, 2)->text(), u"never"_s);
    }

    void theHeadOfAColumnLeadsToItsStage()
    {
        Person::whenNamed(u"headerMenu"_s, [](QWidget *menu) {
            auto *all = menu->findChild<QAction *>(u"stageSettings"_s);
            QVERIFY(all);
            all->trigger();
            menu->close();
        });
        emit view().headerMenuWanted(2, view().mapToGlobal(QPoint(10, 10)));
        QTRY_VERIFY(m_window->findChild<SettingsWindow *>());
        QCOMPARE(settings().page(), u"stages"_s);
        QCOMPARE(stages().currentRow(), 2);
    }

    void howManyBackupsAreKeptIsThisComputers()
    {
        open();
        settings().openAt(u"exchange"_s, u"backupDays"_s);
        auto &days = part<QSpinBox>(u"setting_backupDays"_s);
        QVERIFY(days.hasFocus());
        QTest::keyClick(&days, Qt::Key_Up);
        QCOMPARE(QSettings().value(u"backups/days"_s).toInt(), days.value());
        picture(&settings(), u"settings-exchange"_s);
    }

    void theLookIsChosen()
    {
        QSignalSpy dressed(m_window.get(), &MainWindow::rebuildWanted);
        open();
        settings().openAt(u"computer"_s, u"density"_s);
        picture(&settings(), u"settings-computer"_s);
        chooseLast(part<ChoiceButton>(u"setting_density"_s));
        QCOMPARE(QSettings().value(u"density"_s).toString(), u"roomy"_s);
        QCOMPARE(dressed.size(), 1);
        QCOMPARE(m_window->settings()->page(), u"computer"_s);
    }

    void withoutAFileThereIsThisComputer()
    {
        m_window->action(u"close"_s)->trigger();
        QVERIFY(!m_window->office());
        open();
        QCOMPARE(part<QListWidget>(u"settingsList"_s).count(), 1);
        QCOMPARE(settings().page(), u"computer"_s);
    }

    void aFileThatClosesTakesItsSettingsAlong()
    {
        open();
        m_window->action(u"close"_s)->trigger();
        QVERIFY(!m_window->findChild<SettingsWindow *>());
    }

    void thePaletteLeadsToASetting()
    {
        person().shortcut(Qt::Key_K, Qt::ControlModifier);
        auto *line = m_window->findChild<QLineEdit *>(u"paletteLine"_s);
        QTest::keyClicks(line, u"first day of"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<SettingsWindow *>());
        QCOMPARE(settings().page(), u"office"_s);
    }
};

int main(int argc, char **argv)
{
    return runUiTest<TestSettingsWindow>(argc, argv);
}
#include "tst_settings_window.moc"
