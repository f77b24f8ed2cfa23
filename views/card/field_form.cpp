// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_form.h"

#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/theme/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

FieldForm::FieldForm(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"cardFields"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::s, Space::l, Space::l);
    layout->setSpacing(0);
}

void FieldForm::build(qint64 typeId)
{
    delete layout();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_rows.clear();
    m_sections.clear();
    m_typeId = typeId;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::l, Space::s, Space::l, Space::l);
    column->setSpacing(0);
    const SchemaPtr schema = m_store.schema();
    for (const Section &section : schema->sections(typeId)) {
        auto *heading = new QLabel(displayName(section), this);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        heading->setFont(strong);
        heading->setContentsMargins(Space::s, Space::m, Space::s, Space::xs);
        column->addWidget(heading);
        QList<FieldRow *> rows;
        for (const Field &field : schema->fields(typeId)) {
            // The title and the stage have their places in the header.
            if (field.section != section.id || field.code == Codes::stage || m_elsewhere.contains(field.code))
                continue;
            auto *row = new FieldRow(m_store, field, this);
            connect(row, &FieldRow::edited, this, &FieldForm::edited);
            connect(row, &FieldRow::linkActivated, this, &FieldForm::linkActivated);
            connect(row, &FieldRow::fileWanted, this, &FieldForm::fileWanted);
            connect(row, &FieldRow::fileActivated, this, &FieldForm::fileActivated);
            connect(row, &FieldRow::reachWanted, this, &FieldForm::reachWanted);
            column->addWidget(row);
            rows.append(row);
            m_rows.insert(field.code, row);
        }
        m_sections.append({heading, rows});
    }
    m_more = new QToolButton(this);
    m_more->setObjectName(u"moreFields"_s);
    column->addSpacing(Space::s);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_showEmpty = !m_showEmpty;
        updateVisibility();
    });
}

void FieldForm::setItem(const Item &item)
{
    if (m_typeId != item.typeId || m_rows.isEmpty()) {
        build(item.typeId);
        m_showEmpty = false;
    }
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        it.value()->setValue(item.value(it.key()), writtenBy(item));
    }
    updateVisibility();
}

void FieldForm::setElsewhere(const QStringList &fields)
{
    if (fields == m_elsewhere)
        return;
    m_elsewhere = fields;
    m_typeId = 0; // built anew with the next item
}

QHash<QString, Value> FieldForm::started() const
{
    QHash<QString, Value> started;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        started.insert(it.key(), it.value()->value());
    return started;
}

/// Who wrote to an item last, and when: said beside what somebody is typing meanwhile.
QString FieldForm::writtenBy(const Item &item) const
{
    const User *user = m_store.schema()->user(item.reference(Codes::modifiedBy));
    const Value at = item.value(Codes::modifiedAt);
    if (!user || !at.isValid())
        return {};
    const QTime time = QDateTime::fromMSecsSinceEpoch(at.toLongLong()).time();
    return tr("%1 at %2", "a person, a time").arg(user->name, QLocale().toString(time, QLocale::ShortFormat));
}

void FieldForm::updateVisibility()
{
    int hidden = 0;
    for (const auto &[heading, rows] : std::as_const(m_sections)) {
        bool any = false;
        for (FieldRow *row : rows) {
            // The title stands in the header already.
            const bool inHeader = row->field().code == Codes::title && !m_editing;
            // A file is put into an item that is there, by an act of its own.
            const bool waits = row->field().type == FieldType::File && m_editing;
            const bool wanted = !inHeader && !waits
                && (m_editing || m_showEmpty || !row->isEmpty() || row->field().required || row->isEditing());
            row->setVisible(wanted);
            any = any || wanted;
            hidden += wanted || inHeader ? 0 : 1;
        }
        heading->setVisible(any);
    }
    if (!m_more)
        return;
    m_more->setVisible(!m_editing && (hidden > 0 || m_showEmpty));
    m_more->setText(m_showEmpty ? tr("Hide empty fields") : tr("%n more field(s)", nullptr, hidden));
}

void FieldForm::setEditing(bool editing)
{
    m_editing = editing;
    for (const auto &[heading, rows] : std::as_const(m_sections)) {
        for (FieldRow *row : rows) {
            if (row->field().editable)
                row->setAlwaysEditing(editing);
        }
    }
    updateVisibility();
}

bool FieldForm::focusFirst()
{
    for (const auto &[heading, rows] : std::as_const(m_sections)) {
        for (FieldRow *row : rows) {
            if (row->isHidden() || !row->field().editable)
                continue;
            auto *editor = row->isEditing() ? row->findChild<FieldEditor *>() : nullptr;
            QWidget *first = editor ? editor->input() : static_cast<QWidget *>(row);
            first->setFocus();
            return true;
        }
    }
    return false;
}

Result<QHash<QString, Value>> FieldForm::unsavedValues()
{
    QHash<QString, Value> unsaved;
    for (const auto &[heading, rows] : std::as_const(m_sections)) {
        for (FieldRow *row : rows) {
            if (!row->isEditing())
                continue;
            auto value = row->editedValue();
            if (!value) {
                showProblem(row->field().code, value.error().message);
                return value.error();
            }
            if (row->isChanged())
                unsaved.insert(row->field().code, *value);
        }
    }
    return unsaved;
}

void FieldForm::closeEditors()
{
    m_editing = false;
    for (const auto &[heading, rows] : std::as_const(m_sections)) {
        for (FieldRow *row : rows)
            row->setAlwaysEditing(false);
    }
    updateVisibility();
}

Result<QHash<QString, Value>> FieldForm::values()
{
    QHash<QString, Value> values;
    for (const auto &[heading, rows] : std::as_const(m_sections)) {
        for (FieldRow *row : rows) {
            if (!row->field().editable)
                continue;
            auto value = row->editedValue();
            if (!value) {
                showProblem(row->field().code, value.error().message);
                return value.error();
            }
            row->setProblem({});
            values.insert(row->field().code, *value);
        }
    }
    return values;
}

void FieldForm::showProblem(const QString &field, const QString &text)
{
    FieldRow *row = m_rows.value(field);
    if (!row)
        return;
    row->show();
    row->beginEdit();
    row->setProblem(text);
    // After the layout has given the row its place.
    QTimer::singleShot(0, row, [row] {
        for (QWidget *widget = row->parentWidget(); widget; widget = widget->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(widget))
                area->ensureWidgetVisible(row);
        }
        if (auto *editor = row->findChild<FieldEditor *>())
            editor->input()->setFocus();
    });
}

void FieldForm::closeEditor(const QString &field)
{
    FieldRow *row = m_rows.value(field);
    if (row && !m_editing)
        row->endEdit();
}

bool FieldForm::hasUnsaved() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const FieldRow *row) { return row->isEditing() && row->isChanged(); });
}

} // namespace Kartoteka
