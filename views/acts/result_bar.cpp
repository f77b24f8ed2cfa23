// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/result_bar.h"

#include "core/schema/activity_codes.h"
#include "core/schema/builtin_names.h"
#include "views/widgets/carry_out.h"

namespace Kartoteka {

namespace {
constexpr int mostKeys = 9;
}

ResultBar::ResultBar(Store &store, bool keys, QWidget *parent) : QuestionBar(u"result"_s, keys, parent), m_store(store)
{}

void ResultBar::ask(const Activity &activity)
{
    constexpr qsizetype longest = 80;
    m_activity = activity;
    clearPills();
    const SchemaPtr schema = m_store.schema();
    const Field *field = schema->field(schema->type(u"activity"_s)->id, Codes::resultKind);
    int key = 1;
    for (const ListValue &value : schema->listValues(field->id)) {
        if (key > mostKeys)
            break;
        const QString name = displayName(*schema, value);
        addPill(QString::number(key++), name, [this, id = value.id, name] { note(id, name); });
    }
    addPill(u"Esc"_s, tr("No result"), [this] { drop(); });
    setQuestion(tr("What was the result of “%1”?").arg(activity.title.left(longest)));
    show();
}

void ResultBar::note(qint64 kind, const QString &name)
{
    const Activity activity = m_activity;
    drop();
    carryOut(m_store, this, planChangeActivity(*m_store.schema(), activity, {{Codes::resultKind, kind}}),
             u"%1: %2"_s.arg(activity.title, name));
}

} // namespace Kartoteka
