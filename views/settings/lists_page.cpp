// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/lists_page.h"

#include "core/definitions/list_acts.h"
#include "core/schema/builtin_names.h"
#include "views/settings/value_list.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Kartoteka {

ListsPage::ListsPage(Store &store, QWidget *parent)
    : DefinitionPage(store, u"lists"_s, tr("Lists"), u"tag"_s, parent)
    , m_lists(new ChoiceButton(this))
    , m_users(new QLabel(this))
    , m_values(new ValueList(store, u"value"_s, this))
{
    setKeywords(tr("dictionaries, directories, sources"));
    m_lists->setObjectName(u"listChoice"_s);
    m_lists->setAccessibleName(tr("List"));
    m_lists->setSingle(true);
    body()->addSpacing(Space::s);
    auto *chooser = new QHBoxLayout;
    chooser->setContentsMargins(Space::s, 0, Space::s, 0); // in line with what stands below it
    chooser->addWidget(m_lists);
    body()->addLayout(chooser);
    m_users->setProperty("muted", true);
    m_users->setFont(Theme::small(font()));
    m_users->setWordWrap(true);
    m_users->setContentsMargins(Space::s, 0, Space::s, Space::s);
    body()->addWidget(m_users);
    body()->addWidget(m_values);
    addNote(tr("F2 renames, a click on the dot changes the colour, Alt+Up and Alt+Down move. "
               "Every change can be undone."));
    connect(m_lists, &ChoiceButton::changed, this, [this] { showList(m_lists->values().value(0).toLongLong()); });
    connect(m_values, &ValueList::done, this, &ListsPage::done);
    connect(m_values, &ValueList::failed, this, &ListsPage::failed);
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
    m_users->setText(tr("Used by: %1").arg(users.join(u", "_s)));
    m_values->setField(m_field);
}

void ListsPage::showList(qint64 field)
{
    m_field = field;
    fill();
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
