// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/default_choice.h"

#include "core/items/inherited_values.h"
#include "core/schema/builtin_names.h"

#include <QLineEdit>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isDay(FieldType type)
{
    return type == FieldType::Date || type == FieldType::DateTime;
}

/// Nothing can be typed but what is offered.
bool isClosed(FieldType type)
{
    return type == FieldType::Boolean || type == FieldType::List || type == FieldType::User || type == FieldType::Link;
}

} // namespace

DefaultChoice::DefaultChoice(QWidget *parent) : QComboBox(parent)
{
    setInsertPolicy(QComboBox::NoInsert);
}

bool DefaultChoice::isFor(const Schema &schema, const Field &field)
{
    const bool hasOwn = field.type != FieldType::Link && (isClosed(field.type) || isDay(field.type));
    return hasOwn || !inheritable(schema, field).isEmpty();
}

void DefaultChoice::offer(const Schema &schema, const Field &field)
{
    const QString before = value();
    const bool wasTyped = isEditable() && findData(before) < 0;
    clear();
    setEditable(!isClosed(field.type));
    addItem(tr("Empty"), QString());
    if (field.type == FieldType::Boolean) {
        addItem(tr("Yes"), u"yes"_s);
        addItem(tr("No"), u"no"_s);
    } else if (field.type == FieldType::List) {
        for (const ListValue &one : schema.listValues(field.id))
            addItem(displayName(schema, one), one.code);
    } else if (field.type == FieldType::User) {
        addItem(tr("Whoever creates the card"), u"me"_s);
        for (const User &user : schema.users()) {
            if (user.active)
                addItem(user.name, user.name);
        }
    } else if (isDay(field.type)) {
        addItem(tr("The day it is created"), u"today"_s);
        for (const int days : {1, 3, 7, 14, 30})
            addItem(tr("%n day(s) later", nullptr, days), u"today+%1"_s.arg(days));
    }
    if (isEditable())
        lineEdit()->setPlaceholderText(isDay(field.type) ? tr("Empty, or a date") : tr("Empty"));
    for (const FieldPath &path : inheritable(schema, field))
        addItem(tr("As in “%1”: %2", "a link, and the field of what it leads to")
                    .arg(displayName(*path.links.constFirst()), displayName(*path.field)),
                inheritingDefault(path));
    const int row = findData(before);
    setCurrentIndex(qMax(0, row));
    if (row < 0 && wasTyped && isEditable())
        setEditText(before);
}

QString DefaultChoice::value() const
{
    const int row = isEditable() ? findText(currentText().trimmed(), Qt::MatchFixedString) : currentIndex();
    return row >= 0 ? itemData(row).toString() : currentText().trimmed();
}

void DefaultChoice::setValue(const QString &value)
{
    int row = findData(value, Qt::UserRole, Qt::MatchFixedString);
    if (row < 0) {
        addItem(value, value); // as it was written elsewhere
        row = count() - 1;
    }
    setCurrentIndex(row);
}

} // namespace Kartoteka
