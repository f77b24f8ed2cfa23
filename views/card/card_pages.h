// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/card/card_tab.h"

class QStackedWidget;
class QTabBar;

namespace Kartoteka {

class CardLayoutModel;

/// The tabs of a card and the pages behind them. The first page is given; the others are made when they are first shown, for
/// cards of a type that has them. With the first one alone there is no bar.
class CardPages final : public QWidget
{
    Q_OBJECT
public:
    /// @p general: the first page.
    CardPages(Store &store, QWidget *general, QWidget *parent = nullptr);

    /// Which tabs are shown and in what order is a part of the view of the card.
    void follow(CardLayoutModel &layouts);
    /// Shows an item on the page that is open; @p isNew: it is not saved and has the first page only.
    void setItem(const Item &item, bool isNew);
    /// Brings a page to the front by its code; the first one has none.
    void showPage(const QString &code);
    QString shownPage() const;
    QTabBar *bar() const { return m_bar; }

    bool hasUnsaved() const;
    /// False when one of the pages could not save: it is shown then, and says why.
    bool saveUnsaved();
    void discard();

signals:
    void opened(const Kartoteka::ItemRef &ref);
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values);
    void sectionWanted(qint64 typeId, const QList<Kartoteka::Condition> &conditions);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    struct Page
    {
        CardTabInfo info;
        CardTab *tab = nullptr; ///< null until it is shown
    };
    /// The tabs that the cards of the type have beside the first one, in the program's order.
    QList<CardTabInfo> offered() const;
    QStringList shownCodes() const;
    void rebuild();
    void showCurrent();
    void showCounts();

    Store &m_store;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QWidget *m_general;
    QList<Page> m_pages; ///< without the first one
    CardLayoutModel *m_layouts = nullptr;
    Item m_item;
    bool m_isNew = true;
    CancelToken m_counting;
};

} // namespace Kartoteka
