// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace Kartoteka {

/// Where the lanes that go across the columns of a board stand: a head each, and below it the cards, as high as they need,
/// unless it is folded. In pixels from the top of the first head, unscrolled.
class SwimlaneLayout
{
public:
    /// Another board, or other lanes of it; whose key is @p never has nothing but a head.
    void setLanes(const QList<qint64> &keys, qint64 never);
    void setHeadHeight(int height) { m_head = height; }
    /// How high the cards of each lane are; of folded ones it does not count.
    void setBodies(const QList<int> &heights) { m_bodies = heights; }

    int count() const { return int(m_keys.size()); }
    int headHeight() const { return m_head; }
    int top(int lane) const;
    int bodyTop(int lane) const { return top(lane) + m_head; }
    int bodyHeight(int lane) const { return isFolded(lane) ? 0 : m_bodies.value(lane); }
    int totalHeight() const { return top(count()); }
    /// The lane at a height; -1: none.
    int laneAt(int y) const;
    /// The lane whose head is at a height; -1: none.
    int headAt(int y) const;

    bool isFolded(int lane) const { return m_folded.contains(m_keys.value(lane)) || canOnlyFold(lane); }
    bool canOnlyFold(int lane) const { return m_keys.value(lane) == m_never; }
    void setFolded(int lane, bool folded);
    void foldAll(bool folded);

    /// Keys of the lanes that were folded, "3;7", for the settings.
    QString saved() const;
    void restore(const QString &text);

private:
    QList<qint64> m_keys;
    QList<int> m_bodies;
    QSet<qint64> m_folded;
    qint64 m_never = -1;
    int m_head = 32;
};

} // namespace Kartoteka
