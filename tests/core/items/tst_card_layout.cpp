// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"

#include "core/base/uid.h"
#include "core/definitions/field_acts.h"
#include "core/people/departments.h"
#include "core/people/user_acts.h"
#include "core/schema/builtin_names.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace Kartoteka {

using namespace Qt::StringLiterals;

class CardLayoutTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestOffice> m_office;

    Store &store() { return m_office->store(); }
    qint64 deal() { return m_office->typeId(u"deal"_s); }
    qint64 pipeline() { return m_office->schema().defaultPipeline(deal())->id; }
    qint64 field(const QString &code) { return m_office->schema().field(deal(), code)->id; }
    qint64 now() { return store().clock().now(); }

    CardLayout layout(qint64 person = 0, qint64 ofPipeline = -1)
    {
        auto read = cardLayout(store().reader(), deal(), ofPipeline < 0 ? pipeline() : ofPipeline,
                               person == 0 ? store().user() : person);
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }

    Receipt commit(const Result<ChangeSet> &changes)
    {
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));
        auto receipt = store().commitAndWait(*changes);
        if (!receipt)
            qFatal("%s %s", qPrintable(receipt.error().message), qPrintable(receipt.error().detail));
        return *receipt;
    }

    void change(const std::function<Result<CardLayout>(const CardLayout &)> &step)
    {
        const CardLayout before = layout();
        auto after = step(before);
        if (!after)
            qFatal("%s", qPrintable(after.error().message));
        commit(planLayout(m_office->schema(), before, *after, now()));
        QCOMPARE(places(layout()), places(*after));
    }

    void undo() { QVERIFY(store().undo().result()); }
    void redo() { QVERIFY(store().redo().result()); }

    void choose(CardView::Kind kind, const QString &name = {})
    {
        const CardLayout seen = layout();
        const auto view = std::ranges::find_if(seen.views,
                                               [&](const CardView &one) { return one.kind == kind && one.name == name; });
        QVERIFY(view != seen.views.end());
        commit(planChooseView(m_office->schema(), seen, *view));
    }

    /// What a person sees, in words.
    QStringList places(const CardLayout &layout)
    {
        QStringList lines;
        for (const PlacedSection &section : layout.sections) {
            lines << u"%1%2"_s.arg(section.name, section.isHidden ? u" (hidden)"_s : QString());
            for (const PlacedField &placed : section.fields) {
                const QString shown = placed.shown == Shown::Always ? u"!"_s
                    : placed.shown == Shown::Hidden                 ? u"-"_s
                                                                    : u""_s;
                lines << u"  "_s + shown + m_office->schema().field(placed.field)->code;
            }
        }
        return lines;
    }

    qint64 addUser(const QString &name, qint64 department = 0)
    {
        QList<QPair<QString, QString>> values{{u"name"_s, name}};
        if (department != 0)
            values.append({u"department"_s, QString::number(department)});
        commit(planUser(m_office->schema(), 0, values, store().user()));
        for (const User &user : m_office->schema().users()) {
            if (user.name == name)
                return user.id;
        }
        return 0;
    }

    qint64 addDepartment(const QString &name, qint64 parent = 0)
    {
        DepartmentValues values;
        values.name = name;
        if (parent != 0)
            values.parent = parent;
        commit(planDepartment(m_office->schema(), 0, values));
        for (const Department &department : m_office->schema().departments()) {
            if (department.name == name)
                return department.id;
        }
        return 0;
    }

    CardView named(const QString &name)
    {
        auto views = namedViews(store().reader(), deal());
        const auto view = std::ranges::find(*views, name, &CardView::name);
        return view == views->end() ? CardView() : *view;
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void beginsAsTheTypeHasIt()
    {
        const CardLayout seen = layout();
        QCOMPARE(seen.view.kind, CardView::Kind::Common);
        QVERIFY(!seen.isForced);
        QCOMPARE(seen.views.size(), 2);
        const QList<Section> sections = m_office->schema().sections(deal());
        QCOMPARE(seen.sections.size(), sections.size());
        for (qsizetype i = 0; i < sections.size(); ++i) {
            QCOMPARE(seen.sections[i].section, sections[i].id);
            QCOMPARE(seen.sections[i].name, displayName(sections[i]));
        }
        for (const Field &one : m_office->schema().fields(deal())) {
            if (one.section != 0 && one.code != u"stage")
                QCOMPARE(seen.sectionOf(one.id)->section, one.section);
        }
        QVERIFY(planLayout(m_office->schema(), seen, seen, now()).isEmpty());
    }

    void fieldsMoveBetweenSections()
    {
        const QStringList before = places(layout());
        const QUuid last = layout().sections.constLast().uid;
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"amount"_s)}, last, 0); });
        QCOMPARE(layout().sectionOf(field(u"amount"_s))->uid, last);
        QCOMPARE(layout().sections.constLast().fields.constLast().field, field(u"amount"_s));
        const QUuid first = layout().sections.constFirst().uid;
        const qint64 top = layout().sections.constFirst().fields.constFirst().field;
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"amount"_s)}, first, top); });
        QCOMPARE(layout().sections.constFirst().fields.constFirst().field, field(u"amount"_s));
        undo();
        undo();
        QCOMPARE(places(layout()), before);
        redo();
        QCOMPARE(layout().sectionOf(field(u"amount"_s))->uid, last);
    }

    void aPlaceIsFoundBetweenAnyTwo()
    {
        const QUuid section = layout().sections.constFirst().uid;
        // Each goes between the first two: the numbers between them run out, and all get new ones.
        for (int i = 0; i < 60; ++i) {
            const QList<PlacedField> fields = layout().sections.constFirst().fields;
            QVERIFY(fields.size() > 2);
            change([&](const CardLayout &seen) {
                return withFieldsAt(seen, {fields.constLast().field}, section, fields[1].field);
            });
        }
        const QList<PlacedField> fields = layout().sections.constFirst().fields;
        for (qsizetype i = 1; i < fields.size(); ++i)
            QVERIFY(fields[i - 1].rank < fields[i].rank);
    }

    void sectionsMoveAndHaveOtherNames()
    {
        const QStringList before = places(layout());
        QUuid made;
        change([&](const CardLayout &seen) {
            return withNewSection(seen, u"  Доставка "_s, seen.sections.constFirst().uid, &made);
        });
        QCOMPARE(layout().sections.constFirst().name, u"Доставка"_s);
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"comment"_s)}, made, 0); });
        change([&](const CardLayout &seen) { return withSectionAt(seen, made, {}); });
        QCOMPARE(layout().sections.constLast().uid, made);
        change([&](const CardLayout &seen) { return withSectionNamed(seen, made, u"Отгрузка"_s); });
        change([&](const CardLayout &seen) { return withSectionNamed(seen, seen.sections.constFirst().uid, u"Главное"_s); });
        change([&](const CardLayout &seen) {
            return withSectionHidden(m_office->schema(), seen, seen.sections.constFirst().uid, true);
        });
        const QStringList all = places(layout());
        // A section of one's own that goes gives its fields back.
        change([&](const CardLayout &seen) { return withSectionHidden(m_office->schema(), seen, made, true); });
        QVERIFY(!layout().section(made));
        QVERIFY(layout().sectionOf(field(u"comment"_s)) == nullptr || layout().sectionOf(field(u"comment"_s))->section != 0);
        undo();
        QCOMPARE(places(layout()), all);
        for (int i = 0; i < 6; ++i)
            undo();
        QCOMPARE(places(layout()), before);
        for (int i = 0; i < 6; ++i)
            redo();
        QCOMPARE(places(layout()), all);
        QVERIFY(!withSectionNamed(layout(), made, u"  "_s));
        QVERIFY(!withNewSection(layout(), {}, {}, nullptr));
    }

    void whatWasTakenBackDoesNotComeWithTheNextChange()
    {
        change([&](const CardLayout &seen) { return withShown(seen, {field(u"amount"_s)}, Shown::Hidden); });
        undo();
        QCOMPARE(layout().field(field(u"amount"_s))->shown, Shown::Auto);
        const QUuid last = layout().sections.constLast().uid;
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"amount"_s)}, last, 0); });
        QCOMPARE(layout().field(field(u"amount"_s))->shown, Shown::Auto);
    }

    void resettingLeavesNothing()
    {
        const QStringList plain = places(layout());
        const QUuid last = layout().sections.constLast().uid;
        QUuid made;
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"amount"_s)}, last, 0); });
        change([&](const CardLayout &seen) { return withNewSection(seen, u"X"_s, {}, &made); });
        change([&](const CardLayout &seen) { return withShown(seen, {field(u"comment"_s)}, Shown::Always); });
        const QStringList changed = places(layout());
        commit(planResetLayout(m_office->schema(), layout(), now()));
        QCOMPARE(places(layout()), plain);
        undo();
        QCOMPARE(places(layout()), changed);
    }

    void myViewBeginsAsWhatISee()
    {
        const QUuid last = layout().sections.constLast().uid;
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"amount"_s)}, last, 0); });
        QUuid made;
        change([&](const CardLayout &seen) { return withNewSection(seen, u"Доставка"_s, {}, &made); });
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"comment"_s)}, made, 0); });
        const QStringList common = places(layout());
        choose(CardView::Kind::Mine);
        QCOMPARE(layout().view.kind, CardView::Kind::Mine);
        QCOMPARE(layout().view.id, 0);
        QCOMPARE(places(layout()), common);
        change([&](const CardLayout &seen) { return withShown(seen, {field(u"amount"_s)}, Shown::Hidden); });
        QVERIFY(layout().view.id != 0);
        const QStringList mine = places(layout());
        QVERIFY(mine != common);
        // It goes its own way from here on.
        choose(CardView::Kind::Common);
        QCOMPARE(places(layout()), common);
        change([&](const CardLayout &seen) { return withShown(seen, {field(u"comment"_s)}, Shown::Hidden); });
        choose(CardView::Kind::Mine);
        QCOMPARE(places(layout()), mine);
        // Choosing is no act: undo takes back the last change of a layout.
        undo();
        choose(CardView::Kind::Common);
        QCOMPARE(places(layout()), common);
        choose(CardView::Kind::Mine);
        commit(planResetLayout(m_office->schema(), layout(), now()));
        QCOMPARE(places(layout()), common);
        QCOMPARE(layout().view.id, 0);
        // What it held before is not there when it begins anew.
        change([&](const CardLayout &seen) { return withShown(seen, {field(u"responsible"_s)}, Shown::Always); });
        QCOMPARE(layout().field(field(u"amount"_s))->shown, Shown::Auto);
    }

    void newFieldsStandInEveryView()
    {
        choose(CardView::Kind::Mine);
        const QUuid last = layout().sections.constLast().uid;
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"amount"_s)}, last, 0); });
        NewField added;
        added.name = u"Вес"_s;
        added.code = u"weight"_s;
        commit(planAddField(m_office->schema(), *m_office->schema().type(deal()), added));
        const qint64 weight = field(u"weight"_s);
        QCOMPARE(layout().sectionOf(weight)->section, m_office->schema().field(weight)->section);
        commit(planDeleteField(m_office->schema(), *m_office->schema().field(weight), now()));
        QVERIFY(!layout().field(weight));
    }

    void oneViewApplies()
    {
        const qint64 sales = addDepartment(u"Продажи"_s);
        const qint64 wholesale = addDepartment(u"Опт"_s, sales);
        const qint64 anna = addUser(u"Анна"_s, wholesale);
        const qint64 oleg = addUser(u"Олег"_s);
        commit(planAddView(m_office->schema(), layout(), u"Для опта"_s));
        QCOMPARE(layout(anna).view.kind, CardView::Kind::Common);
        QCOMPARE(layout(anna).views.size(), 3);
        // For a department, and those below it.
        commit(planAssignView(m_office->schema(), named(u"Для опта"_s), {}, {sales}, now()));
        QCOMPARE(layout(anna).view.name, u"Для опта"_s);
        QCOMPARE(layout(oleg).view.kind, CardView::Kind::Common);
        QCOMPARE(layout(oleg).views.size(), 2);
        // What one chose last goes before it, and what is forced before all.
        commit(planChooseView(m_office->schema(), layout(anna), layout(anna).views.constFirst()));
        QCOMPARE(layout(anna).view.kind, CardView::Kind::Common);
        commit(planForceView(m_office->schema(), deal(), named(u"Для опта"_s), true));
        QCOMPARE(layout(anna).view.name, u"Для опта"_s);
        QVERIFY(layout(anna).isForced);
        QVERIFY(!layout(oleg).isForced);
        auto refused = planChooseView(m_office->schema(), layout(anna), layout(anna).views.constFirst());
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"Для опта"_s));
        // Of one pipeline only.
        commit(planViewPipeline(named(u"Для опта"_s), pipeline()));
        QCOMPARE(layout(anna).view.name, u"Для опта"_s);
        QCOMPARE(layout(anna, 0).view.kind, CardView::Kind::Common);
        commit(planForceView(m_office->schema(), deal(), named(u"Для опта"_s), false));
        QCOMPARE(layout(anna).view.kind, CardView::Kind::Common);
        commit(planAssignView(m_office->schema(), named(u"Для опта"_s), {oleg}, {}, now()));
        QCOMPARE(layout(anna).views.size(), 2);
        QCOMPARE(layout(oleg).view.name, u"Для опта"_s);
        commit(planDeleteView(named(u"Для опта"_s), now()));
        QCOMPARE(layout(oleg).view.kind, CardView::Kind::Common);
        undo();
        QCOMPARE(layout(oleg).view.name, u"Для опта"_s);
        // The common one can be forced too.
        commit(planForceView(m_office->schema(), deal(), layout().views.constFirst(), true));
        QVERIFY(layout().isForced);
    }

    void aNamedViewBeginsAsWhatIsShown()
    {
        QUuid made;
        change([&](const CardLayout &seen) { return withNewSection(seen, u"Доставка"_s, {}, &made); });
        change([&](const CardLayout &seen) { return withFieldsAt(seen, {field(u"comment"_s)}, made, 0); });
        const QStringList common = places(layout());
        commit(planAddView(m_office->schema(), layout(), u"Первый"_s));
        commit(planAddView(m_office->schema(), layout(), u"Второй"_s));
        choose(CardView::Kind::Named, u"Второй"_s);
        QCOMPARE(places(layout()), common);
        change([&](const CardLayout &seen) { return withShown(seen, {field(u"comment"_s)}, Shown::Hidden); });
        choose(CardView::Kind::Named, u"Первый"_s);
        QCOMPARE(places(layout()), common);
        commit(planRenameView(named(u"Первый"_s), u"Новый"_s));
        QCOMPARE(layout().view.name, u"Новый"_s);
        commit(planOrderViews({named(u"Второй"_s), named(u"Новый"_s)}));
        QCOMPARE(namedViews(store().reader(), deal())->constFirst().name, u"Второй"_s);
        QVERIFY(!planRenameView(named(u"Второй"_s), u" "_s));
    }

    void tabsHaveTheirOrder()
    {
        const QStringList codes{u"general"_s, u"products"_s, u"links"_s, u"history"_s};
        QCOMPARE(layout().tabsOf(codes), codes);
        change([&](const CardLayout &seen) {
            return withTabs(seen, {u"general"_s, u"history"_s, u"links"_s, u"products"_s},
                            {u"general"_s, u"history"_s, u"products"_s});
        });
        QCOMPARE(layout().tabsOf(codes), (QStringList{u"general"_s, u"history"_s, u"products"_s}));
        // A tab that is new stands where the program puts it.
        QVERIFY(layout().tabsOf(codes + QStringList{u"documents"_s}).contains(u"documents"_s));
        undo();
        QCOMPARE(layout().tabsOf(codes), codes);
        redo();
        commit(planResetLayout(m_office->schema(), layout(), now()));
        QCOMPARE(layout().tabsOf(codes), codes);
    }
};

} // namespace Kartoteka

KARTOTEKA_TEST(tst_card_layout, Kartoteka::CardLayoutTest)
#include "tst_card_layout.moc"
