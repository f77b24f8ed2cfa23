// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/bulk_field_dialog.h"

#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "views/fields/field_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/dialog_buttons.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace Kartoteka {

BulkFieldDialog::BulkFieldDialog(Store &store, qint64 typeId, qsizetype count, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId), m_counted(countedName(*store.schema()->type(typeId), count))
{
    setWindowTitle(tr("Change a field"));
    setMinimumWidth(scaled(420, fontMetrics()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Change a field of %1", "how many of what").arg(m_counted), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    m_field = new QComboBox(this);
    m_field->setObjectName(u"bulkField"_s);
    m_field->setAccessibleName(tr("Field"));
    m_field->setMaxVisibleItems(20);
    for (const Field &field : store.schema()->fields(typeId)) {
        const bool elsewhere = field.type == FieldType::Stage || field.type == FieldType::Pipeline
            || field.type == FieldType::Tags || field.type == FieldType::File;
        if (field.editable && !elsewhere)
            m_field->addItem(displayName(field), field.code);
    }
    layout->addWidget(m_field);
    m_place = new QVBoxLayout;
    layout->addLayout(m_place);
    auto *hint = new QLabel(tr("Leave the value empty to clear the field."), this);
    hint->setProperty("muted", true);
    layout->addWidget(hint);
    m_problem = new QLabel(this);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addStretch(1);
    addDialogButtons(this, layout, tr("Change %1", "how many of what").arg(m_counted), u"bulkFieldAccept"_s);
    connect(m_field, &QComboBox::currentIndexChanged, this, &BulkFieldDialog::showEditor);
    showEditor();
}

QString BulkFieldDialog::field() const
{
    return m_field->currentData().toString();
}

void BulkFieldDialog::showEditor()
{
    delete m_editor;
    m_editor = nullptr;
    const Field *field = m_store.schema()->field(m_typeId, this->field());
    if (!field)
        return;
    m_editor = makeFieldEditor(m_store, *field, this);
    m_editor->setObjectName(u"bulkValue"_s);
    m_editor->setValue({});
    m_place->addWidget(m_editor);
}

void BulkFieldDialog::accept()
{
    auto value = m_editor ? m_editor->value() : Result<Value>(Value());
    m_problem->setText(value ? QString() : value.error().message);
    m_problem->setVisible(!value);
    if (!value)
        return;
    // The dialog opens empty: Enter alone would clear what it stands at.
    if (!value->isValid()
        && !AskDialog::confirm(this,
                               tr("Clear “%1” of %2?", "field, how many of what").arg(m_field->currentText(), m_counted),
                               tr("What stands there goes; one undo brings it back."), tr("Clear"), u"bulkFieldClear"_s,
                               AskDialog::Kind::Destructive))
        return;
    m_value = *value;
    QDialog::accept();
}

} // namespace Kartoteka
