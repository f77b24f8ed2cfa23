// SPDX-License-Identifier: GPL-3.0-or-later
// An office makes the program its own: what somebody who sees it for the first time does, one step after the other.
#include "core/definitions/settings_file.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/setting_acts.h"
#include "core/money/rates.h"
#include "core/office.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/tunnels.h"
#include "core/query/item_query.h"
#include "core/query/presets.h"
#include "core/schema/builtin_names.h"
#include "core/worktime/day_acts.h"
#include "tests/support/contracts.h"
#include "tests/support/ui_test.h"
#include "views/card/card_panel.h"
#include "views/card/field_form.h"
#include "views/settings/field_dialog.h"
#include "views/shell/sidebar_button.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/definition_list.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTabBar>
#include <QToolButton>

using namespace Kartoteka;

class TestSettingsWalk final : public Contracts
{
    Q_OBJECT

    void undo()
    {
        QApplication::setActiveWindow(&settings());
        QTest::keyClick(&settings(), Qt::Key_Z, Qt::ControlModifier);
    }
    qint64 create(const QString &code, const QHash<QString, Value> &values)
    {
        QUuid uid;
        const auto receipt = store().commitAndWait(planCreate(*store().schema(), *type(code), values, &uid));
        return receipt ? receipt->created.value(uid) : 0;
    }
    int answering(const QString &condition)
    {
        ItemQuery query;
        query.typeId = leadType();
        query.conditions = {*parseCondition(condition)};
        const auto found = queryCount(store().reader(), query);
        return found ? int(*found) : -1;
    }
    /// Opens the menu of a row of a list and chooses from it.
    static void choose(DefinitionList &list, qint64 row, const QString &menu, const QString &act)
    {
        Person::whenNamed(menu, [act](QWidget *shown) {
            auto *action = shown->findChild<QAction *>(act);
            QVERIFY2(action, qPrintable(act));
            shown->close();
            action->trigger();
        });
        emit list.menuWanted(row, list.mapToGlobal(QPoint(10, 10)));
    }
    std::unique_ptr<Store> openLaptop(const QString &path)
    {
        auto opened = openOffice(path, systemClock(),
                                 std::make_shared<const Installation>(m_office->folder() + u"/another computer"_s));
        return opened ? std::move(*opened) : nullptr;
    }
    static void carry(Store &from, Store &to, const QString &seat, const QString &path)
    {
        ExchangeWriteOptions write;
        write.path = path;
        write.seat = seat;
        const auto written = writeExchange(from, write);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        ExchangeReadOptions read;
        read.path = path;
        const auto taken = readExchange(to, read);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
    }

private slots:
    void initTestCase()
    {
        setLook();
        makeLeads();
    }
    void cleanupTestCase() { clear(); }

    void theWeekBeginsOnSunday()
    {
        const QDate today = store().reader().clock->localNow().date();
        // A day that only one of the two weeks holds that today is in, whatever today is.
        const QDate day = today.addDays(today.dayOfWeek() == Qt::Sunday ? -1 : -today.dayOfWeek());
        commit(planEdit(*store().schema(), lead(m_leads.first()), {{u"birth_date"_s, day}}));
        commit(planSettings({{u"week_start"_s, u"1"_s}})); // whatever this computer's country has
        const auto isInThisWeek = [&] { return answering(u"birth_date = this week"_s) == 1; };
        const bool before = isInThisWeek();
        openSettings(u"company"_s);
        auto &search = part<QLineEdit>(u"settingsSearch"_s);
        Person::type(&search, u"first day of"_s);
        QVERIFY(part<QWidget>(u"settingsPage_time"_s).isVisible()); // seen while one types
        QVERIFY(search.hasFocus());
        const auto &found = part<QListWidget>(u"settingsList"_s);
        for (int i = 0; i < 3 && (!found.currentItem() || found.currentItem()->text() != u"First day of the week"_s); ++i)
            QTest::keyClick(&search, Qt::Key_Down);
        QTest::keyClick(&search, Qt::Key_Return);
        auto &button = part<ChoiceButton>(u"setting_week_start"_s);
        QVERIFY(button.hasFocus());
        QTest::keyClick(&button, Qt::Key_Down);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(popup->findChild<QListWidget *>(), key);
        QTRY_COMPARE(store().schema()->setting(u"week_start"_s), u"7"_s);
        QTRY_VERIFY(isInThisWeek() != before);
        undo();
        QTRY_COMPARE(isInThisWeek(), before);
        settings().close();
    }

    void contractsBelongToDeals()
    {
        makeContracts();
        settings().close();
        QTRY_VERIFY(m_window->findChild<SidebarButton *>(u"section_dogovor"_s));
        const qint64 contact = create(u"contact"_s, {{u"last_name"_s, u"Frost"_s}});
        const qint64 deal = create(u"deal"_s, {{u"title"_s, u"Pipes"_s}, {u"client_contact"_s, contact}});
        office().openItem({typeId(u"deal"_s), deal, {}});
        CardPanel &card = *office().card();
        auto *tabs = card.findChild<QTabBar *>(u"cardTabs"_s);
        const auto tab = [&] {
            for (int at = 0; at < tabs->count(); ++at) {
                if (tabs->tabText(at).startsWith(u"Договоры"_s))
                    return at;
            }
            return -1;
        };
        QTRY_VERIFY(tab() >= 0);
        tabs->setCurrentIndex(tab());
        QTRY_VERIFY(part<QToolButton>(u"linkCreate"_s).isVisible());
        Person::click(&part<QToolButton>(u"linkCreate"_s));
        QTRY_VERIFY(card.isCreating());
        picture(m_window.get(), u"walk-contract"_s);
        person().shortcut(Qt::Key_S, Qt::ControlModifier);
        ItemQuery ofDeal;
        ofDeal.typeId = type(u"dogovor"_s)->id;
        QTRY_COMPARE(*queryCount(store().reader(), ofDeal), 1);
        const qint64 made = queryIds(store().reader(), ofDeal)->constFirst();
        const Item contract = *readItem(store().reader(), {ofDeal.typeId, made, {}});
        QCOMPARE(contract.reference(u"deal"_s), deal);
        QCOMPARE(contract.reference(u"client_contact"_s), contact); // whoever the deal is for
        QProcess cli;
        cli.start(QStringLiteral(KARTOTEKA_CLI), {m_office->path(), u"create"_s, u"dogovor"_s, u"title=Rent"_s});
        QVERIFY(cli.waitForFinished() && cli.exitCode() == 0);
        QTRY_COMPARE(*queryCount(store().reader(), ofDeal), 2);
        person().click(u"cardClose"_s);
        QTRY_VERIFY(!card.isVisible());
    }

    void aListIsAddedWhoseValuesBecomeOne()
    {
        Person::whenNamed(u"gearMenu"_s, [](QWidget *menu) { // where it is seen
            auto *act = menu->findChild<QAction *>(u"typeSettings"_s);
            QVERIFY(act);
            menu->close();
            act->trigger();
        });
        person().click(u"gearButton"_s);
        QApplication::setActiveWindow(&settings());
        QTRY_COMPARE(part<DefinitionList>(u"typeList"_s).current(), leadType());
        Person::click(&part<QPushButton>(u"fieldAdd"_s));
        auto *dialog = m_window->findChild<FieldDialog *>();
        QVERIFY(dialog);
        write(u"fieldName"_s, u"Channel"_s, *dialog);
        auto *kind = dialog->findChild<QComboBox *>(u"fieldKind"_s);
        kind->setCurrentIndex(kind->findData(int(FieldType::List)));
        dialog->findChild<QPlainTextEdit *>(u"fieldValues"_s)->setPlainText(u"Internet\nSite\nFriends"_s);
        Person::click(dialog->findChild<QPushButton *>(u"fieldAccept"_s));
        QTRY_VERIFY(field(u"lead"_s, u"channel"_s));
        QTRY_VERIFY(!m_window->findChild<FieldDialog *>());
        const qint64 channel = field(u"lead"_s, u"channel"_s)->id;
        const QList<ListValue> values = store().schema()->listValues(channel);
        for (int i = 0; i < count; ++i)
            commit(planEdit(*store().schema(), lead(m_leads[i]), {{u"channel"_s, values[i % 2].id}}));
        QCOMPARE(answering(u"channel = Site"_s), count / 2);
        dynamic_cast<SettingsWindow &>(settings()).openAt(u"lists"_s, QString::number(channel));
        QApplication::setActiveWindow(&settings());
        auto &list = part<DefinitionList>(u"valueList"_s);
        QTRY_COMPARE(list.definitions().value(0).name, u"Internet"_s);
        Person::whenOffered(u"valueAccept"_s,
                            [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"valueAccept"_s)); });
        choose(list, values[0].id, u"valueMenu"_s, u"valueMerge"_s);
        QTRY_COMPARE(answering(u"channel = Site"_s), count);
        undo();
        QTRY_COMPARE(answering(u"channel = Site"_s), count / 2);
        settings().close();
    }

    void aStageSaysWhatUsesItBeforeItGoes()
    {
        const SchemaPtr schema = store().schema();
        const Stage stage = *schema->stage(stageId(u"in_progress"_s));
        commit(planRequireField(*schema, field(u"lead"_s, u"comment"_s)->id, stage.id, true, store().clock().now()));
        Preset preset;
        preset.name = u"Hot ones"_s;
        preset.conditions = {*parseCondition(u"stage = in_progress"_s)};
        commit(planSavePreset(*type(u"lead"_s), preset, 1));
        commit(planTunnel(store().reader(), stage.id, schema->defaultPipeline(typeId(u"deal"_s))->id, 0));
        openSettings(u"stages"_s);
        QString said;
        Person::whenOffered(u"stageDelete"_s, [&said](QWidget *asked) {
            for (const QLabel *label : asked->findChildren<QLabel *>())
                said += label->text();
            asked->close(); // nothing is deleted
        });
        choose(part<DefinitionList>(u"stagesList"_s), stage.id, u"stageMenu"_s, u"stageDelete"_s);
        for (const QString &name :
             {displayName(*field(u"lead"_s, u"comment"_s)), preset.name, displayName(*type(u"deal"_s)).left(4)})
            QVERIFY2(said.contains(name), qPrintable(said));
        settings().close();
    }

    void aMissingRateIsSaidAndWritten()
    {
        commit(planEdit(*store().schema(), lead(m_leads.first()), {{u"amount"_s, toValue(Money{500, u"KZT"_s})}}));
        QTRY_COMPARE(page().view()->sums(), missingText({u"KZT"_s}));
        openSettings(u"money"_s);
        Person::whenOffered(u"currencyChoice"_s, [](QWidget *dialog) {
            QTest::keyClicks(dialog->findChild<QComboBox *>(u"currencyChoice"_s)->lineEdit(), u"kzt"_s);
            Person::click(dialog->findChild<QPushButton *>(u"add"_s));
        });
        Person::click(&part<QPushButton>(u"currencyAdd"_s));
        Person::whenOffered(u"rateValue"_s, [](QWidget *dialog) {
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"rateValue"_s), u"0.18"_s);
            Person::click(dialog->findChild<QPushButton *>(u"add"_s));
        });
        auto &currencies = part<DefinitionList>(u"currencies"_s);
        QTRY_COMPARE(currencies.definitions().size(), 1);
        currencies.setFocus();
        currencies.setCurrent(currencies.definitions().constFirst().id);
        QTest::keyClick(&currencies, Qt::Key_Return);
        QTRY_VERIFY2(page().view()->sums().startsWith(u'≈'), qPrintable(page().view()->sums()));
        settings().close();
    }

    void bothSeatsSayTheSame()
    {
        const QString path = m_office->folder() + u"/laptop.kartoteka"_s;
        const auto made = makeSeat(store(), path, u"Maria"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        const std::unique_ptr<Store> laptop = openLaptop(path);
        QVERIFY(laptop);
        for (Store *seat : {&store(), laptop.get()}) {
            const Result<ChangeSet> acts[] = {planSettings({{u"week_start"_s, u"7"_s}}),
                                              planDays({{QDate(2026, 6, 12), CalendarDay::Kind::Off, u"Russia Day"_s}})};
            for (const auto &act : acts) {
                const auto done = act ? seat->commitAndWait(*act) : Result<Receipt>(act.error());
                QVERIFY2(done, done ? "" : qPrintable(done.error().message));
            }
        }
        carry(*laptop, store(), u"office"_s, m_office->folder() + u"/one.kartoteka-exchange"_s);
        carry(store(), *laptop, made->code, m_office->folder() + u"/two.kartoteka-exchange"_s);
        for (Store *seat : {&store(), laptop.get()}) {
            QTRY_COMPARE(seat->schema()->setting(u"week_start"_s), u"7"_s);
            QCOMPARE(seat->schema()->calendarDays().size(), 1);
        }
    }

    void anEmptyOfficeIsMadeLikeIt()
    {
        commit(planSettings({{u"work_hours_6"_s, u"10-14"_s}}));
        const auto settled = writeSettings(store().reader());
        QVERIFY(settled);
        TestOffice other;
        const auto diff = readSettings(other.store().reader(), *settled);
        QVERIFY2(diff && !diff->lines.isEmpty(), diff ? "" : qPrintable(diff.error().message));
        const auto done = other.store().commitAndWait(diff->changes);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        const auto again = readSettings(other.store().reader(), *settled);
        QVERIFY(again && again->changes.isEmpty());
    }
};

KARTOTEKA_UI_TEST(tst_settings_walk, TestSettingsWalk)
#include "tst_settings_walk.moc"
