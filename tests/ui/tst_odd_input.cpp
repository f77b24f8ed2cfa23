// SPDX-License-Identifier: GPL-3.0-or-later
// What people really write: names of any length and script, dozens of tags and stages. The window stays as large as it is,
// and all of it can be reached.
#include "core/items/item_queries.h"
#include "core/people/user_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/acts/bulk_desk.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/toast.h"

#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace Kartoteka;

class TestOddInput final : public WindowTest
{
    Q_OBJECT

    static constexpr QSize small{1024, 560}; ///< a screen of 1024×600 with the window's frame

    BoardView &board() { return *page().part<BoardSection>()->view(); }
    void openSmall()
    {
        openWindow();
        m_window->resize(small);
        QTRY_COMPARE(m_window->size(), small); // nothing in it asks for more
        QTRY_VERIFY(!board().model().isLoading());
    }
    qint64 lead(const QHash<QString, Value> &values) { return m_office->create(u"lead"_s, values); }
    /// Looks at an item in every place that shows its name.
    void walk(qint64 id)
    {
        QTRY_VERIFY(board().model().find(id).first >= 0);
        picture(m_window.get(), u"odd-board"_s);
        page().setView(u"list"_s);
        QTRY_VERIFY(page().part<ListSection>()->model()->rowOf(id) >= 0);
        Person::settle();
        picture(m_window.get(), u"odd-list"_s);
        QMenu menu;
        office().bulk()->addTo(&menu, typeId(u"lead"_s), {id});
        QVERIFY(menu.sizeHint().width() < small.width() / 2);
        office().openItem({typeId(u"lead"_s), id, {}});
        QTRY_VERIFY(office().card()->isVisible());
        Person::settle();
        picture(m_window.get(), u"odd-card"_s);
        QTRY_VERIFY(office().rect().contains(office().card()->geometry())); // once it has slid in
        office().toast()->show(itemTitle(store().reader(), {typeId(u"lead"_s), id, {}}), true);
        QTRY_VERIFY(office().rect().contains(office().toast()->geometry()));
        QCOMPARE(m_window->size(), small);
    }

private slots:
    void initTestCase() { setLook(); }
    void init() { makeOffice(); }
    void cleanup() { clear(); }

    void namesOfAnyKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("5,000 letters") << QString(5000, u'W');
        QTest::newRow("1,000 words") << u"wide word "_s.repeated(500);
        QTest::newRow("emoji") << u"👨‍👩‍👧‍👦🔥"_s.repeated(60);
        QTest::newRow("right to left") << u"שלום עולם — مرحبا بالعالم"_s.repeated(20);
        QTest::newRow("many signs over one") << u"e"_s + QString(300, QChar(0x301));
        QTest::newRow("markup") << u"<b>R&D</b> <img src=x>"_s;
    }
    void namesOfAnyKind()
    {
        QFETCH(QString, name);
        const qint64 client = m_office->create(u"company"_s, {{u"title"_s, name}});
        const qint64 id = lead({{u"title"_s, name}, {u"client_company"_s, client}, {u"company_title"_s, name}});
        openSmall();
        walk(id);
    }

    void fortyTags()
    {
        QStringList tags;
        for (int i = 0; i < 40; ++i)
            tags << u"tag number %1"_s.arg(i);
        const qint64 id = lead({{u"title"_s, u"Pipes"_s}, {u"tags"_s, textMembers(tags)}});
        const qint64 other = lead({{u"title"_s, u"Sofas"_s}, {u"tags"_s, textMembers(tags.first(1))}});
        openSmall();
        QTRY_COMPARE(board().model().cardCount(0), 2);
        Person::settle();
        QCOMPARE(board().places().cardRect(id).height(), board().places().cardRect(other).height()); // one line of them
        walk(id);
    }

    void sixtyStages()
    {
        const qint64 pipeline = m_office->schema().defaultPipeline(m_office->typeId(u"lead"_s))->id;
        qint64 last = m_office->stageId(u"lead"_s, u"processed"_s);
        for (int i = 0; i < 57; ++i) {
            const auto made = m_office->store().commitAndWait(*planAddStage(
                m_office->schema(), pipeline, {u"Stage %1"_s.arg(i), u"#2d69fe"_s, StageGroup::InProgress, last}));
            QVERIFY(made);
            QCoreApplication::sendPostedEvents(&m_office->store());
            last = made->created.constBegin().value();
        }
        const qint64 id = lead({{u"title"_s, u"Pipes"_s}});
        openSmall();
        QTRY_COMPARE(board().model().columnCount(), 60);
        QVERIFY(board().places().columnRect(0).width() >= 180); // it scrolls, and squeezes nothing
        walk(id);
    }

    void aMenuOfManyPeopleIsSearched()
    {
        for (int i = 0; i < 30; ++i) {
            QVERIFY(m_office->store().commitAndWait(
                *planUser(m_office->schema(), 0, {{u"name"_s, u"Anna A%1"_s.arg(i)}}, m_office->store().user())));
            QCoreApplication::sendPostedEvents(&m_office->store());
        }
        const qint64 id = lead({{u"title"_s, u"Pipes"_s}});
        openSmall();
        QMenu menu;
        office().bulk()->addPeopleTo(&menu, typeId(u"lead"_s), {id});
        const auto shown = [&menu] {
            QStringList names;
            for (const QAction *action : menu.actions()) {
                if (action->isVisible() && action->isEnabled() && !action->text().isEmpty())
                    names << action->text();
            }
            return names;
        };
        QCOMPARE(shown().size(), readAtOnce);
        QVERIFY(menu.sizeHint().height() < small.height());
        auto *search = menu.findChild<QLineEdit *>(u"menuSearch"_s);
        QVERIFY(search);
        search->setText(u"a27"_s);
        QCOMPARE(shown(), QStringList{u"Anna A27"_s});
        search->setText(u"nobody"_s);
        QVERIFY(shown().isEmpty());
    }

    void oneColumnOfTheColourOfTheGround()
    {
        for (const QString &code : {u"in_progress"_s, u"processed"_s}) {
            QVERIFY(m_office->store().commitAndWait(
                *planDeleteStage(m_office->store().reader(), m_office->stageId(u"lead"_s, code), m_office->clock().now())));
            QCoreApplication::sendPostedEvents(&m_office->store());
        }
        const Stage stage = *m_office->schema().stage(m_office->stageId(u"lead"_s, u"new"_s));
        QVERIFY(m_office->store().commitAndWait(
            planEditStage(m_office->schema(), stage, displayName(m_office->schema(), stage), u"#ffffff"_s)));
        const qint64 id = lead({{u"title"_s, u"Pipes"_s}});
        openSmall();
        QCOMPARE(board().model().columnCount(), 1);
        walk(id);
    }
};

KARTOTEKA_UI_TEST(tst_odd_input, TestOddInput)
#include "tst_odd_input.moc"
