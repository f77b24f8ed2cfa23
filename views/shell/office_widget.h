// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/condition.h"
#include "core/store/store.h"
#include "views/shell/recent_items.h"
#include "views/shell/undo_desk.h"
#include "views/widgets/key_hint.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace Kartoteka {

class ActivityDesk;
class BulkDesk;
class CardPanel;
class CardSlide;
class CardWindows;
class CounterModel;
class ExchangeDesk;
class MoveConversation;
class NextStepDesk;
class NoticeBar;
class NoticeDesk;
class OwnPages;
class SectionPage;
class Sidebar;
class TaskRunner;
class Toast;
class TransferDesk;

/// An open file: sidebar, sections, the card that slides over them, messages.
class OfficeWidget final : public QWidget
{
    Q_OBJECT
public:
    explicit OfficeWidget(Store &store, QWidget *parent = nullptr);

    Store &store() { return m_store; }
    /// The section that is seen, or was seen before the day.
    SectionPage *section() const { return m_section; }
    /// … that of activities, shown, where it is the day or the calendar that is seen.
    SectionPage *seenSection();
    /// Shows what was thrown away there, and hides it again.
    void turnBin();
    /// The day or the calendar, by its key in the sidebar.
    void showOwn(qint64 key);
    OwnPages *own() const { return m_own; }
    SectionPage *showSection(qint64 typeId);
    CardPanel *card() const { return m_card; }
    TaskRunner *tasks() const { return m_tasks; }
    Toast *toast() const { return m_toast; }
    Sidebar *sidebar() const { return m_sidebar; }
    ExchangeDesk *exchange() const { return m_exchange; }
    BulkDesk *bulk() const { return m_bulk; }

    /// The items whose cards were open last.
    const QList<ItemRef> &recentItems() const { return m_recent.items(); }
    void openItem(const ItemRef &ref);
    /// The card of an item with one of its comments; 0: with none in particular.
    void openComment(const ItemRef &ref, qint64 comment);
    /// What its parts heed, for the overview of the keys.
    QList<KeyGroup> keys() const;
    /// @p typeId 0: of the section that is seen.
    void createItem(qint64 typeId = 0);
    void convert(const ItemRef &ref);
    /// Asks which of the items goes on, and makes one of them.
    void mergeItems(qint64 typeId, const QList<qint64> &ids);
    /// Shows the mapping of a file and imports it.
    void importFrom(const QString &path);
    void askImport();
    void askExport(const QStringList &columns = {});
    void undo() { m_undo->undo(); }
    void redo() { m_undo->redo(); }
    /// What they would turn, in words; empty: there is nothing.
    QString nextTurn(bool redo) const { return m_undo->next(redo); }
    bool mayClose();

signals:
    /// A message is shown.
    void said(const QString &text, bool undoable);
    /// A page of the settings, and what on it.
    void settingsWanted(const QString &page, const QString &entry);
    /// The file is to be closed and opened again.
    void reopenWanted();

public:
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void connectCard();
    void leaveDeletedTypes();
    void makeOwn();
    /// Opens an item's card with the composer at a new activity.
    void planFor(const ItemRef &ref);
    CardPanel *openedCard(const ItemRef &ref);
    /// False, said why, where the file is only read: nobody fills in what cannot be kept.
    bool mayChange();
    void showCard();
    void hideCard();
    bool closeCard();
    void openWindow(const ItemRef &ref);
    /// Begins a new item of a type with values.
    void createFrom(qint64 typeId, const QHash<QString, Value> &values, const ItemRef &products = {});
    /// Commits and says so, or why not.
    void carryOut(ChangeSet changes, const QString &said);
    /// What a part has done, or could not do, is told as a message.
    template<typename Teller>
    void listenTo(Teller *teller)
    {
        if constexpr (requires { &Teller::said; })
            connect(teller, &Teller::said, this, &OfficeWidget::say);
        else
            connect(teller, &Teller::done, this, [this](const QString &what) { say(what, true); });
        if constexpr (requires { &Teller::told; })
            connect(teller, &Teller::told, this, [this](const QString &what) { say(what, false); });
        connect(teller, &Teller::failed, this, &OfficeWidget::fail);
    }
    /// What a card wants of the office, over the pages or in a window of its own.
    template<typename Cards>
    void serve(Cards *cards)
    {
        connect(cards, &Cards::opened, this, &OfficeWidget::openItem);
        connect(cards, &Cards::convertWanted, this, &OfficeWidget::convert);
        connect(cards, &Cards::createWanted, this, &OfficeWidget::createFrom);
        connect(cards, &Cards::sectionWanted, this, &OfficeWidget::showFiltered);
    }
    void showFiltered(qint64 typeId, const QList<Condition> &conditions);
    void say(const QString &text, bool undoable);
    void fail(const Error &error);
    void showItemMenu(const QList<qint64> &ids, const QPoint &global);

    Store &m_store;
    CounterModel *m_counters;
    MoveConversation *m_moves;
    Sidebar *m_sidebar;
    QWidget *m_area;
    NoticeBar *m_notice;
    QStackedWidget *m_pages;
    QHash<qint64, SectionPage *> m_sections;
    SectionPage *m_section = nullptr;
    OwnPages *m_own = nullptr;
    UndoDesk *m_undo = nullptr;
    ActivityDesk *m_activities = nullptr;
    NextStepDesk *m_nextSteps = nullptr;
    CardPanel *m_card;
    CardSlide *m_slide;
    CardWindows *m_windows;
    TaskRunner *m_tasks;
    ExchangeDesk *m_exchange;
    BulkDesk *m_bulk;
    NoticeDesk *m_notices;
    TransferDesk *m_transfer;
    RecentItems m_recent;
    Toast *m_toast;
};

} // namespace Kartoteka
