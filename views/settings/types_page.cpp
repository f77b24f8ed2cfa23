// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/types_page.h"

#include "core/definitions/definition_queries.h"
#include "core/definitions/field_acts.h"
#include "core/definitions/type_acts.h"
#include "core/definitions/usage.h"
#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "models/base/shown_uses.h"
#include "views/settings/field_dialog.h"
#include "views/settings/field_words.h"
#include "views/settings/kind_menu.h"
#include "views/settings/type_dialog.h"
#include "views/settings/type_wizard.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/uses_text.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

/// Rows of the list of fields: fields by their ids, sections by theirs below zero.
constexpr qint64 offCard = -1'000'000'000'000;
constexpr qint64 deletedOnes = offCard - 1;
enum Group { Standing, Deleted };

qint64 rowOfSection(qint64 section)
{
    return section == 0 ? offCard : -section;
}

qint64 sectionOfRow(qint64 row)
{
    return row == offCard ? 0 : -row;
}

} // namespace

TypesPage::TypesPage(Store &store, QWidget *parent)
    : DefinitionPage(store, u"types"_s, tr("Types and fields"), u"list"_s, parent)
    , m_types(new DefinitionList(this))
    , m_heading(new ElidedLabel(this))
    , m_fields(new DefinitionList(this))
    , m_kinds(new KindMenu(store, this))
{
    setKeywords(tr("smart processes, properties, entities, own fields"));
    m_types->setObjectName(u"typeList"_s);
    m_types->setAccessibleName(tr("Types"));
    m_types->setShowsCurrent(true);
    body()->addSpacing(Space::s);
    body()->addWidget(m_types);
    QPushButton *addType = makeButton(u"typeAdd"_s, tr("New type…"), u"plus"_s);
    addButtons({addType});
    m_heading->setObjectName(u"fieldsOf"_s);
    m_heading->setFont(Theme::strong(font()));
    m_heading->setContentsMargins(Space::s, Space::l, 0, 0);
    body()->addWidget(m_heading);
    // Above the fields, of which there may be hundreds.
    QPushButton *addField = makeButton(u"fieldAdd"_s, tr("New field…"), u"plus"_s);
    QPushButton *addSection = makeButton(u"sectionAdd"_s, tr("New card section…"), u"plus"_s);
    addButtons({addField, addSection});
    m_fields->setObjectName(u"fieldList"_s);
    body()->addWidget(m_fields);
    setTabOrder(m_types, addType); // as they stand
    setTabOrder(addType, addField);
    setTabOrder(addField, addSection);
    setTabOrder(addSection, m_fields);
    addPart(u"newType"_s, tr("New type…"), tr("a smart process: contracts, requests, projects"), addType);
    addPart(u"newField"_s, tr("New field…"), tr("of cards and activities"), addField);
    addNote(tr("Enter opens, F2 renames, Alt+Up and Alt+Down move. Every change can be undone."));

    connect(m_types, &DefinitionList::currentChosen, this, [this](qint64 id) {
        if (id == m_type)
            return;
        m_type = id;
        fillFields();
    });
    connect(m_types, &DefinitionList::opened, this, &TypesPage::openType);
    connect(m_types, &DefinitionList::menuWanted, this, &TypesPage::openTypeMenu);
    connect(m_types, &DefinitionList::renamed, this, &TypesPage::renameType);
    connect(m_types, &DefinitionList::ordered, this, [this](const QList<qint64> &ids) {
        commit(planOrderTypes(*this->store().schema(), ids), tr("Types reordered"));
    });
    connect(addType, &QPushButton::clicked, this, &TypesPage::askNewType);
    connect(m_fields, &DefinitionList::opened, this, [this](qint64 row) {
        if (row > 0)
            openField(row);
        else
            m_fields->editName(row);
    });
    connect(m_fields, &DefinitionList::menuWanted, this, &TypesPage::openFieldMenu);
    connect(m_fields, &DefinitionList::renamed, this, &TypesPage::rename);
    connect(m_fields, &DefinitionList::ordered, this, &TypesPage::orderFields);
    connect(addField, &QPushButton::clicked, this, [this] { openField(0); });
    connect(addSection, &QPushButton::clicked, this, [this] {
        const auto name = AskDialog::line(window(), tr("New card section"), tr("What is it called?"), tr("Add"));
        const SchemaPtr schema = this->store().schema();
        if (const EntityType *shown = name ? type(*schema) : nullptr)
            commit(planAddSection(*schema, *shown, *name), tr("Section added: %1").arg(*name));
    });
    connect(m_kinds, &KindMenu::conversionWanted, this, &TypesPage::conversionWanted);
    connect(m_kinds, &KindMenu::failed, this, &TypesPage::failed);
    connect(&store, &Store::schemaChanged, this, &TypesPage::fill);
    fill();
}

const EntityType *TypesPage::type(const Schema &schema) const
{
    return schema.type(m_type);
}

void TypesPage::fill()
{
    fillTypes();
    fillFields();
}

void TypesPage::fillTypes()
{
    const SchemaPtr schema = store().schema();
    QList<Definition> rows;
    for (const EntityType &type : schema->types()) {
        QStringList said{tr("%n field(s)", nullptr, int(schema->fields(type.id).size()))};
        if (!type.listed && type.isItem)
            said << tr("not in the sidebar");
        rows.append({.id = type.id,
                     .name = pluralName(type),
                     .note = said.join(u" · "_s),
                     .colour = QColor(type.colour),
                     .group = type.isItem ? 0 : 1,
                     .canMove = type.isItem});
    }
    for (const EntityType &type : deletedTypes(*schema)) {
        rows.append({.id = type.id,
                     .name = pluralName(type),
                     .note = tr("deleted"),
                     .group = 2,
                     .canMove = false,
                     .canRename = false,
                     .isQuiet = true});
    }
    m_types->setDefinitions(rows);
    if (m_types->current() == 0 && !rows.isEmpty())
        m_types->setCurrent(rows.constFirst().id);
    m_type = m_types->current();
}

void TypesPage::fillFields()
{
    const SchemaPtr schema = store().schema();
    const EntityType *shown = type(*schema);
    m_heading->setText(shown ? tr("Fields of “%1”").arg(pluralName(*shown))
                             : tr("The type is deleted: its menu restores it."));
    m_fields->setAccessibleName(m_heading->text());
    for (QWidget *part :
         {static_cast<QWidget *>(m_fields), findChild<QWidget *>(u"fieldAdd"_s), findChild<QWidget *>(u"sectionAdd"_s)})
        part->setVisible(shown != nullptr);
    QList<Definition> rows;
    const QList<Field> fields = shown ? schema->fields(shown->id) : QList<Field>();
    const QList<Section> sections = shown ? schema->sections(shown->id) : QList<Section>();
    const auto addFields = [&](qint64 section) {
        for (const Field &field : fields) {
            if (field.section == section)
                rows.append({.id = field.id, .name = displayName(field), .note = fieldNote(field)});
        }
    };
    for (const Section &section : sections) {
        rows.append({.id = rowOfSection(section.id), .name = displayName(section), .isHeading = true});
        addFields(section.id);
    }
    if (shown) {
        rows.append({.id = offCard, .name = tr("Not on the card"), .isHeading = true, .canRename = false});
        addFields(0);
    }
    const QList<Field> hidden = shown ? schema->hiddenFields(shown->id) : QList<Field>();
    if (!hidden.isEmpty())
        rows.append({.id = deletedOnes, .name = tr("Deleted"), .group = Deleted, .isHeading = true, .canRename = false});
    for (const Field &field : hidden) {
        rows.append({.id = field.id,
                     .name = displayName(field),
                     .note = fieldKindName(field.type),
                     .group = Deleted,
                     .canMove = false,
                     .canRename = false,
                     .isQuiet = true});
    }
    m_fields->setDefinitions(rows);
}

void TypesPage::askNewType()
{
    auto *wizard = new TypeWizard(store(), window());
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &TypeWizard::made, this, [this](qint64 id, const QString &name) {
        m_types->setCurrent(id);
        emit done(tr("Type added: %1").arg(name));
    });
    wizard->open();
}

void TypesPage::openType(qint64 id)
{
    if (!store().schema()->type(id))
        return;
    auto *dialog = new TypeDialog(store(), id, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TypeDialog::done, this, &TypesPage::done);
    connect(dialog, &TypeDialog::stagesWanted, this, &TypesPage::stagesWanted);
    dialog->open();
}

void TypesPage::renameType(qint64 id, const QString &name)
{
    const SchemaPtr schema = store().schema();
    const EntityType *type = schema->type(id);
    if (!type)
        return;
    // The list shows what many of them are called.
    TypeSettings settings = settingsOf(*type);
    (type->plural.isEmpty() && !isOfProgram(*type) ? settings.name : settings.plural) = name;
    commit(planEditType(*schema, *type, settings, store().clock().now()), tr("Renamed: %1").arg(name));
}

void TypesPage::openTypeMenu(qint64 id, const QPoint &at)
{
    const SchemaPtr schema = store().schema();
    QMenu menu(this);
    menu.setObjectName(u"typeMenu"_s);
    if (const EntityType *type = schema->type(id)) {
        addTypeActs(menu, *type);
    } else {
        menu.addAction(Theme::of(palette()).icon(u"undo"_s), tr("Restore"), this,
                       [this, id] {
                           const SchemaPtr now = store().schema();
                           const QList<EntityType> deleted = deletedTypes(*now);
                           const auto gone = std::ranges::find(deleted, id, &EntityType::id);
                           if (gone != deleted.end())
                               commit(planRestoreType(*now, *gone), tr("Restored: %1").arg(pluralName(*gone)));
                       })
            ->setObjectName(u"typeRestore"_s);
    }
    menu.exec(at);
}

void TypesPage::addTypeActs(QMenu &menu, const EntityType &type)
{
    const Theme &theme = Theme::of(palette());
    menu.addAction(theme.icon(u"edit"_s), tr("Edit…"), this, [this, id = type.id] { openType(id); });
    if (type.isItem) {
        QAction *listed = menu.addAction(tr("In the sidebar"));
        listed->setObjectName(u"typeListed"_s);
        listed->setCheckable(true);
        listed->setChecked(type.listed);
        connect(listed, &QAction::triggered, this, [this, type](bool on) {
            TypeSettings settings = settingsOf(type);
            settings.isListed = on;
            commit(planEditType(*store().schema(), type, settings, store().clock().now()),
                   on ? tr("In the sidebar: %1").arg(pluralName(type)) : tr("Not in the sidebar: %1").arg(pluralName(type)));
        });
    }
    menu.addSeparator();
    QAction *remove = menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete…"), this,
                                     [this, type] { askDeleteType(type); });
    remove->setObjectName(u"typeDelete"_s);
    remove->setEnabled(!isOfProgram(type));
    if (isOfProgram(type))
        remove->setText(tr("Delete (built in)"));
}

void TypesPage::askDeleteType(const EntityType &type)
{
    store()
        .read<qint64>({}, [type](const ReadContext &context) { return countItems(context, type); })
        .then(this, [this, type](const Result<qint64> &items) {
            if (!items) {
                emit failed(items.error());
                return;
            }
            const QString what = tr("This also hides: %1. Nothing is lost: the type can be restored with everything in it.",
                                    "how many of what")
                                     .arg(countedName(type, *items));
            if (AskDialog::confirm(window(), tr("Delete “%1”?").arg(pluralName(type)), what, tr("Delete"),
                                   u"typeDeleteAccept"_s, AskDialog::Kind::Destructive))
                commit(planDeleteType(type, store().clock().now()), tr("Deleted: %1").arg(pluralName(type)));
        });
}

qint64 TypesPage::currentSection() const
{
    qint64 section = 0;
    for (const Definition &row : m_fields->definitions()) {
        if (row.isHeading && row.id != deletedOnes)
            section = sectionOfRow(row.id);
        if (row.id == m_fields->current())
            return section;
    }
    return 0;
}

void TypesPage::openField(qint64 field)
{
    const SchemaPtr schema = store().schema();
    const Field *known = schema->field(field);
    if (!type(*schema) || (known && known->hidden))
        return;
    auto *dialog = new FieldDialog(store(), m_type, field, currentSection(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FieldDialog::done, this, &TypesPage::done);
    connect(dialog, &FieldDialog::made, this, [this](qint64 made) {
        m_fields->setFocus(Qt::OtherFocusReason);
        m_fields->setCurrent(made);
        layout()->activate(); // the list has just grown
        m_fields->bringIntoView(made);
    });
    dialog->open();
}

void TypesPage::openFieldMenu(qint64 row, const QPoint &at)
{
    const SchemaPtr schema = store().schema();
    QMenu menu(this);
    menu.setObjectName(u"fieldMenu"_s);
    if (const Field *field = row > 0 ? schema->field(row) : nullptr)
        addFieldActs(menu, *field);
    for (const Section &section : schema->sections(m_type)) {
        if (rowOfSection(section.id) == row)
            addSectionActs(menu, section);
    }
    if (!menu.isEmpty())
        menu.exec(at);
}

void TypesPage::addFieldActs(QMenu &menu, const Field &field)
{
    const Theme &theme = Theme::of(palette());
    if (field.hidden) {
        menu.addAction(theme.icon(u"undo"_s), tr("Restore"), this,
                       [this, field] {
                           commit(planRestoreField(*store().schema(), field), tr("Restored: %1").arg(displayName(field)));
                       })
            ->setObjectName(u"fieldRestore"_s);
        return;
    }
    menu.addAction(theme.icon(u"edit"_s), tr("Edit…"), this, [this, id = field.id] { openField(id); })
        ->setObjectName(u"fieldEdit"_s);
    m_kinds->addTo(menu, field);
    menu.addSeparator();
    QAction *remove = menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete…"), this,
                                     [this, field] { askDeleteField(field); });
    remove->setObjectName(u"fieldDelete"_s);
    remove->setEnabled(!field.system);
    if (field.system)
        remove->setText(tr("Delete (built in)"));
}

void TypesPage::addSectionActs(QMenu &menu, const Section &section)
{
    const Theme &theme = Theme::of(palette());
    menu.addAction(theme.icon(u"edit"_s), tr("Rename"), this,
                   [this, id = section.id] { m_fields->editName(rowOfSection(id)); });
    QAction *remove = menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger),
                                     tr("Delete; its fields move to the previous section"), this, [this, section] {
                                         commit(planDeleteSection(*store().schema(), section, store().clock().now()),
                                                tr("Deleted: %1").arg(displayName(section)));
                                     });
    remove->setEnabled(store().schema()->sections(m_type).size() > 1);
}

/// What would break is named before it does.
void TypesPage::askDeleteField(const Field &field)
{
    store()
        .read<QStringList>({}, [field](const ReadContext &context) { return usesOf(context, field); })
        .then(this, [this, field](const Result<QStringList> &uses) {
            if (!uses) {
                emit failed(uses.error());
                return;
            }
            const QString what = usesText(*uses + ShownUses::of(store()).of(field))
                + tr("Its values stay in the file: it can be restored with them.");
            if (AskDialog::confirm(window(), tr("Delete the field “%1”?").arg(displayName(field)), what, tr("Delete"),
                                   u"fieldDeleteAccept"_s, AskDialog::Kind::Destructive))
                commit(planDeleteField(*store().schema(), field, store().clock().now()),
                       tr("Deleted: %1").arg(displayName(field)));
        });
}

void TypesPage::rename(qint64 row, const QString &name)
{
    const SchemaPtr schema = store().schema();
    if (const Field *field = row > 0 ? schema->field(row) : nullptr) {
        FieldSettings settings = settingsOf(*field);
        settings.name = name;
        commit(planEditField(*schema, *field, settings), tr("Renamed: %1").arg(name));
        return;
    }
    for (const Section &section : schema->sections(m_type)) {
        if (rowOfSection(section.id) == row)
            commit(planRenameSection(section, name), tr("Renamed: %1").arg(name));
    }
}

void TypesPage::orderFields(const QList<qint64> &rows)
{
    const SchemaPtr schema = store().schema();
    const EntityType *shown = type(*schema);
    if (!shown)
        return;
    QList<SectionFields> order;
    for (const qint64 row : rows) {
        if (row == deletedOnes)
            break;
        if (row < 0)
            order.append(SectionFields{sectionOfRow(row), {}});
        else if (!order.isEmpty())
            order.last().fields << row;
    }
    commit(planOrderFields(*schema, *shown, order), tr("Fields reordered"));
}

QList<SettingEntry> TypesPage::entries() const
{
    QList<SettingEntry> found = DefinitionPage::entries();
    const SchemaPtr schema = store().schema();
    for (const EntityType &type : schema->types()) {
        found.append({type.code, pluralName(type), tr("a type")});
        for (const Field &field : schema->fields(type.id))
            found.append({type.code + u'.' + field.code, displayName(field), pluralName(type)});
    }
    return found;
}

void TypesPage::reveal(const QString &entry)
{
    const SchemaPtr schema = store().schema();
    const EntityType *type = schema->type(entry.section(u'.', 0, 0));
    if (!type) {
        DefinitionPage::reveal(entry);
        return;
    }
    m_types->setCurrent(type->id);
    const Field *field = entry.contains(u'.') ? schema->field(type->id, entry.section(u'.', 1)) : nullptr;
    (field ? m_fields : m_types)->setFocus(Qt::ShortcutFocusReason);
    if (field)
        m_fields->setCurrent(field->id);
}

} // namespace Kartoteka
