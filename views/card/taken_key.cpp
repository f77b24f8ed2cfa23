// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/taken_key.h"

#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace Kartoteka {

namespace {

/// Hears a key that no widget of a card wanted before the window does.
class KeyTaker final : public QObject
{
public:
    KeyTaker(QWidget &card, QKeySequence::StandardKey key, std::function<void()> act)
        : QObject(&card), m_key(key), m_act(std::move(act))
    {
        card.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!isKey || !static_cast<QKeyEvent *>(event)->matches(m_key))
            return QObject::eventFilter(watched, event);
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_act();
        return true;
    }

private:
    QKeySequence::StandardKey m_key;
    std::function<void()> m_act;
};

} // namespace

void takeCardKey(QWidget &card, QKeySequence::StandardKey key, const std::function<void()> &act)
{
    new KeyTaker(card, key, act);
}

} // namespace Kartoteka
