// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_panel.h"

#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/codes.h"
#include "models/activities/item_lights.h"
#include "views/card/card_acts.h"
#include "views/card/card_contacts.h"
#include "views/card/card_drop.h"
#include "views/card/card_files.h"
#include "views/card/card_keys.h"
#include "views/card/card_lights.h"
#include "views/card/card_pages.h"
#include "views/card/card_title.h"
#include "views/card/client_field.h"
#include "views/card/composer.h"
#include "views/card/contact_draft.h"
#include "views/card/field_form.h"
#include "views/card/stage_bar.h"
#include "views/card/taken_key.h"
#include "views/card/timeline_view.h"
#include "views/theme/theme.h"
#include "views/widgets/tab_order.h"
#include "views/widgets/unsaved_question.h"

#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int fieldsWidth = 440;
constexpr int narrowest = 320; ///< of either side

} // namespace

CardPanel::CardPanel(Store &store, MoveConversation &moves, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_new(store)
    , m_watcher(new ItemWatcher(store, this))
    , m_lights(new ItemLights(store, this))
    , m_acts(new CardActs(store, moves, this))
{
    setObjectName(u"cardPanel"_s);
    // Opaque, and not by the style sheet: or the board below is painted along with each line of the card.
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new CardHeader(store, this);
    layout->addWidget(m_header);
    m_pages = new CardPages(m_store, makeBody(), this);
    layout->addWidget(m_pages, 1);
    m_pages->follow(*form()->layouts());
    m_drop = new CardDrop(*files(), *form(), m_pages, this);
    connectHeader();
    connectParts();
}

void CardPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, 1, height(), Theme::of(palette()).colour(ColourRole::Line));
}

void CardPanel::connectParts()
{
    connect(m_watcher, &ItemWatcher::changed, this, &CardPanel::showItem);
    connect(m_watcher, &ItemWatcher::gone, this, &CardPanel::closed);
    connect(m_fields, &CardFields::saveWanted, this, [this] { m_creating ? saveNew() : saveAll(); });
    connect(m_fields, &CardFields::cancelWanted, this, [this] {
        m_fields->discard(); // it says that what was typed is not wanted
        m_creating ? closed() : takeFocus();
    });
    connect(form(), &FieldForm::edited, this, &CardPanel::saveField);
    connect(form(), &FieldForm::linkActivated, this, &CardPanel::opened);
    connect(form(), &FieldForm::failed, this, &CardPanel::failed);
    connect(form(), &FieldForm::done, this, &CardPanel::done);
    connect(form(), &FieldForm::fileWanted, this,
            [this](const QString &field, const QPoint &at) { files()->showFieldMenu(m_ref, field, at); });
    connect(form(), &FieldForm::fileActivated, m_history->files(), &CardFiles::open);
    connect(form(), &FieldForm::reachWanted, m_contacts, qOverload<const QUrl &>(&CardContacts::reach));
    connect(client(), &ClientField::changeWanted, this, &CardPanel::saveClients);
    connect(client(), &ClientField::linkActivated, this, &CardPanel::opened);
    connect(client(), &ClientField::reachWanted, m_contacts, qOverload<const ReachTarget &>(&CardContacts::reach));
    connect(client(), &ClientField::failed, this, &CardPanel::failed);
    connect(m_contacts, &CardContacts::begun, this, [this] { m_pages->showPage(CardPages::timelineCode()); });
    connect(m_contacts, &CardContacts::failed, this, &CardPanel::failed);
    connect(m_contacts, &CardContacts::done, this, &CardPanel::done);
    connect(m_draftContact, &ContactDraft::planWanted, composer(), &Composer::startActivity);
    connect(m_history, &CardHistory::opened, this, &CardPanel::opened);
    connect(m_history, &CardHistory::failed, this, &CardPanel::failed);
    connect(m_history, &CardHistory::done, this, &CardPanel::done);
    connect(m_history, &CardHistory::searched, this, [this] { m_pages->showPage(CardPages::timelineCode()); });
    connect(m_pages, &CardPages::opened, this, &CardPanel::opened);
    connect(m_pages, &CardPages::createWanted, this,
            [this](qint64 typeId, const auto &values) { emit createWanted(typeId, values, {}); });
    connect(m_pages, &CardPages::sectionWanted, this, &CardPanel::sectionWanted);
    connect(m_pages, &CardPages::failed, this, &CardPanel::failed);
    connect(m_pages, &CardPages::done, this, &CardPanel::done);
}

void CardPanel::connectHeader()
{
    connect(m_header->title(), &CardTitle::edited, this,
            [this](const QString &text) { saveField(Codes::title, textValue(text)); });
    connect(m_header->stages(), &StageBar::chosen, this, &CardPanel::moveTo);
    connect(m_header->stages(), &StageBar::finishWanted, this,
            [this](const QPoint &global) { m_acts->showFinishMenu(m_watcher->item(), global); });
    connect(m_header, &CardHeader::finishWanted, this,
            [this] { m_acts->showFinishMenu(m_watcher->item(), m_header->finishPlace()); });
    connect(m_header, &CardHeader::responsibleWanted, this,
            [this] { m_acts->showPeopleMenu(m_watcher->item(), m_header->responsiblePlace()); });
    connect(m_lights, &ItemLights::changed, this, [this] { m_header->lights()->show(m_lights->explanation()); });
    connect(m_header->lights(), &CardLights::clicked, this, [this] { m_history->showPlanned(); });
    connect(m_header, &CardHeader::callWanted, this, [this] { m_contacts->call(m_header->callPlace()); });
    connect(m_header, &CardHeader::amountWanted, this, [this] {
        m_pages->showPage({});
        m_fields->edit(Codes::amount);
    });
    connect(m_header, &CardHeader::stepWanted, this, &CardPanel::stepWanted);
    connect(m_header, &CardHeader::backWanted, this, &CardPanel::goBack);
    connect(this, &CardPanel::opened, this, [this](const ItemRef &ref) { m_trail.follow(m_ref, ref); });
    connect(m_header, &CardHeader::moreWanted, this,
            [this] { m_acts->showMoreMenu(m_watcher->item(), m_header->menuPlace()); });
    connect(m_acts, &CardActs::editAllWanted, this, [this] { setEditingAll(true); });
    connect(m_acts, &CardActs::configureWanted, this, [this] { setConfiguring(true); });
    connect(m_acts, &CardActs::convertWanted, this, &CardPanel::convertWanted);
    connect(m_acts, &CardActs::createWanted, this, &CardPanel::createWanted);
    connect(m_acts, &CardActs::windowWanted, this, &CardPanel::windowWanted);
    connect(m_acts, &CardActs::deleted, this, &CardPanel::closed);
    connect(m_acts, &CardActs::refused, this, &CardPanel::showRefusal);
    connect(m_acts, &CardActs::done, this, &CardPanel::done);
    connect(m_acts, &CardActs::told, this, &CardPanel::told);
    connect(m_header, &CardHeader::closeWanted, this, [this] {
        if (mayClose())
            emit closed();
    });
    takeCardKey(*this, QKeySequence::Find, [this] { m_history->search(); });
    const auto onKey = [this](const QKeySequence &key, auto act) { addCardKey(*this, key, act); };
    // Shortcuts, for the scroll area of the fields would take the arrows.
    for (const auto &[key, direction] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        onKey(Qt::ALT | key, [this, direction = direction] {
            if (!form()->isConfiguring())
                emit stepWanted(direction);
        });
    }
    onKey(QKeySequence::Back, [this] { goBack(); });
    onKey(Qt::CTRL | Qt::Key_E, [this] {
        if (!m_creating && !form()->isEditing())
            setEditingAll(true);
    });
    // Of the window: what is taken away while the card is configured may have the focus.
    auto *configure = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), this);
    connect(configure, &QShortcut::activated, this, [this] { setConfiguring(!form()->isConfiguring()); });
    onKey(Qt::SHIFT | Qt::Key_Return, [this] {
        if (!m_creating)
            emit windowWanted(m_ref);
    });
    onKey(QKeySequence::Print, [this] {
        if (!m_creating)
            m_acts->print(m_ref);
    });
    // A shortcut too: a closed combo box would take the key for a letter to look for.
    onKey(QKeySequence::Save, [this] {
        if (form()->isEditing())
            m_fields->save();
        else
            form()->saveOpen();
    });
}

void CardPanel::setAlone()
{
    m_header->setAlone();
    m_acts->setAlone();
}

QSplitter *CardPanel::makeBody()
{
    m_fields = new CardFields(m_store, this);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_draftContact = new ContactDraft(right);
    m_contacts = new CardContacts(m_store, m_draftContact, this);
    m_history = new CardHistory(m_store, right);
    column->addWidget(m_draftContact);
    column->addWidget(m_history, 1);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setHandleWidth(1);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_fields);
    halves->addWidget(right);
    halves->setSizes({scaled(fieldsWidth, fontMetrics()), scaled(fieldsWidth + 80, fontMetrics())});
    halves->setStretchFactor(0, 0);
    halves->setStretchFactor(1, 1);
    m_fields->setMinimumWidth(scaled(narrowest, fontMetrics()));
    right->setMinimumWidth(scaled(narrowest, fontMetrics()));
    return halves;
}

QByteArray CardPanel::saveState() const
{
    return m_pages->halves();
}

void CardPanel::restoreState(const QByteArray &state)
{
    m_pages->setHalves(state);
}

void CardPanel::open(const ItemRef &ref)
{
    m_creating = false;
    m_trail.noteShown(ref);
    m_header->setBack(m_trail.last().isNull() ? QString() : itemTitle(m_store.reader(), m_trail.last()));
    m_ref = ref;
    form()->setEditing(false);
    m_fields->discard(); // what was looked for and not taken is of the card that was
    m_header->title()->discard();
    m_contacts->leave();
    m_drop->setItem(ref);
    m_lights->setItem(ref);
    m_history->setItem(ref, true);
    m_watcher->watch(ref);
}

bool CardPanel::goBack()
{
    if (m_trail.last().isNull() || form()->isConfiguring() || !mayClose())
        return false;
    open(m_trail.goBack());
    takeFocus();
    return true;
}

void CardPanel::create(qint64 typeId, const QHash<QString, Value> &values, const ItemRef &products)
{
    m_creating = true;
    m_trail.noteShown({});
    m_header->setBack({});
    m_new.begin(typeId, values, products);
    m_ref = {typeId, 0, {}};
    m_watcher->watch({});
    m_drop->setItem({});
    m_lights->setItem({});
    m_history->setItem(m_ref, false);
    m_contacts->leave();
    m_header->show(m_store.schema(), m_new.item(), true, m_store.clock().localNow());
    m_header->setCallable(false);
    m_fields->setItem(m_new.item(), true);
    m_pages->setItem(m_new.item(), true);
    form()->setEditing(true);
    m_fields->showFoot(true);
    m_fields->scrollToTop();
    takeFocus();
}

void CardPanel::takeFocus()
{
    if (!form()->focusFirst())
        m_history->timeline()->setFocus();
}

void CardPanel::showComment(qint64 comment)
{
    m_pages->showPage(comment != 0 ? CardPages::timelineCode() : QString());
    m_history->showComment(comment);
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
    const Item &item = m_watcher->item();
    m_contacts->setItem(item);
    setWindowTitle(item.text(Codes::title)); // of a window that is this card's alone
    m_header->show(m_store.schema(), item, false, m_store.clock().localNow());
    m_header->setCallable(m_contacts->isCallable());
    m_fields->setItem(item, false);
    QList<CardTabName> tabs;
    for (const CardTabInfo &info : cardTabs(*m_store.schema(), *m_store.schema()->type(item.typeId)))
        tabs.append({info.code, info.title});
    form()->setTabs(tabs);
    m_pages->setItem(item, false);
}

bool CardPanel::isTaken(const Receipt &receipt)
{
    if (receipt.keptNewer == 0)
        return true;
    showItem(); // the fields show both
    emit failed({ErrorCode::Refused, tr("Somebody else changed it meanwhile: choose which value to keep."), {}, {}});
    return false;
}

void CardPanel::saveClients(ChangeSet changes, const QHash<QString, Value> &values)
{
    ChangeSet edit = planEdit(*m_store.schema(), m_watcher->item(), values);
    edit.changes = changes.changes + edit.changes;
    if (edit.isEmpty())
        return;
    m_store.commit(std::move(edit)).then(this, [this](const Result<Receipt> &receipt) {
        if (receipt)
            return;
        showItem();
        if (!client()->showRefusal(receipt.error()))
            emit failed(receipt.error());
    });
}

void CardPanel::saveField(const QString &field, const Value &value)
{
    const FieldRow *row = form()->row(field);
    const bool isTitle = field == Codes::title; // it stands in the head
    const Value started = isTitle ? textValue(m_header->title()->started()) : row ? row->value() : Value();
    m_store.commit(planEdit(*m_store.schema(), m_watcher->item(), {{field, value}}, {{field, started}}))
        .then(this, [this, field](const Result<Receipt> &receipt) {
            if (!receipt && form()->row(field)) {
                form()->showProblem(field, receipt.error().message);
            } else if (!receipt) {
                emit failed(receipt.error());
            } else if (isTaken(*receipt)) {
                form()->closeEditor(field);
                showItem();
            }
        });
}

/// What makes the new item; @p uid receives its identity. Empty when a field is not sound, which says so, and while a save runs.
std::optional<ChangeSet> CardPanel::planNew(QUuid &uid)
{
    auto values = form()->values();
    if (!values || m_fields->isSaving() || !client()->settle())
        return std::nullopt;
    return m_new.planned(*values, *client(), uid);
}

void CardPanel::showRefusal(const Error &error)
{
    if (form()->row(error.where))
        form()->showProblem(error.where, error.message);
    else
        emit failed(error);
}

void CardPanel::saveNew()
{
    QUuid uid;
    auto changes = planNew(uid);
    if (!changes)
        return;
    m_fields->setSaving(true);
    m_store.commit(std::move(*changes)).then(this, [this, uid](const Result<Receipt> &receipt) {
        m_fields->setSaving(false);
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
    if (editing)
        m_pages->showPage({});
    form()->setEditing(editing);
    m_fields->showFoot(editing);
    form()->setItem(m_watcher->item());
    m_fields->scrollToTop();
    takeFocus();
}

void CardPanel::setConfiguring(bool configuring)
{
    m_pages->showPage({});
    form()->setConfiguring(configuring);
}

void CardPanel::saveAll()
{
    auto values = form()->values();
    if (!values)
        return;
    ChangeSet changes = planEdit(*m_store.schema(), m_watcher->item(), *values, form()->started());
    if (changes.isEmpty())
        return setEditingAll(false);
    m_fields->setSaving(true);
    m_store.commit(std::move(changes)).then(this, [this](const Result<Receipt> &receipt) {
        m_fields->setSaving(false);
        if (!receipt)
            showRefusal(receipt.error());
        else if (isTaken(*receipt))
            setEditingAll(false);
    });
}

void CardPanel::moveTo(qint64 stage)
{
    if (m_creating) {
        m_new.setStage(stage);
        m_header->show(m_store.schema(), m_new.item(), true, m_store.clock().localNow());
        return;
    }
    m_acts->moveTo(m_ref, stage);
}

bool CardPanel::isChanged() const
{
    return m_fields->hasUnsaved() || m_header->title()->hasUnsaved() || m_pages->hasUnsaved()
        || m_draftContact->hasUnsaved();
}

bool CardPanel::mayClose()
{
    if (!m_history->composer()->settle())
        return false;
    if (!isChanged() && !composer()->hasUnsaved()) {
        m_contacts->leave();
        return true;
    }
    switch (isChanged() ? askAboutUnsaved(m_header->title()->text(), this) : composer()->askAboutDraft()) {
    case UnsavedAnswer::Save: return saveUnsaved();
    case UnsavedAnswer::Stay: return false;
    case UnsavedAnswer::Discard: break;
    }
    m_fields->discard();
    m_header->title()->discard();
    m_history->composer()->discard();
    m_pages->discard();
    m_draftContact->discard();
    return true;
}

/// Saves all that is typed on the card, and waits for it. @return false: something was refused, and says why.
bool CardPanel::saveUnsaved()
{
    std::optional<ChangeSet> changes;
    QUuid made;
    if (m_creating) {
        changes = planNew(made);
    } else if (auto values = form()->unsavedValues()) {
        QHash<QString, Value> started = form()->started();
        if (m_header->title()->hasUnsaved()) {
            values->insert(Codes::title, textValue(m_header->title()->typed()));
            started.insert(Codes::title, textValue(m_header->title()->started()));
        }
        changes = planEdit(*m_store.schema(), m_watcher->item(), *values, started);
    }
    if (!changes)
        return false;
    if (!changes->isEmpty()) {
        const auto receipt = m_store.commitAndWait(std::move(*changes));
        if (!receipt)
            showRefusal(receipt.error());
        if (!receipt || !isTaken(*receipt))
            return false;
    }
    if (!m_pages->saveUnsaved() || !m_contacts->saveUnsaved() || !client()->settle())
        return false;
    m_header->title()->discard();
    m_fields->discard();
    return m_creating || m_history->composer()->saveUnsaved();
}

void CardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && form()->isConfiguring()) {
        setConfiguring(false); // wherever on the card the focus is
    } else if (event->key() == Qt::Key_Escape) {
        const bool editingAll = form()->isEditing() && !m_creating;
        if (!mayClose())
            return;
        if (editingAll)
            setEditingAll(false);
        else if (!goBack())
            emit closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Kartoteka
