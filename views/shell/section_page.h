// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/filter_model.h"
#include "views/section/section_view.h"

#include <QWidget>

class QLineEdit;
class QSettings;
class QStackedWidget;

namespace Kartoteka {

class FilterBar;
class SectionBar;

/// One section: its bar, and the view that is chosen. What the views are is none
/// of its business.
class SectionPage final : public QWidget
{
    Q_OBJECT
public:
    SectionPage(Store &store, qint64 typeId, BulkDesk &bulk, MoveConversation &moves, QWidget *parent = nullptr);

    qint64 typeId() const { return m_typeId; }
    /// The view that is seen.
    SectionView *view() const { return m_view; }
    /// Shows a view by its name; what is not there is passed over.
    void setView(const QString &name);
    /// A view of a kind; null when the section has none.
    template<typename Kind>
    Kind *part() const
    {
        for (SectionView *view : m_sectionViews) {
            if (auto *one = qobject_cast<Kind *>(view))
                return one;
        }
        return nullptr;
    }
    /// What the section shows, as its view shows it.
    ItemQuery query() const { return m_view->query(); }
    FilterModel *filter() const { return m_filter; }
    FilterBar *filterBar() const;
    QLineEdit *search() const;
    /// What is typed next is searched for.
    void startSearch();
    /// The recycle bin of the section instead of its items, in a view that can show it.
    void setBin(bool shown);
    bool showsBin() const { return m_query.deleted; }
    /// Shows what answers these, whatever was asked for before; that again, where @p isSeen and these are shown already.
    void showFiltered(const QList<Condition> &conditions, bool isSeen);
    void focusView() { m_view->focus(); }
    /// Makes an item the current one where the view shows it, and gives the view the focus.
    void focusItem(const ItemRef &item);
    void refreshLights();
    /// The keys of its views and its search, for the overview.
    QList<KeyGroup> keys() const;

    /// Where it shows a field, in words with its own name: its views, and the filter that is set.
    QStringList usesOf(const Field &field) const;
    /// Whether it still shows what its type has; else it is to be made anew.
    bool fits(const Schema &schema) const;

    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

signals:
    void opened(qint64 id);
    void itemWanted(const Kartoteka::ItemRef &item); ///< of another section
    void settingsWanted(const QString &page, const QString &entry);
    /// Esc was pressed, and nothing here had a use for it.
    void escaped();
    void binTurned(bool shown);
    /// The Delete key was pressed on items.
    void deleteRequested(const QList<qint64> &ids);
    /// @p typeId: of another section; 0: of this one.
    void createWanted(qint64 typeId);
    void importWanted();
    /// @p columns: only these fields; none: all.
    void exportWanted(const QStringList &columns = {});
    void planRequested(qint64 id);
    void dragBegan();
    void contextMenuWanted(const QList<qint64> &ids, const QPoint &global);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);
    void told(const QString &what); ///< nothing of the file was changed

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeBar();
    void addView(SectionView *view);
    void fillPipelines();
    void choosePipeline(qint64 id);
    void applyQuery();
    void turnTo(qint64 now);
    void showEmptyText();
    void showBrokenFilter(const Error &error);
    void showCount();
    void showFound();
    void refreshCount();
    void askWhetherNew();
    void showGearMenu();
    QString key(const QString &name) const;

    /// What a person asked to be shown.
    struct Asked
    {
        QList<Condition> conditions;
        QString search = {};
        bool bin = false;
        bool operator==(const Asked &) const = default;
    };

    Store &m_store;
    qint64 m_typeId;
    bool m_hasStages;
    ItemQuery m_query;
    FilterModel *m_filter;
    QList<SectionView *> m_sectionViews;
    SectionView *m_view = nullptr;
    SectionView *m_beforeBin = nullptr;
    QStackedWidget *m_stack;
    SectionBar *m_bar = nullptr;
    qint64 m_found = 0;   ///< items that the filter finds
    bool m_isNew = false; ///< the type has no item yet, whatever the filter
    bool m_countStale = false;
    CancelToken m_countLoad;
    Asked m_counted;     ///< what a counter asked for last
    Asked m_askedBefore; ///< … and what was shown before
};

} // namespace Kartoteka
