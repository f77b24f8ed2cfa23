// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_panel.h"

#include "core/exchange/conflicts.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/item_rules.h"
#include "core/pipeline/stage_move.h"
#include "core/schema/builtin_names.h"
#include "views/card/card_activities.h"
#include "views/card/card_files.h"
#include "views/card/card_title.h"
#include "views/card/composer.h"
#include "views/card/field_form.h"
#include "views/card/related_list.h"
#include "views/card/stage_bar.h"
#include "views/card/timeline_view.h"
#include "views/dialogs/move_dialog.h"
#include "views/dialogs/unsaved_question.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/tab_order.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int fieldsWidth = 420;
constexpr int narrowest = 320; ///< of either side

} // namespace

CardPanel::CardPanel(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_watcher(new ItemWatcher(store, this))
    , m_timelineModel(new TimelineModel(store, this))
    , m_files(new CardFiles(store, this))
    , m_activities(new CardActivities(store, this))
{
    setObjectName(u"cardPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeBody(), 1);
    connect(m_watcher, &ItemWatcher::changed, this, &CardPanel::showItem);
    connect(m_watcher, &ItemWatcher::gone, this, &CardPanel::closed);
    connect(m_form, &FieldForm::edited, this, &CardPanel::saveField);
    connect(m_form, &FieldForm::linkActivated, this, &CardPanel::opened);
    connect(m_related, &RelatedList::linkActivated, this, &CardPanel::opened);
    connect(m_stages, &StageBar::chosen, this, &CardPanel::moveTo);
    connect(m_stages, &StageBar::finishWanted, this, &CardPanel::showFinishMenu);
    connectTimeline();
}

void CardPanel::connectTimeline()
{
    connect(m_timeline, &TimelineView::linkActivated, this, &CardPanel::opened);
    connect(m_timeline, &TimelineView::fileActivated, m_files, &CardFiles::open);
    connect(m_timeline, &TimelineView::fileMenuWanted, m_files, &CardFiles::showMenu);
    connect(m_composer, &Composer::fileWanted, this, [this] { m_files->askFile(m_ref); });
    connect(m_files, &CardFiles::failed, this, &CardPanel::failed);
    connect(m_files, &CardFiles::done, this, &CardPanel::done);
    connect(m_timeline, &TimelineView::completeWanted, m_activities, &CardActivities::complete);
    connect(m_timeline, &TimelineView::activityWanted, m_activities, &CardActivities::open);
    connect(m_timeline, &TimelineView::activityDeleteWanted, m_activities, &CardActivities::remove);
    connect(m_timeline, &TimelineView::activityMenuWanted, m_activities, &CardActivities::showMenu);
    connect(m_activities, &CardActivities::failed, this, &CardPanel::failed);
    connect(m_activities, &CardActivities::done, this, &CardPanel::done);
    connect(m_timeline, &TimelineView::settleWanted, this, [this](qint64 id, bool takeOther) {
        if (auto conflict = readConflict(m_store.reader(), id))
            commit(takeOther ? planTakeOther(*conflict) : planKeep(*conflict), tr("Settled"));
    });
    connect(m_composer, &Composer::commentWritten, this,
            [this](const QString &text) { commit(planComment(m_ref, text), {}); });
    connect(m_composer, &Composer::activityPlanned, this, [this](ActivityDraft draft) {
        draft.items = {m_ref};
        commit(planActivity(*m_store.schema(), draft), {});
    });
}

void CardPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_creating && !CardFiles::attachable(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CardPanel::dropEvent(QDropEvent *event)
{
    m_files->attach(m_ref, CardFiles::attachable(*event->mimeData()));
    event->acceptProposedAction();
}

QWidget *CardPanel::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(Space::xl, Space::m, Space::m, Space::m);
    layout->setSpacing(Space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::xs);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    m_kind = new QLabel(header);
    m_kind->setFont(Theme::small(font()));
    m_kind->setProperty("muted", true);
    m_title = new CardTitle(header);
    titles->addWidget(m_kind);
    titles->addWidget(m_title);
    row->addLayout(titles, 1);
    m_previous = makeIconButton(header, u"cardPrevious"_s, u"chevron-up"_s, tr("Previous (Alt+Up)"));
    m_next = makeIconButton(header, u"cardNext"_s, u"chevron-down"_s, tr("Next (Alt+Down)"));
    m_more = makeIconButton(header, u"cardMore"_s, u"more"_s, tr("More"));
    QToolButton *close = makeIconButton(header, u"cardClose"_s, u"close"_s, tr("Close (Esc)"));
    for (QToolButton *button : {m_previous, m_next, m_more, close})
        row->addWidget(button, 0, Qt::AlignTop);
    layout->addLayout(row);
    m_stages = new StageBar(header);
    layout->addWidget(m_stages);
    connect(m_title, &CardTitle::edited, this, [this](const QString &text) { saveField(u"title"_s, textValue(text)); });
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepWanted(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepWanted(1); });
    // Shortcuts, for the scroll area of the fields would take the arrows.
    for (const auto &[key, direction] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *step = new QShortcut(QKeySequence(Qt::ALT | key), this);
        step->setContext(Qt::WidgetWithChildrenShortcut);
        connect(step, &QShortcut::activated, this, [this, direction = direction] { emit stepWanted(direction); });
    }
    connect(m_more, &QToolButton::clicked, this, &CardPanel::showMoreMenu);
    connect(close, &QToolButton::clicked, this, [this] {
        if (mayClose())
            emit closed();
    });
    return header;
}

QWidget *CardPanel::makeBody()
{
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    m_form = new FieldForm(m_store);
    m_fields = new QScrollArea(left);
    auto *column = new QWidget;
    column->setObjectName(u"cardFields"_s); // as transparent as the form
    auto *columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, 0, 0);
    columnLayout->setSpacing(0);
    m_related = new RelatedList(m_store);
    columnLayout->addWidget(m_form);
    columnLayout->addWidget(m_related);
    columnLayout->addStretch(1);
    m_fields->setWidget(column);
    m_fields->setWidgetResizable(true);
    m_fields->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setFocusPolicy(Qt::NoFocus); // its fields are the stops
    m_fields->viewport()->setAutoFillBackground(false);
    leftLayout->addWidget(m_fields, 1);
    m_saveBar = new QWidget(left);
    auto *bar = new QHBoxLayout(m_saveBar);
    bar->setContentsMargins(Space::xl, Space::s, Space::l, Space::m);
    m_save = new QPushButton(tr("Save"), m_saveBar);
    m_save->setObjectName(u"cardSave"_s);
    makePrimary(m_save);
    m_save->setToolTip(tr("Save (Ctrl+S)"));
    auto *cancel = new QPushButton(tr("Cancel"), m_saveBar);
    cancel->setObjectName(u"cardCancel"_s);
    bar->addWidget(m_save);
    bar->addWidget(cancel);
    bar->addStretch(1);
    m_saveBar->hide();
    leftLayout->addWidget(m_saveBar);
    connect(m_save, &QPushButton::clicked, this, [this] { m_creating ? saveNew() : saveAll(); });
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_form->closeEditors(); // it says that what was typed is not wanted
        m_saveBar->hide();
        if (m_creating)
            emit closed();
        else
            takeFocus();
    });

    auto *right = new QWidget(this);
    right->setObjectName(u"cardTimelinePane"_s);
    right->setAttribute(Qt::WA_StyledBackground);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, Space::l, 0, 0);
    rightLayout->setSpacing(Space::s);
    m_composer = new Composer(m_store, right);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(Space::l, 0, Space::l, 0);
    inset->addWidget(m_composer);
    m_timeline = new TimelineView(m_store, *m_timelineModel, right);
    rightLayout->addLayout(inset);
    rightLayout->addWidget(m_timeline, 1);
    m_unsavedHint = new QLabel(tr("Save it first: then comments, activities and its history stand here."), right);
    m_unsavedHint->setWordWrap(true);
    m_unsavedHint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_unsavedHint->setProperty("muted", true);
    m_unsavedHint->setContentsMargins(Space::xl, Space::s, Space::xl, 0);
    m_unsavedHint->hide();
    rightLayout->addWidget(m_unsavedHint, 1);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setSizes({scaled(fieldsWidth, fontMetrics()), scaled(fieldsWidth + 60, fontMetrics())});
    left->setMinimumWidth(scaled(narrowest, fontMetrics()));
    right->setMinimumWidth(scaled(narrowest, fontMetrics()));
    return m_splitter;
}

QByteArray CardPanel::saveState() const
{
    return m_splitter->saveState();
}

void CardPanel::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

void CardPanel::open(const ItemRef &ref)
{
    m_creating = false;
    m_ref = ref;
    m_form->setEditing(false);
    m_saveBar->hide();
    showTimeline(true);
    m_title->discard();
    m_timelineModel->setItem(ref);
    m_watcher->watch(ref);
}

void CardPanel::create(qint64 typeId, const QHash<QString, Value> &values)
{
    m_creating = true;
    m_ref = {typeId, 0, {}};
    m_draft = {};
    m_draft.typeId = typeId;
    m_draft.values = values;
    if (m_store.schema()->field(typeId, u"responsible"_s) && !values.contains(u"responsible"_s))
        m_draft.values.insert(u"responsible"_s, m_store.user());
    m_watcher->watch({});
    m_timelineModel->setItem(m_ref);
    showTimeline(false);
    showHeader(m_draft);
    m_form->setItem(m_draft);
    m_related->setItem({});
    m_form->setEditing(true);
    m_saveBar->show();
    m_fields->ensureVisible(0, 0);
    takeFocus();
}

void CardPanel::takeFocus()
{
    if (!m_form->focusFirst())
        m_timeline->setFocus();
}

bool CardPanel::focusNextPrevChild(bool next)
{
    // The card is walked round and round, as it is seen: behind it is another place.
    return stepFocus(*this, next);
}

void CardPanel::showTimeline(bool shown)
{
    m_composer->setVisible(shown);
    m_timeline->setVisible(shown);
    m_unsavedHint->setVisible(!shown);
}

void CardPanel::showHeader(const Item &item)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(item.typeId);
    m_kind->setText(m_creating ? tr("%1 · new").arg(displayName(*type)) : tr("%1 #%2").arg(displayName(*type), item.number));
    const QString title = item.text(u"title"_s);
    m_title->setText(m_creating ? tr("New: %1").arg(displayName(*type)) : title);
    const Field *titleField = schema->field(item.typeId, u"title"_s);
    m_title->setEditable(!m_creating && titleField && titleField->editable);
    m_stages->setVisible(type->hasStages);
    const Pipeline *pipeline = schema->pipeline(item.reference(u"pipeline"_s));
    if (!pipeline)
        pipeline = schema->defaultPipeline(type->id);
    if (type->hasStages && pipeline) {
        const qint64 stage = item.reference(u"stage"_s);
        m_stages->setStages(schema, pipeline->id, stage != 0 ? stage : schema->firstStage(pipeline->id)->id);
    }
    for (QToolButton *button : {m_previous, m_next, m_more})
        button->setVisible(!m_creating);
}

void CardPanel::showItem()
{
    if (m_creating)
        return;
    showHeader(m_watcher->item());
    m_form->setItem(m_watcher->item());
    m_related->setItem(m_watcher->item());
}

void CardPanel::saveField(const QString &field, const Value &value)
{
    m_store.commit(planEdit(*m_store.schema(), m_watcher->item(), {{field, value}}))
        .then(this, [this, field](const Result<Receipt> &receipt) {
            if (!receipt && m_form->row(field)) {
                m_form->showProblem(field, receipt.error().message);
            } else if (!receipt) {
                emit failed(receipt.error());
            } else {
                m_form->closeEditor(field);
                showItem();
            }
        });
}

/// What makes the new item of what is typed; @p uid receives its identity. Empty when a field is not sound, which says so.
std::optional<ChangeSet> CardPanel::planNew(QUuid *uid)
{
    auto values = m_form->values();
    if (!values)
        return std::nullopt;
    for (auto it = m_draft.values.cbegin(); it != m_draft.values.cend(); ++it) {
        if (!values->contains(it.key()))
            values->insert(it.key(), it.value());
    }
    return planCreate(*m_store.schema(), *m_store.schema()->type(m_ref.type), *values, uid);
}

void CardPanel::showRefusal(const Error &error)
{
    if (m_form->row(error.where))
        m_form->showProblem(error.where, error.message);
    else
        emit failed(error);
}

void CardPanel::saveNew()
{
    QUuid uid;
    auto changes = planNew(&uid);
    if (!changes)
        return;
    m_save->setEnabled(false);
    m_store.commit(std::move(*changes)).then(this, [this, uid](const Result<Receipt> &receipt) {
        m_save->setEnabled(true);
        if (!receipt) {
            showRefusal(receipt.error());
            return;
        }
        open({m_ref.type, receipt->created.value(uid), {}});
        takeFocus();
        emit done(tr("Created: %1").arg(m_watcher->item().text(u"title"_s)));
    });
}

void CardPanel::setEditingAll(bool editing)
{
    m_form->setEditing(editing);
    m_saveBar->setVisible(editing);
    m_form->setItem(m_watcher->item());
    m_fields->verticalScrollBar()->setValue(0);
    takeFocus();
}

void CardPanel::saveAll()
{
    auto values = m_form->values();
    if (!values)
        return;
    ChangeSet changes = planEdit(*m_store.schema(), m_watcher->item(), *values);
    if (changes.isEmpty()) {
        setEditingAll(false);
        return;
    }
    m_store.commit(std::move(changes)).then(this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            setEditingAll(false);
        else
            showRefusal(receipt.error());
    });
}

void CardPanel::moveTo(qint64 stage)
{
    const SchemaPtr schema = m_store.schema();
    if (m_creating) {
        m_draft.values.insert(u"stage"_s, stage);
        showHeader(m_draft);
        return;
    }
    const auto values = MoveDialog::ask(m_store, m_ref.type, {m_ref.id}, stage, this);
    if (!values)
        return;
    auto changes = planMove(m_store.reader(), m_ref, stage, {}, *values);
    if (!changes) {
        showRefusal(changes.error());
        return;
    }
    commit(std::move(*changes), tr("Moved to “%1”").arg(displayName(*schema, *schema->stage(stage))));
}

void CardPanel::showFinishMenu(const QPoint &global)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(m_ref.type);
    const Pipeline *pipeline = schema->pipeline(m_watcher->item().reference(u"pipeline"_s));
    if (!pipeline)
        return;
    QMenu menu(this);
    menu.setObjectName(u"finishMenu"_s);
    if (!type->convertsTo.isEmpty())
        menu.addAction(Theme::of(palette()).icon(u"convert"_s), tr("Convert…"), this, [this] { emit convertWanted(m_ref); });
    for (const Stage &stage : schema->stages(pipeline->id)) {
        if (stage.group == StageGroup::InProgress)
            continue;
        // What converts is won by conversion.
        if (isWonByConversion(*type, stage))
            continue;
        QAction *action = menu.addAction(Theme::of(palette()).icon(u"flag"_s, QColor(stage.colour)),
                                         displayName(*schema, stage));
        connect(action, &QAction::triggered, this, [this, id = stage.id] { moveTo(id); });
    }
    menu.exec(global);
}

void CardPanel::showMoreMenu()
{
    const Theme &theme = Theme::of(palette());
    const EntityType type = *m_store.schema()->type(m_ref.type);
    QMenu menu(this);
    menu.addAction(theme.icon(u"edit"_s), tr("Edit all fields"), this, [this] { setEditingAll(true); });
    if (!type.convertsTo.isEmpty())
        menu.addAction(theme.icon(u"convert"_s), tr("Convert…"), this, [this] { emit convertWanted(m_ref); });
    menu.addSeparator();
    if (m_watcher->item().deleted) {
        menu.addAction(theme.icon(u"undo"_s), tr("Restore"), this,
                       [this, &type] { commit(planRestore(type, {m_ref.id}, m_title->text()), tr("Restored")); });
    } else {
        menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete"), this, [this, &type] {
            commit(planDelete(type, {m_ref.id}, m_title->text(), m_store.clock().now()),
                   tr("Deleted: %1").arg(m_title->text()), [this] { emit closed(); });
        });
    }
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void CardPanel::commit(ChangeSet changes, const QString &what, const std::function<void()> &after)
{
    m_store.commit(std::move(changes)).then(this, [this, what, after](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        if (!what.isEmpty())
            emit done(what);
        if (after)
            after();
    });
}

bool CardPanel::hasUnsaved() const
{
    return m_form->hasUnsaved() || m_title->hasUnsaved() || m_composer->hasUnsaved();
}

bool CardPanel::mayClose()
{
    if (!hasUnsaved())
        return true;
    switch (UnsavedQuestion::ask(m_title->text(), this)) {
    case UnsavedQuestion::Answer::Save: return saveUnsaved();
    case UnsavedQuestion::Answer::Stay: return false;
    case UnsavedQuestion::Answer::Discard: break;
    }
    m_form->closeEditors();
    m_title->discard();
    m_composer->discard();
    m_saveBar->hide();
    return true;
}

/// Saves all that is typed on the card, and waits for it. @return false: something was refused, and says why.
bool CardPanel::saveUnsaved()
{
    std::optional<ChangeSet> changes;
    if (m_creating) {
        changes = planNew(nullptr);
    } else if (auto values = m_form->unsavedValues()) {
        if (m_title->hasUnsaved())
            values->insert(u"title"_s, textValue(m_title->typed()));
        changes = planEdit(*m_store.schema(), m_watcher->item(), *values);
    }
    if (!changes)
        return false;
    if (!changes->isEmpty()) {
        if (auto receipt = m_store.commitAndWait(std::move(*changes)); !receipt) {
            showRefusal(receipt.error());
            return false;
        }
    }
    m_title->discard();
    m_form->closeEditors();
    m_saveBar->hide();
    if (!m_creating)
        m_composer->saveUnsaved();
    return true;
}

void CardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save) && m_form->isEditing()) {
        m_creating ? saveNew() : saveAll();
    } else if (event->key() == Qt::Key_Escape) {
        const bool editingAll = m_form->isEditing() && !m_creating;
        if (!mayClose())
            return;
        if (editingAll)
            setEditingAll(false);
        else
            emit closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Kartoteka
