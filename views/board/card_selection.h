// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

namespace Kartoteka {

class BoardModel;

/// Which cards of a board are selected, and which one a person is at.
class CardSelection final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    qint64 current() const { return m_current; }
    void setCurrent(qint64 id);
    const QSet<qint64> &cards() const { return m_cards; }
    bool contains(qint64 id) const { return m_cards.contains(id); }
    void clear();
    void toggle(qint64 id);
    /// What a click does: Ctrl adds and takes away, Shift extends from the current card in its column.
    void click(const BoardModel &model, qint64 id, Qt::KeyboardModifiers modifiers);
    void add(const QList<qint64> &ids);
    /// The cards that a key or a drag acts on: the current one, and all that are selected if it is one of them.
    QList<qint64> actedOn() const;

signals:
    void changed();
    void currentChanged(); ///< by a person, or because a card was opened

private:
    qint64 m_current = 0;
    QSet<qint64> m_cards;
};

} // namespace Kartoteka
