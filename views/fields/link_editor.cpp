// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/link_editor.h"

#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/query/find_anywhere.h"
#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/item_picker.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int mostFound = 8;
}

LinkEditor::LinkEditor(Store &store, const Field &field, QWidget *parent)
    : FieldEditor(parent), m_store(store), m_field(field), m_lines(new QVBoxLayout), m_picker(new ItemPicker(store, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_lines.layout()->setSpacing(0);
    layout->addLayout(m_lines.layout());
    layout->addWidget(m_picker);
    m_picker->setPlaceholderText(tr("Name, phone, e-mail or number"));
    m_picker->setKeepsText(!field.multiple);
    const EntityType *type = store.schema()->type(field.target);
    if (type || field.target.isEmpty())
        m_picker->setFind([id = type ? type->id : 0](const ReadContext &context,
                                                     const QString &text) -> Result<QList<PickRow>> {
            auto found = id == 0 ? findAnywhere(context, text, mostFound) : findOfType(context, id, text, mostFound);
            return found ? Result<QList<PickRow>>(pickRows(*context.schema, *found)) : Result<QList<PickRow>>(found.error());
        });
    connect(m_picker, &ItemPicker::picked, this, &LinkEditor::pick);
}

QWidget *LinkEditor::input() const
{
    return m_picker;
}

void LinkEditor::pick(const PickRow &row)
{
    if (!m_field.multiple) {
        m_picked = row.ref.id;
        m_title = row.title;
        emit finished();
        return;
    }
    const qint64 type = m_field.target.isEmpty() ? row.ref.type : 0; // said where the field does not say it
    const Member member{.text = {}, .label = {}, .ref = {type, row.ref.id, {}}, .key = {}};
    if (std::none_of(m_members.cbegin(), m_members.cend(), [&](const Member &one) { return one.ref == member.ref; }))
        m_members << member;
    showMembers();
}

void LinkEditor::setValue(const Value &value)
{
    const EntityType *type = m_store.schema()->type(m_field.target);
    if (m_field.multiple) {
        m_members = value.value<Members>();
        m_picker->clear();
        showMembers();
        return;
    }
    m_picked = value.toLongLong();
    m_title = m_picked != 0 && type ? itemTitle(m_store.reader(), {type->id, m_picked, {}}) : QString();
    m_picker->setText(m_title);
}

Result<Value> LinkEditor::value() const
{
    const QString typed = m_picker->text().trimmed();
    if (m_field.multiple && typed.isEmpty())
        return membersValue(m_members);
    if (!m_field.multiple && m_picked != 0 && typed == m_title.trimmed())
        return Value(m_picked);
    // What was typed and not picked is taken where it names one item.
    const SchemaPtr schema = m_store.schema();
    const ReadContext reader = m_store.reader();
    const ParseContext context{
        .schema = *schema, .currency = {}, .findItem = [&](const QString &code, const QString &text) -> qint64 {
            const EntityType *type = schema->type(code);
            auto ids = type ? findByTitle(reader, type->id, text, 1) : Result<QList<qint64>>(QList<qint64>());
            if (ids && !ids->isEmpty())
                return ids->first();
            auto id = type ? findByNumber(reader, type->id, text) : Result<qint64>(0);
            return id ? *id : 0;
        }};
    auto value = parseValue(context, m_field, typed);
    if (!value || !m_field.multiple)
        return value;
    return membersValue(m_members + value->value<Members>());
}

void LinkEditor::showMembers()
{
    const EntityType *type = m_store.schema()->type(m_field.target);
    QList<Line> lines;
    for (const Member &member : std::as_const(m_members))
        lines << Line{member.ref, itemTitle(m_store.reader(), {type ? type->id : member.ref.type, member.ref.id, {}})};
    m_lines.show(lines, [this](const Line &line) { return makeLine(line); });
}

QWidget *LinkEditor::makeLine(const Line &shown)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::xs);
    row->addWidget(new ElidedLabel(shown.title, line), 1);
    QToolButton *remove = makeIconButton(line, u"linkOff"_s, u"close"_s, tr("Remove %1").arg(shown.title));
    row->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, ref = shown.ref] {
        m_members.removeIf([&](const Member &one) { return one.ref == ref; });
        m_picker->setFocus(); // before the button goes, or the editor would be left
        showMembers();
    });
    return line;
}

} // namespace Kartoteka
