// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/activities_page.h"

#include "core/activities/kinds.h"
#include "core/activities/next_step.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "models/base/moment_text.h"
#include "views/settings/kind_form.h"
#include "views/settings/value_list.h"
#include "views/widgets/choice_button.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

ActivitiesPage::ActivitiesPage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"activities"_s, tr("Activities"), u"activity"_s, parent)
    , m_kinds(new ValueList(store, u"kind"_s, this))
    , m_form(new KindForm(store, this))
    , m_asking(new ChoiceButton(this))
{
    setKeywords(tr("tasks, calls, meetings, reminders"));
    addSettings();
    addAsking();
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

/// Where a person said not to be asked any more is where he says that he wants to be again.
void ActivitiesPage::addAsking()
{
    m_asking->setPlaceholder(tr("never", "asked what comes next"));
    addRow(u"nextStep"_s, tr("Ask what comes next"),
           tr("when nothing is planned any more for an item whose card is closed or whose activity was done; for you alone"),
           SettingRow::Scope::Nobody, m_asking);
    connect(m_asking, &ChoiceButton::opening, this, &ActivitiesPage::showAsking); // time may have passed
    connect(m_asking, &ChoiceButton::changed, this, &ActivitiesPage::ask);
    connect(&store(), &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.whole || notice.schemaChanged
            || std::ranges::any_of(notice.records, [](const RecordChange &one) { return one.table == u"person_setting"; }))
            showAsking();
    });
    connect(&store(), &Store::userChanged, this, &ActivitiesPage::showAsking);
    showAsking();
}

void ActivitiesPage::showAsking()
{
    const SchemaPtr schema = store().schema();
    const QDateTime now = store().clock().localNow();
    const auto all = nextStepAsking(store().reader(), store().user(), now.toMSecsSinceEpoch());
    if (!all)
        return;
    QList<ChoiceButton::Choice> choices;
    QStringList asked;
    for (const NextStepAsking &one : *all) {
        const EntityType &type = *schema->type(one.type);
        const QString name = pluralName(type);
        const QString again = one.again ? momentText(QDateTime::fromMSecsSinceEpoch(*one.again), now.date()) : QString();
        choices.append({type.code, one.again ? tr("%1 (again from %2 on)", "a type, a moment").arg(name, again) : name});
        if (one.asks)
            asked << type.code;
    }
    const QSignalBlocker quiet(m_asking);
    m_asking->setChoices(choices);
    m_asking->setValues(asked);
}

void ActivitiesPage::ask()
{
    const SchemaPtr schema = store().schema();
    const auto all = nextStepAsking(store().reader(), store().user(), store().clock().now());
    if (!all)
        return emit failed(all.error());
    const QStringList wanted = m_asking->values();
    for (const NextStepAsking &one : *all) {
        const EntityType &type = *schema->type(one.type);
        const bool asks = wanted.contains(type.code);
        if (asks == one.asks)
            continue;
        const QString said = asks ? tr("%1: you will be asked what comes next.") : tr("%1: no question any more.");
        store()
            .commit(asks ? planAskAgain(*schema, store().user(), one.type)
                         : planDoNotAsk(*schema, store().user(), one.type, {}))
            .then(this, [this, said = said.arg(pluralName(type))](const Result<Receipt> &written) {
                if (written)
                    emit this->said(said);
                else
                    emit failed(written.error());
            });
    }
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
