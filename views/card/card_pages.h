// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/card/card_tab.h"

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace Kartoteka {

class CardLayoutModel;

/// The tabs of a card and the pages behind them. The first page is given; the others are made when they are first shown, for
/// cards of a type that has them. With the first one alone there is no bar. Where there is no room for both halves of the
/// first page side by side, the timeline is a tab of its own.
class CardPages final : public QWidget
{
    Q_OBJECT
public:
    /// The code of the tab that the timeline has where the card is narrow.
    static QString timelineCode();

    /// @p general: the first page, the fields and the timeline.
    CardPages(Store &store, QSplitter *general, QWidget *parent = nullptr);

    /// Which tabs are shown and in what order is a part of the view of the card.
    void follow(CardLayoutModel &layouts);
    /// Shows an item on the page that is open; @p isNew: it is not saved and has the first page only.
    void setItem(const Item &item, bool isNew);
    /// Brings a page to the front by its code; the first one has none, and stands for one that there is no tab of.
    void showPage(const QString &code);
    QString shownPage() const;
    /// Goes on to the page beside the one that is shown, round and round.
    void step(int by);
    QTabBar *bar() const { return m_bar; }
    /// How wide the halves of the first page are, also while one stands alone.
    QByteArray halves() const;
    void setHalves(const QByteArray &halves);

    bool hasUnsaved() const;
    /// False when one of the pages could not save: it is shown then, and says why.
    bool saveUnsaved();
    void discard();

protected:
    void resizeEvent(QResizeEvent *event) override;

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
    void showHalves();
    bool areBoth() const;
    void rebuild();
    void showCurrent();
    void showCounts();

    Store &m_store;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QSplitter *m_general;
    QByteArray m_halves;
    bool m_isNarrow = false; ///< one half of the first page at a time
    int m_firstPage = 1;     ///< how many tabs stand before those of the pages
    QList<Page> m_pages;     ///< without the first one
    CardLayoutModel *m_layouts = nullptr;
    Item m_item;
    bool m_isNew = true;
    CancelToken m_counting;
};

} // namespace Kartoteka
