// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/activities_page.h"

#include "core/activities/kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "views/settings/kind_form.h"
#include "views/settings/value_list.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

ActivitiesPage::ActivitiesPage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"activities"_s, tr("Activities"), u"activity"_s, parent)
    , m_kinds(new ValueList(store, u"kind"_s, this))
    , m_form(new KindForm(store, this))
{
    setKeywords(tr("tasks, calls, meetings, reminders"));
    addSettings();
    m_kinds->setShowsCurrent();
    addHeading(tr("Kinds of activities"));
    body()->addWidget(m_kinds);
    m_heading = addHeading({});
    body()->addWidget(m_form);
    m_reset = makeButton(u"kindReset"_s, tr("Reset to default"));
    addButtons({m_reset});
    addNote(tr("Kinds are shared by everyone, and every change can be undone. A kind in use is merged "
               "into another one when you delete it."));
    connect(m_reset, &QPushButton::clicked, this, &ActivitiesPage::reset);
    connect(m_kinds, &ValueList::done, this, &ActivitiesPage::done);
    connect(m_kinds, &ValueList::failed, this, &ActivitiesPage::failed);
    connect(m_kinds, &ValueList::chosen, this, &ActivitiesPage::show);
    connect(m_form, &KindForm::wanted, this, &ActivitiesPage::set);
    connect(&store, &Store::schemaChanged, this, [this] { show(m_kind); });
    const SchemaPtr schema = store.schema();
    m_kinds->setField(schema->field(schema->type(u"activity"_s)->id, Codes::kind)->id);
    show(0);
    m_kinds->setCurrent(m_kind);
}

void ActivitiesPage::show(qint64 kind)
{
    const SchemaPtr schema = store().schema();
    const QList<ListValue> kinds = activityKinds(*schema);
    const bool isThere = std::ranges::find(kinds, kind, &ListValue::id) != kinds.end();
    m_kind = isThere ? kind : kinds.isEmpty() ? 0 : kinds.constFirst().id;
    const ListValue *value = schema->listValue(m_kind);
    m_heading->setText(value ? tr("Properties of “%1”").arg(displayName(*schema, *value)) : QString());
    m_form->setKind(m_kind);
    m_reset->setEnabled(value && std::ranges::any_of(schema->activityKinds(), [this](const ActivityKind &one) {
                            return one.value == m_kind;
                        }));
}

void ActivitiesPage::set(const QString &property, const QString &value)
{
    const SchemaPtr schema = store().schema();
    const ListValue *kind = schema->listValue(m_kind);
    if (!kind)
        return;
    commit(planKind(*schema, m_kind, {{property, value}}, store().clock().localNow()),
           u"%1: %2"_s.arg(displayName(*schema, *kind), kindPropertyName(property)), [this] { show(m_kind); });
}

void ActivitiesPage::reset()
{
    const SchemaPtr schema = store().schema();
    QList<QPair<QString, QString>> properties;
    for (const auto &[property, text] : kindTexts(*schema, m_kind))
        properties.append({property, {}});
    commit(planKind(*schema, m_kind, properties, store().clock().localNow()), tr("Reset to default"));
}

QList<SettingEntry> ActivitiesPage::entries() const
{
    QList<SettingEntry> found = OfficeSettingsPage::entries();
    const SchemaPtr schema = store().schema();
    for (const ListValue &kind : activityKinds(*schema))
        found.append({u"kind.%1"_s.arg(kind.id), displayName(*schema, kind), tr("kind of activities")});
    return found;
}

void ActivitiesPage::reveal(const QString &entry)
{
    if (!entry.startsWith(u"kind."))
        return OfficeSettingsPage::reveal(entry);
    m_kinds->setFocus(Qt::ShortcutFocusReason);
    m_kinds->setCurrent(entry.mid(5).toLongLong());
    show(entry.mid(5).toLongLong());
}

} // namespace Kartoteka
