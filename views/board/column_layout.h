// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>

namespace Kartoteka {

/// Where the columns of a board stand: widths that people chose, columns that are folded. Coordinates from the board's
/// left edge, unscrolled.
class ColumnLayout
{
public:
    /// Widths in pixels for columns that nobody resized, and for folded ones.
    void setDefaults(int width, int folded, int gap);
    void setColumns(const QList<qint64> &stages);

    int left(int column) const;
    int width(int column) const;
    int totalWidth() const { return left(int(m_stages.size())); }
    /// -1 when there is none, or between two.
    int columnAt(int x) const;
    /// The column whose right edge is near @p x; -1 when none.
    int edgeAt(int x) const;

    bool isFolded(int column) const { return m_folded.contains(m_stages.value(column)); }
    void setFolded(int column, bool folded);
    void setWidth(int column, int width);

    /// "stage:width,stage:folded", for the settings.
    QString saved() const;
    void restore(const QString &text);

private:
    QList<qint64> m_stages;
    QHash<qint64, int> m_widths;
    QSet<qint64> m_folded;
    int m_width = 280;
    int m_foldedWidth = 40;
    int m_gap = 12;
};

} // namespace Kartoteka
