// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_form.h"

#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/card/card_view_bar.h"
#include "views/card/field_columns.h"
#include "views/card/field_row_menu.h"
#include "views/card/layout_editor.h"
#include "views/card/name_row.h"
#include "views/card/row_flag.h"
#include "views/card/section_head.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int seenAtOnce = 12; ///< fields in the form of a new item

} // namespace

FieldForm::FieldForm(Store &store, QWidget *parent)
    : QWidget(parent), m_store(store), m_layouts(new CardLayoutModel(store, this)), m_menu(new FieldRowMenu(store, this))
{
    setObjectName(u"cardFields"_s);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(Space::l, Space::s, Space::xs, Space::l);
    m_column->setSpacing(0);
    m_fields = new FieldColumns(this);
    m_name = new NameRow(store, m_fields);
    m_more = new QToolButton(this);
    m_more->setObjectName(u"moreFields"_s);
    m_views = new CardViewBar(*m_layouts, this);
    auto *row = new QHBoxLayout; // what the fields do not take of a wide card stays beside them
    row->setSpacing(0);
    row->addWidget(m_fields, 1);
    row->addStretch(0);
    m_column->addLayout(row);
    m_column->addSpacing(Space::s);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    m_column->addWidget(m_views);
    m_column->addStretch(1);
    connect(m_layouts, &CardLayoutModel::changed, this, &FieldForm::arrange);
    connect(m_layouts, &CardLayoutModel::failed, this, &FieldForm::failed);
    connect(m_layouts, &CardLayoutModel::done, this, &FieldForm::done);
    connect(m_menu, &FieldRowMenu::done, this, &FieldForm::done);
    connect(m_name, &NameRow::foldingChanged, this, &FieldForm::updateVisibility);
    connect(m_views, &CardViewBar::configureWanted, this, [this] { setConfiguring(true); });
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_showAll = !m_showAll;
        updateVisibility();
    });
}

void FieldForm::setItem(const Item &item)
{
    const bool isAnother = m_item.typeId != item.typeId || m_item.id != item.id;
    m_item = item;
    if (isAnother) {
        m_showAll = false;
        m_revealed = {};
        setConfiguring(false);
    }
    const Pipeline *usual = m_store.schema()->defaultPipeline(item.typeId);
    const qint64 pipeline = item.reference(Codes::pipeline);
    m_layouts->show(item.typeId, pipeline == 0 && usual ? usual->id : pipeline);
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        FieldRow *row = it.value();
        const bool isNews = !isAnother && !row->isEditing() && row->value() != item.value(it.key());
        row->setValue(item.value(it.key()), writtenBy(item));
        if (isNews)
            row->flash();
    }
    m_name->showName();
    showFlags();
    updateVisibility();
}

void FieldForm::setLead(QWidget *lead)
{
    m_fields->setLead(lead);
}

void FieldForm::setSideBySide(bool wanted)
{
    m_fields->setSideBySide(wanted);
}

void FieldForm::setElsewhere(const QStringList &fields)
{
    if (fields == m_elsewhere)
        return;
    m_elsewhere = fields;
    arrange();
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

/// Puts heads and rows where the layout has them. Rows stay what they are, with what is typed in them.
void FieldForm::arrange()
{
    if (m_layouts->layout().typeId != m_item.typeId)
        return;
    const SchemaPtr schema = m_store.schema();
    m_fields->clear();
    QList<Group> former = std::exchange(m_groups, {});
    QHash<QString, FieldRow *> known = std::exchange(m_rows, {});
    addGroups(*schema, former, known);
    for (const Group &group : std::as_const(former)) {
        group.head->hide();
        group.head->deleteLater();
    }
    for (FieldRow *gone : std::as_const(known)) {
        m_flags.remove(gone->field().code);
        gone->hide();
        gone->deleteLater();
    }
    showFlags();
    updateVisibility();
}

void FieldForm::addGroups(const Schema &schema, QList<Group> &former, QHash<QString, FieldRow *> &known)
{
    m_name->setParts({});
    for (const PlacedSection &section : m_layouts->layout().sections) {
        Group group{section.uid, headOf(section, former), {}};
        for (const PlacedField &placed : section.fields) {
            if (const Field *field = schema.field(placed.field); field && !m_elsewhere.contains(field->code))
                group.rows << rowFor(*field, known);
        }
        joinName(group);
        QList<QWidget *> stacked{group.head};
        for (FieldRow *row : std::as_const(group.rows)) {
            if (m_name->isThere() && row == m_name->parts().constFirst())
                stacked << m_name->whole();
            stacked << row;
        }
        m_fields->add(stacked);
        m_groups.append(group);
    }
}

/// The head that is there, or a new one.
SectionHead *FieldForm::headOf(const PlacedSection &section, QList<Group> &former)
{
    const auto same = std::ranges::find(former, section.uid, &Group::section);
    const bool isNew = same == former.end();
    SectionHead *head = isNew ? new SectionHead(m_fields) : former.takeAt(same - former.begin()).head;
    if (isNew)
        connect(head, &SectionHead::editWanted, this, [this, uid = section.uid] { editSection(uid); });
    head->setName(section.name);
    return head;
}

/// The row that is there, unless the field has become another one since and nothing is typed in it.
FieldRow *FieldForm::rowFor(const Field &field, QHash<QString, FieldRow *> &known)
{
    FieldRow *row = known.take(field.code);
    const bool isOfAnother = row && row->field().typeId != field.typeId;
    if (isOfAnother || (row && !(row->field() == field) && !row->isEditing())) {
        row->hide();
        row->deleteLater();
        m_flags.remove(field.code);
        row = nullptr;
    }
    if (!row)
        row = makeRow(field);
    m_rows.insert(field.code, row);
    return row;
}

FieldRow *FieldForm::makeRow(const Field &field)
{
    auto *row = new FieldRow(m_store, field, m_fields);
    connect(row, &FieldRow::edited, this, &FieldForm::edited);
    connect(row, &FieldRow::linkActivated, this, &FieldForm::linkActivated);
    connect(row, &FieldRow::fileWanted, this, &FieldForm::fileWanted);
    connect(row, &FieldRow::fileActivated, this, &FieldForm::fileActivated);
    connect(row, &FieldRow::reachWanted, this, &FieldForm::reachWanted);
    row->setValue(m_item.value(field.code));
    m_menu->serve(*row);
    m_flags.insert(field.code, new RowFlag(row));
    return row;
}

/// Parts of a name that stand one below the other show as one row.
void FieldForm::joinName(const Group &group)
{
    QList<FieldRow *> parts;
    for (FieldRow *row : group.rows) {
        if (NameRow::isPart(row->field().code))
            parts << row;
        else if (parts.size() < 2)
            parts.clear();
        else
            break;
    }
    if (parts.size() > 1)
        m_name->setParts(parts);
}

/// Which fields a stage further on needs, at the pipeline of the item.
void FieldForm::showFlags()
{
    const SchemaPtr schema = m_store.schema();
    for (auto it = m_flags.cbegin(); it != m_flags.cend(); ++it) {
        const Field *field = schema->field(m_item.typeId, it.key());
        const Stage *stage = field ? schema->stage(requiredFrom(*schema, field->id, m_layouts->layout().pipeline)) : nullptr;
        it.value()->setStage(stage && !field->required ? displayName(*schema, *stage) : QString());
    }
}

/// What a new item is begun with; the rest waits behind "all fields" where there is much of it.
bool FieldForm::isMain(const FieldRow &row) const
{
    static const QStringList ofTheEnd{Codes::outcomeReason, Codes::outcomeComment};
    if (m_rows.size() <= seenAtOnce)
        return row.field().editable && !ofTheEnd.contains(row.field().code);
    static const QStringList codes{Codes::title,     Codes::amount,    Codes::clientContact, Codes::clientCompany,
                                   Codes::phone,     Codes::source,    Codes::responsible,   Codes::lastName,
                                   Codes::firstName, Codes::middleName};
    return codes.contains(row.field().code);
}

/// Whether a row is seen; that the section or field is hidden in the view is looked at elsewhere.
bool FieldForm::isWanted(const FieldRow &row) const
{
    const PlacedField *placed = m_layouts->layout().field(row.field().id);
    const bool isKept = row.field().required || (placed && placed->shown == Shown::Always)
        || (row.isEditing() && (!m_editing || row.isChanged()));
    if (m_showAll || isKept || !row.isEmpty())
        return true;
    return m_editing && isMain(row);
}

void FieldForm::updateVisibility()
{
    int hidden = 0;
    for (const Group &group : std::as_const(m_groups)) {
        const PlacedSection *section = m_layouts->layout().section(group.section);
        bool any = false;
        bool isEditable = false;
        for (FieldRow *row : group.rows) {
            const PlacedField *placed = m_layouts->layout().field(row->field().id);
            // The title stands in the header already; a file is put into an item that is there, by an act of its own.
            const bool isElsewhere = m_editing ? row->field().type == FieldType::File : row->field().code == Codes::title;
            const bool isHidden = !section || section->isHidden || !placed || placed->shown == Shown::Hidden;
            const bool isNeeded = (m_editing && row->field().required) || (row->isEditing() && row->isChanged());
            const bool isOffered = !isElsewhere && (!isHidden || isNeeded);
            const bool isPart = m_name->isThere() && m_name->parts().contains(row);
            const bool isFolded = isPart && !m_editing && !m_name->isUnfolded();
            const bool isSeen = isOffered && (isWanted(*row) || m_revealed == group.section || (isPart && !isFolded));
            row->setVisible(isSeen && !isFolded);
            if (isSeen && m_editing && row->field().editable && !row->isEditing())
                row->setAlwaysEditing(true);
            any = any || isSeen;
            isEditable = isEditable || (isSeen && row->field().editable);
            hidden += isOffered && !isSeen ? 1 : 0;
        }
        group.head->setVisible(any);
        group.head->setEditable(isEditable && !m_editing);
    }
    const auto isPartSeen = [this](const FieldRow *part) {
        const PlacedField *placed = m_layouts->layout().field(part->field().id);
        return isWanted(*part) && placed && placed->shown != Shown::Hidden;
    };
    m_name->whole()->setVisible(m_name->isThere() && !m_editing && !m_name->isUnfolded()
                                && std::ranges::any_of(m_name->parts(), isPartSeen));
    m_more->setVisible((hidden > 0 || m_showAll) && !isConfiguring());
    m_more->setText(m_editing ? (m_showAll ? tr("Only the main fields") : tr("All fields"))
                              : (m_showAll ? tr("Hide empty fields") : tr("%n more empty field(s)", nullptr, hidden)));
    m_views->setVisible(!m_editing);
    m_fields->balance();
}

void FieldForm::setEditing(bool editing)
{
    m_editing = editing;
    m_showAll = false;
    m_revealed = {};
    for (FieldRow *row : std::as_const(m_rows)) {
        if (row->field().editable && !editing)
            row->setAlwaysEditing(false);
        else if (row->field().editable && row->isEditing())
            row->setAlwaysEditing(true); // what was open in place goes on as one of all
    }
    updateVisibility();
}

QList<FieldRow *> FieldForm::ordered() const
{
    QList<FieldRow *> rows;
    for (const Group &group : m_groups) {
        for (FieldRow *row : group.rows) {
            if (m_name->isThere() && row == m_name->parts().constFirst())
                rows << m_name->whole();
            rows << row;
        }
    }
    return rows;
}

bool FieldForm::focusFirst()
{
    if (m_editor) {
        m_editor->takeFocus();
        return true;
    }
    const QList<FieldRow *> rows = ordered();
    const auto first = std::ranges::find_if(rows,
                                            [](const FieldRow *row) { return !row->isHidden() && row->field().editable; });
    if (first == rows.end())
        return false;
    auto *editor = (*first)->isEditing() ? (*first)->findChild<FieldEditor *>() : nullptr;
    (editor ? editor->input() : static_cast<QWidget *>(*first))->setFocus();
    return true;
}

void FieldForm::editSection(const QUuid &section)
{
    m_revealed = section;
    updateVisibility();
    for (const Group &group : std::as_const(m_groups)) {
        const auto first = std::ranges::find_if(group.rows, [this](const FieldRow *row) {
            return row->field().editable && (!row->isHidden() || m_name->parts().contains(row));
        });
        if (group.section != section || first == group.rows.end())
            continue;
        if (m_name->parts().contains(*first))
            m_name->unfold();
        (*first)->beginEdit();
    }
}

Result<QHash<QString, Value>> FieldForm::unsavedValues()
{
    QHash<QString, Value> unsaved;
    const QList<FieldRow *> rows = ordered();
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
    return unsaved;
}

void FieldForm::closeEditors()
{
    m_editing = false;
    m_showAll = false;
    for (FieldRow *row : std::as_const(m_rows))
        row->setAlwaysEditing(false);
    updateVisibility();
}

Result<QHash<QString, Value>> FieldForm::values()
{
    QHash<QString, Value> values;
    const QList<FieldRow *> rows = ordered();
    for (FieldRow *row : rows) {
        if (!row->field().editable || row == m_name->whole())
            continue;
        auto value = row->editedValue();
        if (!value) {
            showProblem(row->field().code, value.error().message);
            return value.error();
        }
        row->setProblem({});
        values.insert(row->field().code, *value);
    }
    return values;
}

void FieldForm::showProblem(const QString &field, const QString &text)
{
    FieldRow *row = m_rows.value(field);
    if (!row)
        return;
    setConfiguring(false);
    if (m_name->parts().contains(row))
        m_name->unfold();
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
    if (!row || m_editing)
        return;
    row->endEdit();
    m_name->foldIfLeft();
}

void FieldForm::saveOpen()
{
    const QList<FieldRow *> rows = ordered();
    for (FieldRow *row : rows)
        row->save();
}

bool FieldForm::hasUnsaved() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [](const FieldRow *row) { return row->isEditing() && row->isChanged(); });
}

void FieldForm::setConfiguring(bool configuring)
{
    if (configuring == isConfiguring() || (configuring && m_rows.isEmpty()))
        return;
    if (configuring) {
        m_editor = new LayoutEditor(*m_layouts, m_tabs, this);
        connect(m_editor, &LayoutEditor::left, this, [this] { setConfiguring(false); });
        m_column->insertWidget(0, m_editor);
        m_editor->show();
        m_editor->takeFocus();
    } else {
        LayoutEditor *editor = std::exchange(m_editor, nullptr);
        editor->hide();
        editor->deleteLater();
    }
    m_fields->setVisible(!configuring);
    updateVisibility();
    if (!configuring)
        focusFirst();
}

} // namespace Kartoteka
