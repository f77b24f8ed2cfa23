// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list/item_table_model.h"
#include "views/section/section_view.h"

#include <QTimer>

#include <optional>

namespace Kartoteka {

class ItemListView;
class ListFooter;
class SelectionBar;

/// A section as a list, with its totals below. Shows the recycle bin, too.
class ListSection final : public SectionView
{
    Q_OBJECT
public:
    ListSection(const SectionContext &context, QWidget *page);

    ItemListView *view() const { return m_view; }
    ItemTableModel *model() const { return m_table; }
    void setGroupBy(const QString &field);

    QString name() const override { return u"list"_s; }
    QString title() const override { return tr("List"); }
    QString icon() const override { return u"list"_s; }
    QKeySequence key() const override { return Qt::CTRL | Qt::Key_2; }
    QWidget *widget() const override { return m_page; }
    bool showsBin() const override { return true; }
    QList<KeyHint> keys() const override;
    ItemQuery query() const override;
    QString sums() const override { return m_sums; }
    QList<qint64> selectedItems() const override;
    void setCurrentItem(qint64 id) override;
    qint64 neighbour(qint64 id, int direction) const override;
    void focus() override;
    void setEmptyText(const EmptyText &text) override;
    void fillMenu(QMenu &menu) override;
    QStringList usesOf(const Field &field) const override;
    void refreshLights() override { m_table->refreshLights(); }
    void save(QSettings &settings, const QString &prefix) const override;
    void restore(const QSettings &settings, const QString &prefix) override;

protected:
    void show() override;
    void becameActive(bool active) override;
    void queryChanged() override;
    void turned() override;

private:
    void connectView();
    void turnBin(bool shown);
    void fillBar();
    void moveTo(qint64 id, qint64 stage);
    void showTotals();

    SectionContext m_context;
    ItemTableModel *m_table;
    QWidget *m_page;
    ItemListView *m_view;
    ListFooter *m_footer;
    SelectionBar *m_bar;
    std::optional<bool> m_barIsOfBin; ///< which acts it offers
    /// What is shown when the recycle bin is left.
    struct Outside
    {
        QByteArray columns;
        QList<SortKey> sort;
    };
    std::optional<Outside> m_outside;
    QString m_groupBy;
    QString m_sums; ///< of the amounts
    bool m_totalsStale = false;
    QTimer m_totalsSoon; ///< a burst of commits is summed once
};

} // namespace Kartoteka
