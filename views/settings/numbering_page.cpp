// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/numbering_page.h"

#include "core/definitions/numbering.h"
#include "core/definitions/type_acts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/settings/edit_table.h"
#include "views/theme/theme.h"

#include <QVBoxLayout>

namespace Kartoteka {

namespace {

enum Column { TypeColumn, NumberColumn, TitleColumn, NextColumn };

constexpr int mostTypes = 14; ///< rows before the table scrolls

/// Who must have a title, or is called by a name, gets none of a pattern.
bool hasTitlePattern(const Schema &schema, const EntityType &type)
{
    const Field *title = schema.field(type.id, Codes::title);
    return title && !title->required && !schema.field(type.id, Codes::lastName);
}

/// What stands for a pattern while none is set.
const QString usualNumber = u"{number}"_s;

QString usualTitle(const EntityType &type)
{
    return displayName(type) + u" {number}"_s;
}

/// What the next item is numbered and called.
QString nextText(const Schema &schema, const EntityType &type, const QString &number)
{
    const QString dressed = numberText(schema, type, number);
    if (!hasTitlePattern(schema, type))
        return dressed;
    return type.titlePattern.isEmpty() ? kindAndNumber(schema, type, number)
                                       : QString(type.titlePattern).replace(u"{number}"_s, dressed);
}

} // namespace

NumberingPage::NumberingPage(Store &store, QWidget *parent)
    : DefinitionPage(store, u"numbering"_s, tr("Numbering"), u"number"_s, parent)
    , m_table(new EditTable(u"numbering"_s, tr("Numbering"),
                            {tr("Type"), tr("Numbers look like"), tr("Default title"), tr("Next number")}, this))
{
    setKeywords(tr("numbers of documents, counters"));
    body()->addSpacing(Space::s);
    m_table->setSlack(TitleColumn);
    body()->addWidget(m_table);
    addPart(u"numbers"_s, tr("Numbers"), tr("how the numbers of each type look"), m_table);
    addNote(tr("F2 or a double-click edits a pattern: {number} is the number, {number:5} has at least "
               "five digits. Existing numbers change too; numbers of another seat keep its code "
               "(S2-15). Every change can be undone."));
    connect(m_table, &EditTable::edited, this, &NumberingPage::write);
    connect(&store, &Store::schemaChanged, this, &NumberingPage::fill);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool makes = std::ranges::any_of(notice.records,
                                               [](const RecordChange &one) { return one.operation == Operation::Create; });
        if (isVisible() && (makes || notice.whole || notice.external))
            fill();
    });
    fill();
}

void NumberingPage::fill()
{
    m_load.cancel();
    m_load = CancelToken();
    using Next = QHash<qint64, QString>;
    store()
        .read<Next>(m_load, [](ReadContext &context) { return nextNumbers(context); })
        .then(this, [this, token = m_load](const Result<Next> &next) {
            if (token.isCancelled() || !next)
                return;
            const SchemaPtr schema = store().schema();
            QList<EntityType> types = schema->types();
            types.removeIf([](const EntityType &type) { return !type.isItem; });
            m_table->beginRows(int(types.size()));
            for (int row = 0; row < types.size(); ++row) {
                const EntityType &type = types[row];
                m_table->put(row, TypeColumn, pluralName(type), type.id);
                const QString pattern = numberPattern(*schema, type);
                EditTable::allowEditing(*m_table->put(row, NumberColumn, pattern.isEmpty() ? usualNumber : pattern));
                const bool hasTitle = hasTitlePattern(*schema, type);
                const QString title = type.titlePattern.isEmpty() ? usualTitle(type) : type.titlePattern;
                QTableWidgetItem *called = m_table->put(row, TitleColumn, hasTitle ? title : u"—"_s);
                if (hasTitle)
                    EditTable::allowEditing(*called);
                else
                    called->setToolTip(tr("The title comes from the name, or is required"));
                m_table->put(row, NextColumn, nextText(*schema, type, next->value(type.id)));
            }
            m_table->endRows(mostTypes);
        });
}

void NumberingPage::write(int row, int column, const QString &text)
{
    const SchemaPtr schema = store().schema();
    const EntityType *type = schema->type(m_table->keyAt(row).toLongLong());
    if (!type)
        return;
    const QString said = tr("Numbering changed: %1").arg(pluralName(*type));
    Result<ChangeSet> changes = ChangeSet();
    if (column == NumberColumn) {
        changes = planNumberPattern(*type, text == usualNumber ? QString() : text);
    } else {
        TypeSettings settings = settingsOf(*type);
        settings.titlePattern = text == usualTitle(*type) ? QString() : text;
        changes = planEditType(*schema, *type, settings, store().clock().now());
    }
    commit(changes, said);
    if (!changes || changes->isEmpty())
        fill(); // as it was
}

} // namespace Kartoteka
