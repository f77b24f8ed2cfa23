// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/move_conversation.h"

#include "views/acts/move_dialog.h"

namespace Kartoteka {

namespace {

constexpr qsizetype fewItems = 60; ///< are looked at where one is, more on a reader's thread

} // namespace

MoveConversation::MoveConversation(Store &store, QWidget *window) : QObject(window), m_store(store), m_window(window)
{}

void MoveConversation::begin(qint64 typeId, const QList<qint64> &ids, qint64 stage, const Move &move)
{
    if (ids.size() <= fewItems) {
        goOn(typeId, ids, stage, answerMove(m_store.reader(), typeId, ids, stage), move);
        return;
    }
    m_store
        .read<MoveAnswer>({}, [typeId, ids, stage](ReadContext &context) { return answerMove(context, typeId, ids, stage); })
        .then(this, [this, typeId, ids, stage, move](const Result<MoveAnswer> &answer) {
            goOn(typeId, ids, stage, answer, move);
        });
}

void MoveConversation::goOn(qint64 typeId, const QList<qint64> &ids, qint64 stage, const Result<MoveAnswer> &answer,
                            const Move &move)
{
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    switch (answer->needs) {
    case MoveAnswer::Needs::Nothing: move({}); break;
    case MoveAnswer::Needs::Conversion: emit conversionWanted(typeId, ids); break;
    case MoveAnswer::Needs::Values: {
        MoveDialog dialog(m_store, typeId, ids, stage, *answer, m_window);
        if (dialog.exec() == QDialog::Accepted)
            move(dialog.values());
        break;
    }
    }
}

} // namespace Kartoteka
