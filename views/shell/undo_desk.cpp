// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/undo_desk.h"

#include "core/timeline/act_names.h"
#include "views/shell/own_pages.h"

namespace Kartoteka {

UndoDesk::UndoDesk(Store &store, OwnPages &own, QObject *parent) : QObject(parent), m_store(store), m_own(own)
{}

QString UndoDesk::written(bool redo) const
{
    const auto step = redo ? m_store.redoStep() : m_store.undoStep();
    return step ? actText(step->kind, step->subject) : QString();
}

QString UndoDesk::next(bool redo) const
{
    const QString passed = redo ? QString() : m_own.passing();
    if (!passed.isEmpty())
        return passed;
    // A line of a menu: how a name begins tells which one it is, and what is done to it stays readable.
    constexpr qsizetype longestName = 36;
    const auto step = redo ? m_store.redoStep() : m_store.undoStep();
    const QString name = step ? step->subject.simplified() : QString();
    const qsizetype cut = longestName - (name.size() > longestName && name[longestName - 1].isHighSurrogate() ? 1 : 0);
    return !step                     ? QString()
        : name.size() <= longestName ? actText(step->kind, name)
                                     : actText(step->kind, name.left(cut).trimmed() + u'…');
}

void UndoDesk::undo()
{
    const QString passed = m_own.passing();
    if (passed.isEmpty()) {
        turn(false);
        return;
    }
    m_own.takeBack();
    emit said(takenBackText(passed, 0), false);
}

void UndoDesk::turn(bool redo)
{
    (redo ? m_store.redo() : m_store.undo()).then(this, [this, redo](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        // Named by what can be turned back now: before, an act that was still being written was not known yet.
        const QString what = written(!redo);
        emit said(redo ? tr("Done again: %1").arg(what) + keptNewerText(receipt->keptNewer)
                       : takenBackText(what, receipt->keptNewer),
                  false);
    });
}

} // namespace Kartoteka
