// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QFrame>

class QListWidget;

namespace Kartoteka {

/// The people who may be meant by what was typed behind "@", by parts of their names in either keyboard layout. The text that
/// is being written keeps the keys and hands some on.
class MentionPopup final : public QFrame
{
    Q_OBJECT
public:
    MentionPopup(Store &store, QWidget *parent);

    /// Shows those who answer, below a line of text given in the window's places; nothing when nobody does.
    void offer(const QString &typed, const QRect &line);
    /// Whether the key was one of the list's: the arrows, Enter, Tab, Esc.
    bool take(int key);
    /// Esc was pressed: nothing is offered until "@" is typed again.
    bool isDismissed() const { return m_isDismissed; }
    void allow() { m_isDismissed = false; }
    QListWidget *list() const { return m_list; }

signals:
    void chosen(const QString &name, const QUuid &person);

private:
    void fill(const QString &typed);
    void choose();
    void setCurrent(int row);

    Store &m_store;
    QListWidget *m_list;
    bool m_isDismissed = false;
};

} // namespace Kartoteka
