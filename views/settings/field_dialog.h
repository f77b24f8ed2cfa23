// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/definitions/field_acts.h"
#include "core/store/store.h"
#include "views/widgets/pending_save.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace Kartoteka {

class DefaultChoice;

/// All that is said of a field: of a new one what it is, of one that stands what may still be changed. What cannot be is said
/// in the dialog, beside what was typed.
class FieldDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    /// @p field 0: a new one, in the card section @p section.
    FieldDialog(Store &store, qint64 typeId, qint64 field, qint64 section, QWidget *parent);

    /// What a new one may be called.
    void suggestName(const QString &name);

signals:
    /// A new field stands.
    void made(qint64 field);
    void done(const QString &what);

protected:
    void accept() override;
    void reject() override;

private:
    void addWhat(QFormLayout *form, const Schema &schema);
    void addSettings(QFormLayout *form, const Field &field);
    void showKind();
    void showUses();
    void fit();
    NewField typed() const;
    bool isWritten() const;
    void refuse(const Error &error);
    void setRowVisible(QWidget *field, bool visible);

    Store &m_store;
    qint64 m_typeId;
    qint64 m_fieldId;
    qint64 m_section;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLineEdit *m_code;
    QComboBox *m_kind = nullptr;
    QCheckBox *m_multiple = nullptr;
    QComboBox *m_target = nullptr;
    QComboBox *m_valuesFrom = nullptr;
    QPlainTextEdit *m_values = nullptr;
    QCheckBox *m_required;
    QLineEdit *m_default;
    DefaultChoice *m_defaultChoice; ///< instead of it where the default is chosen
    QComboBox *m_unique;
    QLineEdit *m_help;
    QCheckBox *m_timeline;
    QCheckBox *m_tab;
    QLabel *m_uses = nullptr;
    QLabel *m_problem;
    bool m_codeTyped = false; ///< by the person: it follows the name no more
    PendingSave m_pending;
};

} // namespace Kartoteka
