// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "views/widgets/key_hint.h"

#include <QObject>

class QMenu;
class QSettings;
class QWidget;

namespace Kartoteka {

class BulkDesk;
struct EmptyText;
class FilterModel;
class MoveConversation;
class Store;

/// What the views of a section work with.
struct SectionContext
{
    Store &store;
    qint64 typeId;
    FilterModel &filter;
    BulkDesk &bulk;
    MoveConversation &moves;
};

/// One way to look at what a section shows: a board, a list. The page gives it the query, and asks it for the rest; it reads
/// nothing until it is seen.
class SectionView : public QObject
{
    Q_OBJECT
public:
    explicit SectionView(QObject *parent) : QObject(parent) {}

    /// For settings, menus and tests: "board".
    virtual QString name() const = 0;
    virtual QString title() const = 0;
    virtual QString icon() const = 0;
    /// Of the window's menu, which shows it by its name.
    virtual QKeySequence key() const = 0;
    virtual QWidget *widget() const = 0;
    /// Whether it can show the recycle bin.
    virtual bool showsBin() const { return false; }

    /// What the section is to show; what is said of order, groups and the like is the view's own.
    void setQuery(const ItemQuery &query);
    /// It is another day, or the clock was set: the same is to be shown as of @p now, UTC ms.
    void turnTo(qint64 now);
    /// Whether it is seen.
    void setActive(bool active);
    bool isActive() const { return m_active; }
    /// What it shows, as it shows it: what is exported or printed from here.
    virtual ItemQuery query() const = 0;
    /// The keys it heeds, for the overview.
    virtual QList<KeyHint> keys() const { return {}; }

    /// Sums of what it shows in few words; empty where it knows none.
    virtual QString sums() const { return {}; }
    virtual QList<qint64> selectedItems() const = 0;
    virtual void setCurrentItem(qint64 id) = 0;
    /// The item before (-1) or behind (1) another as they are seen; 0 at the end.
    virtual qint64 neighbour(qint64 id, int direction) const = 0;
    virtual void focus();
    /// What it says where it shows nothing.
    virtual void setEmptyText(const EmptyText &text) = 0;
    /// Adds the settings of this view.
    virtual void fillMenu(QMenu &menu) = 0;
    /// Where it shows a field, in words: "the columns of the list".
    virtual QStringList usesOf(const Field &field) const = 0;
    /// Time has passed: lights may have come on.
    virtual void refreshLights() {}
    /// @p prefix: of its keys.
    virtual void save(QSettings &settings, const QString &prefix) const = 0;
    /// Before the first setQuery().
    virtual void restore(const QSettings &settings, const QString &prefix) = 0;

signals:
    void opened(qint64 id);
    void itemWanted(const Kartoteka::ItemRef &item); ///< of another section
    void contextMenuWanted(const QList<qint64> &ids, const QPoint &global);
    void deleteRequested(const QList<qint64> &ids); ///< by the key
    void planRequested(qint64 id);
    void pipelineWanted(qint64 id);
    void exportWanted(const QStringList &columns); ///< of what it shows, these fields
    void dragBegan();
    void settingsWanted(const QString &page, const QString &entry);
    void totalsChanged();
    void failed(const Kartoteka::Error &error);
    void done(const QString &what); ///< the file was changed
    void told(const QString &what); ///< nothing of the file was changed

protected:
    const ItemQuery &wanted() const { return m_wanted; }
    /// Reads what is wanted anew, once it is seen.
    void refresh();
    /// Reads and shows query().
    virtual void show() = 0;
    virtual void becameActive(bool) {}
    virtual void queryChanged() {}
    /// wanted() is of another day; what is seen and selected stays.
    virtual void turned() = 0;

private:
    ItemQuery m_wanted;
    bool m_active = false;
    bool m_stale = false;
};

/// The views of a type's section, the first of which it begins with.
QList<SectionView *> makeSectionViews(const SectionContext &context, QWidget *page);

} // namespace Kartoteka
