// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace Kartoteka {

class FieldEditor;

/// Which field of many items gets which value; an empty one empties it, when that is meant.
class BulkFieldDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    BulkFieldDialog(Store &store, qint64 typeId, qsizetype count, QWidget *parent);

    QString field() const;
    Value value() const { return m_value; }
    void accept() override;

private:
    void showEditor();

    Store &m_store;
    qint64 m_typeId;
    QComboBox *m_field;
    QVBoxLayout *m_place;
    FieldEditor *m_editor = nullptr;
    QLabel *m_problem;
    QString m_counted; ///< "3 leads"
    Value m_value;
};

} // namespace Kartoteka
