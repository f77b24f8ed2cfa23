// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/members_editor.h"

#include "core/transfer/event_people.h"

#include "core/base/phone.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace Kartoteka {

namespace {
constexpr int narrowestLabel = 72;
} // namespace

QString labelText(const QString &label)
{
    if (label == u"work")
        return MembersEditor::tr("work");
    if (label == u"mobile")
        return MembersEditor::tr("mobile");
    if (label == u"home")
        return MembersEditor::tr("home");
    if (label == u"other")
        return MembersEditor::tr("other");
    return label.isEmpty() ? QString() : answerText(label);
}

MembersEditor::MembersEditor(const Field &field, QWidget *parent) : FieldEditor(parent), m_field(field)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(Space::xs);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(Space::xs);
    outer->addLayout(m_lines);
    auto *add = new QToolButton(this);
    add->setText(tr("Add another"));
    add->setIcon(Theme::of(palette()).icon(u"plus"_s, ColourRole::Muted));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    outer->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QToolButton::clicked, this, [this] {
        addLine({});
        m_edits.last().text->setFocus();
    });
    addLine({});
}

void MembersEditor::addLine(const Member &member)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    auto *text = new QLineEdit(member.text, row);
    text->setAccessibleName(displayName(m_field));
    auto *label = new QComboBox(row);
    label->setAccessibleName(tr("%1: label", "name of a field").arg(displayName(m_field)));
    label->addItem(tr("no label"), QString());
    for (const QString &code : {u"work"_s, u"mobile"_s, u"home"_s, u"other"_s})
        label->addItem(labelText(code), code);
    label->setCurrentIndex(qMax(0, label->findData(member.label)));
    // In a narrow card the label gives way: a phone is to be read whole.
    label->setMaximumWidth(label->sizeHint().width());
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    label->setMinimumWidth(scaled(narrowestLabel, fontMetrics()));
    layout->addWidget(text, 5);
    layout->addWidget(label, 3);
    m_lines->addWidget(row);
    m_edits.append({text, label});
}

void MembersEditor::setValue(const Value &value)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_edits.clear();
    for (const Member &member : value.value<Members>())
        addLine(member);
    if (m_edits.isEmpty())
        addLine({});
}

Result<Value> MembersEditor::value() const
{
    Members members;
    for (const Line &line : m_edits) {
        const QString text = line.text->text().trimmed();
        if (text.isEmpty())
            continue;
        if (m_field.type == FieldType::Phone && digitsOf(text).size() < 3)
            return Error{ErrorCode::Refused, tr("“%1” is not a phone number.").arg(text), {}, m_field.code};
        if (m_field.type == FieldType::Email && !text.contains(u'@'))
            return Error{ErrorCode::Refused, tr("“%1” is not an e-mail address.").arg(text), {}, m_field.code};
        members.append({.text = text, .label = line.label->currentData().toString(), .ref = {}, .key = {}});
    }
    return membersValue(members);
}

QWidget *MembersEditor::input() const
{
    return m_edits.first().text;
}

} // namespace Kartoteka
