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
    /// In pixels: between what columns that nobody resized are wide, how wide folded ones are, what lies between two and
    /// before the first.
    void setDefaults(int narrowest, int widest, int folded, int gap, int margin);
    /// What they share: the width of the board, without @p reserved at its end.
    void setRoom(int width, int reserved);
    void setColumns(const QList<qint64> &stages);

    int left(int column) const;
    int width(int column) const;
    /// With what is reserved at the end.
    int totalWidth() const { return left(int(m_stages.size())) - m_gap + m_reserved + m_margin; }
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
    void share();

    QList<qint64> m_stages;
    QHash<qint64, int> m_widths;
    QSet<qint64> m_folded;
    int m_narrowest = 264;
    int m_widest = 400;
    int m_foldedWidth = 44;
    int m_gap = 12;
    int m_margin = 16;
    int m_room = 0;
    int m_reserved = 0;
    int m_shared = 264; ///< of each column that nobody resized
};

} // namespace Kartoteka
