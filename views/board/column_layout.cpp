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

void ColumnLayout::setDefaults(int width, int folded, int gap)
{
    m_width = width;
    m_foldedWidth = folded;
    m_gap = gap;
}

void ColumnLayout::setColumns(const QList<qint64> &stages)
{
    m_stages = stages;
}

int ColumnLayout::left(int column) const
{
    int x = m_gap;
    for (int i = 0; i < column; ++i)
        x += width(i) + m_gap;
    return x;
}

int ColumnLayout::width(int column) const
{
    return isFolded(column) ? m_foldedWidth : m_widths.value(m_stages.value(column), m_width);
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
}

void ColumnLayout::setWidth(int column, int width)
{
    m_widths[m_stages.value(column)] = qBound(narrowest, width, widest);
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
}

} // namespace Kartoteka
