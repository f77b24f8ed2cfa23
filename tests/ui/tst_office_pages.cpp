// SPDX-License-Identifier: GPL-3.0-or-later
// Money, working time and people in the settings, as a person sets them: and what the rest of the window makes of it.
#include "core/activities/kinds.h"
#include "core/items/own_company.h"
#include "core/money/rate_acts.h"
#include "core/people/departments.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"
#include "core/schema/work_calendar.h"
#include "models/base/rate_watch.h"
#include "models/base/sum_text.h"
#include "tests/support/settings_test.h"
#include "tests/support/ui_test.h"
#include "views/fields/field_editor.h"
#include "views/settings/edit_table.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/toast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Kartoteka;

class TestOfficePages final : public SettingsTest
{
    Q_OBJECT

    EditTable &table(const QString &name) { return part<EditTable>(name); }
    DefinitionList &list(const QString &name) { return part<DefinitionList>(name); }
    Definition row(const QString &name, int at) { return list(name).definitions().value(at); }
    /// Opens the menu of the current row by keys and chooses from it.
    static void choose(DefinitionList &list, const QString &act)
    {
        Person::whenAsked([act](QWidget *menu) {
            auto *action = menu->findChild<QAction *>(act);
            QVERIFY2(action, qPrintable(act));
            menu->close();
            action->trigger();
        });
        QContextMenuEvent key(QContextMenuEvent::Keyboard, {});
        QApplication::sendEvent(list.viewport(), &key);
    }
    static void rename(DefinitionList &list, const QString &name)
    {
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_F2);
        auto *line = list.findChild<QLineEdit *>(u"definitionName"_s);
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
    }
    QString toast() { return part<Toast>(u"toast"_s).text(); }
    void openAt(const QString &page, const QString &entry = {})
    {
        open();
        settings().openAt(page, entry);
        Person::settle();
    }
    void undo()
    {
        QApplication::setActiveWindow(&settings());
        QTest::keyClick(&settings(), Qt::Key_Z, Qt::ControlModifier);
    }
    static void edit(EditTable &table, int row, int column, const QString &text)
    {
        table.setFocus();
        table.setCurrentCell(row, column);
        QTest::keyClick(&table, Qt::Key_F2);
        auto *editor = table.findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    /// Fills the lines of the next question by their names, and gives its answer.
    static void answer(const QString &part, const QList<QPair<QString, QString>> &lines)
    {
        Person::whenOffered(part, [lines](QWidget *dialog) {
            for (const auto &[name, text] : lines) {
                auto *line = dialog->findChild<QLineEdit *>(name);
                QVERIFY2(line, qPrintable(name));
                line->selectAll();
                QTest::keyClicks(line, text);
            }
            Person::click(dialog->findChild<QPushButton *>(u"add"_s));
        });
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void aCurrencyIsFoundInAListAndItsRateWritten()
    {
        openAt(u"money"_s, u"currencies"_s);
        Person::whenOffered(u"currencyChoice"_s, [](QWidget *dialog) {
            auto *choice = dialog->findChild<QComboBox *>(u"currencyChoice"_s);
            QVERIFY(choice->count() > 100);
            QVERIFY(choice->lineEdit() == dialog->focusWidget() || choice == dialog->focusWidget());
            auto *add = dialog->findChild<QPushButton *>(u"add"_s);
            QVERIFY(!add->isEnabled());
            QTest::keyClicks(choice->lineEdit(), u"zloty!"_s); // is none: it is said there
            Person::click(add);
            QVERIFY(dialog->isVisible() && dialog->findChild<QLabel *>(u"askProblem"_s)->isVisible());
            QTest::keyClicks(choice->lineEdit(), u"kzt"_s);
            QCOMPARE(choice->completer()->popup()->objectName(), u"suggestions"_s); // it has the look of the others
            QVERIFY(!dialog->findChild<QLabel *>(u"askProblem"_s)->isVisible());
            Person::click(add);
        });
        Person::click(&part<QPushButton>(u"currencyAdd"_s));
        QTRY_COMPARE(list(u"currencies"_s).definitions().size(), 1);
        QVERIFY(row(u"currencies"_s, 0).name.startsWith(u"KZT"));
        QCOMPARE(row(u"currencies"_s, 0).note, missingText({u"KZT"_s}));
        answer(u"rateValue"_s, {{u"rateValue"_s, u"0.18"_s}}); // from today on
        QTest::keyClick(&list(u"currencies"_s), Qt::Key_Return);
        QTRY_COMPARE(RateWatch::of(store()).rates().values.value(u"KZT"_s), 18'000'000);
        QTRY_COMPARE(table(u"rates"_s).rowCount(), 1);
        answer(u"rateValue"_s, {{u"rateValue"_s, u"0,17"_s}, {u"rateDay"_s, u"01.01.2026"_s}});
        Person::click(&part<QPushButton>(u"rateAdd"_s));
        QTRY_COMPARE(table(u"rates"_s).rowCount(), 2); // the newest first
        QCOMPARE(table(u"rates"_s).item(1, 1)->text(), rateText(17'000'000));
        edit(table(u"rates"_s), 0, 1, u"0.2"_s);
        QTRY_COMPARE(RateWatch::of(store()).rates().values.value(u"KZT"_s), 20'000'000);
        picture(&settings(), u"settings-money"_s);
        QTRY_COMPARE(table(u"rates"_s).item(0, 1)->text(), rateText(20'000'000));
        table(u"rates"_s).setCurrentCell(1, 0);
        QTest::keyClick(&table(u"rates"_s), Qt::Key_Delete);
        QTRY_COMPARE(table(u"rates"_s).rowCount(), 1);
        choose(list(u"currencies"_s), u"currencyRemove"_s);
        QTRY_COMPARE(list(u"currencies"_s).definitions().size(), 0);
        undo();
        QTRY_COMPARE(list(u"currencies"_s).definitions().size(), 1);
        QTRY_COMPARE(table(u"rates"_s).rowCount(), 1);
    }

    void ratesArePastedAndWrongOnesSaid()
    {
        openAt(u"money"_s);
        QGuiApplication::clipboard()->setText(u"USD 92.50\nEUR 02.03.2026 100"_s);
        Person::click(&part<QPushButton>(u"ratesPaste"_s));
        QTRY_COMPARE(list(u"currencies"_s).definitions().size(), 2);
        QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
        Person::click(&part<QPushButton>(u"ratesPaste"_s));
        QTRY_VERIFY2(toast().contains(u'1'), qPrintable(toast()));
    }

    void theBoardSaysWhatItComesToInTheBaseCurrency()
    {
        const QString before = page().view()->sums();
        const qint64 lead = m_leads.constFirst();
        ChangeSet changes;
        changes.update(u"lead"_s, lead, {{u"amount"_s, toValue(Money{500, u"KZT"_s})}});
        QVERIFY(store().commitAndWait(changes));
        QTRY_COMPARE(page().view()->sums(), missingText({u"KZT"_s}));
        auto rate = planRates(*store().schema(), {{u"KZT"_s, store().clock().localNow().date(), rateUnit / 2}});
        QVERIFY(store().commitAndWait(*rate));
        QTRY_VERIFY2(page().view()->sums().startsWith(u'≈'), qPrintable(page().view()->sums()));
        QVERIFY(page().view()->sums() != before);
    }

    /// A rate of the past that is put right changes what was closed then, on every board that shows it, and nothing else.
    void whatIsClosedGoesByTheRateOfItsDay()
    {
        const QDate today = store().clock().localNow().date();
        const auto rate = [&](const QDate &day, qint64 value) {
            commit(planRates(*store().schema(), {{u"KZT"_s, day, value}}));
        };
        rate(today.addDays(-30), rateUnit / 2);
        rate(today.addDays(1), 2 * rateUnit);
        ChangeSet changes;
        changes.update(u"lead"_s, m_leads.constFirst(),
                       {{u"amount"_s, toValue(Money{500, u"KZT"_s})}, {u"stage"_s, stageId(u"junk"_s)}});
        QVERIFY(store().commitAndWait(changes));
        m_office->clock().advance(2 * 86'400'000LL);
        BoardModel shown(store());
        shown.setShowFinal(true);
        ItemQuery query = board().query();
        query.conditions.clear();
        shown.setQuery(query);
        const Rates now{store().schema()->baseCurrency(), today.addDays(2), {{u"KZT"_s, 2 * rateUnit}}};
        const auto sum = [&] {
            const int column = shown.columnOf(stageId(u"junk"_s));
            return column < 0 ? qint64(-1) : inBase(now, shown.totals(column).sums, shown.totals(column).closed).sum.minor;
        };
        QTRY_COMPARE(sum(), 250);
        rate(today.addDays(-10), rateUnit / 5);
        QTRY_COMPARE(sum(), 100);
        QVERIFY(store().undo().result());
        QTRY_COMPARE(sum(), 250);
    }

    /// The colour of a room is chosen, not spelled.
    void aColourIsChosenByKeys()
    {
        const Field *colour = store().schema()->field(typeId(u"resource"_s), u"colour"_s);
        QVERIFY(colour);
        FieldEditor *editor = makeFieldEditor(store(), *colour, m_window.get());
        editor->show();
        auto *line = qobject_cast<QLineEdit *>(editor->input());
        QVERIFY(line);
        editor->setValue(u"#112233"_s);
        QCOMPARE(editor->value()->toString(), u"#112233"_s);
        line->selectAll();
        QTest::keyClicks(line, u"rather blue"_s);
        QVERIFY(!editor->value());
        line->setFocus();
        Person::whenAsked([](QWidget *menu) { menu->findChild<QAbstractButton *>()->click(); });
        QSignalSpy finished(editor, &FieldEditor::finished);
        QTest::keyClick(line, Qt::Key_Down);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(QColor(editor->value()->toString()).isValid());
        line->clear();
        QVERIFY(editor->value() && !editor->value()->isValid()); // none
    }

    void hoursAreWrittenAndMisfitsPutBack()
    {
        openAt(u"time"_s, u"work_hours_6"_s);
        auto &saturday = part<QLineEdit>(u"setting_work_hours_6"_s);
        QVERIFY(saturday.hasFocus());
        const QString off = saturday.text();
        saturday.selectAll();
        QTest::keyClicks(&saturday, u"10-14"_s);
        QTest::keyClick(&saturday, Qt::Key_Return);
        QTRY_VERIFY(WorkCalendar(*store().schema()).isWorkingDay(QDate(2026, 3, 7)));
        QTRY_COMPARE(saturday.text(), workHoursText({{600, 840}}));
        saturday.selectAll();
        QTest::keyClicks(&saturday, u"late"_s);
        QTest::keyClick(&saturday, Qt::Key_Return);
        QTRY_COMPARE(saturday.text(), workHoursText({{600, 840}}));
        undo();
        QTRY_COMPARE(saturday.text(), off);
    }

    void holidaysAreAddedNamedAndTakenAway()
    {
        openAt(u"time"_s, u"oddDays"_s);
        answer(u"dayDate"_s, {{u"dayDate"_s, u"12.06.2026"_s}, {u"dayName"_s, u"Day of Russia"_s}});
        Person::click(&part<QPushButton>(u"dayAdd"_s));
        EditTable &days = table(u"oddDays"_s);
        QTRY_COMPARE(days.rowCount(), 1);
        edit(days, 0, 2, u"Holiday"_s);
        QTRY_COMPARE(store().schema()->calendarDays().constFirst().name, u"Holiday"_s);
        Person::whenAsked([](QWidget *menu) {
            qobject_cast<QMenu *>(menu)->actions().at(1)->trigger();
            menu->close();
        });
        Person::click(&part<QPushButton>(u"dayKind"_s));
        QTRY_COMPARE(store().schema()->calendarDays().constFirst().kind, CalendarDay::Kind::Short);
        picture(&settings(), u"settings-time"_s);
        days.setFocus();
        QTest::keyClick(&days, Qt::Key_Delete);
        QTRY_COMPARE(days.rowCount(), 0);
        undo();
        QTRY_COMPARE(days.rowCount(), 1);
    }

    void peopleAndDepartmentsAreMade()
    {
        openAt(u"people"_s);
        answer(u"department_name"_s, {{u"department_name"_s, u"Sales"_s}});
        Person::click(&part<QPushButton>(u"departmentAdd"_s));
        QTRY_COMPARE(list(u"departments"_s).definitions().size(), 1);
        list(u"departments"_s).setCurrent(row(u"departments"_s, 0).id); // the next one is proposed below it
        answer(u"department_name"_s, {{u"department_name"_s, u"South"_s}});
        Person::click(&part<QPushButton>(u"departmentAdd"_s));
        QTRY_COMPARE(list(u"departments"_s).definitions().size(), 2);
        QCOMPARE(row(u"departments"_s, 1).depth, 1);
        list(u"departments"_s).setCurrent(row(u"departments"_s, 1).id);
        rename(list(u"departments"_s), u"North"_s);
        QTRY_COMPARE(row(u"departments"_s, 1).name, u"North"_s);
        const auto people = list(u"people"_s).definitions().size();
        Person::whenOffered(u"person_name"_s, [](QWidget *dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"person_name"_s), u"Olga Berg"_s);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"person_job"_s), u"Manager"_s);
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"person_absent_until"_s), u"31.12.2026"_s);
            dialog->findChild<QComboBox *>(u"person_department"_s)->setCurrentIndex(2);
            Person::click(dialog->findChild<QPushButton *>(u"add"_s));
        });
        Person::click(&part<QPushButton>(u"personAdd"_s));
        QTRY_COMPARE(list(u"people"_s).definitions().size(), people + 1);
        const User olga = store().schema()->users().constFirst(); // by name: before the test person
        QCOMPARE(olga.name, u"Olga Berg"_s);
        QCOMPARE(olga.department, row(u"departments"_s, 1).id);
        QVERIFY(row(u"people"_s, 0).note.startsWith(u"Manager · North · "_s));
        picture(&settings(), u"settings-people"_s);
        choose(list(u"departments"_s), u"departmentRemove"_s); // somebody is in it
        QTRY_VERIFY2(toast().contains(u"North"), qPrintable(toast()));
        QCOMPARE(store().schema()->departments().size(), 2);
        list(u"people"_s).setCurrent(olga.id);
        choose(list(u"people"_s), u"personSwitch"_s);
        QTRY_VERIFY(row(u"people"_s, 0).isQuiet);
        undo();
        QTRY_VERIFY(!row(u"people"_s, 0).isQuiet);
    }

    void theSettingsGoToAnotherOffice()
    {
        openAt(u"office"_s, u"copy"_s);
        QVERIFY(part<QPushButton>(u"settingsWrite"_s).hasFocus());
        const QString path = m_office->folder() + u"/settings.json"_s;
        QVERIFY(store().commitAndWait(*planAddCurrency(*store().schema(), u"KZT"_s)));
        Person::chooseFile(path);
        Person::click(&part<QPushButton>(u"settingsWrite"_s));
        QTRY_VERIFY(QFile::exists(path)); // written off this thread
        QVERIFY(store().undo().result());
        QTRY_VERIFY(store().schema()->currencies().isEmpty());
        Person::chooseFile(path);
        Person::whenOffered(u"takeOver"_s, [](QWidget *dialog) {
            auto *details = dialog->findChild<QPlainTextEdit *>(u"askDetails"_s);
            QVERIFY(details);
            QVERIFY2(details->toPlainText().contains(u"KZT"), qPrintable(details->toPlainText()));
            Person::click(dialog->findChild<QPushButton *>(u"takeOver"_s));
        });
        Person::click(&part<QPushButton>(u"settingsRead"_s));
        QTRY_COMPARE(store().schema()->currencies().size(), 1);
        undo();
        QTRY_VERIFY(store().schema()->currencies().isEmpty());
    }

    void theCompanyStandsInTheTitleOfTheWindow()
    {
        openAt(u"company"_s, u"companyName"_s);
        auto &name = part<QLineEdit>(u"setting_companyName"_s);
        QVERIFY(name.hasFocus());
        QVERIFY(!part<QLineEdit>(u"setting_companyTaxId"_s).isEnabled());
        QTest::keyClicks(&name, u"Acme"_s);
        QTest::keyClick(&name, Qt::Key_Return);
        QTRY_VERIFY(m_window->windowTitle().startsWith(u"Acme "_s));
        QTRY_COMPARE(person().find<QLabel>(u"sidebarFile"_s)->text(), u"Acme"_s);
        auto &taxId = part<QLineEdit>(u"setting_companyTaxId"_s);
        QTRY_VERIFY(taxId.isEnabled());
        taxId.setFocus();
        QTest::keyClicks(&taxId, u"7701234567"_s);
        QTest::keyClick(&taxId, Qt::Key_Return);
        QTRY_COMPARE(readOwnCompany(store().reader())->value().taxId, u"7701234567"_s);
        picture(&settings(), u"settings-company"_s);
        undo();
        undo();
        QTRY_VERIFY(!m_window->windowTitle().startsWith(u"Acme "_s));
        QTRY_VERIFY(!taxId.isEnabled());
    }

    void numbersLookAsTheyAreWritten()
    {
        openAt(u"numbering"_s, u"numbers"_s);
        EditTable &numbers = table(u"numbering"_s);
        QTRY_VERIFY(numbers.rowCount() > 3);
        QVERIFY(numbers.hasFocus());
        const auto rowOf = [&] {
            for (int row = 0; row < numbers.rowCount(); ++row) {
                if (numbers.keyAt(row).toLongLong() == leadType())
                    return row;
            }
            return -1;
        };
        numbers.setCurrentCell(rowOf(), 1);
        QTest::keyClick(&numbers, Qt::Key_F2);
        auto *line = numbers.findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, u"L-{number:3}"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(numbers.item(rowOf(), 3)->text().contains(u"L-007"_s));
        QCOMPARE(numberText(*store().schema(), *store().schema()->type(leadType()), u"1"_s), u"L-001"_s);
        picture(&settings(), u"settings-numbering"_s);
        // What cannot be is said, and stays as it was.
        QTest::keyClick(&numbers, Qt::Key_F2);
        line = numbers.findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, u"L"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(toast().contains(u"{number}"_s));
        QTRY_COMPARE(numbers.item(rowOf(), 1)->text(), u"L-{number:3}"_s);
        undo();
        QTRY_COMPARE(numbers.item(rowOf(), 1)->text(), u"{number}"_s);
    }

    void oneselfIsNotSwitchedOff()
    {
        openAt(u"people"_s, u"user%1"_s.arg(store().user()));
        QVERIFY(list(u"people"_s).hasFocus());
        choose(list(u"people"_s), u"personSwitch"_s);
        QTRY_VERIFY(!toast().isEmpty());
        QVERIFY(store().schema()->user(store().user())->active);
    }

    /// What a kind has is said below the list, and holds at once.
    void aKindOfActivitiesIsDefined()
    {
        const SchemaPtr schema = store().schema();
        const ListValue meeting = activityKinds(*schema).value(1);
        openAt(u"activities"_s, u"kind.%1"_s.arg(meeting.id));
        const auto kind = [&] { return kindProperties(*store().schema(), meeting.id); };
        picture(&settings(), u"settings-activities"_s);
        auto &duration = part<QSpinBox>(u"kind_duration"_s);
        QCOMPARE(duration.value(), 60);
        duration.setFocus();
        duration.selectAll();
        QTest::keyClicks(&duration, u"45"_s);
        QTest::keyClick(&duration, Qt::Key_Return);
        QTRY_COMPARE(kind().duration, 45);
        part<QCheckBox>(u"kind_asks_result"_s).setFocus();
        QTest::keyClick(&part<QCheckBox>(u"kind_asks_result"_s), Qt::Key_Space);
        QTRY_VERIFY(kind().asksResult);
        auto &deadline = part<QLineEdit>(u"kind_deadline"_s);
        deadline.setFocus();
        QTest::keyClicks(&deadline, u"yesterday"_s);
        QTest::keyClick(&deadline, Qt::Key_Return);
        QTRY_VERIFY(toast().contains(u"yesterday"_s)); // and says why not
        QVERIFY(kind().deadline.isEmpty());
        undo();
        QTRY_VERIFY(!kind().asksResult);
        Person::click(&part<QPushButton>(u"kindReset"_s));
        QTRY_COMPARE(kind().duration, 60);
        // A kind of the office's own stands beside the others.
        rename(list(u"kindList"_s), u"Talks"_s);
        QTRY_COMPARE(displayName(*store().schema(), *store().schema()->listValue(meeting.id)), u"Talks"_s);
    }
};

KARTOTEKA_UI_TEST(tst_office_pages, TestOfficePages)
#include "tst_office_pages.moc"
