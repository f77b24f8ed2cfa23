// SPDX-License-Identifier: GPL-3.0-or-later
// What people are told: the bell in the sidebar, its list, and the way to the comment.
#include "core/items/item_acts.h"
#include "core/notices/notice_queries.h"
#include "core/people/user_acts.h"
#include "core/schema/mentions.h"
#include "models/shell/notice_model.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/card/card_panel.h"
#include "views/card/timeline_view.h"
#include "views/notices/notice_panel.h"
#include "views/shell/sidebar.h"
#include "views/shell/sidebar_button.h"

#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace Kartoteka;

class TestBell final : public WindowTest
{
    Q_OBJECT

    qint64 m_other = 0;
    ItemRef m_lead;

    SidebarButton &bell() { return *m_window->findChild<SidebarButton *>(u"noticesButton"_s); }
    NoticePanel &panel() { return *m_window->findChild<NoticePanel *>(u"noticePanel"_s); }
    QAbstractItemModel *rows() { return panel().list()->model(); }
    bool isEmptyTold()
    {
        auto *label = panel().findChild<QLabel *>(u"noticesEmpty"_s);
        return label->isVisible() && !label->text().isEmpty();
    }
    /// Somebody else writes.
    void write(const QString &text)
    {
        const User &me = *store().schema()->user(store().user());
        ChangeSet changes = planComment(m_lead, text + u' ' + mentionText(me.name, me.uid));
        changes.author = m_other;
        QVERIFY(store().commitAndWait(changes));
    }
    qint64 unread() { return *countUnread(store().reader(), store().user()); }
    QString spoken(int row) { return rows()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_lead = {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}}), {}};
        const auto other = planUser(m_office->schema(), 0, {{u"name"_s, u"Olga Petrova"_s}}, m_office->store().user());
        QVERIFY(other && m_office->store().commitAndWait(*other));
        m_other = std::ranges::max(m_office->schema().users(), {}, &User::id).id;
        openWindow();
    }
    void cleanup() { clear(); }

    void itCountsWhatIsNotReadAtOnce()
    {
        QVERIFY(bell().counterRect(u"due"_s).isNull());
        write(u"Have you called?"_s);
        QTRY_VERIFY(!bell().counterRect(u"due"_s).isNull());
        QVERIFY(bell().accessibleDescription().contains(u'1'));
        write(u"Have you?"_s);
        QTRY_VERIFY(bell().accessibleDescription().contains(u'2'));
        office().sidebar()->setCollapsed(true);
        QVERIFY(bell().accessibleDescription().contains(u'2'));
        QVERIFY(bell().toolTip().contains(u'2'));
        picture(m_window.get(), u"bell-narrow"_s);
    }

    void aClickOpensTheListAndANoticeTheComment()
    {
        for (int i = 0; i < 3; ++i) {
            m_office->clock().advance(60'000);
            write(u"Question %1"_s.arg(i));
        }
        QTRY_VERIFY(bell().accessibleDescription().contains(u'3'));
        Person::click(&bell());
        QVERIFY(panel().isVisible());
        QTRY_COMPARE(rows()->rowCount(), 3);
        picture(m_window.get(), u"bell-list"_s);
        QVERIFY(spoken(0).contains(u"Question 2") && spoken(0).contains(u"Olga Petrova") && spoken(0).contains(u"Fence"));
        QVERIFY(rows()->index(0, 0).data(NoticeModel::UnreadRole).toBool());
        QListView &list = *panel().list();
        Person::click(list.viewport(), list.visualRect(rows()->index(1, 0)).center());
        QVERIFY(!panel().isVisible());
        QTRY_COMPARE(office().card()->item(), m_lead);
        QTRY_COMPARE(unread(), 2);
        TimelineView &timeline = *office().card()->timeline();
        QTRY_VERIFY(timeline.currentIndex().data(TimelineModel::TextRole).toString().startsWith(u"Question 1"));
        QTRY_VERIFY(timeline.hasFocus());
        QTRY_VERIFY(bell().accessibleDescription().contains(u'2'));
    }

    void anOldCommentIsReadUpTo()
    {
        write(u"The first"_s);
        for (int i = 0; i < 100; ++i) {
            m_office->clock().advance(3'600'000);
            QVERIFY(store().commitAndWait(planComment(m_lead, u"Note %1"_s.arg(i))));
        }
        person().shortcut(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rows() ? rows()->rowCount() : 0, 1);
        Person::press(panel().list(), Qt::Key_Return);
        TimelineView &timeline = *office().card()->timeline();
        QTRY_VERIFY(timeline.currentIndex().data(TimelineModel::TextRole).toString().startsWith(u"The first"));
    }

    void itIsWorkedByKeysAlone()
    {
        write(u"One"_s);
        write(u"Two"_s);
        person().shortcut(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(rows() ? rows()->rowCount() : 0, 2);
        QTRY_VERIFY(panel().list()->hasFocus());
        Person::press(panel().list(), Qt::Key_Tab);
        auto *readAll = panel().findChild<QPushButton *>(u"noticesReadAll"_s);
        QTRY_VERIFY(readAll->hasFocus());
        Person::press(readAll, Qt::Key_Space);
        QTRY_COMPARE(unread(), 0);
        QTRY_VERIFY(!readAll->isEnabled());
        QVERIFY(!rows()->index(0, 0).data(NoticeModel::UnreadRole).toBool());
        QTRY_VERIFY(bell().counterRect(u"due"_s).isNull());
        Person::press(panel().list(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
    }

    void withoutNoticesItSaysWhatComesThere()
    {
        Person::click(&bell());
        QTRY_VERIFY(isEmptyTold());
        picture(m_window.get(), u"bell-empty"_s);
        write(u"At last"_s); // while it is open
        QTRY_COMPARE(rows()->rowCount(), 1);
        QTRY_VERIFY(!isEmptyTold());
        Person::click(&bell()); // shuts it, and no more
        QVERIFY(!panel().isVisible());
    }

    void anotherPersonIsToldOtherThings()
    {
        write(u"For me"_s);
        QTRY_VERIFY(!bell().accessibleDescription().isEmpty());
        store().setUser(m_other);
        QTRY_VERIFY(bell().accessibleDescription().isEmpty());
        Person::click(&bell());
        QTRY_VERIFY(isEmptyTold());
    }
};

KARTOTEKA_UI_TEST(tst_bell, TestBell)
#include "tst_bell.moc"
