// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_panel.h"

#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/schema/codes.h"
#include "views/card/card_acts.h"
#include "views/card/card_files.h"
#include "views/card/card_title.h"
#include "views/card/composer.h"
#include "views/card/field_form.h"
#include "views/card/related_list.h"
#include "views/card/stage_bar.h"
#include "views/card/timeline_view.h"
#include "views/dialogs/unsaved_question.h"
#include "views/theme/theme.h"
#include "views/widgets/tab_order.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>

namespace Kartoteka {

namespace {

constexpr int fieldsWidth = 420;
constexpr int narrowest = 320; ///< of either side

} // namespace

CardPanel::CardPanel(Store &store, MoveConversation &moves, QWidget *parent)
    : QWidget(parent), m_store(store), m_watcher(new ItemWatcher(store, this)), m_acts(new CardActs(store, moves, this))
{
    setObjectName(u"cardPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new CardHeader(this);
    layout->addWidget(m_header);
    layout->addWidget(makeBody(), 1);
    connectHeader();
    connect(m_watcher, &ItemWatcher::changed, this, &CardPanel::showItem);
    connect(m_watcher, &ItemWatcher::gone, this, &CardPanel::closed);
    connect(m_form, &FieldForm::edited, this, &CardPanel::saveField);
    connect(m_form, &FieldForm::linkActivated, this, &CardPanel::opened);
    connect(m_form, &FieldForm::fileWanted, this,
            [this](const QString &field, const QPoint &at) { files()->showFieldMenu(m_ref, field, at); });
    connect(m_form, &FieldForm::fileActivated, m_history->files(), &CardFiles::open);
    connect(m_related, &RelatedList::linkActivated, this, &CardPanel::opened);
    connect(m_history, &CardHistory::opened, this, &CardPanel::opened);
    connect(m_history, &CardHistory::failed, this, &CardPanel::failed);
    connect(m_history, &CardHistory::done, this, &CardPanel::done);
}

void CardPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_creating && !CardFiles::attachable(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CardPanel::dropEvent(QDropEvent *event)
{
    m_history->files()->attach(m_ref, CardFiles::attachable(*event->mimeData()));
    event->acceptProposedAction();
}

void CardPanel::connectHeader()
{
    connect(m_header->title(), &CardTitle::edited, this,
            [this](const QString &text) { saveField(Codes::title, textValue(text)); });
    connect(m_header->stages(), &StageBar::chosen, this, &CardPanel::moveTo);
    connect(m_header->stages(), &StageBar::finishWanted, this,
            [this](const QPoint &global) { m_acts->showFinishMenu(m_watcher->item(), global); });
    connect(m_header, &CardHeader::stepWanted, this, &CardPanel::stepWanted);
    connect(m_header, &CardHeader::moreWanted, this,
            [this] { m_acts->showMoreMenu(m_watcher->item(), m_header->menuPlace()); });
    connect(m_acts, &CardActs::editAllWanted, this, [this] { setEditingAll(true); });
    connect(m_acts, &CardActs::convertWanted, this, &CardPanel::convertWanted);
    connect(m_acts, &CardActs::deleted, this, &CardPanel::closed);
    connect(m_acts, &CardActs::refused, this, &CardPanel::showRefusal);
    connect(m_acts, &CardActs::done, this, &CardPanel::done);
    connect(m_header, &CardHeader::closeWanted, this, [this] {
        if (mayClose())
            emit closed();
    });
    // Shortcuts, for the scroll area of the fields would take the arrows.
    for (const auto &[key, direction] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *step = new QShortcut(QKeySequence(Qt::ALT | key), this);
        step->setContext(Qt::WidgetWithChildrenShortcut);
        connect(step, &QShortcut::activated, this, [this, direction = direction] { emit stepWanted(direction); });
    }
    // A shortcut too: a closed combo box would take the key for a letter to look for.
    auto *save = new QShortcut(QKeySequence(QKeySequence::Save), this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, [this] {
        if (m_form->isEditing())
            m_creating ? saveNew() : saveAll();
    });
}

KeyGroup CardPanel::keys()
{
    return {tr("Card"),
            {{{QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_F2)}, tr("Edit the field")},
             {{QKeySequence(QKeySequence::Save)}, tr("Save")},
             {{QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::ALT | Qt::Key_Down)}, tr("The item before and behind")},
             {{QKeySequence(Qt::Key_Space)}, tr("Complete the activity in the timeline")},
             {{QKeySequence(Qt::Key_Escape)}, tr("Close")}}};
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

    m_history = new CardHistory(m_store, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_history);
    m_splitter->setSizes({scaled(fieldsWidth, fontMetrics()), scaled(fieldsWidth + 60, fontMetrics())});
    left->setMinimumWidth(scaled(narrowest, fontMetrics()));
    m_history->setMinimumWidth(scaled(narrowest, fontMetrics()));
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
    m_header->title()->discard();
    m_history->setItem(ref, true);
    m_watcher->watch(ref);
}

void CardPanel::create(qint64 typeId, const QHash<QString, Value> &values)
{
    m_creating = true;
    m_ref = {typeId, 0, {}};
    m_draft = {};
    m_draft.typeId = typeId;
    m_draft.values = withDefaults(*m_store.schema(), typeId, values, {m_store.user(), m_store.clock().localNow()});
    if (m_store.schema()->field(typeId, Codes::responsible) && !values.contains(Codes::responsible))
        m_draft.values.insert(Codes::responsible, m_store.user());
    m_watcher->watch({});
    m_history->setItem(m_ref, false);
    m_header->show(m_store.schema(), m_draft, true);
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
        m_history->timeline()->setFocus();
}

bool CardPanel::focusNextPrevChild(bool next)
{
    // The card is walked round and round, as it is seen: behind it is another place.
    return stepFocus(*this, next);
}

void CardPanel::showItem()
{
    if (m_creating)
        return;
    m_header->show(m_store.schema(), m_watcher->item(), false);
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
        emit created(m_watcher->item());
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
    if (m_creating) {
        m_draft.values.insert(Codes::stage, stage);
        m_header->show(m_store.schema(), m_draft, true);
        return;
    }
    m_acts->moveTo(m_ref, stage);
}

bool CardPanel::hasUnsaved() const
{
    return m_form->hasUnsaved() || m_header->title()->hasUnsaved() || m_history->composer()->hasUnsaved();
}

bool CardPanel::mayClose()
{
    if (!hasUnsaved())
        return true;
    switch (askAboutUnsaved(m_header->title()->text(), this)) {
    case UnsavedAnswer::Save: return saveUnsaved();
    case UnsavedAnswer::Stay: return false;
    case UnsavedAnswer::Discard: break;
    }
    m_form->closeEditors();
    m_header->title()->discard();
    m_history->composer()->discard();
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
        if (m_header->title()->hasUnsaved())
            values->insert(Codes::title, textValue(m_header->title()->typed()));
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
    m_header->title()->discard();
    m_form->closeEditors();
    m_saveBar->hide();
    if (!m_creating)
        m_history->composer()->saveUnsaved();
    return true;
}

void CardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
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
