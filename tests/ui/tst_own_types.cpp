// SPDX-License-Identifier: GPL-3.0-or-later
// The office makes a type of its own, and it is like those that the program brings: no code knows it.
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/items/date_parse.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"
#include "core/store/upkeep/database_file.h"
#include "core/transfer/importer.h"
#include "tests/support/contracts.h"
#include "tests/support/ui_test.h"
#include "views/card/card_panel.h"
#include "views/settings/default_choice.h"
#include "views/settings/field_dialog.h"
#include "views/settings/value_list_dialog.h"
#include "views/shell/sidebar_button.h"
#include "views/widgets/definition_list.h"

#include <QAction>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>

using namespace Kartoteka;

class TestOwnTypes final : public Contracts
{
    Q_OBJECT

    qint64 contract(const QHash<QString, Value> &values)
    {
        QUuid uid;
        auto receipt = store().commitAndWait(planCreate(*store().schema(), *type(u"dogovor"_s), values, &uid));
        return receipt ? receipt->created.value(uid) : 0;
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeLeads(); }
    void cleanup() { clear(); }

    void aTypeOfTheOfficeIsLikeAnyOther()
    {
        makeContracts();
        const EntityType made = *type(u"dogovor"_s);
        QCOMPARE(pluralName(made), u"Договоры"_s);
        QVERIFY(field(u"dogovor"_s, u"deal"_s)->asTab);
        QCOMPARE(store().schema()->stages(store().schema()->defaultPipeline(made.id)->id).size(), 5);
        picture(&settings(), u"settings-types"_s);
        settings().close();

        // Section and board.
        auto *button = m_window->findChild<SidebarButton *>(u"section_dogovor"_s);
        QTRY_VERIFY(button = m_window->findChild<SidebarButton *>(u"section_dogovor"_s));
        Person::click(button);
        QTRY_COMPARE(page().typeId(), made.id);
        QTRY_COMPARE(board().columnCount(), 3);
        QVERIFY(contract({}) != 0); // without a title it is called as its type says
        QTRY_COMPARE(board().cardCount(0), 1);
        const qint64 first = board().card(0, 0)->id;
        QCOMPARE(readItem(store().reader(), {made.id, first, {}})->text(u"title"_s), u"Договор № 1"_s);

        // Card.
        office().openItem({made.id, first, {}});
        auto *card = m_window->findChild<CardPanel *>();
        QTRY_VERIFY(card && card->isVisible());
        QTRY_VERIFY(card->findChild<QWidget *>(u"field_deal"_s));
        picture(m_window.get(), u"own-type-card"_s);

        // Search, filter, palette.
        const qint64 second = contract({{u"title"_s, u"Аренда склада"_s}});
        QVERIFY(second != 0);
        ItemQuery query;
        query.typeId = made.id;
        query.search = u"склад"_s;
        QCOMPARE(*queryIds(store().reader(), query), QList<qint64>{second});
        query.search.clear();
        query.conditions = {*parseCondition(u"title ~ аренда and stage = new"_s)};
        QCOMPARE(*queryIds(store().reader(), query), QList<qint64>{second});

        // Import and export.
        const QString path = m_office->folder() + u"/contracts.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(u"Название;Сумма\nПоставка;1500\nПодряд;2500\n"_s.toUtf8());
        file.close();
        ImportOptions options;
        options.typeId = made.id;
        auto preview = previewImport(*store().schema(), made.id, path);
        QVERIFY(preview);
        options.preview = *preview;
        auto report = importFile(store(), options);
        QVERIFY(report);
        QCOMPARE(report->rejected.size(), 0);
        QCOMPARE(*queryCount(store().reader(),
                             [&] {
                                 ItemQuery all;
                                 all.typeId = made.id;
                                 return all;
                             }()),
                 4);

        // Deleted while it is looked at, restored, and the making taken back.
        auto gone = planDeleteType(*type(u"dogovor"_s), store().clock().now());
        commit(gone);
        QTRY_VERIFY(!m_window->findChild<SidebarButton *>(u"section_dogovor"_s));
        Person::settle();
        commit(planRestoreType(*store().schema(), deletedTypes(*store().schema()).constFirst()));
        QTRY_VERIFY(m_window->findChild<SidebarButton *>(u"section_dogovor"_s));
        QCOMPARE(*store().maintain<QStringList>(checkDatabase).result(), QStringList());
    }

    /// Ticks alone are made again in a moment; what was typed is asked about.
    void whatWasTypedIsNotDroppedByEscape()
    {
        openSettings(u"types"_s);
        const auto open = [this] {
            Person::click(&part<QPushButton>(u"typeAdd"_s));
            return m_window->findChild<TypeWizard *>();
        };
        TypeWizard *wizard = open();
        QVERIFY(wizard);
        Person::press(wizard->findChild<QLineEdit *>(u"typeName"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<TypeWizard *>());
        wizard = open();
        QVERIFY(wizard);
        write(u"typeName"_s, u"Договор"_s, *wizard);
        for (const QString &answer : {u"askCancel"_s, u"unsavedDiscard"_s}) {
            QVERIFY(m_window->findChild<TypeWizard *>());
            Person::whenOffered(answer, [answer](QWidget *asked) { Person::click(asked->findChild<QWidget *>(answer)); });
            Person::press(wizard->findChild<QLineEdit *>(u"typeName"_s), Qt::Key_Escape);
        }
        QTRY_VERIFY(!m_window->findChild<TypeWizard *>());
        QVERIFY(!type(u"dogovor"_s));
    }

    /// The same of a field, a new one and one that stands.
    void aFieldIsNotDroppedByEscape()
    {
        openSettings(u"types"_s);
        part<DefinitionList>(u"typeList"_s).setCurrent(leadType());
        const auto dialog = [this] { return m_window->findChild<FieldDialog *>(); };
        const auto name = [&] { return dialog()->findChild<QLineEdit *>(u"fieldName"_s); };
        const auto escape = [&](const QString &answer) {
            Person::whenOffered(answer, [answer](QWidget *asked) { Person::click(asked->findChild<QWidget *>(answer)); });
            Person::press(name(), Qt::Key_Escape);
        };
        Person::click(&part<QPushButton>(u"fieldAdd"_s));
        QVERIFY(dialog());
        Person::press(name(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        Person::click(&part<QPushButton>(u"fieldAdd"_s));
        QVERIFY(dialog());
        Person::type(name(), u"Size"_s);
        escape(u"askCancel"_s);
        QVERIFY(dialog());
        escape(u"unsavedDiscard"_s);
        QTRY_VERIFY(!dialog());
        QVERIFY(!field(u"lead"_s, u"size"_s));
        Person::click(&part<QPushButton>(u"fieldAdd"_s));
        QVERIFY(dialog());
        Person::type(name(), u"Size"_s);
        escape(u"unsavedSave"_s);
        QTRY_VERIFY(field(u"lead"_s, u"size"_s));
        QTRY_VERIFY(!dialog());
    }

    void numbersLookAsTheWizardSays()
    {
        openSettings(u"types"_s);
        Person::click(&part<QPushButton>(u"typeAdd"_s));
        auto *wizard = m_window->findChild<TypeWizard *>();
        QVERIFY(wizard);
        write(u"typeName"_s, u"Act"_s, *wizard);
        write(u"typePlural"_s, u"Acts"_s, *wizard);
        write(u"typeNumber"_s, u"A-"_s, *wizard); // without the number
        Person::click(wizard->findChild<QPushButton *>(u"typeMake"_s));
        QTRY_VERIFY(wizard->findChild<QLabel *>(u"typeProblem"_s)->isVisible());
        QVERIFY(wizard->findChild<QLineEdit *>(u"typeNumber"_s)->hasFocus());
        QVERIFY(!type(u"act_2"_s));
        write(u"typeNumber"_s, u"A-{number:4}"_s, *wizard);
        Person::click(wizard->findChild<QPushButton *>(u"typeMake"_s));
        const QString code = u"act_2"_s; // the program has a table "act"
        QTRY_VERIFY(type(code));
        QCOMPARE(numberText(*store().schema(), *type(code), u"7"_s), u"A-0007"_s);
        QTRY_VERIFY(!m_window->findChild<TypeWizard *>()); // whose window takes the keys until it is gone
        QApplication::setActiveWindow(&settings());
        QTest::keyClick(&settings(), Qt::Key_Z, Qt::ControlModifier); // one act
        QTRY_VERIFY(!type(code));
    }

    void fieldsAreMadeChangedMovedAndDeleted()
    {
        openSettings(u"types"_s);
        auto &types = part<DefinitionList>(u"typeList"_s);
        types.setCurrent(leadType());
        Person::click(&part<QPushButton>(u"fieldAdd"_s));
        auto *dialog = m_window->findChild<FieldDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton *>(u"fieldAccept"_s)->isEnabled()); // nothing is called so yet
        QVERIFY(!dialog->findChild<QPushButton *>(u"fieldAccept"_s)->toolTip().isEmpty());
        write(u"fieldName"_s, u"Размер"_s, *dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"fieldCode"_s)->text(), u"razmer"_s);
        auto *kind = dialog->findChild<QComboBox *>(u"fieldKind"_s);
        kind->setCurrentIndex(kind->findData(int(FieldType::List)));
        QTRY_VERIFY(dialog->findChild<QPlainTextEdit *>(u"fieldValues"_s)->isVisible());
        Person::click(dialog->findChild<QPushButton *>(u"fieldAccept"_s)); // no values yet
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"fieldProblem"_s)->isVisible());
        dialog->findChild<QPlainTextEdit *>(u"fieldValues"_s)->setPlainText(u"Малый\nБольшой"_s);
        picture(dialog, u"field-dialog"_s);
        Person::click(dialog->findChild<QPushButton *>(u"fieldAccept"_s));
        QTRY_VERIFY(field(u"lead"_s, u"razmer"_s));
        QCOMPARE(store().schema()->listValues(field(u"lead"_s, u"razmer"_s)->id).size(), 2);
        QTRY_VERIFY(!m_window->findChild<FieldDialog *>());

        auto &fields = part<DefinitionList>(u"fieldList"_s);
        const qint64 id = field(u"lead"_s, u"razmer"_s)->id;
        QApplication::setActiveWindow(&settings());
        fields.setFocus();
        fields.setCurrent(id);
        const int before = field(u"lead"_s, u"razmer"_s)->position;
        QTest::keyClick(&fields, Qt::Key_Up, Qt::AltModifier);
        QTRY_VERIFY(store().schema()->field(id)->position < before);
        QCOMPARE(fields.current(), id);
        QTest::keyClick(&fields, Qt::Key_F2);
        auto *name = fields.findChild<QLineEdit *>(u"definitionName"_s);
        QVERIFY(name);
        name->selectAll();
        Person::type(name, u"Габарит"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(displayName(*store().schema()->field(id)), u"Габарит"_s);

        Person::whenNamed(u"fieldMenu"_s, [](QWidget *menu) {
            auto *remove = menu->findChild<QAction *>(u"fieldDelete"_s);
            QVERIFY(remove && remove->isEnabled());
            menu->close();
            remove->trigger();
        });
        Person::whenOffered(u"fieldDeleteAccept"_s,
                            [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"fieldDeleteAccept"_s)); });
        emit fields.menuWanted(id, fields.mapToGlobal(QPoint(10, 10)));
        QTRY_VERIFY(store().schema()->field(id)->hidden);
        QApplication::setActiveWindow(&settings());
        QTest::keyClick(&fields, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!store().schema()->field(id)->hidden);
    }

    /// The menu of a field offers what it can become; what would be lost is told before it is.
    void aFieldBecomesOneOfAnotherKind()
    {
        NewField size;
        size.code = u"size"_s;
        size.name = u"Size"_s;
        commit(planAddField(*store().schema(), *type(u"lead"_s), size));
        const qint64 old = field(u"lead"_s, size.code)->id;
        commit(planEdit(*store().schema(), lead(m_leads[0]), {{size.code, u"big"_s}}));
        commit(planEdit(*store().schema(), lead(m_leads[1]), {{size.code, u"12"_s}}));
        openSettings(u"types"_s);
        part<DefinitionList>(u"typeList"_s).setCurrent(leadType());
        auto &fields = part<DefinitionList>(u"fieldList"_s);
        const auto choose = [&fields](qint64 id, const QString &kind) {
            Person::whenNamed(u"fieldMenu"_s, [kind](QWidget *menu) {
                auto *kinds = menu->findChild<QMenu *>(u"fieldKinds"_s);
                QVERIFY(kinds);
                auto *action = kinds->findChild<QAction *>(kind);
                QCOMPARE(action != nullptr, kinds->isEnabled());
                menu->close();
                if (action)
                    action->trigger();
            });
            emit fields.menuWanted(id, fields.mapToGlobal(QPoint(10, 10)));
        };
        choose(field(u"lead"_s, u"title"_s)->id, u"kind_integer"_s); // which the program relies on
        QString said;
        const auto read = [&said](const QWidget *asked) {
            for (const QLabel *label : asked->findChildren<QLabel *>())
                said += label->text();
        };
        Person::whenOffered(u"fieldConvertAccept"_s, [&](QWidget *asked) {
            read(asked);
            picture(asked, u"field-kind"_s);
            asked->close();
        });
        choose(old, u"kind_integer"_s);
        QTRY_VERIFY2(said.contains(u"“big”"), qPrintable(said));
        QVERIFY(!said.contains(u"“12”"));
        Person::settle();
        QCOMPARE(field(u"lead"_s, size.code)->id, old);

        said.clear();
        Person::whenOffered(u"fieldConvertAccept"_s, [&](QWidget *asked) {
            read(asked);
            Person::click(asked->findChild<QWidget *>(u"fieldConvertAccept"_s));
        });
        choose(old, u"kind_list"_s);
        QTRY_COMPARE(field(u"lead"_s, size.code)->type, FieldType::List);
        QVERIFY2(said.contains(u"2 value"), qPrintable(said));
        const auto valueOf = [&](qint64 id) {
            const ListValue *value = store().schema()->listValue(lead(id).reference(size.code));
            return value ? displayName(*store().schema(), *value) : QString();
        };
        QCOMPARE(valueOf(m_leads[0]), u"big"_s);
        QCOMPARE(valueOf(m_leads[1]), u"12"_s);
        QCOMPARE(displayName(*field(u"lead"_s, size.code)), size.name);
        QVERIFY(store().schema()->field(old)->hidden);
        QApplication::setActiveWindow(&settings());
        QTest::keyClick(&fields, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(field(u"lead"_s, size.code)->id, old);
        QCOMPARE(lead(m_leads[0]).value(size.code).toString(), u"big"_s);
    }

    void valuesOfAListAreMerged()
    {
        openSettings(u"lists"_s);
        auto &values = part<DefinitionList>(u"valueList"_s);
        picture(&settings(), u"settings-lists"_s);
        QVERIFY(values.definitions().size() > 2);
        const qint64 from = values.definitions()[0].id;
        const qint64 into = values.definitions()[1].id;
        Person::whenNamed(u"valueMenu"_s, [](QWidget *menu) {
            auto *merge = menu->findChild<QAction *>(u"valueMerge"_s);
            QVERIFY(merge);
            menu->close();
            merge->trigger();
        });
        Person::whenOffered(u"valueAccept"_s,
                            [](QWidget *asked) { Person::click(asked->findChild<QWidget *>(u"valueAccept"_s)); });
        emit values.menuWanted(from, values.mapToGlobal(QPoint(10, 10)));
        QTRY_COMPARE(store().schema()->listValue(from)->id, into);
        QTRY_COMPARE(values.definitions()[0].id, into);
        QApplication::setActiveWindow(&settings());
        values.setFocus();
        QTest::keyClick(&values, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(store().schema()->listValue(from)->id, from);
    }

    /// Where a value is seen, its field and its list are one click away.
    void aFieldOfACardLeadsToItsSettings()
    {
        office().openItem({leadType(), m_leads[0], {}});
        auto *card = m_window->findChild<CardPanel *>();
        const auto row = [card] { return card->findChild<QWidget *>(u"field_source"_s); };
        QTRY_VERIFY(card->isVisible() && row());
        const auto choose = [&](const QString &act) {
            Person::whenNamed(u"fieldRowMenu"_s, [act](QWidget *menu) {
                auto *action = menu->findChild<QAction *>(act);
                QVERIFY(action);
                menu->close();
                action->trigger();
            });
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5));
            QApplication::sendEvent(row(), &event);
        };
        choose(u"fieldRowSettings"_s);
        QTRY_VERIFY(m_window->findChild<FieldDialog *>());
        auto *dialog = m_window->findChild<FieldDialog *>();
        QCOMPARE(dialog->findChild<QLineEdit *>(u"fieldName"_s)->text(), u"Source"_s);
        picture(dialog, u"field-settings"_s);
        dialog->close();
        QTRY_VERIFY(!m_window->findChild<FieldDialog *>());

        const auto count = [this] { return store().schema()->listValues(field(u"lead"_s, u"source"_s)->id).size(); };
        const qsizetype before = count();
        choose(u"fieldRowValues"_s);
        QTRY_VERIFY(m_window->findChild<ValueListDialog *>());
        auto *values = m_window->findChild<ValueListDialog *>();
        picture(values, u"values-of-a-list"_s);
        Person::whenOffered(u"askAccept"_s, [](QWidget *asked) {
            Person::type(asked->findChild<QLineEdit *>(), u"Fair"_s);
            QTest::keyClick(asked->findChild<QLineEdit *>(), Qt::Key_Return);
        });
        Person::click(values->findChild<QPushButton *>(u"dialogValueAdd"_s));
        QTRY_COMPARE(count(), before + 1);
        values->close();
    }

    /// A contract begins with what its deal has, in the card that is opened from the deal's tab.
    void whatBelongsToADealTakesOverFromIt()
    {
        NewType wanted;
        wanted.code = u"contract"_s;
        wanted.name = u"Contract"_s;
        wanted.links = {{u"lead"_s, true}};
        commit(planAddType(*store().schema(), wanted));
        openSettings(u"types"_s);
        auto &types = part<DefinitionList>(u"typeList"_s);
        types.setCurrent(type(u"contract"_s)->id);
        auto &fields = part<DefinitionList>(u"fieldList"_s);
        emit fields.opened(field(u"contract"_s, u"title"_s)->id);
        QTRY_VERIFY(m_window->findChild<FieldDialog *>());
        auto *dialog = m_window->findChild<FieldDialog *>();
        auto *begins = dialog->findChild<QComboBox *>(u"fieldDefaultChoice"_s);
        QTRY_VERIFY(begins->isVisible());
        // A link of which no other gives anything begins with nothing: it is not asked.
        Field alone = *field(u"contract"_s, u"lead"_s);
        alone.target = u"contract"_s;
        QVERIFY(!DefaultChoice::isFor(*store().schema(), alone));
        // What was typed outlives another kind.
        DefaultChoice typed;
        Field begun = *field(u"contract"_s, u"title"_s);
        typed.offer(*store().schema(), begun);
        typed.setEditText(u"Standard"_s);
        begun.type = FieldType::Text;
        typed.offer(*store().schema(), begun);
        QCOMPARE(typed.value(), u"Standard"_s);
        const int row = begins->findData(u"from lead.title"_s);
        QVERIFY(row >= 0);
        begins->setCurrentIndex(row);
        picture(dialog, u"field-inherits"_s);
        Person::click(dialog->findChild<QPushButton *>(u"fieldAccept"_s));
        QTRY_COMPARE(field(u"contract"_s, u"title"_s)->defaultValue, u"from lead.title"_s);
        settings().close();
        auto *card = m_window->findChild<CardPanel *>();
        card->create(type(u"contract"_s)->id, {{u"lead"_s, m_leads[0]}});
        auto *title = qobject_cast<QLineEdit *>(card->findChild<QWidget *>(u"input_title"_s));
        QVERIFY(title);
        QCOMPARE(title->text(), readItem(store().reader(), {leadType(), m_leads[0], {}})->text(u"title"_s));
    }

    void defaultsAndHintsStandInANewCard()
    {
        NewField wanted;
        wanted.code = u"due"_s;
        wanted.name = u"Due"_s;
        wanted.type = FieldType::Date;
        wanted.defaultValue = u"today+1"_s;
        wanted.help = u"When it has to be ready"_s;
        commit(planAddField(*store().schema(), *type(u"lead"_s), wanted));
        auto *card = m_window->findChild<CardPanel *>();
        QVERIFY(card);
        card->create(leadType(), {});
        QTRY_VERIFY(card->findChild<QLabel *>(u"hint_due"_s));
        QCOMPARE(card->findChild<QLabel *>(u"hint_due"_s)->text(), wanted.help);
        auto *input = card->findChild<QWidget *>(u"input_due"_s);
        QVERIFY(input);
        auto *line = qobject_cast<QLineEdit *>(input);
        QVERIFY(line);
        QCOMPARE(line->text(), typedDay(store().clock().localNow().date().addDays(1)));
    }
};

KARTOTEKA_UI_TEST(tst_own_types, TestOwnTypes)
#include "tst_own_types.moc"
