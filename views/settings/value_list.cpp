// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/value_list.h"

#include "core/definitions/list_acts.h"
#include "core/definitions/usage.h"
#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/colour_grid.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/distinct_colours.h"
#include "views/widgets/kind_colour.h"
#include "views/widgets/uses_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace Kartoteka {

ValueList::ValueList(Store &store, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_values(new DefinitionList(this))
    , m_twins(new QWidget(this))
    , m_add(new QPushButton(Theme::of(palette()).icon(u"plus"_s), tr("New value…"), this))
{
    m_values->setObjectName(name + u"List"_s);
    m_values->setAccessibleName(tr("Values of the list"));
    m_values->setEmptyText(tr("The values to choose from will be here"));
    setFocusProxy(m_values);
    m_add->setObjectName(name + u"Add"_s);
    m_add->setAutoDefault(false);
    auto *down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(Space::xs);
    m_twinNames = new QLabel(m_twins);
    m_twinNames->setObjectName(name + u"Twins"_s);
    m_twinNames->setWordWrap(true);
    m_twinNames->setTextFormat(Qt::PlainText);
    auto *merge = new QPushButton(Theme::of(palette()).icon(u"merge"_s), tr("Merge them"), m_twins);
    merge->setObjectName(name + u"MergeTwins"_s);
    merge->setAutoDefault(false);
    auto *across = new QHBoxLayout(m_twins);
    across->setContentsMargins(Space::s, 0, Space::s, Space::s);
    across->setSpacing(Space::s);
    across->addWidget(m_twinNames, 1);
    across->addWidget(merge);
    connect(merge, &QPushButton::clicked, this, [this] {
        const SchemaPtr schema = m_store.schema();
        if (const Field *field = schema->field(m_field))
            commit(planMergeTwins(*schema, *field), tr("Values merged"));
    });
    down->addWidget(m_twins);
    down->addWidget(m_values);
    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(Space::s, Space::xs, Space::s, 0);
    acts->addWidget(m_add);
    acts->addStretch(1);
    down->addLayout(acts);
    connect(m_values, &DefinitionList::menuWanted, this, &ValueList::openMenu);
    connect(m_values, &DefinitionList::opened, m_values, &DefinitionList::editName);
    connect(m_values, &DefinitionList::colourWanted, this, &ValueList::askColour);
    connect(m_values, &DefinitionList::currentChosen, this, &ValueList::chosen);
    connect(m_values, &DefinitionList::renamed, this, [this](qint64 id, const QString &newName) {
        const ListValue *value = m_store.schema()->listValue(id);
        edit(id, newName, value ? value->colour : QString(), tr("Renamed: %1").arg(newName));
    });
    connect(m_values, &DefinitionList::ordered, this, [this](const QList<qint64> &ids) {
        const SchemaPtr schema = m_store.schema();
        if (const Field *field = schema->field(m_field))
            commit(planOrderListValues(*schema, *field, ids), tr("Values reordered"));
    });
    connect(m_add, &QPushButton::clicked, this, &ValueList::askNew);
    connect(&store, &Store::schemaChanged, this, &ValueList::fill);
}

void ValueList::setField(qint64 field)
{
    m_field = m_store.schema()->dictionary(field);
    m_add->setText(isOfKinds() ? tr("New kind…") : tr("New value…"));
    fill();
}

void ValueList::setCurrent(qint64 value)
{
    m_values->setCurrent(value);
}

void ValueList::setShowsCurrent()
{
    m_values->setShowsCurrent(true);
}

bool ValueList::isOfKinds() const
{
    const SchemaPtr schema = m_store.schema();
    const Field *kind = schema->field(schema->type(u"activity"_s)->id, Codes::kind);
    return kind && m_field != 0 && m_field == schema->dictionary(kind->id);
}

/// As it is seen elsewhere.
QColor ValueList::colourOf(const ListValue &value) const
{
    return isOfKinds() ? kindColour(value) : choiceColours(m_store.schema()->listValues(value.field)).value(value.id);
}

void ValueList::fill()
{
    const SchemaPtr schema = m_store.schema();
    QList<Definition> rows;
    for (const ListValue &value : m_field == 0 ? QList<ListValue>() : schema->listValues(m_field)) {
        rows.append({.id = value.id, .name = displayName(*schema, value), .colour = colourOf(value)});
    }
    m_values->setDefinitions(rows);
    showTwins();
}

/// Two seats that add the same each have theirs: the exchange brings both.
void ValueList::showTwins()
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(m_field);
    QStringList names;
    for (const ListValue &twin : field ? twinValues(*schema, *field) : QList<ListValue>())
        names << tr("“%1”").arg(displayName(*schema, twin));
    names.removeDuplicates();
    m_twins->setVisible(!names.isEmpty());
    m_twinNames->setText(tr("Added on two workplaces: %1.").arg(names.join(u", "_s)));
}

void ValueList::commit(const Result<ChangeSet> &changes, const QString &what)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    m_store.commit(*changes).then(this, [this, what](const Result<Receipt> &receipt) {
        if (receipt)
            emit done(what);
        else
            emit failed(receipt.error());
    });
}

void ValueList::askNew()
{
    const auto name = AskDialog::line(window(), isOfKinds() ? tr("New kind") : tr("New value"), tr("What is it called?"),
                                      tr("Add"));
    const SchemaPtr schema = m_store.schema();
    if (const Field *field = name ? schema->field(m_field) : nullptr)
        commit(planAddListValue(*schema, *field, *name),
               (isOfKinds() ? tr("Kind added: %1") : tr("Value added: %1")).arg(*name));
}

void ValueList::edit(qint64 id, const QString &name, const QString &colour, const QString &said)
{
    const SchemaPtr schema = m_store.schema();
    const ListValue *value = schema->listValue(id);
    if (!value)
        return;
    commit(planEditListValue(*schema, *value, name, colour), said);
}

void ValueList::askColour(qint64 id)
{
    const SchemaPtr schema = m_store.schema();
    const ListValue *value = schema->listValue(id);
    if (!value)
        return;
    const QString name = displayName(*schema, *value);
    const QColor now = colourOf(*value);
    if (const auto colour = Kartoteka::askColour(window(), tr("What colour should “%1” have?").arg(name), now))
        edit(id, name, colour->name(), tr("Colour changed"));
}

void ValueList::openMenu(qint64 id, const QPoint &at)
{
    const SchemaPtr schema = m_store.schema();
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

void ValueList::askHeir(const ListValue &value, const QString &question, const QString &explanation, const QString &verb)
{
    const SchemaPtr schema = m_store.schema();
    QStringList names;
    QList<ListValue> others;
    for (const ListValue &other : schema->listValues(m_field)) {
        if (other.id == value.id)
            continue;
        names << displayName(*schema, other);
        others << other;
    }
    AskDialog dialog(window(), question, explanation);
    QComboBox *chosen = dialog.addChoice(tr("Replace with"), names);
    dialog.addAnswer(verb, u"valueAccept"_s);
    dialog.addCancel();
    chosen->setFocus(); // Enter alone is no choice
    if (dialog.ask().isEmpty())
        return;
    const ListValue heir = others.value(chosen->currentIndex());
    commit(planMergeListValues(*m_store.schema(), value, heir),
           tr("%1 → %2", "a value of a list, and the one that stands for it")
               .arg(displayName(*schema, value), names.value(chosen->currentIndex())));
}

void ValueList::askMerge(const ListValue &value)
{
    m_store.read<qint64>({}, [value](const ReadContext &context) { return countUses(context, value.id); })
        .then(this, [this, value](const Result<qint64> &uses) {
            if (!uses) {
                emit failed(uses.error());
                return;
            }
            askHeir(value, tr("Merge “%1” into another value?").arg(displayName(*m_store.schema(), value)),
                    tr("It is used %n time(s). Everything that has it gets the other one: cards, filters and totals. You "
                       "can undo this.",
                       nullptr, int(*uses)),
                    tr("Merge"));
        });
}

/// One that is in use goes by another one taking its place.
void ValueList::askDelete(const ListValue &value)
{
    struct Uses
    {
        qint64 items = 0;
        QStringList others;
    };
    m_store
        .read<Uses>({},
                    [value](const ReadContext &context) -> Result<Uses> {
                        auto items = countUses(context, value.id);
                        auto others = usesOf(context, value);
                        if (!items || !others)
                            return items ? others.error() : items.error();
                        return Uses{*items, *others};
                    })
        .then(this, [this, value](const Result<Uses> &uses) {
            if (!uses) {
                emit failed(uses.error());
                return;
            }
            const SchemaPtr schema = m_store.schema();
            const QString name = displayName(*schema, value);
            const QString used = usesText(uses->others);
            if (uses->items > 0)
                askHeir(value, tr("Delete “%1”?").arg(name),
                        used + tr("It is used %n time(s). Which value should replace it?", nullptr, int(uses->items)),
                        tr("Delete"));
            else if (AskDialog::confirm(window(), tr("Delete “%1”?").arg(name), used + tr("No card has it."), tr("Delete"),
                                        u"valueAccept"_s, AskDialog::Kind::Destructive))
                commit(planDeleteListValue(*schema, value, m_store.clock().now()), tr("Deleted: %1").arg(name));
        });
}

} // namespace Kartoteka
