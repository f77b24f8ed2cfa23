// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline pane and the History tab by mouse and keys.
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/text_pictures.h"
#include "models/card/history_model.h"
#include "tests/support/call_menu.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/card/card_history.h"
#include "views/card/column_widths.h"
#include "views/card/comment_edit.h"
#include "views/card/composer.h"
#include "views/card/history_tab.h"
#include "views/card/timeline_view.h"
#include "views/theme/focus_ring.h"

#include <QClipboard>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

using namespace Kartoteka;

class TestCardHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    ItemRef m_lead;
    std::unique_ptr<CardHistory> m_pane;

    Store &store() { return m_office->store(); }
    TimelineView &timeline() { return *m_pane->timeline(); }
    QAbstractItemModel &model() { return *timeline().model(); }
    bool say(const QString &text)
    {
        m_office->clock().advance(60'000);
        return bool(store().commitAndWait(planComment(m_lead, text)));
    }
    QStringList texts(TimelineModel::RowKind kind)
    {
        QStringList out;
        for (int row = 0; row < model().rowCount(); ++row) {
            const QModelIndex index = model().index(row, 0);
            if (index.data(TimelineModel::KindRole).value<TimelineModel::RowKind>() == kind)
                out << index.data(TimelineModel::TextRole).toString();
        }
        return out;
    }
    QModelIndex entry(const QString &text)
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            const QModelIndex index = model().index(row, 0);
            if (index.data(TimelineModel::KindRole).value<TimelineModel::RowKind>() == TimelineModel::RowKind::Entry
                && index.data(TimelineModel::TextRole).toString() == text)
                return index;
        }
        return {};
    }
    template<typename T>
    T *part(const QString &name)
    {
        return m_pane->findChild<T *>(name);
    }
    /// Chooses an act of the menu that comes up next.
    static void choose(const QString &act, QStringList *offered = nullptr)
    {
        auto *wait = new QTimer(qApp);
        connect(wait, &QTimer::timeout, wait, [wait, act, offered] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            wait->deleteLater();
            for (QAction *action : menu->actions()) {
                if (offered)
                    *offered << action->objectName();
            }
            auto *chosen = menu->findChild<QAction *>(act);
            menu->close();
            if (chosen)
                chosen->trigger();
        });
        wait->start(10);
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        m_pane = std::make_unique<CardHistory>(store());
        m_pane->resize(480, 800);
        m_pane->setItem(m_lead, true);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 1);
    }
    void cleanup()
    {
        m_pane.reset();
        m_office.reset();
    }

    void anEntryIsPinnedByKeyAndUnpinnedByMenu()
    {
        QVERIFY(say(u"Important"_s));
        QTRY_VERIFY(entry(u"Important"_s).isValid());
        timeline().setCurrentIndex(entry(u"Important"_s));
        QTest::keyClick(&timeline(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(texts(TimelineModel::RowKind::Pinned), QStringList(u"Important"_s));
        QTRY_VERIFY(entry(u"Important"_s).data(TimelineModel::PinnedRole).toBool());
        // Planned, then pinned, then history.
        QStringList kinds;
        for (int row = 0; row < model().rowCount(); ++row)
            kinds << QString::number(
                int(model().index(row, 0).data(TimelineModel::KindRole).value<TimelineModel::RowKind>()));
        QVERIFY(std::ranges::is_sorted(kinds.mid(0, 5)));
        timeline().setCurrentIndex(entry(u"Important"_s));
        choose(u"entryPin"_s);
        QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {},
                          timeline().actsButton(entry(u"Important"_s).row()).center());
        QTRY_VERIFY(texts(TimelineModel::RowKind::Pinned).isEmpty());
    }

    void aCommentIsWrittenEditedAndDeleted()
    {
        QTest::mouseClick(part<QPushButton>(u"composerLine"_s), Qt::LeftButton);
        QTest::mouseClick(part<QToolButton>(u"composerComment"_s), Qt::LeftButton);
        auto *text = part<CommentEdit>(u"commentText"_s);
        QTest::keyClicks(text, u"They **called**"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(entry(u"They **called**"_s).isValid());
        timeline().setCurrentIndex(entry(u"They **called**"_s));
        timeline().setFocus();
        QTest::keyClick(&timeline(), Qt::Key_F2);
        QCOMPARE(text->toPlainText(), u"They **called**"_s);
        QVERIFY(!m_pane->composer()->hasUnsaved()); // nothing is changed yet
        QTest::keyClicks(text, u" twice"_s);
        QVERIFY(m_pane->composer()->hasUnsaved());
        m_office->clock().advance(60'000);
        QTest::mouseClick(part<QPushButton>(u"commentSave"_s), Qt::LeftButton);
        QTRY_VERIFY(entry(u"They **called** twice"_s).isValid());
        QVERIFY(!entry(u"They **called** twice"_s).data(TimelineModel::MarkRole).toString().isEmpty());
        timeline().setCurrentIndex(entry(u"They **called** twice"_s));
        QTest::keyClick(&timeline(), Qt::Key_Delete);
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 1);
        QVERIFY(store().undo().result());
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 2);
    }

    void aPastedPictureStandsInItsComment()
    {
        m_pane->composer()->startComment();
        QImage picture(4, 4, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QGuiApplication::clipboard()->setImage(picture);
        auto *text = part<CommentEdit>(u"commentText"_s);
        text->paste();
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 2);
        const QString shown = texts(TimelineModel::RowKind::Entry).constFirst();
        QVERIFY(shown.endsWith(u".png]"));
        const QList<TextPicture> pictures = picturesIn(entry(shown).data(TimelineModel::MarkdownRole).toString());
        QCOMPARE(pictures.size(), 1);
        QSignalSpy opened(&timeline(), &TimelineView::pictureActivated);
        timeline().setCurrentIndex(entry(shown));
        timeline().setFocus();
        QTest::keyClick(&timeline(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), pictures[0].digest);
    }

    void whatIsSearchedIsLeft()
    {
        QVERIFY(say(u"About the delivery"_s));
        QVERIFY(say(u"About the price"_s));
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 3);
        QTest::mouseClick(part<QToolButton>(u"timelineFind"_s), Qt::LeftButton);
        auto *search = part<QLineEdit>(u"timelineSearch"_s);
        QTest::keyClicks(search, u"PRICE"_s);
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry), QStringList(u"About the price"_s));
        QVERIFY(texts(TimelineModel::RowKind::PlannedHeader).isEmpty());
        QVERIFY(say(u"Another price"_s)); // it follows what is written meanwhile
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 2);
        QVERIFY(say(u"Nothing of that"_s));
        search->setText(u"nowhere"_s);
        QTRY_COMPARE(texts(TimelineModel::RowKind::NothingFound).size(), 1);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 5);
    }

    void headingsFoldByClickAndKeys()
    {
        using Kind = TimelineModel::RowKind;
        m_office->clock().advance(24 * 3'600'000);
        QVERIFY(say(u"Important"_s));
        QTRY_COMPARE(texts(Kind::Entry).size(), 2);
        const auto click = [&](Kind kind) {
            for (int row = 0; row < model().rowCount(); ++row) {
                if (TimelineModel::kindOf(model().index(row, 0)) != kind)
                    continue;
                const QPoint at = timeline().visualRect(model().index(row, 0)).center();
                QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, at);
                return;
            }
        };
        click(Kind::DayHeader);
        QTRY_COMPARE(texts(Kind::Entry), QStringList(u"Created"_s));
        click(Kind::DayHeader);
        QTRY_COMPARE(texts(Kind::Entry).size(), 2);
        timeline().setCurrentIndex(entry(u"Important"_s));
        timeline().setFocus();
        QTest::keyClick(&timeline(), Qt::Key_Left); // the day that it stands in
        QTRY_COMPARE(texts(Kind::Entry), QStringList(u"Created"_s));
        QCOMPARE(TimelineModel::kindOf(timeline().currentIndex()), Kind::DayHeader);
        QTest::keyClick(&timeline(), Qt::Key_Right);
        QTRY_COMPARE(texts(Kind::Entry).size(), 2);
        click(Kind::PlannedHeader);
        QTRY_VERIFY(texts(Kind::NothingPlanned).isEmpty());
        m_pane->showPlanned(); // whoever asks for it is to see it
        QTRY_COMPARE(texts(Kind::NothingPlanned).size(), 1);
    }

    void anActIsTakenBackFromItsEntry()
    {
        m_office->clock().advance(3'600'000);
        m_office->move(u"lead"_s, m_lead.id, u"in_progress"_s);
        QVERIFY(say(u"Later"_s));
        QTRY_COMPARE(texts(TimelineModel::RowKind::Entry).size(), 3);
        QSignalSpy done(m_pane.get(), &CardHistory::done);
        choose(u"entryTakeBack"_s);
        const QModelIndex moved = entry(texts(TimelineModel::RowKind::Entry)[1]);
        QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, timeline().actsButton(moved.row()).center());
        QTRY_COMPARE(done.count(), 1);
        QCOMPARE(m_office->item(u"lead"_s, m_lead.id).reference(u"stage"_s), m_office->stageId(u"lead"_s, u"new"_s));
    }

    void historyRestoresAValue()
    {
        m_office->clock().advance(60'000);
        const auto edit = [this](const QString &title) {
            return bool(store().commitAndWait(
                planEdit(m_office->schema(), m_office->item(u"lead"_s, m_lead.id), {{u"title"_s, title}})));
        };
        QVERIFY(edit(u"Two"_s));
        QVERIFY(say(u"In between"_s));
        HistoryTab tab(store());
        tab.resize(900, 600);
        tab.show();
        tab.setItem(m_office->item(u"lead"_s, m_lead.id));
        auto *table = tab.findChild<QTableView *>(u"historyTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(1, HistoryModel::From).data().toString(), u"One"_s);
        QCOMPARE(table->model()->index(1, HistoryModel::To).data().toString(), u"Two"_s);
        QStringList offered;
        choose(u"historyRestore"_s, &offered);
        callMenu(table->viewport(), table->visualRect(table->model()->index(1, 0)).center());
        QTRY_COMPARE(m_office->item(u"lead"_s, m_lead.id).text(u"title"_s), u"One"_s);
        QVERIFY(offered.contains(u"historyTakeBack"_s));
        QTRY_COMPARE(table->model()->rowCount(), 4); // it stands in the history itself
        QCOMPARE(table->model()->index(2, HistoryModel::To).data().toString(), u"Two"_s);
        choose(u"historyRestoreLater"_s, &offered); // what was written then is not what stands now
        callMenu(table->viewport(), table->visualRect(table->model()->index(2, 0)).center());
        QTRY_COMPARE(m_office->item(u"lead"_s, m_lead.id).text(u"title"_s), u"Two"_s);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QTest::mouseClick(tab.findChild<QToolButton *>(u"historyMine"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        m_office->clock().advance(24 * 3'600'000);
        QTest::mouseClick(tab.findChild<QToolButton *>(u"historyToday"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QVERIFY(edit(u"Three"_s));
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void anEditedCommentHasTheFocusAgain()
    {
        QVERIFY(say(u"Call"_s));
        QTRY_VERIFY(entry(u"Call"_s).isValid());
        const auto edit = [&] {
            timeline().setFocus();
            timeline().setCurrentIndex(entry(u"Call"_s));
            QTest::keyClick(&timeline(), Qt::Key_F2);
            auto *text = part<CommentEdit>(u"commentText"_s);
            QTRY_VERIFY(text->isVisible() && text->hasFocus());
        };
        edit();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // nothing was changed
        QTRY_VERIFY(timeline().hasFocus());
        edit();
        QTest::keyClicks(QApplication::focusWidget(), u" him"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(entry(u"Call him"_s).isValid());
        QTRY_VERIFY(timeline().hasFocus());
    }

    void theMenuOfAnEntryOpensByKey()
    {
        QVERIFY(say(u"Call"_s));
        QTRY_VERIFY(entry(u"Call"_s).isValid());
        watchKeyboard(*qApp);
        timeline().setFocus();
        timeline().setCurrentIndex(entry(u"Call"_s));
        choose(u"commentDelete"_s);
        QTest::keyClick(&timeline(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(!entry(u"Call"_s).isValid());
    }

    void columnsGiveRoomToWhatNeedsIt()
    {
        const QList<int> mayGiveWay{1, 2};
        QCOMPARE(sharedWidths({100, 50, 200}, mayGiveWay, 400, 40), (QList<int>{100, 50, 250}));
        QCOMPARE(sharedWidths({100, 50, 400}, mayGiveWay, 400, 40),
                 (QList<int>{100, 50, 250})); // the narrow one keeps its width
        QCOMPARE(sharedWidths({100, 300, 400}, mayGiveWay, 400, 40), (QList<int>{100, 150, 150}));
        QCOMPARE(sharedWidths({100, 300, 400}, mayGiveWay, 120, 40), (QList<int>{100, 40, 40}));
    }

    void aLongHistoryIsReadByPages()
    {
        ChangeSet comments;
        for (int i = 0; i < 300; ++i)
            comments.changes += planComment(m_lead, QString::number(i)).changes;
        QVERIFY(store().commitAndWait(comments));
        HistoryModel history(store());
        history.setItem(m_lead);
        QTRY_VERIFY(history.rowCount() > 0);
        QVERIFY(history.rowCount() < 200);
        while (history.canFetchMore({})) {
            const int before = history.rowCount();
            history.fetchMore({});
            QTRY_VERIFY(history.rowCount() > before);
        }
        QCOMPARE(history.rowCount(), 301);
        QSignalSpy resets(&history, &QAbstractItemModel::modelReset);
        QVERIFY(say(u"One more"_s));
        QTRY_COMPARE(history.rowCount(), 302);
        QCOMPARE(resets.count(), 0);
    }
};

KARTOTEKA_UI_TEST(tst_card_history, TestCardHistory)
#include "tst_card_history.moc"
