// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/stage_move.h"
#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QFormLayout;
class QLabel;

namespace Kartoteka {

class FieldEditor;

/// Asks for what a stage requires and the items lack, and why something was lost.
class MoveDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    MoveDialog(Store &store, qint64 typeId, const QList<qint64> &ids, qint64 stage, const MoveAnswer &answer,
               QWidget *parent);

    /// Values by column for planMove; once accepted.
    const QList<FieldValue> &values() const { return m_values; }

    void accept() override;

private:
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
