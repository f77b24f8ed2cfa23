// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts of cards that two seats change without knowing of each other.
#include "core/exchange/conflicts.h"
#include "core/exchange/seats.h"
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestCardViewsTravel final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Store> m_seat;
    QString m_code;

    static CardLayout layout(Store &store)
    {
        const qint64 deal = store.schema()->type(u"deal"_s)->id;
        auto read = cardLayout(store.reader(), deal, store.schema()->defaultPipeline(deal)->id, store.user());
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }

    static qint64 field(Store &store, const QString &code)
    {
        return store.schema()->field(store.schema()->type(u"deal"_s)->id, code)->id;
    }

    void commit(Store &store, const Result<ChangeSet> &changes)
    {
        m_office->clock().advance(1000);
        QVERIFY2(changes, qPrintable(changes ? QString() : changes.error().message));
        auto receipt = store.commitAndWait(*changes);
        QVERIFY2(receipt, qPrintable(receipt ? QString() : receipt.error().message + receipt.error().detail));
    }

    void change(Store &store, const std::function<Result<CardLayout>(const CardLayout &)> &step)
    {
        const CardLayout before = layout(store);
        auto after = step(before);
        QVERIFY2(after, qPrintable(after ? QString() : after.error().message));
        commit(store, planLayout(*store.schema(), before, *after, store.clock().now()));
    }

    void exchange()
    {
        sendChanges(*m_office, *m_seat, m_office->store(), u"office"_s);
        sendChanges(*m_office, m_office->store(), *m_seat, m_code);
        QCOMPARE(words(*m_seat), words(m_office->store()));
        for (Store *store : {m_seat.get(), &m_office->store()})
            QCOMPARE(openConflicts(store->reader(), 10)->size(), 0);
        QCOMPARE(m_office->problems(), QStringList());
    }

    static QStringList words(Store &store)
    {
        QStringList lines;
        const CardLayout seen = layout(store);
        for (const PlacedSection &section : seen.sections) {
            lines << section.name + (section.isHidden ? u"-"_s : u""_s);
            for (const PlacedField &placed : section.fields)
                lines << u"%1 %2"_s.arg(store.schema()->field(placed.field)->code).arg(int(placed.shown));
        }
        return lines;
    }

    static qint64 rows(Store &store, const QString &table)
    {
        return store.reader().connection.scalar(u"SELECT count(*) FROM %1"_s.arg(table))->toLongLong();
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        const QString file = u"seat.kartoteka"_s;
        const auto made = makeSeat(m_office->store(), m_office->folder() + u'/' + file, u"Maria"_s);
        QVERIFY(made);
        m_code = made->code;
        m_seat = openCopy(*m_office, file, u"laptop"_s);
        m_seat->setUser(m_office->store().user()); // one person at both
    }
    void cleanup()
    {
        m_seat.reset();
        m_office.reset();
    }

    void bothMovesStay()
    {
        Store &office = m_office->store();
        Store &seat = *m_seat;
        // Each makes the first change of the common view.
        change(office, [&](const CardLayout &seen) {
            return withFieldsAt(seen, {field(office, u"amount"_s)}, seen.sections.constLast().uid, 0);
        });
        change(seat, [&](const CardLayout &seen) {
            return withFieldsAt(seen, {field(seat, u"comment"_s)}, seen.sections.constFirst().uid, 0);
        });
        QUuid made;
        change(seat, [&](const CardLayout &seen) { return withNewSection(seen, u"Доставка"_s, {}, &made); });
        change(seat, [&](const CardLayout &seen) { return withFieldsAt(seen, {field(seat, u"source"_s)}, made, 0); });
        exchange();
        QCOMPARE(rows(office, u"card_view"_s), 1);
        QCOMPARE(rows(seat, u"card_view"_s), 1);
        QCOMPARE(layout(office).sections.constLast().name, u"Доставка"_s);
        QCOMPARE(layout(office).sectionOf(field(office, u"source"_s))->uid, made);
        QCOMPARE(layout(office).sectionOf(field(office, u"comment"_s))->uid, layout(office).sections.constFirst().uid);
        QVERIFY(layout(seat).sectionOf(field(seat, u"amount"_s)) != &layout(seat).sections.constFirst());
    }

    void oneFieldIsMovedHereAndHiddenThere()
    {
        Store &office = m_office->store();
        Store &seat = *m_seat;
        change(office, [&](const CardLayout &seen) {
            return withFieldsAt(seen, {field(office, u"amount"_s)}, seen.sections.constLast().uid, 0);
        });
        change(seat, [&](const CardLayout &seen) { return withShown(seen, {field(seat, u"amount"_s)}, Shown::Always); });
        exchange();
        const CardLayout seen = layout(seat);
        QCOMPARE(seen.field(field(seat, u"amount"_s))->shown, Shown::Always);
        QCOMPARE(seen.sectionOf(field(seat, u"amount"_s))->uid, seen.sections.constLast().uid);
    }

    void nobodyIsAskedAboutALayout()
    {
        Store &office = m_office->store();
        Store &seat = *m_seat;
        for (Store *store : {&office, &seat}) {
            change(*store, [&](const CardLayout &seen) {
                return withFieldsAt(seen, {field(*store, u"amount"_s)}, seen.sections.constLast().uid, 0);
            });
        }
        exchange();
        // One moves on, the other takes everything back.
        change(office, [&](const CardLayout &seen) {
            return withFieldsAt(seen, {field(office, u"amount"_s)}, seen.sections.constFirst().uid, 0);
        });
        commit(seat, planResetLayout(*seat.schema(), layout(seat), seat.clock().now()));
        exchange();
        // Undo here, work there.
        change(office,
               [&](const CardLayout &seen) { return withShown(seen, {field(office, u"comment"_s)}, Shown::Hidden); });
        change(seat, [&](const CardLayout &seen) { return withShown(seen, {field(seat, u"comment"_s)}, Shown::Always); });
        QVERIFY(office.undo().result());
        QCoreApplication::sendPostedEvents(&office);
        exchange();
    }

    void aNamedViewIsForcedElsewhere()
    {
        Store &office = m_office->store();
        Store &seat = *m_seat;
        change(office,
               [&](const CardLayout &seen) { return withShown(seen, {field(office, u"comment"_s)}, Shown::Hidden); });
        commit(office, planAddView(*office.schema(), layout(office), u"Опт"_s));
        const qint64 deal = office.schema()->type(u"deal"_s)->id;
        const auto named = [&](Store &store) { return namedViews(store.reader(), deal)->constFirst(); };
        commit(office, planAssignView(*office.schema(), named(office), {office.user()}, {}, office.clock().now()));
        commit(office, planForceView(*office.schema(), deal, named(office), true));
        exchange();
        QVERIFY(layout(seat).isForced);
        QCOMPARE(layout(seat).view.name, u"Опт"_s);
        QCOMPARE(layout(seat).field(field(seat, u"comment"_s))->shown, Shown::Hidden);
        // Both say for whom it is: the same.
        commit(office, planAssignView(*office.schema(), named(office), {}, {}, office.clock().now()));
        commit(seat, planAssignView(*seat.schema(), named(seat), {}, {}, seat.clock().now()));
        exchange();
        QVERIFY(named(seat).whom.isEmpty());
        for (Store *store : {&office, &seat})
            commit(*store, planAssignView(*store->schema(), named(*store), {store->user()}, {}, store->clock().now()));
        exchange();
        QCOMPARE(named(seat).whom.size(), 1);
        QCOMPARE(rows(seat, u"card_view_for"_s), 1);
    }

    void whatOneChoseGoesWithThem()
    {
        Store &seat = *m_seat;
        const CardLayout seen = layout(seat);
        commit(seat, planChooseView(*seat.schema(), seen, seen.views[1]));
        change(seat, [&](const CardLayout &mine) { return withShown(mine, {field(seat, u"amount"_s)}, Shown::Always); });
        exchange();
        QCOMPARE(layout(m_office->store()).view.kind, CardView::Kind::Mine);
        // It is no act: what undo takes back is the change before it.
        QCOMPARE(seat.undoStep()->kind, u"card_view"_s);
    }
};

KARTOTEKA_TEST(tst_card_views_travel, TestCardViewsTravel)
#include "tst_card_views_travel.moc"
