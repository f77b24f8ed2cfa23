// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage_move.h"
#include "core/store/store.h"

#include <QDialog>

#include <optional>

class QFormLayout;
class QLabel;

namespace Kartoteka {

class FieldEditor;

/// Asks for what a stage requires and the items lack, and why something was lost.
class MoveDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Values by column for planMove; nothing when the person wants the items to stay where they are. Asks only when there is
    /// something to ask.
    static std::optional<QList<FieldValue>> ask(Store &store, qint64 typeId, const QList<qint64> &ids, qint64 stage,
                                                QWidget *parent);

    void accept() override;

private:
    MoveDialog(Store &store, qint64 typeId, const QList<qint64> &ids, qint64 stage, const MoveQuestions &questions,
               QWidget *parent);
    void addField(const QString &code, bool required, QFormLayout *form);

    struct Asked
    {
        Field field;
        FieldEditor *editor = nullptr;
        QLabel *problem = nullptr;
        bool required = false;
    };
    Store &m_store;
    qint64 m_typeId;
    QList<Asked> m_asked;
    QList<FieldValue> m_values;
};

} // namespace Kartoteka
