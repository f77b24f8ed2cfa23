// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace Kartoteka {

class OwnPages;

/// Undo and redo of a window. What a page of its own has passed by since something was last written is taken back first, though
/// the file knows nothing of it: it is what the person did last.
class UndoDesk final : public QObject
{
    Q_OBJECT
public:
    UndoDesk(Store &store, OwnPages &own, QObject *parent);

    void undo();
    void redo() { turn(true); }
    /// The last thing that was written, whatever was passed by since.
    void undoWritten() { turn(false); }
    /// What undo() or redo() would turn, in words; empty: there is nothing.
    QString next(bool redo) const;

signals:
    void said(const QString &text, bool undoable);
    void failed(const Kartoteka::Error &error);

private:
    void turn(bool redo);
    QString written(bool redo) const;

    Store &m_store;
    OwnPages &m_own;
};

} // namespace Kartoteka
