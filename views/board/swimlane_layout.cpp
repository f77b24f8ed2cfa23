// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/swimlane_layout.h"

#include <QStringList>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

void SwimlaneLayout::setLanes(const QList<qint64> &keys, qint64 never)
{
    m_keys = keys;
    m_never = never;
    m_bodies.resize(keys.size());
}

int SwimlaneLayout::top(int lane) const
{
    int y = 0;
    for (int at = 0; at < lane; ++at)
        y += m_head + bodyHeight(at);
    return y;
}

int SwimlaneLayout::laneAt(int y) const
{
    for (int lane = 0; lane < count(); ++lane) {
        if (y >= top(lane) && y < top(lane + 1))
            return lane;
    }
    return -1;
}

int SwimlaneLayout::headAt(int y) const
{
    const int lane = laneAt(y);
    return lane >= 0 && y < bodyTop(lane) ? lane : -1;
}

void SwimlaneLayout::setFolded(int lane, bool folded)
{
    if (folded)
        m_folded.insert(m_keys.value(lane));
    else
        m_folded.remove(m_keys.value(lane));
}

void SwimlaneLayout::foldAll(bool folded)
{
    m_folded = folded ? QSet<qint64>(m_keys.begin(), m_keys.end()) : QSet<qint64>();
}

QString SwimlaneLayout::saved() const
{
    QList<qint64> keys = m_folded.values();
    std::sort(keys.begin(), keys.end());
    QStringList parts;
    for (const qint64 key : std::as_const(keys))
        parts << QString::number(key);
    return parts.join(u';');
}

void SwimlaneLayout::restore(const QString &text)
{
    m_folded.clear();
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts))
        m_folded.insert(part.toLongLong());
}

} // namespace Kartoteka
