// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/lists_page.h"

#include "core/definitions/list_acts.h"
#include "core/schema/builtin_names.h"
#include "views/filter/choice_button.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/definition_list.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

const QString plainColour = u"#8a93a3"_s; ///< of a value without one

} // namespace

ListsPage::ListsPage(Store &store, QWidget *parent)
    : DefinitionPage(store, u"lists"_s, tr("Lists"), u"tag"_s, parent)
    , m_lists(new ChoiceButton(this))
    , m_users(new QLabel(this))
    , m_values(new DefinitionList(this))
{
    m_lists->setObjectName(u"listChoice"_s);
    m_lists->setAccessibleName(tr("List"));
    m_lists->setSingle(true);
    body()->addSpacing(Space::s);
    body()->addWidget(m_lists);
    m_users->setProperty("muted", true);
    m_users->setFont(Theme::small(font()));
    m_users->setWordWrap(true);
    m_users->setContentsMargins(Space::s, 0, Space::s, Space::s);
    body()->addWidget(m_users);
    m_values->setObjectName(u"valueList"_s);
    body()->addWidget(m_values);
    QPushButton *add = makeAct(u"valueAdd"_s, tr("New value…"), u"plus"_s);
    addActs({add});
    addNote(tr(
        "F2 renames, a click on the dot chooses the colour, Alt+Up and Alt+Down move. Values hold for everybody, and every "
        "change can be undone."));
    connect(m_lists, &ChoiceButton::changed, this, [this] {
        const qint64 chosen = m_lists->values().value(0).toLongLong();
        showList(chosen != 0 ? chosen : m_field);
    });
    connect(m_values, &DefinitionList::menuWanted, this, &ListsPage::openMenu);
    connect(m_values, &DefinitionList::opened, this, [this](qint64 id) { m_values->editName(id); });
    connect(m_values, &DefinitionList::colourWanted, this, &ListsPage::askColour);
    connect(m_values, &DefinitionList::renamed, this, [this](qint64 id, const QString &name) {
        const ListValue *value = this->store().schema()->listValue(id);
        edit(id, name, value ? value->colour : QString(), tr("Renamed: %1").arg(name));
    });
    connect(m_values, &DefinitionList::ordered, this, [this](const QList<qint64> &ids) {
        const SchemaPtr schema = this->store().schema();
        if (const Field *field = schema->field(m_field))
            commit(planOrderListValues(*schema, *field, ids), tr("Values reordered"));
    });
    connect(add, &QPushButton::clicked, this, [this] {
        const auto name = AskDialog::line(window(), tr("New value"), tr("What is it called?"), tr("Add"));
        const SchemaPtr schema = this->store().schema();
        if (const Field *field = name ? schema->field(m_field) : nullptr)
            commit(planAddListValue(*schema, *field, *name), tr("Value added: %1").arg(*name));
    });
    connect(&store, &Store::schemaChanged, this, &ListsPage::fill);
    fill();
}

void ListsPage::fill()
{
    const SchemaPtr schema = store().schema();
    const QList<Field> owners = dictionaries(*schema);
    QList<ChoiceButton::Choice> choices;
    bool isThere = false;
    for (const Field &owner : owners) {
        const EntityType *type = schema->type(owner.typeId);
        choices.append({QString::number(owner.id),
                        tr("%1 (%2)", "a list, and the type it is of").arg(displayName(owner), pluralName(*type))});
        isThere = isThere || owner.id == m_field;
    }
    if (!isThere)
        m_field = owners.isEmpty() ? 0 : owners.constFirst().id;
    m_lists->setChoices(choices);
    m_lists->setValues({QString::number(m_field)});
    QStringList users;
    for (const Field &user : usersOf(*schema, m_field))
        users
            << tr("%1 (%2)", "a list, and the type it is of").arg(displayName(user), pluralName(*schema->type(user.typeId)));
    m_users->setText(tr("Chosen from by: %1").arg(users.join(u", "_s)));
    m_values->setAccessibleName(tr("Values of the list"));
    QList<Definition> rows;
    for (const ListValue &value : m_field == 0 ? QList<ListValue>() : schema->listValues(m_field)) {
        rows.append({.id = value.id,
                     .name = displayName(*schema, value),
                     .colour = QColor(value.colour.isEmpty() ? plainColour : value.colour)});
    }
    m_values->setDefinitions(rows);
}

void ListsPage::showList(qint64 field)
{
    m_field = field;
    fill();
}

void ListsPage::edit(qint64 id, const QString &name, const QString &colour, const QString &said)
{
    const SchemaPtr schema = store().schema();
    const ListValue *value = schema->listValue(id);
    if (!value)
        return;
    commit(planEditListValue(*schema, *value, name, colour), said);
}

void ListsPage::askColour(qint64 id)
{
    const SchemaPtr schema = store().schema();
    const ListValue *value = schema->listValue(id);
    if (!value)
        return;
    const QString name = displayName(*schema, *value);
    const QColor now(value->colour.isEmpty() ? plainColour : value->colour);
    if (const auto colour = Kartoteka::askColour(window(), tr("Which colour is “%1” to have?").arg(name), now))
        edit(id, name, colour->name(), tr("Colour changed"));
}

void ListsPage::openMenu(qint64 id, const QPoint &at)
{
    const SchemaPtr schema = store().schema();
    const ListValue *found = schema->listValue(id);
    if (!found)
        return;
    const ListValue value = *found;
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"valueMenu"_s);
    menu.addAction(theme.icon(u"edit"_s), tr("Rename"), this, [this, id] { m_values->editName(id); });
    menu.addAction(theme.icon(u"flag"_s), tr("Colour…"), this, [this, id] { askColour(id); });
    const bool hasOthers = schema->listValues(m_field).size() > 1;
    QAction *merge = menu.addAction(theme.icon(u"merge"_s), tr("Merge into another…"), this,
                                    [this, value] { askMerge(value); });
    merge->setObjectName(u"valueMerge"_s);
    merge->setEnabled(hasOthers);
    menu.addSeparator();
    QAction *remove = menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete…"), this,
                                     [this, value] { askDelete(value); });
    remove->setObjectName(u"valueDelete"_s);
    remove->setEnabled(hasOthers);
    menu.exec(at);
}

void ListsPage::askHeir(const ListValue &value, const QString &question, const QString &explanation, const QString &verb)
{
    const SchemaPtr schema = store().schema();
    QStringList names;
    QList<ListValue> others;
    for (const ListValue &other : schema->listValues(m_field)) {
        if (other.id == value.id)
            continue;
        names << displayName(*schema, other);
        others << other;
    }
    AskDialog dialog(window(), question, explanation);
    const QComboBox *chosen = dialog.addChoice(tr("They get"), names);
    dialog.addAnswer(verb, u"valueAccept"_s);
    dialog.addCancel();
    if (dialog.ask().isEmpty())
        return;
    const ListValue heir = others.value(chosen->currentIndex());
    commit(planMergeListValues(*store().schema(), value, heir),
           tr("%1 → %2", "a value of a list, and the one that stands for it")
               .arg(displayName(*schema, value), names.value(chosen->currentIndex())));
}

void ListsPage::askMerge(const ListValue &value)
{
    askHeir(value, tr("Merge “%1” into another value?").arg(displayName(*store().schema(), value)),
            tr("All that has it has the other one from then on: cards, filters and sums. One undo takes it back."),
            tr("Merge"));
}

/// One that is in use goes by another one taking its place.
void ListsPage::askDelete(const ListValue &value)
{
    store()
        .read<qint64>({}, [id = value.id](const ReadContext &context) { return countUses(context, id); })
        .then(this, [this, value](const Result<qint64> &uses) {
            const SchemaPtr schema = store().schema();
            const QString name = displayName(*schema, value);
            if (!uses)
                emit failed(uses.error());
            else if (*uses > 0)
                askHeir(value, tr("Delete “%1”?").arg(name),
                        tr("%n item(s) have it. Which value are they to have instead?", nullptr, int(*uses)), tr("Delete"));
            else if (AskDialog::confirm(window(), tr("Delete “%1”?").arg(name), tr("Nothing has it."), tr("Delete"),
                                        u"valueAccept"_s, AskDialog::Kind::Destructive))
                commit(planDeleteListValue(*schema, value, store().clock().now()), tr("Deleted: %1").arg(name));
        });
}

QList<SettingEntry> ListsPage::entries() const
{
    QList<SettingEntry> found;
    const SchemaPtr schema = store().schema();
    for (const Field &owner : dictionaries(*schema)) {
        const QString list = displayName(owner);
        found.append({QString::number(owner.id), list, tr("list of values")});
        for (const ListValue &value : schema->listValues(owner.id))
            found.append({u"%1.%2"_s.arg(owner.id).arg(value.id), displayName(*schema, value), list});
    }
    return found;
}

void ListsPage::reveal(const QString &entry)
{
    showList(entry.section(u'.', 0, 0).toLongLong());
    m_values->setFocus(Qt::ShortcutFocusReason);
    if (entry.contains(u'.'))
        m_values->setCurrent(entry.section(u'.', 1).toLongLong());
}

} // namespace Kartoteka
