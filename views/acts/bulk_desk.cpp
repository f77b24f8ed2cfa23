// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/bulk_desk.h"

#include "core/activities/activity.h"
#include "core/definitions/field_conversion.h"
#include "core/definitions/stage_switch.h"
#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/leads/conversion.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "core/pipeline/stage_removal.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/counted_names.h"
#include "core/schema/roles.h"
#include "views/acts/activity_menu.h"
#include "views/acts/copy_link.h"
#include "views/acts/move_conversation.h"
#include "views/dialogs/bulk_field_dialog.h"
#include "views/dialogs/bulk_plan_dialog.h"
#include "views/dialogs/bulk_report_dialog.h"
#include "views/tasks/task_runner.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/initials.h"
#include "views/widgets/menu_heading.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr qsizetype mostMerged = 20;

/// What several items of a type may become at once: each that it converts to, and some of them together.
QList<QStringList> conversionsOf(const Schema &schema, const EntityType &type)
{
    constexpr qsizetype mostTogether = 4; // of more, each alone: a menu is no table
    QStringList targets = type.convertsTo;
    targets.removeIf([&](const QString &code) { return !schema.type(code); });
    QList<QStringList> sets;
    const int all = targets.size() <= mostTogether ? 1 << targets.size() : 1;
    for (int mask = 1; mask < all; ++mask) {
        QStringList set;
        for (qsizetype i = 0; i < targets.size(); ++i) {
            if (mask & 1 << i)
                set << targets[i];
        }
        sets << set;
    }
    for (const QString &target : targets.size() > mostTogether ? targets : QStringList())
        sets << QStringList{target};
    std::ranges::stable_sort(sets, {}, [](const QStringList &set) { return set.size(); });
    return sets;
}

} // namespace

BulkDesk::BulkDesk(Store &store, TaskRunner &tasks, MoveConversation &moves, QWidget *window)
    : QObject(window), m_store(store), m_tasks(tasks), m_moves(moves), m_window(window)
{}

bool BulkDesk::confirm(const QString &question, const QString &verb, qint64 typeId, const QList<qint64> &ids)
{
    return ids.size() < 2
        || AskDialog::confirm(m_window, question, namesOf(typeId, ids), verb, u"bulkAccept"_s, AskDialog::Kind::Primary);
}

/// "3 leads".
QString BulkDesk::countOf(qint64 typeId, const QList<qint64> &ids) const
{
    return countedName(*m_store.schema()->type(typeId), ids.size());
}

/// The titles of some, so that one sees which are meant.
QString BulkDesk::namesOf(qint64 typeId, const QList<qint64> &ids) const
{
    constexpr qsizetype named = 3;
    constexpr qsizetype longest = 60;
    QStringList names;
    for (const qint64 id : ids.first(qMin(named, ids.size())))
        names << itemTitle(m_store.reader(), {typeId, id, {}}).left(longest);
    const QString list = names.join(u", "_s);
    return ids.size() <= named ? list + u'.' : tr("%1 and %Ln more.", nullptr, int(ids.size() - named)).arg(list);
}

void BulkDesk::restore(qint64 typeId, const QList<qint64> &ids)
{
    run(typeId, ids, bulkRestore(m_store.schema()), tr("Restored: %1"));
}

void BulkDesk::purge(qint64 typeId, const QList<qint64> &ids)
{
    const QString question = ids.size() == 1
        ? tr("Delete “%1” for good?").arg(itemTitle(m_store.reader(), {typeId, ids.constFirst(), {}}))
        : tr("Delete %1 for good?", "how many of what").arg(countOf(typeId, ids));
    const QString lost = tr("Their comments and files are deleted too.");
    if (AskDialog::confirm(m_window, question, ids.size() == 1 ? lost : namesOf(typeId, ids) + u' ' + lost,
                           tr("Delete for good"), u"bulkAccept"_s, AskDialog::Kind::ForGood))
        run(typeId, ids, bulkPurge(m_store.schema()), tr("Deleted for good: %1"));
}

void BulkDesk::addBinTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids)
{
    const Theme &theme = Theme::of(m_window->palette());
    menu->addAction(theme.icon(u"undo"_s), tr("Restore"), this, [this, typeId, ids] { restore(typeId, ids); });
    menu->addSeparator();
    menu->addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete for good…"), this,
                    [this, typeId, ids] { purge(typeId, ids); })
        ->setObjectName(u"purge"_s);
}

void BulkDesk::addStagesTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(typeId);
    const Theme &theme = Theme::of(m_window->palette());
    const auto first = readItem(m_store.reader(), {typeId, ids.constFirst(), {}});
    const Pipeline *pipeline = first ? schema->pipeline(first->reference(Codes::pipeline)) : nullptr;
    if (!type.hasStages || !pipeline)
        return;
    for (const Stage &stage : schema->stages(pipeline->id)) {
        if (isWonByConversion(type, stage))
            continue; // "Convert" stands for it
        menu->addAction(theme.icon(u"flag"_s, theme.mark(QColor(stage.colour), ColourRole::Raised)),
                        menuText(displayName(*schema, stage)), this,
                        [this, typeId, ids, id = stage.id] { moveTo(typeId, ids, id); });
    }
}

void BulkDesk::addPeopleTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids)
{
    const SchemaPtr schema = m_store.schema();
    for (const User &user : schema->users()) {
        if (!user.active)
            continue;
        menu->addAction(initialsIcon(user, *menu), menuText(user.name), this, [this, typeId, ids, user, schema] {
            if (confirm(tr("Make %1 responsible for %2?", "a person, how many of what").arg(user.name, countOf(typeId, ids)),
                        tr("Hand over"), typeId, ids))
                run(typeId, ids, bulkEdit(schema, {{Codes::responsible, user.id}}), tr("Responsible changed: %1"));
        });
    }
    addSearchIfLong(*menu);
}

void BulkDesk::addTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType &type = *schema->type(typeId);
    const Theme &theme = Theme::of(m_window->palette());
    const auto first = readItem(m_store.reader(), {typeId, ids.constFirst(), {}});
    // A menu of one item tells nothing by counting it; what concerns one alone stands above (office_widget).
    const bool several = ids.size() > 1;
    if (several)
        addMenuHeading(*menu, countOf(typeId, ids));
    else if (!menu->isEmpty())
        menu->addSeparator();
    if (first && first->deleted) {
        addBinTo(menu, typeId, ids);
        return;
    }
    if (isActivities(type)) {
        addDoneTo(*menu, m_store, *this, ids, several || !first ? std::optional<bool>() : first->value(u"done"_s).toBool());
        addPutOffTo(*menu->addMenu(theme.icon(u"clock"_s), tr("Postpone")), m_store, *this, ids);
    }
    menu->addAction(theme.icon(u"edit"_s), tr("Change a field…"), this, [this, typeId, ids] { askField(typeId, ids); });
    if (type.hasStages)
        addStagesTo(menu->addMenu(theme.icon(u"flag"_s), tr("Move to stage")), typeId, ids);
    if (const Field *responsible = schema->field(typeId, Codes::responsible))
        addPeopleTo(menu->addMenu(theme.icon(u"user"_s), menuText(displayName(*responsible))), typeId, ids);
    if (schema->field(typeId, Codes::tags)) {
        menu->addAction(theme.icon(u"tag"_s), tr("Add tags…"), this, [this, typeId, ids] { askTags(typeId, ids, true); });
        menu->addAction(theme.icon(u"tag"_s), tr("Remove tags…"), this,
                        [this, typeId, ids] { askTags(typeId, ids, false); });
    }
    if (type.hasActivities && several)
        menu->addAction(theme.icon(u"activity"_s), tr("Plan an activity…"), this,
                        [this, typeId, ids] { askActivity(typeId, ids); });
    if (!type.convertsTo.isEmpty() && several)
        addConversionsTo(menu->addMenu(theme.icon(u"convert"_s), tr("Convert")), typeId, ids);
    if (several && ids.size() <= mostMerged && type.isItem)
        menu->addAction(theme.icon(u"merge"_s), tr("Merge…"), this, [this, typeId, ids] { emit mergeWanted(typeId, ids); });
    if (!several && type.isItem)
        addCopyLink(*menu, m_store, {typeId, ids.constFirst(), {}},
                    [this](const QString &words) { emit said(words, false); });
    menu->addAction(theme.icon(u"share"_s), tr("Export…"), this, [this, typeId, ids] { emit exportWanted(typeId, ids); });
    menu->addSeparator();
    menu->addAction(theme.icon(u"trash"_s, ColourRole::Danger), withKey(tr("Move to bin"), Qt::Key_Delete), this,
                    [this, typeId, ids] { remove(typeId, ids); });
}

void BulkDesk::addConversionsTo(QMenu *menu, qint64 typeId, const QList<qint64> &ids)
{
    const SchemaPtr schema = m_store.schema();
    for (const QStringList &targets : conversionsOf(*schema, *schema->type(typeId))) {
        QStringList names;
        for (const QString &code : targets)
            names << displayName(*schema->type(code));
        menu->addAction(menuText(names.join(u" + "_s)), this, [this, typeId, ids, targets, names] {
            if (confirm(
                    tr("Convert %1 to: %2?", "how many of what, other types").arg(countOf(typeId, ids), names.join(u", "_s)),
                    tr("Convert"), typeId, ids))
                run(typeId, ids, bulkConvert(targets, m_store.user()), tr("Converted: %1"));
        });
    }
}

void BulkDesk::askConversion(qint64 typeId, const QList<qint64> &ids, const QPoint &global)
{
    QMenu menu(m_window);
    menu.setObjectName(u"convertMenu"_s);
    addConversionsTo(&menu, typeId, ids);
    menu.exec(global);
}

void BulkDesk::remove(qint64 typeId, const QList<qint64> &ids)
{
    if (ids.size() < 2
        || AskDialog::confirm(m_window, tr("Move %1 to the recycle bin?", "how many of what").arg(countOf(typeId, ids)),
                              namesOf(typeId, ids) + u' ' + tr("They can be restored from there."), tr("Move to bin"),
                              u"bulkAccept"_s, AskDialog::Kind::Destructive))
        run(typeId, ids, bulkDelete(m_store.schema(), m_store.clock().now()), tr("Moved to the recycle bin: %1"));
}

void BulkDesk::askField(qint64 typeId, const QList<qint64> &ids)
{
    BulkFieldDialog dialog(m_store, typeId, ids.size(), m_window);
    if (dialog.exec() == QDialog::Accepted)
        run(typeId, ids, bulkEdit(m_store.schema(), {{dialog.field(), dialog.value()}}), tr("Changed: %1"));
}

void BulkDesk::askTags(qint64 typeId, const QList<qint64> &ids, bool add)
{
    const QString question = add ? tr("Add tags to %1", "how many of what") : tr("Remove tags from %1", "how many of what");
    const auto text = AskDialog::line(m_window, question.arg(countOf(typeId, ids)), tr("Tags, separated by commas"),
                                      add ? tr("Add") : tr("Remove"));
    QStringList tags;
    for (const QString &tag : text.value_or(QString()).split(u',', Qt::SkipEmptyParts))
        tags << tag.trimmed();
    tags.removeAll(QString());
    if (!tags.isEmpty())
        run(typeId, ids, bulkTags(m_store.schema(), add ? tags : QStringList(), add ? QStringList() : tags),
            add ? tr("Tags added: %1") : tr("Tags removed: %1"));
}

void BulkDesk::askActivity(qint64 typeId, const QList<qint64> &ids)
{
    BulkPlanDialog dialog(m_store, typeId, ids.size(), m_window);
    if (dialog.exec() == QDialog::Accepted)
        run(typeId, ids, bulkPlan(m_store.schema(), dialog.draft()), tr("Planned: %1"));
}

void BulkDesk::moveTo(qint64 typeId, const QList<qint64> &ids, qint64 stage)
{
    const SchemaPtr schema = m_store.schema();
    const QString name = displayName(*schema, *schema->stage(stage));
    m_moves.begin(typeId, ids, stage, [this, typeId, ids, stage, schema, name](const QList<FieldValue> &values) {
        if (confirm(tr("Move %1 to “%2”?", "how many of what, a stage").arg(countOf(typeId, ids), name), tr("Move"), typeId,
                    ids))
            run(typeId, ids, bulkMove(schema, stage, values), tr("Moved to “%2”: %1").arg(u"%1"_s, name));
    });
}

void BulkDesk::emptyStage(qint64 stageId, qint64 to)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(stageId);
    const Pipeline *pipeline = stage ? schema->pipeline(stage->pipeline) : nullptr;
    if (pipeline)
        runRemoval(displayName(*schema, *stage), pipeline->typeId, tr("Moved out of the stage: %1"),
                   [this, schema, stageId, to](const BulkOptions &options) {
                       return removeStage(m_store, schema, stageId, to, options);
                   });
}

void BulkDesk::emptyPipeline(qint64 pipelineId, qint64 to)
{
    const SchemaPtr schema = m_store.schema();
    if (const Pipeline *pipeline = schema->pipeline(pipelineId))
        runRemoval(displayName(*pipeline), pipeline->typeId, tr("Moved out of the pipeline: %1"),
                   [this, schema, pipelineId, to](const BulkOptions &options) {
                       return removePipeline(m_store, schema, pipelineId, to, options);
                   });
}

void BulkDesk::runRemoval(const QString &name, qint64 typeId, const QString &said,
                          const std::function<Result<BulkReport>(const BulkOptions &)> &removal)
{
    m_tasks.run<BulkReport>(
        tr("Emptying “%1”").arg(name),
        [removal](const CancelToken &cancel, const TaskRunner::Progress &progress) {
            BulkOptions options;
            options.cancel = cancel;
            options.progress = [progress](qsizetype done, qsizetype total) { progress(done, total, done); };
            return removal(options);
        },
        [this, typeId, said](const Result<BulkReport> &report) {
            if (report)
                tell(*report, typeId, said, {});
            else
                emit failed(report.error());
        });
}

void BulkDesk::convertField(qint64 fieldId, const FieldConversion &conversion)
{
    const SchemaPtr schema = m_store.schema();
    const Field *found = schema->field(fieldId);
    if (!found)
        return;
    const Field field = *found;
    const TaskRunner::Work<BulkReport> work = [this, field, conversion](const CancelToken &cancel,
                                                                        const TaskRunner::Progress &progress) {
        BulkOptions options;
        options.cancel = cancel;
        options.progress = [progress](qsizetype done, qsizetype total) { progress(done, total, done); };
        return Kartoteka::convertField(m_store, field, conversion, options);
    };
    const QString name = displayName(field);
    m_tasks.run<BulkReport>(tr("Changing the kind of “%1”").arg(name), work,
                            [this, typeId = field.typeId](const Result<BulkReport> &report) {
                                if (report)
                                    tell(*report, typeId, tr("Values converted: %1"), {});
                                else
                                    emit failed(report.error());
                            });
}

void BulkDesk::bringStages(qint64 typeId, const TypeSettings &settings)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(typeId);
    if (!type)
        return;
    const TaskRunner::Work<BulkReport> work = [this, type = *type, settings](const CancelToken &cancel,
                                                                             const TaskRunner::Progress &progress) {
        BulkOptions options;
        options.cancel = cancel;
        options.progress = [progress](qsizetype done, qsizetype total) { progress(done, total, done); };
        return Kartoteka::bringStages(m_store, type, settings, options);
    };
    const QString name = pluralName(*type);
    m_tasks.run<BulkReport>(tr("Stages for “%1”").arg(name), work, [this, name](const Result<BulkReport> &report) {
        if (!report)
            emit failed(report.error());
        else if (!report->cancelled)
            emit said(tr("“%1” has stages. In the first one: %2").arg(name, QLocale().toString(report->done)), true);
    });
}

void BulkDesk::run(qint64 typeId, const QList<qint64> &ids, const BulkAct &act, const QString &said,
                   const std::function<void()> &after)
{
    BulkAct named = act;
    if (named.subject.isEmpty() && ids.size() > 1)
        named.counted = [typeId, schema = m_store.schema()](qsizetype count) {
            return countedName(*schema->type(typeId), count);
        };
    if (named.subject.isEmpty())
        named.subject = ids.size() == 1 ? itemTitle(m_store.reader(), {typeId, ids.constFirst(), {}}) : countOf(typeId, ids);
    const TaskRunner::Work<BulkReport> work = [this, typeId, ids, named](const CancelToken &cancel,
                                                                         const TaskRunner::Progress &progress) {
        BulkOptions options;
        options.cancel = cancel;
        options.progress = [progress](qsizetype done, qsizetype total) { progress(done, total, done); };
        return runBulk(m_store, typeId, ids, named, options);
    };
    const QString name = ids.size() == 1 ? named.subject : QString();
    const TaskRunner::Done<BulkReport> done = [this, typeId, said, after, name](const Result<BulkReport> &report) {
        if (!report) {
            emit failed(report.error());
            return;
        }
        tell(*report, typeId, said, name);
        if (after && !report->cancelled && report->skippedInAll == 0)
            after();
    };
    constexpr qsizetype shownFrom = 500; // fewer are done before one has read what is being done
    if (ids.size() >= shownFrom)
        m_tasks.run<BulkReport>(tr("Changing %1", "how many of what").arg(countOf(typeId, ids)), work, done);
    else
        m_tasks.runQuietly<BulkReport>(work, done);
}

void BulkDesk::tell(const BulkReport &report, qint64 typeId, const QString &text, const QString &name)
{
    constexpr qsizetype longest = 60;
    QString line = text.arg(report.done == 1 && !name.isEmpty() ? QLocale().quoteString(name.left(longest))
                                                                : QLocale().toString(report.done));
    if (report.cancelled)
        line += u". "_s + tr("Stopped early");
    if (report.skippedInAll > 0)
        line += u". "_s + tr("%n skipped", nullptr, int(report.skippedInAll));
    emit said(line, report.done > 0);
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(typeId);
    if (report.skippedInAll == 0 || !type)
        return;
    QWidget *before = QApplication::activeWindow(); // the settings, where it was begun there
    const bool isOurs = before && !before->isModal() && before->parentWidget() == m_window->window();
    auto *dialog = new BulkReportDialog(*type, report, isOurs ? before : m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Kartoteka
