// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/unique_guard.h"

#include "core/base/fold.h"
#include "core/base/texts.h"
#include "core/schema/builtin_names.h"
#include "core/store/commit/unique_values.h"

namespace Kartoteka {

UniqueGuard::UniqueGuard(const ReadContext &context, qint64 typeId)
    : m_context(context), m_table(*context.table(typeId)), m_fields(context.schema->fields(typeId))
{
    m_fields.removeIf([](const Field &field) { return field.uniqueness.isEmpty(); });
}

QStringList UniqueGuard::keysOf(const Field &field, const Value &value)
{
    QStringList keys;
    const QString prefix = QString::number(field.id) + u':';
    if (!holdsTexts(field.type))
        return {prefix + fold(value.toString())};
    for (const Member &member : value.value<Members>())
        keys << prefix + (member.key.isEmpty() ? fold(member.text) : member.key);
    return keys;
}

Result<void> UniqueGuard::judge(qint64 row, const QHash<QString, Value> &values, qint64 except,
                                QList<ImportProblem> &warnings) const
{
    for (const Field &field : m_fields) {
        const Value value = values.value(field.column);
        if (!value.isValid())
            continue;
        QString problem;
        for (const QString &key : keysOf(field, value)) {
            if (const qint64 other = m_rows.value(key); other != 0 && other != row)
                problem = Texts::tr("%1: row %2 has the same.").arg(displayName(field)).arg(other);
        }
        if (problem.isEmpty()) {
            auto taken = takenValue(m_context.connection, *m_context.schema, m_table, field, value, except);
            if (!taken)
                return taken.error();
            problem = taken->id != 0 ? takenText(field, *taken) : QString();
        }
        if (problem.isEmpty())
            continue;
        if (field.uniqueness == u"refuse")
            return Error{ErrorCode::Refused, problem, {}, displayName(field)};
        warnings.append({row, displayName(field), problem});
    }
    return {};
}

void UniqueGuard::note(qint64 row, const QHash<QString, Value> &values)
{
    for (const Field &field : m_fields) {
        const Value value = values.value(field.column);
        for (const QString &key : value.isValid() ? keysOf(field, value) : QStringList())
            m_rows.insert(key, row);
    }
}

} // namespace Kartoteka
