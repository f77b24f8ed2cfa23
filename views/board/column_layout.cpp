// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/column_layout.h"

#include <QStringList>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int narrowest = 180;
constexpr int widest = 640;
constexpr int edge = 6; ///< within which the pointer takes hold of it
} // namespace

void ColumnLayout::setDefaults(int narrowest, int widest, int folded, int gap, int margin)
{
    m_narrowest = narrowest;
    m_widest = widest;
    m_foldedWidth = folded;
    m_gap = gap;
    m_margin = margin;
    share();
}

void ColumnLayout::setRoom(int width, int reserved)
{
    m_room = width;
    m_reserved = reserved;
    share();
}

void ColumnLayout::setColumns(const QList<qint64> &stages)
{
    m_stages = stages;
    share();
}

/// Columns that nobody resized divide what the others leave.
void ColumnLayout::share()
{
    int free = m_room - 2 * m_margin - m_reserved - (int(m_stages.size()) - 1) * m_gap;
    int sharers = 0;
    for (int i = 0; i < m_stages.size(); ++i) {
        if (isFolded(i) || m_widths.contains(m_stages[i]))
            free -= width(i);
        else
            ++sharers;
    }
    m_shared = sharers == 0 ? m_narrowest : qBound(m_narrowest, free / sharers, m_widest);
}

int ColumnLayout::left(int column) const
{
    int x = m_margin;
    for (int i = 0; i < column; ++i)
        x += width(i) + m_gap;
    return x;
}

int ColumnLayout::width(int column) const
{
    return isFolded(column) ? m_foldedWidth : m_widths.value(m_stages.value(column), m_shared);
}

int ColumnLayout::columnAt(int x) const
{
    int from = 0;
    for (int i = 0; i < m_stages.size(); ++i) {
        const int to = left(i) + width(i) + m_gap / 2;
        if (x >= from && x < to)
            return i;
        from = to;
    }
    return -1;
}

int ColumnLayout::edgeAt(int x) const
{
    for (int i = 0; i < m_stages.size(); ++i) {
        if (!isFolded(i) && qAbs(x - (left(i) + width(i) + m_gap / 2)) <= edge)
            return i;
    }
    return -1;
}

void ColumnLayout::setFolded(int column, bool folded)
{
    if (folded)
        m_folded.insert(m_stages.value(column));
    else
        m_folded.remove(m_stages.value(column));
    share();
}

void ColumnLayout::setWidth(int column, int width)
{
    m_widths[m_stages.value(column)] = qBound(narrowest, width, widest);
    share();
}

QString ColumnLayout::saved() const
{
    QStringList parts;
    for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it)
        parts << u"%1:%2"_s.arg(it.key()).arg(it.value());
    for (const qint64 stage : m_folded)
        parts << u"%1:folded"_s.arg(stage);
    return parts.join(u';');
}

void ColumnLayout::restore(const QString &text)
{
    m_widths.clear();
    m_folded.clear();
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts)) {
        const qint64 stage = part.section(u':', 0, 0).toLongLong();
        if (part.endsWith(u":folded"))
            m_folded.insert(stage);
        else if (const int width = part.section(u':', 1).toInt(); width > 0)
            m_widths[stage] = qBound(narrowest, width, widest);
    }
    share();
}

} // namespace Kartoteka
