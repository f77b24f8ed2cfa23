// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/office_widget.h"

#include "core/exchange/exchange_texts.h"
#include "core/items/item_queries.h"
#include "core/schema/roles.h"
#include "models/activities/counter_model.h"
#include "views/acts/activity_desk.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/move_conversation.h"
#include "views/acts/next_step_desk.h"
#include "views/acts/same_values.h"
#include "views/card/card_keys.h"
#include "views/card/card_pages.h"
#include "views/card/card_panel.h"
#include "views/card/card_slide.h"
#include "views/card/composer.h"
#include "views/dialogs/conversion_dialog.h"
#include "views/dialogs/merge_dialog.h"
#include "views/exchange/exchange_desk.h"
#include "views/notices/notice_desk.h"
#include "views/section/created_words.h"
#include "views/shell/access_watch.h"
#include "views/shell/card_windows.h"
#include "views/shell/own_pages.h"
#include "views/shell/section_page.h"
#include "views/shell/sidebar.h"
#include "views/shell/transfer_desk.h"
#include "views/tasks/task_bar.h"
#include "views/tasks/task_runner.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/notice_bar.h"
#include "views/widgets/tab_order.h"
#include "views/widgets/toast.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

OfficeWidget::OfficeWidget(Store &store, QWidget *parent)
    : QWidget(parent), m_store(store), m_counters(new CounterModel(store, this)), m_moves(new MoveConversation(store, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_sidebar = new Sidebar(store, *m_counters, this);
    layout->addWidget(m_sidebar);
    m_area = new QWidget(this);
    auto *column = new QVBoxLayout(m_area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new NoticeBar(m_area);
    column->addWidget(m_notice);
    m_pages = new QStackedWidget(m_area);
    connect(&m_store, &Store::schemaChanged, this, &OfficeWidget::leaveDeletedTypes); // before any page hears of it
    auto *bar = new TaskBar(m_area);
    m_tasks = new TaskRunner(*bar, this);
    column->addWidget(m_pages, 1);
    column->addWidget(bar);
    layout->addWidget(m_area, 1);
    m_card = new CardPanel(store, *m_moves, m_area);
    m_slide = new CardSlide(m_area, m_card);
    connect(m_slide, &CardSlide::closeWanted, this, &OfficeWidget::closeCard);
    m_windows = new CardWindows(store, *m_moves, this);
    serve(m_windows);
    m_toast = new Toast(m_area);
    m_exchange = new ExchangeDesk(store, *m_tasks, this);
    m_bulk = new BulkDesk(store, *m_tasks, *m_moves, this);
    connect(m_moves, &MoveConversation::failed, this, &OfficeWidget::fail);
    connect(m_moves, &MoveConversation::conversionWanted, this, [this](qint64 typeId, const QList<qint64> &ids) {
        if (ids.size() == 1)
            convert({typeId, ids.constFirst(), {}});
        else
            m_bulk->askConversion(typeId, ids, QCursor::pos());
    });
    listenTo(m_bulk);
    connect(new SameValues(store, this), &SameValues::found, this, [this](const QString &text) { say(text, true); });
    connect(m_bulk, &BulkDesk::mergeWanted, this, &OfficeWidget::mergeItems);
    m_transfer = new TransferDesk(store, *m_tasks, this);
    listenTo(m_transfer);
    connect(m_bulk, &BulkDesk::exportWanted, m_transfer, qOverload<qint64, const QList<qint64> &>(&TransferDesk::askExport));
    listenTo(m_exchange);
    connect(m_exchange, &ExchangeDesk::itemWanted, this, &OfficeWidget::openItem);
    connect(m_exchange, &ExchangeDesk::mergeWanted, this, [this](const ItemRef &keep, const ItemRef &other) {
        mergeItems(keep.type, {keep.id, other.id});
    });
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.newIdentity)
            say(newIdentityText(notice), false);
    });
    connect(m_sidebar, &Sidebar::sectionChosen, this, &OfficeWidget::showSection);
    connect(m_sidebar, &Sidebar::counterChosen, this,
            [this](qint64 typeId, const QString &which) { showFiltered(typeId, countedItems(*m_store.schema(), which)); });
    m_notices = new NoticeDesk(store, this);
    connect(m_sidebar, &Sidebar::noticesWanted, m_notices, [this] { m_notices->turn(*m_sidebar->bell()); });
    connect(m_notices, &NoticeDesk::itemWanted, this, &OfficeWidget::openComment);
    connect(m_notices, &NoticeDesk::failed, this, &OfficeWidget::fail);
    connect(m_sidebar, &Sidebar::failed, this, &OfficeWidget::fail);
    makeOwn();
    connect(m_toast, &Toast::undoWanted, m_undo, &UndoDesk::undoWritten); // which it tells of
    connectCard();
    watchAccess(store, *m_notice, [this] { emit reopenWanted(); });
    showSection(Sidebar::firstOfItems(*store.schema()));
}

/// As it is seen, whatever was made when. An open card stands before all else.
bool OfficeWidget::focusNextPrevChild(bool next)
{
    return stepFocus(m_card->isVisible() ? static_cast<const QWidget &>(*m_card) : *this, next);
}

void OfficeWidget::connectCard()
{
    connect(m_card, &CardPanel::closed, this, &OfficeWidget::hideCard);
    serve(m_card);
    connect(m_card, &CardPanel::windowWanted, this, &OfficeWidget::openWindow);
    listenTo(m_card);
    connect(m_card, &CardPanel::created, this,
            [this](const Item &item) { say(createdWords(m_store, section()->query(), item), true); });
    connect(m_card, &CardPanel::stepWanted, this, [this](int direction) {
        const qint64 next = section()->typeId() == m_card->item().type
            ? section()->view()->neighbour(m_card->item().id, direction)
            : 0;
        if (next == 0 || !m_card->mayClose())
            return;
        m_card->open({m_card->item().type, next, {}});
        m_recent.note(m_card->item());
    });
}

SectionPage *OfficeWidget::seenSection()
{
    return m_own->isSeen() ? showSection(sectionsOf(*m_store.schema()).constFirst().id) : m_section;
}

void OfficeWidget::turnBin()
{
    const bool isOwn = m_own->isSeen();
    SectionPage *page = seenSection();
    if (!m_own->isSeen()) // the card that is open may not be left
        page->setBin(isOwn || !page->showsBin());
}

void OfficeWidget::showOwn(qint64 key)
{
    if (!closeCard())
        return;
    m_sidebar->setCurrent(key);
    m_own->show(key);
}

/// The pages of the person at work.
void OfficeWidget::makeOwn()
{
    m_own = new OwnPages(m_store, *m_bulk, *m_pages);
    connect(m_sidebar, &Sidebar::ownChosen, this, &OfficeWidget::showOwn);
    connect(m_own, &OwnPages::opened, this, &OfficeWidget::openItem);
    connect(m_own, &OwnPages::planWanted, this, &OfficeWidget::planFor);
    connect(m_own, &OwnPages::createWanted, this, &OfficeWidget::createItem);
    listenTo(m_own);
    m_undo = new UndoDesk(m_store, *m_own, this);
    listenTo(m_undo);
    m_nextSteps = new NextStepDesk(m_store, m_area);
    connect(m_nextSteps->bar(), &NextStepBar::planWanted, this, &OfficeWidget::planFor);
    listenTo(m_nextSteps->bar());
    connect(m_windows, &CardWindows::left, m_nextSteps, &NextStepDesk::noteClosed);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] { m_nextSteps->setQuiet(m_own->isDaySeen()); });
    m_activities = new ActivityDesk(m_store, this);
    connect(m_activities, &ActivityDesk::itemWanted, this, &OfficeWidget::openItem);
    listenTo(m_activities);
}

void OfficeWidget::planFor(const ItemRef &ref)
{
    if (CardPanel *card = openedCard(ref)) {
        card->pages()->showPage(CardPages::timelineCode());
        card->composer()->startActivity();
    }
}

/// The card of an item, opened where it is not: its own window, or over the pages. Null when another one could not be left.
CardPanel *OfficeWidget::openedCard(const ItemRef &ref)
{
    openItem(ref);
    const QList<CardPanel *> cards = m_windows->cards() + QList<CardPanel *>{m_card};
    const auto found = std::ranges::find(cards, ref, &CardPanel::item);
    return found == cards.end() ? nullptr : *found;
}

/// A section goes with its type, and is made anew where that comes to have other views.
void OfficeWidget::leaveDeletedTypes()
{
    const SchemaPtr schema = m_store.schema();
    QList<qint64> gone = m_sections.keys();
    gone.removeIf([&](qint64 typeId) { return m_sections.value(typeId)->fits(*schema); });
    const qint64 shown = section() ? section()->typeId() : 0;
    const bool leaves = gone.contains(shown);
    const qint64 first = Sidebar::firstOfItems(*schema);
    if (leaves && first == 0)
        return;
    const bool isThere = schema->type(shown) != nullptr; // with stages now, or without
    if (leaves && !isThere)
        hideCard();
    if (leaves)
        m_section = nullptr;
    for (const qint64 typeId : std::as_const(gone))
        delete m_sections.take(typeId);
    if (leaves)
        showSection(isThere ? shown : first);
}

SectionPage *OfficeWidget::showSection(qint64 typeId)
{
    const bool isLeft = section() && (section()->typeId() != typeId || m_own->isSeen());
    if (isLeft && !closeCard()) {
        m_sidebar->setCurrent(section()->typeId(), section()->showsBin());
        return section();
    }
    SectionPage *&page = m_sections[typeId];
    if (!page) {
        page = new SectionPage(m_store, typeId, *m_bulk, *m_moves, m_pages);
        m_pages->addWidget(page);
        connect(page, &SectionPage::opened, this, [this, typeId](qint64 id) { openItem({typeId, id, {}}); });
        connect(page, &SectionPage::itemWanted, this, &OfficeWidget::openItem);
        connect(page, &SectionPage::createWanted, this, &OfficeWidget::createItem);
        connect(page, &SectionPage::importWanted, this, &OfficeWidget::askImport);
        connect(page, &SectionPage::exportWanted, this, &OfficeWidget::askExport);
        connect(page, &SectionPage::settingsWanted, this, &OfficeWidget::settingsWanted);
        listenTo(page);
        connect(page, &SectionPage::contextMenuWanted, this, &OfficeWidget::showItemMenu);
        connect(m_counters, &CounterModel::lightsDue, page, &SectionPage::refreshLights);
        connect(page, &SectionPage::dragBegan, m_toast, &QWidget::hide); // it would lie over the drop bar
        connect(page, &SectionPage::escaped, this, &OfficeWidget::closeCard);
        connect(page, &SectionPage::binTurned, m_sidebar, &Sidebar::setBin);
        connect(page, &SectionPage::deleteRequested, this, [this, typeId](const QList<qint64> &ids) {
            // The key never acts on another item than the one that is read.
            if (m_slide->isShown() && !(ids.size() == 1 && m_card->item() == ItemRef{typeId, ids.constFirst(), {}}))
                fail({ErrorCode::Refused, tr("A card is open: close it (Esc) to delete others."), {}, {}});
            else
                m_bulk->remove(typeId, ids);
        });
        connect(page, &SectionPage::planRequested, this, [this, typeId](qint64 id) { planFor({typeId, id, {}}); });
    }
    m_section = page;
    m_pages->setCurrentWidget(page);
    m_sidebar->setCurrent(typeId, page->showsBin());
    page->focusView();
    return page;
}

void OfficeWidget::showItemMenu(const QList<qint64> &ids, const QPoint &global)
{
    const ItemRef ref{section()->typeId(), ids.constFirst(), {}};
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"itemMenu"_s);
    const auto item = readItem(m_store.reader(), ref);
    if (ids.size() == 1) {
        menu.addAction(withKey(tr("Open"), Qt::Key_Return), this, [this, ref] { openItem(ref); });
        if (isActivities(*m_store.schema()->type(ref.type)) && item && !item->deleted) {
            menu.addAction(theme.icon(u"edit"_s), tr("Change the activity…"), this,
                           [this, ref] { m_activities->change(ref.id); });
        } else if (item && !item->deleted) {
            menu.addAction(theme.icon(u"activity"_s), tr("Plan an activity…"), this, [this, ref] { planFor(ref); });
            if (!m_store.schema()->type(ref.type)->convertsTo.isEmpty())
                menu.addAction(theme.icon(u"convert"_s), tr("Convert…"), this, [this, ref] { convert(ref); });
        }
    }
    m_bulk->addTo(&menu, ref.type, ids);
    menu.exec(global);
}

void OfficeWidget::mergeItems(qint64 typeId, const QList<qint64> &ids)
{
    if (!mayChange())
        return;
    MergeDialog dialog(m_store, typeId, ids, this);
    if (dialog.exec() == QDialog::Accepted && dialog.plan())
        carryOut(dialog.plan()->changes, tr("Merged: %1").arg(dialog.plan()->changes.subject));
}

void OfficeWidget::carryOut(ChangeSet changes, const QString &said)
{
    m_store.commit(std::move(changes)).then(this, [this, said](const Result<Receipt> &done) {
        if (done)
            say(said, true);
        else
            fail(done.error());
    });
}

void OfficeWidget::openItem(const ItemRef &ref)
{
    if (isActivities(*m_store.schema()->type(ref.type))) {
        m_activities->open(ref.id);
        return;
    }
    if (m_windows->raise(ref))
        return;
    if (m_slide->isShown() && m_card->item() == ref && !m_card->isCreating()) {
        m_card->takeFocus();
        return;
    }
    if (m_slide->isShown() && !m_card->mayClose())
        return;
    m_card->open(ref);
    m_recent.note(ref);
    showCard();
}

void OfficeWidget::openComment(const ItemRef &ref, qint64 comment)
{
    const EntityType *type = m_store.schema()->type(ref.type);
    if (type && !type->isItem)
        m_activities->open(ref.id);
    else if (CardPanel *card = openedCard(ref))
        card->showComment(comment);
}

bool OfficeWidget::mayChange()
{
    const FileAccess &access = m_store.access();
    if (!access.isWritable())
        fail({ErrorCode::ReadOnly, access.reason, {}, {}});
    return access.isWritable();
}

void OfficeWidget::createItem(qint64 typeId)
{
    const qint64 type = typeId != 0 ? typeId : section()->typeId();
    if (!isActivities(*m_store.schema()->type(type)))
        createFrom(type, {});
    else if (mayChange())
        m_activities->create();
}

void OfficeWidget::createFrom(qint64 typeId, const QHash<QString, Value> &values, const ItemRef &products)
{
    if (!mayChange() || (m_slide->isShown() && !m_card->mayClose()))
        return;
    activateWindow(); // it may have been asked for in a card's own window
    m_card->create(typeId, values, products);
    showCard();
}

void OfficeWidget::showCard()
{
    m_slide->show();
    m_toast->raise(); // what it offers to undo can be undone beside the card too
    m_card->takeFocus();
}

void OfficeWidget::hideCard()
{
    if (!m_slide->isShown())
        return;
    m_slide->hide();
    m_nextSteps->noteClosed(m_card->item());
    if (m_own->isSeen())
        m_own->focus();
    else if (section())
        section()->focusItem(m_card->item());
}

/// @return false: the person stays.
bool OfficeWidget::closeCard()
{
    if (m_slide->isShown() && !m_card->mayClose())
        return false;
    hideCard();
    return true;
}

void OfficeWidget::showFiltered(qint64 typeId, const QList<Condition> &conditions)
{
    if (const bool isSeen = section()->isVisible() && section()->typeId() == typeId; closeCard()) {
        activateWindow(); // it may have been asked for in a card's own window
        showSection(typeId)->showFiltered(conditions, isSeen);
    }
}

/// The card goes on in a window of its own.
void OfficeWidget::openWindow(const ItemRef &ref)
{
    if (m_slide->isShown() && m_card->item() == ref && !closeCard())
        return;
    m_windows->open(ref);
    m_nextSteps->forgetClosed(); // nobody has left it
}

QList<KeyGroup> OfficeWidget::keys() const
{
    return section()->keys() << OwnPages::keys() << cardKeys() << Toast::keys();
}

void OfficeWidget::say(const QString &text, bool undoable)
{
    m_toast->show(text, undoable);
    emit said(text, undoable);
}

void OfficeWidget::fail(const Error &error)
{
    say(error.message, false);
}

void OfficeWidget::convert(const ItemRef &ref)
{
    if (!mayChange())
        return;
    ConversionDialog dialog(m_store, ref, this);
    if (dialog.exec() != QDialog::Accepted || !dialog.plan())
        return;
    carryOut(dialog.plan()->changes, tr("Converted: %1").arg(dialog.plan()->changes.subject));
}

void OfficeWidget::askImport()
{
    if (mayChange())
        m_transfer->askImport(m_own->query().value_or(section()->query()).typeId);
}

void OfficeWidget::importFrom(const QString &path)
{
    if (mayChange())
        m_transfer->importFrom(section()->typeId(), path);
}

void OfficeWidget::askExport(const QStringList &columns)
{
    const auto own = m_own->query();
    m_transfer->askExport(own.value_or(section()->query()), columns, own ? ExportFile::Calendar : ExportFile::Table);
}

bool OfficeWidget::mayClose()
{
    if (m_slide->isShown() && !m_card->mayClose())
        return false;
    if (!m_windows->closeAll())
        return false;
    m_tasks->stopAll();
    const QList<QThread *> running = findChildren<QThread *>(); // what dialogs read
    for (QThread *thread : running)
        thread->wait();
    return true;
}

void OfficeWidget::save(QSettings &settings) const
{
    for (const SectionPage *page : m_sections)
        page->save(settings);
    settings.setValue(u"section"_s, m_store.schema()->type(section()->typeId())->code);
    settings.setValue(u"card/splitter"_s, m_card->saveState());
    m_sidebar->save(settings);
    const FolderChoice exchange = m_exchange->folder();
    settings.setValue(u"exchange/folder"_s, exchange.path);
    settings.setValue(u"exchange/sealed"_s, exchange.isSealed); // the passphrase itself is kept elsewhere
    m_recent.save(settings, *m_store.schema());
    m_own->save(settings);
    const bool open = m_slide->isShown() && !m_card->isCreating();
    settings.setValue(u"card/type"_s, open ? m_card->item().type : 0);
    settings.setValue(u"card/id"_s, open ? m_card->item().id : 0);
}

void OfficeWidget::restore(QSettings &settings)
{
    m_sidebar->restore(settings);
    // An earlier program kept it here in the clear.
    const QString words = settings.value(u"exchange/passphrase"_s).toString();
    settings.remove(u"exchange/passphrase"_s);
    m_exchange->setFolder({settings.value(u"exchange/folder"_s).toString(), words,
                           !words.isEmpty() || settings.value(u"exchange/sealed"_s).toBool()});
    m_card->restoreState(settings.value(u"card/splitter"_s).toByteArray());
    m_recent.restore(settings, *m_store.schema());
    m_own->restore(settings);
    const EntityType *wanted = m_store.schema()->type(settings.value(u"section"_s).toString());
    for (const EntityType &type : m_store.schema()->types()) {
        if ((type.isItem || isActivities(type)) && settings.contains(u"section/%1/view"_s.arg(type.code)))
            showSection(type.id)->restore(settings);
    }
    if (wanted)
        showSection(wanted->id);
    const ItemRef card{settings.value(u"card/type"_s).toLongLong(), settings.value(u"card/id"_s).toLongLong(), {}};
    if (card.id != 0 && readItem(m_store.reader(), card))
        openItem(card);
}

} // namespace Kartoteka
