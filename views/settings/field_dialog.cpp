// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/field_dialog.h"

#include "core/definitions/code_names.h"
#include "core/definitions/list_acts.h"
#include "core/definitions/usage.h"
#include "core/schema/builtin_names.h"
#include "models/base/shown_uses.h"
#include "views/settings/default_choice.h"
#include "views/settings/field_words.h"
#include "views/settings/value_list_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/unsaved_question.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int widest = 560;

template<typename T>
T *named(T *widget, const QString &name, const QString &spoken = {})
{
    widget->setObjectName(name);
    if (!spoken.isEmpty())
        widget->setAccessibleName(spoken);
    return widget;
}

} // namespace

FieldDialog::FieldDialog(Store &store, qint64 typeId, qint64 fieldId, qint64 section, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId), m_fieldId(fieldId), m_section(section)
{
    setObjectName(u"fieldDialog"_s);
    const SchemaPtr schema = store.schema();
    const Field *found = schema->field(fieldId);
    const Field field = found ? *found : Field();
    setWindowTitle(fieldId == 0 ? tr("New field of “%1”").arg(pluralName(*schema->type(typeId)))
                                : tr("Field “%1”").arg(displayName(field)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new ElidedLabel(windowTitle(), this); // a long name leaves the height to the fields
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    m_form = new QFormLayout;
    m_form->setSpacing(Space::s);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(m_form);
    m_name = named(new QLineEdit(fieldId == 0 ? QString() : displayName(field), this), u"fieldName"_s);
    m_form->addRow(tr("Name"), m_name);
    if (fieldId == 0)
        addWhat(m_form, *schema);
    addSettings(m_form, field);
    m_problem = named(new QLabel(this), u"fieldProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    QPushButton *accept = addDialogButtons(this, layout, fieldId == 0 ? tr("Add") : tr("Save"), u"fieldAccept"_s);
    waitForText(*accept, *m_name, *m_problem, definitionName({}).error().message);
    setMinimumWidth(scaled(widest, fontMetrics()));
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        if (m_fieldId == 0 && !m_codeTyped)
            m_code->setText(name.trimmed().isEmpty() ? QString() : freeFieldCode(*m_store.schema(), m_typeId, name));
    });
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_codeTyped = true; });
    showKind();
    m_name->setFocus();
}

void FieldDialog::suggestName(const QString &name)
{
    if (m_fieldId == 0 && !name.isEmpty())
        m_name->setText(name);
}

/// What a field is once and for all.
void FieldDialog::addWhat(QFormLayout *form, const Schema &schema)
{
    m_kind = named(new QComboBox(this), u"fieldKind"_s);
    for (const FieldType type : ownFieldTypes())
        m_kind->addItem(fieldKindName(type), int(type));
    form->addRow(tr("Kind"), m_kind);
    m_multiple = named(new QCheckBox(tr("Holds several values"), this), u"fieldMultiple"_s);
    form->addRow(QString(), m_multiple);
    m_target = named(new QComboBox(this), u"fieldTarget"_s);
    for (const EntityType &type : schema.types()) {
        if (type.isItem)
            m_target->addItem(pluralName(type), type.code);
    }
    m_target->addItem(tr("Cards of any type"), QString());
    form->addRow(tr("Links to"), m_target);
    m_valuesFrom = named(new QComboBox(this), u"fieldValuesFrom"_s);
    m_valuesFrom->addItem(tr("Its own list"), 0);
    for (const Field &owner : dictionaries(schema)) {
        const EntityType *type = schema.type(owner.typeId);
        m_valuesFrom->addItem(tr("%1 (%2)", "a list, and the type it is of").arg(displayName(owner), pluralName(*type)),
                              owner.id);
    }
    form->addRow(tr("Values"), m_valuesFrom);
    m_values = named(new QPlainTextEdit(this), u"fieldValues"_s, tr("Values, one a line"));
    m_values->setPlaceholderText(tr("One a line"));
    m_values->setTabChangesFocus(true);
    m_values->setFixedHeight(fontMetrics().height() * 5 + Space::l);
    form->addRow(QString(), m_values);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FieldDialog::showKind);
    connect(m_valuesFrom, &QComboBox::currentIndexChanged, this, &FieldDialog::showKind);
}

void FieldDialog::addSettings(QFormLayout *form, const Field &field)
{
    m_required = named(new QCheckBox(tr("Required"), this), u"fieldRequired"_s);
    m_required->setChecked(field.required);
    m_required->setEnabled(field.editable);
    form->addRow(QString(), m_required);
    m_default = named(new QLineEdit(field.defaultValue, this), u"fieldDefault"_s);
    form->addRow(tr("Default value"), m_default);
    m_defaultChoice = named(new DefaultChoice(this), u"fieldDefaultChoice"_s);
    m_defaultChoice->offer(*m_store.schema(), field);
    m_defaultChoice->setValue(field.defaultValue);
    form->addRow(tr("Default value"), m_defaultChoice);
    m_unique = named(new QComboBox(this), u"fieldUnique"_s);
    m_unique->addItem(tr("Duplicates allowed"), QString());
    m_unique->addItem(tr("Warn about duplicates"), u"warn"_s);
    m_unique->addItem(tr("Do not allow duplicates"), u"refuse"_s);
    m_unique->setCurrentIndex(qMax(0, m_unique->findData(field.uniqueness)));
    form->addRow(tr("Duplicates"), m_unique);
    m_help = named(new QLineEdit(field.help, this), u"fieldHelp"_s);
    m_help->setPlaceholderText(tr("Shown while filling it in"));
    form->addRow(tr("Hint"), m_help);
    m_timeline = named(new QCheckBox(tr("Show changes in the timeline"), this), u"fieldTimeline"_s);
    m_timeline->setChecked(m_fieldId == 0 || field.significant);
    form->addRow(QString(), m_timeline);
    m_tab = named(new QCheckBox(tr("Show as a tab there"), this), u"fieldTab"_s);
    m_tab->setChecked(field.asTab);
    form->addRow(QString(), m_tab);
    m_code = named(new QLineEdit(field.code, this), u"fieldCode"_s);
    m_code->setEnabled(!field.system);
    m_code->setToolTip(field.system ? tr("The program relies on this code")
                                    : tr("For filters, files and the command line. Filters still understand the old code."));
    form->addRow(tr("Code"), m_code);
    if (m_fieldId == 0)
        return;
    if (field.type == FieldType::List) {
        auto *values = named(new QPushButton(tr("Edit the values…"), this), u"fieldValuesEdit"_s);
        values->setAutoDefault(false);
        form->addRow(tr("Values"), values);
        connect(values, &QPushButton::clicked, this, [this] {
            auto *dialog = new ValueListDialog(m_store, m_fieldId, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &ValueListDialog::done, this, &FieldDialog::done);
            connect(dialog, &QDialog::finished, this, [this] { // the default is one of what stands now
                if (const Field *now = m_store.schema()->field(m_fieldId))
                    m_defaultChoice->offer(*m_store.schema(), *now);
            });
            dialog->open();
        });
    }
    m_uses = named(new QLabel(this), u"fieldUses"_s);
    m_uses->setProperty("muted", true);
    m_uses->setFont(Theme::small(font()));
    m_uses->setWordWrap(true);
    form->addRow(tr("Used by"), m_uses);
    showUses();
}

void FieldDialog::setRowVisible(QWidget *field, bool visible)
{
    if (field)
        m_form->setRowVisible(field, visible);
}

/// Only what there is to be said of a field of this kind.
void FieldDialog::showKind()
{
    const SchemaPtr schema = m_store.schema();
    Field field;
    if (const Field *known = schema->field(m_fieldId))
        field = *known;
    if (m_kind) {
        field.type = FieldType(m_kind->currentData().toInt());
        field.multiple = m_multiple->isChecked();
        field.target = m_target->currentData().toString();
        const bool isList = field.type == FieldType::List;
        setRowVisible(m_multiple, canBeMultiple(field.type));
        setRowVisible(m_target, field.type == FieldType::Link);
        setRowVisible(m_valuesFrom, isList);
        setRowVisible(m_values, isList && m_valuesFrom->currentData().toLongLong() == 0);
    }
    field.typeId = m_typeId;
    const bool isNewList = field.type == FieldType::List && m_fieldId == 0;
    const bool isChosen = DefaultChoice::isFor(*schema, field);
    const bool mayBegin = field.editable && !isNewList && (field.type != FieldType::Link || isChosen)
        && field.type != FieldType::File && field.type != FieldType::Stage && field.type != FieldType::Pipeline;
    setRowVisible(m_default, mayBegin && !isChosen);
    setRowVisible(m_defaultChoice, mayBegin && isChosen);
    if (isChosen && m_fieldId == 0)
        m_defaultChoice->offer(*schema, field);
    setRowVisible(m_unique, canBeUnique(field));
    setRowVisible(m_tab, field.type == FieldType::Link && !field.target.isEmpty());
    m_default->setPlaceholderText(tr("Empty"));
    fit();
}

/// As high as what it says needs, at the width that it has.
void FieldDialog::fit()
{
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), height);
}

/// Where the file uses it. The filters of a file are many, and read beside.
void FieldDialog::showUses()
{
    m_uses->setText(tr("Looking…"));
    m_store
        .read<QStringList>({},
                           [id = m_fieldId](const ReadContext &context) -> Result<QStringList> {
                               const Field *field = context.schema->field(id);
                               return field ? usesOf(context, *field) : Result<QStringList>(QStringList());
                           })
        .then(this, [this](const Result<QStringList> &uses) {
            QStringList all = uses ? *uses : QStringList();
            if (const Field *field = m_store.schema()->field(m_fieldId))
                all += ShownUses::of(m_store).of(*field);
            m_uses->setToolTip(all.join(u'\n'));
            constexpr qsizetype named = 6;
            if (const qsizetype more = all.size() - named; more > 1)
                all = all.first(named) << tr("and %n more", nullptr, int(more));
            m_uses->setText(!uses ? uses.error().message : all.isEmpty() ? tr("nowhere else") : all.join(u'\n'));
            fit();
        });
}

NewField FieldDialog::typed() const
{
    NewField field;
    field.name = m_name->text();
    field.code = m_code->text().trimmed();
    field.required = m_required->isChecked();
    field.defaultValue = !m_default->isHidden() ? m_default->text()
        : !m_defaultChoice->isHidden()          ? m_defaultChoice->value()
                                                : QString();
    field.uniqueness = m_unique->isHidden() ? QString() : m_unique->currentData().toString();
    field.help = m_help->text();
    field.significant = m_timeline->isChecked();
    field.asTab = !m_tab->isHidden() && m_tab->isChecked();
    field.section = m_section;
    if (!m_kind)
        return field;
    field.type = FieldType(m_kind->currentData().toInt());
    field.multiple = !m_multiple->isHidden() && m_multiple->isChecked();
    if (field.type == FieldType::Link)
        field.target = m_target->currentData().toString();
    if (field.type == FieldType::List) {
        field.valuesFrom = m_valuesFrom->currentData().toLongLong();
        const QStringList lines = m_values->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : field.valuesFrom == 0 ? lines : QStringList()) {
            if (!line.trimmed().isEmpty())
                field.listValues << line.trimmed();
        }
    }
    return field;
}

void FieldDialog::refuse(const Error &error)
{
    m_problem->setText(error.message);
    m_problem->show();
    const QHash<QString, QWidget *> places{
        {u"name"_s, m_name},         {u"code"_s, m_code}, {u"values"_s, m_values}, {u"default_value"_s, m_default},
        {u"uniqueness"_s, m_unique}, {u"help"_s, m_help}, {u"target"_s, m_target}, {u"type"_s, m_kind}};
    QWidget *place = places.value(error.where);
    if (place == m_default && m_default->isHidden())
        place = m_defaultChoice;
    if (place)
        place->setFocus();
    resize(width(), sizeHint().height());
}

/// Of a new field: whether more than ticks and choices would be lost; of one that stands whether anything was changed.
bool FieldDialog::isWritten() const
{
    const NewField field = typed();
    if (m_fieldId == 0)
        return !field.name.trimmed().isEmpty() || !field.code.isEmpty() || !field.defaultValue.trimmed().isEmpty()
            || !field.help.trimmed().isEmpty() || !field.listValues.isEmpty();
    const SchemaPtr schema = m_store.schema();
    const Field *stands = schema->field(m_fieldId);
    if (!stands)
        return false;
    FieldSettings settings = field;
    settings.section = stands->section;
    const auto changes = planEditField(*schema, *stands, settings);
    return !changes || !changes->isEmpty();
}

void FieldDialog::reject()
{
    if (m_pending.isRunning())
        return; // it comes to be, whoever turns away now
    if (!isVisible() || !isWritten()) {
        QDialog::reject();
        return;
    }
    const QString name = m_name->text().simplified();
    const UnsavedAnswer answer = m_fieldId != 0
        ? askAboutTyped(name.isEmpty() ? windowTitle() : name, this)
        : askAboutDraft(name.isEmpty() ? tr("Add the new field?") : tr("Add the field “%1”?").arg(name), tr("Add"), this);
    switch (answer) {
    case UnsavedAnswer::Save: accept(); break;
    case UnsavedAnswer::Discard: QDialog::reject(); break;
    case UnsavedAnswer::Stay: break;
    }
}

void FieldDialog::accept()
{
    if (m_pending.isRunning())
        return;
    const SchemaPtr schema = m_store.schema();
    const NewField field = typed();
    const Field *stands = schema->field(m_fieldId);
    const EntityType *type = schema->type(m_typeId);
    if (!type || (m_fieldId != 0 && !stands)) {
        QDialog::reject(); // deleted meanwhile
        return;
    }
    FieldSettings settings = field;
    if (stands)
        settings.section = stands->section;
    auto changes = stands ? planEditField(*schema, *stands, settings) : planAddField(*schema, *type, field);
    if (!changes) {
        refuse(changes.error());
        return;
    }
    if (changes->isEmpty()) {
        QDialog::accept();
        return;
    }
    const QString said = stands ? tr("Field changed: %1").arg(field.name.simplified())
                                : tr("Field added: %1").arg(field.name.simplified());
    const QUuid uid = changes->changes.constFirst().uid;
    m_pending.begin(this, m_store.commit(*changes), [this, said, uid](const Result<Receipt> &receipt) {
        if (!receipt) {
            refuse(receipt.error());
            return false;
        }
        emit done(said);
        if (m_fieldId == 0)
            emit made(receipt->created.value(uid));
        QDialog::accept();
        return true;
    });
}

} // namespace Kartoteka
