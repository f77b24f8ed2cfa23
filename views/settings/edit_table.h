// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace Kartoteka {

/// A quiet table of the settings: rows are chosen by mouse and arrows, some cells edited in place (F2, double click), Del takes
/// the row away.
class EditTable final : public QTableWidget
{
    Q_OBJECT
public:
    EditTable(const QString &name, const QString &title, const QStringList &headers, QWidget *parent);

    /// What it says while it has no rows.
    void setEmptyText(const QString &text) { m_emptyText = text; }
    /// The column that has what the others leave; the first one unless told.
    void setSlack(int column) { m_slack = column; }
    /// Fills it anew: what was current stays so by its key. Cells cannot be edited until allowEditing().
    void beginRows(int count);
    /// A cell of the row; the key of a row stands in its first cell.
    QTableWidgetItem *put(int row, int column, const QString &text, const QVariant &key = {});
    static void allowEditing(QTableWidgetItem &item) { item.setFlags(item.flags() | Qt::ItemIsEditable); }
    void endRows(int most);

    /// Of the current row; invalid when there is none.
    QVariant currentKey() const;
    QVariant keyAt(int row) const;
    void setCurrentKey(const QVariant &key);

signals:
    /// A person wrote into a cell.
    void edited(int row, int column, const QString &text);
    void removeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    QVariant m_kept;
    QString m_emptyText;
    bool m_filling = false;
    int m_slack = 0;
};

} // namespace Kartoteka
