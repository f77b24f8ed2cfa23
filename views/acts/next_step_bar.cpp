// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/next_step_bar.h"

#include "core/activities/usual_reminders.h"
#include "core/base/durations.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "models/base/moment_text.h"
#include "views/widgets/carry_out.h"

#include <QMenu>
#include <QToolButton>

namespace Kartoteka {

namespace {}

NextStepBar::NextStepBar(Store &store, bool keys, QWidget *parent) : QuestionBar(u"nextStep"_s, keys, parent), m_store(store)
{}

void NextStepBar::addSteps()
{
    clearPills();
    const SchemaPtr schema = m_store.schema();
    const QDateTime now = m_store.clock().localNow();
    const auto later = [now](const Postponement &by) { return QDateTime::fromMSecsSinceEpoch(postponed({}, now, by)); };
    int key = 1;
    const auto add = [&](const QString &text, const QDateTime &deadline, const QString &kind) {
        addPill(QString::number(key++), text, [this, deadline, kind] { plan(deadline, kind); });
    };
    const auto suggested = m_step.suggested;
    if (const ListValue *kind = suggested ? schema->listValue(suggested->kind) : nullptr) {
        add(tr("%1, %2", "a kind of activity and when")
                .arg(displayName(*schema, *kind), momentText(suggested->deadline, now.date())),
            suggested->deadline, kind->code);
    }
    add(tr("Call tomorrow"), later({0, 1, false}), u"call"_s);
    add(tr("In 3 days"), later({0, 3, false}), u"todo"_s);
    add(tr("Monday"), later({0, 0, true}), u"todo"_s);
    addPill(QString::number(key), tr("Another…"), [this] {
        const ItemRef item = m_step.item;
        drop();
        emit planWanted(item);
    });
    addPill(u"Esc"_s, tr("Nothing"), [this] { drop(); });
    auto *mute = addPill({}, tr("Do not ask…"), {});
    connect(mute, &QToolButton::clicked, this, [this, mute] { showMuteMenu(mute); });
}

void NextStepBar::ask(const NextStep &step)
{
    constexpr qsizetype longest = 80;
    m_step = step;
    addSteps();
    setQuestion(tr("What next for “%1”?").arg(step.title.left(longest)));
    show();
}

void NextStepBar::plan(const QDateTime &deadline, const QString &kind)
{
    const SchemaPtr schema = m_store.schema();
    ActivityDraft draft;
    draft.kind = kind;
    draft.items = {m_step.item};
    const qint64 kindId = findListValue(*schema, *schema->field(schema->type(u"activity"_s)->id, u"kind"_s), kind);
    if (const auto usual = usualReminders(m_store.reader(), m_store.user(), m_step.item, kindId))
        draft.reminders = *usual;
    draft.responsible = m_store.user();
    draft.deadline = deadline.toMSecsSinceEpoch();
    const QString said = tr("Planned for “%1”").arg(m_step.title);
    drop();
    carryOut(m_store, this, planActivity(*schema, draft), said);
}

void NextStepBar::showMuteMenu(QToolButton *button)
{
    const qint64 type = m_step.item.type; // while the menu is open another question may come
    QMenu menu(this);
    menu.setObjectName(u"nextStepMuteMenu"_s);
    menu.addAction(tr("For a day"), this, [this, type] { mute(type, 1); });
    menu.addAction(tr("For a week"), this, [this, type] { mute(type, 7); });
    menu.addAction(tr("For a month"), this, [this, type] { mute(type, 30); });
    menu.addAction(tr("Never again"), this, [this, type] { mute(type, {}); });
    menu.exec(button->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

void NextStepBar::mute(qint64 type, std::optional<int> days)
{
    const SchemaPtr schema = m_store.schema();
    const QDateTime now = m_store.clock().localNow();
    const auto until = days ? std::optional(m_store.clock().now() + *days * dayMs) : std::nullopt;
    const QString name = pluralName(*schema->type(type));
    const QString said = until
        ? tr("%1: no question until %2. It is turned on again in Settings, Activities.", "a type, a moment")
              .arg(name, momentText(QDateTime::fromMSecsSinceEpoch(*until), now.date()))
        : tr("%1: no question any more. It is turned on again in Settings, Activities.", "a type").arg(name);
    drop();
    m_store.commit(planDoNotAsk(*schema, m_store.user(), type, until))
        .then(this, [this, said](const Result<Receipt> &written) {
            if (written)
                emit told(said);
            else
                emit failed(written.error());
        });
}

} // namespace Kartoteka
