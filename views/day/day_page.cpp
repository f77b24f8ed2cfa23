// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/day/day_page.h"

#include "core/base/durations.h"
#include "core/items/item_acts.h"
#include "core/items/value_text.h"
#include "core/schema/act_kinds.h"
#include "models/base/moment_text.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/next_step_bar.h"
#include "views/acts/result_bar.h"
#include "views/day/day_card.h"
#include "views/day/day_task.h"
#include "views/day/day_undo.h"
#include "views/day/queue_list.h"
#include "views/dialogs/booking_question.h"
#include "views/fields/postponements.h"
#include "views/theme/theme.h"
#include "views/widgets/chosen_is_current.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/latin_key.h"
#include "views/widgets/menu_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>

#include <utility>

namespace Kartoteka {

namespace {

constexpr int queueWidth = 280;
constexpr int widestQueue = 400;
constexpr int widest = 640;

QList<KeyHint> hintsOf()
{
    const auto hint = [](int key, const QString &text) { return KeyHint{{QKeySequence(key)}, text}; };
    return {KeyHint{{QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down)}, DayPage::tr("Go from activity to activity")},
            hint(Qt::Key_Space, DayPage::tr("Done")),
            hint(Qt::Key_1, DayPage::tr("An hour later")),
            hint(Qt::Key_2, DayPage::tr("A day later")),
            hint(Qt::Key_3, DayPage::tr("Next Monday")),
            hint(Qt::Key_C, DayPage::tr("Call")),
            hint(Qt::Key_W, DayPage::tr("Write")),
            hint(Qt::Key_S, DayPage::tr("Stage")),
            hint(Qt::Key_N, DayPage::tr("Next step")),
            hint(Qt::Key_K, DayPage::tr("Later today")),
            hint(Qt::Key_Backspace, DayPage::tr("Skip")),
            hint(Qt::Key_T, DayPage::tr("Add a note")),
            hint(Qt::Key_Return, DayPage::tr("Open the card")),
            hint(Qt::Key_Escape, DayPage::tr("Leave the note, answer nothing"))};
}

} // namespace

DayPage::DayPage(Store &store, BulkDesk &bulk, QWidget *parent)
    : QWidget(parent), m_store(store), m_bulk(bulk), m_queue(new DayQueue(store, this)), m_tally(new DayTally(store, this))
{
    setObjectName(u"dayPage"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeQueue(), 3);
    layout->addWidget(makeMiddle(), 7);
    connect(&store, &Store::committed, this, &DayPage::noteUndone);
    connect(m_queue, &DayQueue::modelReset, this, &DayPage::take);
    connect(m_queue, &DayQueue::read, this, &DayPage::showCurrent);
    connect(m_queue, &DayQueue::readFailed, this, &DayPage::failed);
    makeChosenCurrent(*m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!now.isValid())
            return;
        m_row = now.row();
        m_notes[m_chosen] = m_note->text(); // it is of what was at hand
        m_chosen = m_queue->at(m_row).activity.id;
        m_note->setText(m_notes.value(m_chosen));
        showCurrent();
    });
}

QWidget *DayPage::makeQueue()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(scaled(queueWidth, fontMetrics()));
    side->setMaximumWidth(scaled(widestQueue, fontMetrics()));
    auto *layout = new QVBoxLayout(side);
    constexpr int around = Space::xs; // a row of the list is drawn so much narrower than the list
    layout->setContentsMargins(Space::l - around, Space::l, Space::s, Space::s);
    layout->setSpacing(Space::s);
    auto *title = new QLabel(tr("My day"), side);
    title->setFont(Theme::title(font()));
    title->setContentsMargins(around, 0, 0, 0);
    layout->addWidget(title);
    m_left = new QLabel(side);
    m_left->setObjectName(u"dayLeft"_s);
    m_left->setProperty("muted", true);
    m_left->setContentsMargins(around, 0, 0, 0);
    layout->addWidget(m_left);
    m_list = makeQueueList(m_store, *m_queue, side);
    m_list->setAccessibleName(tr("What to do today"));
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    return side;
}

QWidget *DayPage::makeMiddle()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    auto *inside = new QWidget(area);
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(Space::l, Space::l, Space::l, Space::l);
    m_middle = new QWidget(inside);
    m_middle->setMaximumWidth(scaled(widest, fontMetrics()));
    row->addWidget(m_middle, 100);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(m_middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::m);
    layout->addWidget(makeSheet());
    m_card = new DayCard(m_store, m_middle);
    connect(m_card, &DayCard::openWanted, this, &DayPage::opened);
    connect(m_card, &DayCard::reachWanted, this, &DayPage::reach);
    connect(m_card, &DayCard::failed, this, &DayPage::failed);
    layout->addWidget(m_card);
    layout->addStretch(1);
    area->setWidget(inside);
    m_end = new EmptyState(this, false); // in the middle of all: the queue is as empty
    m_end->hide();
    return area;
}

/// What is at hand with all that can be done about it, or what is asked once it is done.
QWidget *DayPage::makeSheet()
{
    m_sheet = new QFrame(m_middle);
    m_sheet->setObjectName(u"daySheet"_s);
    auto *layout = new QVBoxLayout(m_sheet);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::l);
    layout->setSpacing(Space::m);
    m_task = new DayTask(m_store, m_sheet);
    layout->addWidget(m_task);
    m_note = new QLineEdit(m_sheet);
    m_note->setObjectName(u"dayNote"_s);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What was the result? (T) Enter saves it and completes"));
    m_note->installEventFilter(this);
    layout->addWidget(m_note);
    m_acts = {{Qt::Key_Space, tr("Space"), tr("Done"), [this] { complete(); }}};
    for (const PostponeChoice &one : nearPostponements()) {
        const auto key = qsizetype(m_acts.size()); // 1, 2, 3
        m_acts << Act{int(Qt::Key_0 + key), QString::number(key), one.text, [this, by = one.by] { putOff(by); }};
    }
    m_acts << QList<Act>{{Qt::Key_C, u"C"_s, tr("Call"), [this] { call(); }},
                         {Qt::Key_W, u"W"_s, tr("Write"), [this] { write(); }},
                         {Qt::Key_S, u"S"_s, tr("Stage"), [this] { chooseStage(); }},
                         {Qt::Key_N, u"N"_s, tr("Next step"),
                          [this] {
                              if (current()->item.id != 0)
                                  emit planWanted(current()->item);
                          }},
                         {Qt::Key_K, u"K"_s, tr("Later today"),
                          [this] {
                              m_notes[m_chosen] = m_note->text();
                              m_queue->putAside(std::exchange(m_chosen, 0)); // the next one is at hand
                          }},
                         {Qt::Key_Backspace, u"⌫"_s, tr("Skip"), [this] { m_queue->passOver(m_chosen); }}};
    m_actBar = makeActs();
    layout->addWidget(m_actBar);
    m_next = new NextStepBar(m_store, true, m_sheet);
    connect(m_next, &NextStepBar::answered, this, &DayPage::showCurrent);
    connect(m_next, &NextStepBar::planWanted, this, &DayPage::planWanted);
    connect(m_next, &NextStepBar::failed, this, &DayPage::failed);
    connect(m_next, &NextStepBar::done, this, &DayPage::done);
    connect(m_next, &NextStepBar::told, this, &DayPage::told);
    layout->addWidget(m_next);
    m_result = new ResultBar(m_store, true, m_sheet);
    connect(m_result, &ResultBar::answered, this, [this] { askNext(m_asked); });
    connect(m_result, &ResultBar::failed, this, &DayPage::failed);
    connect(m_result, &ResultBar::done, this, &DayPage::done);
    layout->addWidget(m_result);
    for (const QuestionBar *bar : std::initializer_list<QuestionBar *>{m_next, m_result})
        bar->layout()->setContentsMargins(0, 0, 0, 0); // the sheet has them
    return m_sheet;
}

/// Acts as pills that show their keys.
QWidget *DayPage::makeActs()
{
    auto *pills = new QWidget(m_sheet);
    auto *layout = new FlowLayout(pills, Space::xs);
    for (const Act &act : m_acts) {
        auto *pill = new QToolButton(pills);
        pill->setObjectName(u"dayAct"_s + act.keyName);
        pill->setProperty("pill", true);
        pill->setFocusPolicy(Qt::NoFocus); // keys go on in the queue
        pill->setText(menuText(act.text));
        showKey(*pill, act.keyName);
        pill->setAccessibleName(act.text);
        connect(pill, &QToolButton::clicked, this, [this, key = act.key] { runKey(key); });
        layout->addWidget(pill);
    }
    return pills;
}

KeyGroup DayPage::keys()
{
    return {tr("My day"), hintsOf()};
}

const DayEntry *DayPage::current() const
{
    const int row = m_queue->rowOf(m_chosen);
    return row < 0 ? nullptr : &m_queue->at(row);
}

void DayPage::focusQueue()
{
    m_list->setFocus();
}

void DayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_queue->setShown(true);
    focusQueue();
}

void DayPage::hideEvent(QHideEvent *event)
{
    m_queue->setShown(false);
    QWidget::hideEvent(event);
}

/// What was taken back is done next.
void DayPage::noteUndone(const CommitNotice &notice)
{
    if (notice.external || !isVisible() || (notice.kind != ActKinds::undo && notice.kind != ActKinds::takeBack))
        return;
    const auto changed = std::ranges::find_if(notice.records, [](const RecordChange &one) {
        const FieldChange *gone = one.field(u"deleted_at"_s); // the next one of what comes again
        return one.table == u"activity" && one.operation == Operation::Update && !(gone && gone->after.isValid());
    });
    if (changed != notice.records.end())
        m_back = changed->id;
}

void DayPage::takeBack()
{
    m_back = m_queue->takeBack();
}

/// What was at hand stays there; gone, the next one takes its place.
void DayPage::take()
{
    const int back = m_back == 0 ? -1 : m_queue->rowOf(m_back);
    const int known = back >= 0 ? back : m_queue->rowOf(m_chosen);
    if (back >= 0) {
        m_back = 0;
        m_asked = 0;
        m_result->drop();
        m_next->drop();
    }
    const int row = known >= 0 ? known : qMin(m_row, m_queue->rowCount() - 1);
    m_list->setCurrentIndex(m_queue->index(row));
    if (row < 0) {
        m_chosen = 0;
        showCurrent();
    }
}

void DayPage::showCurrent()
{
    const DayEntry *entry = current();
    m_left->setText(m_queue->left() == 0    ? QString()
                        : m_queue->isMore() ? tr("at least %1 left").arg(QLocale().toString(m_queue->left()))
                                            : tr("%Ln left", nullptr, m_queue->left()));
    const bool asking = isAsking();
    if (entry && !asking) {
        m_task->setEntry(*entry, whenText(entry->activity), m_queue->isLate(*entry));
        m_card->setItem(entry->item, entry->itemTitle);
    } else {
        m_card->clear(); // one thing at a time
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_task, m_note, m_actBar})
        part->setVisible(entry && !asking);
    m_sheet->setVisible(entry || asking);
    const bool isOver = m_queue->isEmpty() && !asking;
    if (isOver) {
        const EmptyText end = endText();
        m_end->setText(end);
        for (const EmptyText::Act &act : end.acts) // made last, but nothing stands between it and the queue
            setTabOrder(m_list, m_end->findChildren<QWidget *>(act.name).constLast());
    }
    m_end->setVisible(isOver);
}

void DayPage::offerUndo()
{
    offerUndoOfDay(m_store, m_end->findChildren<QWidget *>(u"dayUndo"_s).constLast(),
                   {this, [this](const QString &said) { emit done(said); }, [this](const Error &why) { emit failed(why); }});
}

QString DayPage::whenText(const Activity &activity) const
{
    if (activity.incoming)
        return tr("needs a reply");
    const QDateTime now = m_store.clock().localNow();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(activity.deadline.toLongLong());
    const QString when = momentText(at, now.date());
    if (at.msecsTo(now) < minuteMs)
        return when;
    const qint64 days = at.date().daysTo(now.date()); // as in the queue
    return tr("%1 · overdue by %2", "when, how long").arg(when, durationText(days > 0 ? days * dayMs : at.msecsTo(now)));
}

bool DayPage::runKey(int key)
{
    const auto act = std::ranges::find(m_acts, key, &Act::key);
    if (act == m_acts.end() || !current())
        return false;
    act->run();
    if (key != Qt::Key_N) // which leads to the card
        m_list->setFocus();
    return true;
}

bool DayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *pressed = static_cast<QKeyEvent *>(event);
    const bool isPlain = (pressed->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isEnter = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
    if (watched == m_note) {
        if (isEnter)
            complete();
        if (isEnter || pressed->key() == Qt::Key_Escape)
            m_list->setFocus();
        return isEnter || pressed->key() == Qt::Key_Escape;
    }
    if (!isPlain)
        return QWidget::eventFilter(watched, event);
    const bool isMove = pressed->key() == Qt::Key_Up || pressed->key() == Qt::Key_Down;
    if (pressed->isAutoRepeat() && !isMove)
        return true; // a key that is held does one thing
    const int key = latinKey(pressed->key());
    if (m_result->isAsking())
        return m_result->answer(key) || QWidget::eventFilter(watched, event);
    if (m_next->isAsking())
        return m_next->answer(key) || QWidget::eventFilter(watched, event);
    if (key == Qt::Key_T && current()) {
        m_note->setFocus();
        return true;
    }
    if (isEnter && current() && current()->item.id != 0) {
        emit opened(current()->item);
        return true;
    }
    return runKey(key) || QWidget::eventFilter(watched, event);
}

void DayPage::change(const Result<ChangeSet> &changes, const QString &said, const std::function<void()> &after)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (std::exchange(m_isWriting, true))
        return; // a second press before the first was written
    m_back = 0;
    commitBooking(m_store, this, this, *changes, [this, said, after](const Result<Receipt> &receipt) {
        m_isWriting = false;
        if (!receipt) {
            if (receipt.error().code != ErrorCode::Cancelled)
                emit failed(receipt.error());
            return;
        }
        emit done(said);
        if (after)
            after();
    });
}

/// With the note, if there is one: both are one act.
void DayPage::complete()
{
    const DayEntry *entry = current();
    if (!entry)
        return;
    ChangeSet changes = planComplete(entry->activity);
    const qint64 activity = entry->activity.id;
    const QString note = m_note->text().trimmed();
    if (!note.isEmpty() && entry->item.id != 0)
        changes.changes += planComment(entry->item, note).changes;
    else if (!note.isEmpty()) // there is nowhere else to note it
        changes.update(u"activity"_s, activity,
                       {{u"description"_s, QString(entry->activity.description + u'\n' + note).trimmed()}});
    change(changes, tr("Done: %1").arg(entry->activity.title), [this, activity] {
        m_notes.remove(activity);
        if (m_chosen == activity)
            m_note->clear();
        m_asked = activity;
        const auto result = missingResult(m_store.reader(), activity);
        if (result && *result) {
            m_result->ask(**result);
            showCurrent();
        } else {
            askNext(activity);
        }
    });
}

bool DayPage::isAsking() const
{
    return m_result->isAsking() || m_next->isAsking();
}

void DayPage::askNext(qint64 activity)
{
    const auto next = activity == 0 ? Result<std::optional<NextStep>>(std::optional<NextStep>())
                                    : nextStepAfter(m_store.reader(), activity, m_store.user(), m_store.clock().now());
    if (next && *next)
        m_next->ask(**next);
    showCurrent();
}

void DayPage::putOff(const Postponement &by)
{
    // As it is now, its start too: the queue was read before.
    const auto activity = readActivity(m_store.reader(), current()->activity.id);
    if (!activity) {
        emit failed(activity.error());
        return;
    }
    change(planReschedule(*activity, postponed(activity->deadline, m_store.clock().localNow(), by)),
           tr("Postponed: %1").arg(activity->title));
}

void DayPage::reach(const ReachTarget &target)
{
    if (auto opened = openReach(target); opened)
        m_note->setFocus(); // what came of it
    else
        emit failed(opened.error());
}

void DayPage::call()
{
    if (m_card->calls().isEmpty())
        emit failed({ErrorCode::Refused, tr("There is no number to call."), {}, {}});
    else
        reach(m_card->calls().constFirst());
}

void DayPage::write()
{
    if (m_card->mails().isEmpty())
        emit failed({ErrorCode::Refused, tr("There is no address to write to."), {}, {}});
    else
        reach(m_card->mails().constFirst());
}

void DayPage::chooseStage()
{
    const ItemRef item = current()->item;
    if (item.id == 0)
        return;
    QMenu menu(this);
    menu.setObjectName(u"stageMenu"_s);
    m_bulk.addStagesTo(&menu, item.type, {item.id});
    if (!menu.isEmpty())
        menu.exec(m_actBar->mapToGlobal(QPoint(0, -menu.sizeHint().height())));
}

} // namespace Kartoteka
