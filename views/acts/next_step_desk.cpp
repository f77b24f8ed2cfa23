// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/next_step_desk.h"

#include "core/schema/act_kinds.h"
#include "core/store/change/journal_reader.h"
#include "views/list/selection_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/toast.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int patienceMs = 20'000;
constexpr int widest = 680;
constexpr qsizetype mostClosed = 1000;
} // namespace

NextStepDesk::NextStepDesk(Store &store, QWidget *area)
    : QObject(area)
    , m_store(store)
    , m_area(area)
    , m_bar(new NextStepBar(store, false, area))
    , m_result(new ResultBar(store, false, area))
{
    m_bar->setProperty("plate", true);
    m_result->setProperty("plate", true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        QuestionBar *bar = shown();
        if (!bar)
            return;
        if (bar->underMouse() || bar->isAncestorOf(m_area->window()->focusWidget()))
            m_patience.start();
        else
            bar->drop();
    });
    connect(m_result, &ResultBar::answered, this, &NextStepDesk::askNext);
    if (const auto last = lastJournalRow(store.reader().connection))
        m_journal = *last;
    area->installEventFilter(this);
    if ((m_message = area->findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly)))
        m_message->installEventFilter(this);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.kind == ActKinds::undo) {
            m_next.reset();
            m_bar->drop();
            m_result->drop();
        }
        const bool isOwn = notice.author == m_store.user() && !notice.external && m_area->window()->isActiveWindow();
        const auto isActivity = [](const RecordChange &one) { return one.table == u"activity"; };
        if (!isOwn || notice.kind != ActKinds::complete || std::ranges::count_if(notice.records, isActivity) != 1)
            return;
        const qint64 activity = std::ranges::find_if(notice.records, isActivity)->id;
        look([activity, person = m_store.user(),
              now = m_store.clock().now()](const ReadContext &context) -> Result<Questions> {
            auto result = missingResult(context, activity);
            if (!result)
                return result.error();
            auto next = nextStepAfter(context, activity, person, now);
            return next ? Result<Questions>(Questions{*result, *next, {}, 0}) : Result<Questions>(next.error());
        });
    });
}

void NextStepDesk::setQuiet(bool quiet)
{
    m_quiet = quiet;
    if (!quiet)
        return;
    m_next.reset();
    m_bar->drop();
    m_result->drop();
}

void NextStepDesk::noteClosed(const ItemRef &item)
{
    look([item, since = m_closed.value(item, m_journal), person = m_store.user(),
          now = m_store.clock().now()](const ReadContext &context) -> Result<Questions> {
        auto next = nextStepLeft(context, item, person, now, since);
        if (!next)
            return next.error();
        auto last = lastJournalRow(context.connection);
        return last ? Result<Questions>(Questions{{}, *next, item, *last}) : Result<Questions>(last.error());
    });
}

void NextStepDesk::look(const Look &look)
{
    if (m_quiet || !m_store.access().isWritable())
        return;
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<Questions>(m_load, look).then(this, [this, token = m_load](const Result<Questions> &found) {
        if (token.isCancelled() || !found || m_quiet)
            return; // a question that cannot be asked is none
        m_next = found->next;
        noteAsked(found->closed, found->journal);
        if (found->result) {
            m_bar->drop();
            m_result->ask(*found->result);
            show(*m_result);
        } else {
            askNext();
        }
    });
}

/// What is written of one card says nothing of another one, so each keeps its own row; a thousand are enough to remember.
void NextStepDesk::noteAsked(const ItemRef &closed, qint64 journal)
{
    if (closed.id == 0)
        return;
    if (m_closed.size() >= mostClosed && !m_closed.contains(closed)) {
        m_closed.clear();
        m_journal = journal;
    }
    m_closed.insert({closed.type, closed.id, {}}, journal);
}

void NextStepDesk::askNext()
{
    if (!m_next || m_quiet)
        return;
    m_bar->ask(*std::exchange(m_next, std::nullopt));
    show(*m_bar);
}

void NextStepDesk::show(QuestionBar &bar)
{
    for (SelectionBar *acts : m_area->findChildren<SelectionBar *>())
        acts->installEventFilter(this); // again changes nothing
    place();
    bar.raise();
    m_patience.start();
}

QuestionBar *NextStepDesk::shown() const
{
    if (m_result->isAsking())
        return m_result;
    return m_bar->isAsking() ? m_bar : nullptr;
}

bool NextStepDesk::eventFilter(QObject *watched, QEvent *event)
{
    const bool comesOrGoes = event->type() == QEvent::Show || event->type() == QEvent::Hide;
    const bool isBeside = watched == m_message || qobject_cast<SelectionBar *>(watched);
    if ((event->type() == QEvent::Resize || (isBeside && comesOrGoes)) && shown())
        place();
    return QObject::eventFilter(watched, event);
}

/// At the foot of the pages, in the middle, never over a message, whose Undo is to be reached, nor over what is done with ticked rows.
void NextStepDesk::place()
{
    QuestionBar *bar = shown();
    const int width = qMin(m_area->width() - 2 * Space::l, scaled(widest, bar->fontMetrics()));
    const int height = bar->layout()->heightForWidth(width);
    QRect room((m_area->width() - width) / 2, m_area->height() - height - 3 * Space::l, width, height);
    const QRect message = m_message && m_message->isVisible() ? m_message->home() : QRect();
    if (message.left() <= room.right() && room.left() <= message.right())
        room.moveBottom(qMin(room.bottom(), message.top() - Space::s));
    for (const SelectionBar *acts : m_area->findChildren<SelectionBar *>()) {
        if (acts->isVisible())
            room.moveBottom(qMin(room.bottom(), acts->mapTo(m_area, QPoint()).y()));
    }
    bar->setGeometry(room);
}

} // namespace Kartoteka
