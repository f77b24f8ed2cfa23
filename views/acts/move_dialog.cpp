// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/move_dialog.h"

#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "views/fields/field_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Kartoteka {

MoveDialog::MoveDialog(Store &store, qint64 typeId, const QList<qint64> &ids, qint64 stageId, const MoveAnswer &answer,
                       QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId)
{
    const SchemaPtr schema = store.schema();
    const Stage &stage = *schema->stage(stageId);
    setWindowTitle(displayName(*schema, stage));
    setMinimumWidth(scaled(440, fontMetrics()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("To “%1”").arg(displayName(*schema, stage)), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    const QString which = ids.size() == 1 ? itemTitle(store.reader(), {typeId, ids.constFirst(), {}})
                                          : countedName(*schema->type(typeId), ids.size());
    QString text = which;
    if (!answer.required.isEmpty() && ids.size() > 1)
        text += u". "_s
            + tr("%n of them lack(s) what the stage requires: only those get the values.", nullptr,
                 int(answer.lacking.size()));
    else if (!answer.required.isEmpty())
        text += u". "_s + tr("The stage requires:");
    auto *about = new QLabel(text, this);
    about->setWordWrap(true);
    about->setProperty("muted", true);
    layout->addWidget(about);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Space::m);
    form->setVerticalSpacing(Space::s);
    form->setLabelAlignment(Qt::AlignLeft);
    for (const QString &code : answer.required)
        addField(code, true, form);
    for (const QString &code : answer.reasons)
        addField(code, false, form);
    layout->addLayout(form);
    layout->addStretch(1);
    addDialogButtons(this, layout, tr("Move"), u"moveAccept"_s);
    if (!m_asked.isEmpty())
        m_asked.constFirst().editor->input()->setFocus();
}

void MoveDialog::addField(const QString &code, bool required, QFormLayout *form)
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(m_typeId, code);
    if (!field)
        return;
    Asked asked{*field, makeFieldEditor(m_store, *field, this), new QLabel(this), required};
    asked.editor->setObjectName(u"move_"_s + code);
    asked.editor->setValue({});
    asked.editor->input()->setAccessibleName(displayName(*field));
    asked.problem->setProperty("problem", true);
    asked.problem->hide();
    const QString star = u" <span style=\"color:%1\">*</span>"_s.arg(Theme::of(palette()).colour(ColourRole::Danger).name());
    auto *label = new QLabel(displayName(*field).toHtmlEscaped() + (required ? star : QString()), this);
    label->setTextFormat(Qt::RichText);
    form->addRow(label, asked.editor);
    form->addRow(QString(), asked.problem);
    m_asked.append(asked);
}

void MoveDialog::accept()
{
    m_values.clear();
    for (const Asked &asked : std::as_const(m_asked)) {
        auto value = asked.editor->value();
        const bool missing = value && !value->isValid() && asked.required;
        asked.problem->setText(!value ? value.error().message : tr("Fill it in."));
        asked.problem->setVisible(!value || missing);
        if (!value || missing) {
            asked.editor->input()->setFocus();
            return;
        }
        if (value->isValid())
            m_values.append({asked.field.column, *value});
    }
    QDialog::accept();
}

} // namespace Kartoteka
