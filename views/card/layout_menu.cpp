// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/layout_menu.h"

#include "core/clients/clients.h"
#include "core/definitions/field_acts.h"
#include "core/definitions/usage.h"
#include "core/items/card_layout_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "models/base/shown_uses.h"
#include "views/card/field_chooser.h"
#include "views/settings/field_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/uses_text.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Fields that are nowhere to be seen on the card.
QList<qint64> absentFields(const Schema &schema, const CardLayout &layout)
{
    const QStringList elsewhere = clientFieldCodes(schema, layout.typeId);
    QList<qint64> absent;
    for (const PlacedSection &section : layout.sections) {
        for (const PlacedField &placed : section.fields) {
            if (section.isHidden || placed.shown == Shown::Hidden)
                absent << placed.field;
        }
    }
    for (const PlacedField &placed : layout.offCard)
        absent << placed.field;
    absent.removeIf([&](qint64 id) {
        const Field *field = schema.field(id);
        return !field || elsewhere.contains(field->code);
    });
    return absent;
}

} // namespace

LayoutMenu::LayoutMenu(CardLayoutModel &layouts, QWidget *host) : QObject(host), m_layouts(layouts), m_host(host)
{}

void LayoutMenu::show(const LayoutEntry &entry, const QPoint &at)
{
    const SchemaPtr schema = m_layouts.store().schema();
    QMenu menu(m_host);
    menu.setObjectName(u"layoutMenu"_s);
    if (entry.isHeading())
        addSectionActs(menu, entry, at);
    else if (const Field *field = schema->field(entry.fields.constFirst()))
        addFieldActs(menu, entry, *field);
    menu.exec(at);
}

void LayoutMenu::addFieldActs(QMenu &menu, const LayoutEntry &entry, const Field &field)
{
    const Theme &theme = Theme::of(m_host->palette());
    const CardLayout &layout = m_layouts.layout();
    const PlacedField *placed = layout.field(field.id);
    const bool isAlways = placed && placed->shown == Shown::Always;
    QAction *always = menu.addAction(tr("Show always, empty too"));
    always->setObjectName(u"layoutAlways"_s);
    always->setCheckable(true);
    always->setChecked(isAlways);
    connect(always, &QAction::triggered, this, [this, entry](bool on) {
        m_layouts.change(withShown(m_layouts.layout(), entry.fields, on ? Shown::Always : Shown::Auto));
    });
    if (entry.fields.size() == 1) {
        addRequired(menu, field);
        menu.addAction(theme.icon(u"edit"_s), withKey(tr("Rename"), Qt::Key_F2), this,
                       [this, entry] { emit nameWanted(entry); })
            ->setObjectName(u"layoutRename"_s);
        menu.addAction(theme.icon(u"settings"_s), tr("Settings…"), this, [this, id = field.id] { openField(id, {}); })
            ->setObjectName(u"layoutSettings"_s);
    }
    QMenu *to = menu.addMenu(theme.icon(u"arrow-right"_s), tr("Move to the section"));
    to->setObjectName(u"layoutMove"_s);
    for (const PlacedSection &section : layout.sections) {
        if (section.uid != entry.section && !section.isHidden) {
            to->addAction(menuText(section.name), this, [this, entry, uid = section.uid] {
                m_layouts.change(withFieldsAt(m_layouts.layout(), entry.fields, uid, 0));
            });
        }
    }
    to->setEnabled(!to->isEmpty());
    menu.addSeparator();
    menu.addAction(withKey(tr("Hide on the card"), Qt::Key_Delete), this, [this, entry] { hide(entry); })
        ->setObjectName(u"layoutHide"_s);
    if (!field.system && entry.fields.size() == 1) {
        menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete the field…"), this,
                       [this, id = field.id] { askDelete(id); })
            ->setObjectName(u"layoutDelete"_s);
    }
}

void LayoutMenu::addSectionActs(QMenu &menu, const LayoutEntry &entry, const QPoint &at)
{
    const Theme &theme = Theme::of(m_host->palette());
    const PlacedSection *section = m_layouts.layout().section(entry.section);
    const bool isOwn = section && section->section == 0;
    menu.addAction(theme.icon(u"plus"_s), tr("Field…"), this, [this, entry, at] { chooseField(entry.section, at); })
        ->setObjectName(u"layoutAddField"_s);
    menu.addAction(theme.icon(u"edit"_s), withKey(tr("Rename"), Qt::Key_F2), this, [this, entry] { emit nameWanted(entry); })
        ->setObjectName(u"layoutRename"_s);
    menu.addAction(theme.icon(u"plus"_s), tr("New section before it…"), this, [this, entry] { addSection(entry.section); });
    menu.addSeparator();
    menu.addAction(withKey(isOwn ? tr("Remove the section; its fields return to their places") : tr("Hide on the card"),
                           Qt::Key_Delete),
                   this, [this, entry] { hide(entry); })
        ->setObjectName(u"layoutHide"_s);
    for (const PlacedSection &hidden : m_layouts.layout().sections) {
        if (hidden.isHidden) {
            menu.addAction(tr("Show “%1” again").arg(menuText(hidden.name)), this, [this, uid = hidden.uid] {
                m_layouts.change(withSectionHidden(*m_layouts.store().schema(), m_layouts.layout(), uid, false));
            });
        }
    }
}

/// Never, always, or from a stage of the pipeline on.
void LayoutMenu::addRequired(QMenu &menu, const Field &field)
{
    const SchemaPtr schema = m_layouts.store().schema();
    QMenu *required = menu.addMenu(Theme::of(m_host->palette()).icon(u"flag"_s), tr("Required"));
    required->setObjectName(u"layoutRequired"_s);
    required->setEnabled(field.editable && field.type != FieldType::File && field.type != FieldType::Pipeline);
    auto *group = new QActionGroup(required);
    const qint64 from = requiredFrom(*schema, field.id, m_layouts.layout().pipeline);
    const auto add = [&](const QString &text, bool is, bool always, qint64 stage) {
        QAction *action = required->addAction(text);
        action->setCheckable(true);
        action->setChecked(is);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = field.id, always, stage] { require(id, always, stage); });
    };
    add(tr("Never", "a field is required"), !field.required && from == 0, false, 0);
    add(tr("Always", "a field is required"), field.required, true, 0);
    required->addSeparator();
    for (const Stage &stage : schema->stages(m_layouts.layout().pipeline)) {
        if (stage.group == StageGroup::InProgress)
            add(tr("From “%1” on").arg(menuText(displayName(*schema, stage))), !field.required && from == stage.id, false,
                stage.id);
    }
}

void LayoutMenu::require(qint64 id, bool always, qint64 stage)
{
    const SchemaPtr schema = m_layouts.store().schema();
    const Field *field = schema->field(id);
    if (!field)
        return;
    FieldSettings settings = settingsOf(*field);
    settings.required = always;
    auto changes = planEditField(*schema, *field, settings);
    if (changes) {
        changes->changes +=
            planRequiredFrom(*schema, id, m_layouts.layout().pipeline, stage, m_layouts.store().clock().now()).changes;
    }
    m_layouts.commit(changes, tr("Changed for everyone: %1").arg(displayName(*field)));
}

void LayoutMenu::hide(const LayoutEntry &entry)
{
    const CardLayout &layout = m_layouts.layout();
    m_layouts.change(entry.isHeading() ? withSectionHidden(*m_layouts.store().schema(), layout, entry.section, true)
                                       : withShown(layout, entry.fields, Shown::Hidden),
                     tr("Hidden on the card: %1").arg(entry.name));
}

void LayoutMenu::rename(const LayoutEntry &entry, const QString &name)
{
    if (entry.isHeading()) {
        m_layouts.change(withSectionNamed(m_layouts.layout(), entry.section, name));
        return;
    }
    const SchemaPtr schema = m_layouts.store().schema();
    const Field *field = schema->field(entry.fields.constFirst());
    if (!field)
        return;
    FieldSettings settings = settingsOf(*field);
    settings.name = name;
    m_layouts.commit(planEditField(*schema, *field, settings), tr("Changed for everyone: %1").arg(name));
}

void LayoutMenu::chooseField(const QUuid &section, const QPoint &at)
{
    const SchemaPtr schema = m_layouts.store().schema();
    auto *chooser = new FieldChooser(m_host);
    for (const qint64 id : absentFields(*schema, m_layouts.layout()))
        chooser->add(id, displayName(*schema->field(id)));
    connect(chooser, &FieldChooser::chosen, this, [this, section](qint64 field) { put(field, section); });
    connect(chooser, &FieldChooser::newWanted, this, [this, section](const QString &name) { openField(0, section, name); });
    chooser->open(at);
}

/// Where no section is to be seen, that in which the field stands, else the first, is shown again for it.
void LayoutMenu::put(qint64 field, const QUuid &section)
{
    CardLayout layout = m_layouts.layout();
    QUuid into = section;
    if (const PlacedSection *wanted = layout.section(section); !wanted || wanted->isHidden) {
        const PlacedSection *own = layout.sectionOf(field);
        if (!own && layout.sections.isEmpty()) {
            emit m_layouts.failed({ErrorCode::Refused, tr("Add a section first: a field needs one."), {}, {}});
            return;
        }
        into = own ? own->uid : layout.sections.constFirst().uid;
        auto shown = withSectionHidden(*m_layouts.store().schema(), layout, into, false);
        if (!shown) {
            emit m_layouts.failed(shown.error());
            return;
        }
        layout = *shown;
    }
    m_layouts.change(withFieldsAt(layout, {field}, into, 0));
}

void LayoutMenu::addSection(const QUuid &before)
{
    const auto name = AskDialog::line(m_host->window(), tr("New section"), tr("What is it called?"), tr("Add"));
    if (!name)
        return;
    QUuid made;
    m_layouts.change(withNewSection(m_layouts.layout(), *name, before, &made));
    emit sectionMade(made);
}

/// Of a new field the dialog says in which section of the type it stands; one of the view's own it is put into then.
void LayoutMenu::openField(qint64 field, const QUuid &section, const QString &name)
{
    const CardLayout &layout = m_layouts.layout();
    const PlacedSection *placed = layout.section(section);
    auto *dialog = new FieldDialog(m_layouts.store(), layout.typeId, field, placed ? placed->section : 0, m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->suggestName(name);
    const bool isPut = field == 0 && (!placed || placed->section == 0);
    connect(dialog, &FieldDialog::done, this, [this, isPut, section](const QString &what) {
        if (isPut) {
            const QList<Field> fields = m_layouts.store().schema()->fields(m_layouts.layout().typeId);
            const auto newest = std::ranges::max_element(fields, {}, &Field::id);
            if (newest != fields.end())
                put(newest->id, section);
        }
        emit m_layouts.done(what);
    });
    dialog->open();
}

/// What would break is named before it does.
void LayoutMenu::askDelete(qint64 id)
{
    const Field *known = m_layouts.store().schema()->field(id);
    if (!known)
        return;
    m_layouts.store()
        .read<QStringList>({}, [field = *known](const ReadContext &context) { return usesOf(context, field); })
        .then(this, [this, field = *known](const Result<QStringList> &uses) {
            if (!uses) {
                emit m_layouts.failed(uses.error());
                return;
            }
            const QString what = usesText(*uses + ShownUses::of(m_layouts.store()).of(field))
                + tr("It disappears from every card. Its values stay in the file: you can restore it with them.");
            if (AskDialog::confirm(m_host->window(), tr("Delete the field “%1”?").arg(displayName(field)), what,
                                   tr("Delete"), u"fieldDeleteAccept"_s, AskDialog::Kind::Destructive)) {
                m_layouts.commit(planDeleteField(*m_layouts.store().schema(), field, m_layouts.store().clock().now()),
                                 tr("Deleted: %1").arg(displayName(field)));
            }
        });
}

} // namespace Kartoteka
