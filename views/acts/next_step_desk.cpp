// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/next_step_desk.h"

#include "views/theme/theme.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace Kartoteka {

namespace {
constexpr int patienceMs = 20'000;
constexpr int widest = 680;
constexpr int messageRow = 56;
} // namespace

NextStepDesk::NextStepDesk(Store &store, QWidget *area)
    : QObject(area), m_store(store), m_area(area), m_bar(new NextStepBar(store, false, area))
{
    m_bar->setProperty("plate", true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_bar->underMouse() || m_bar->isAncestorOf(m_area->window()->focusWidget()))
            m_patience.start();
        else
            m_bar->drop();
    });
    area->installEventFilter(this);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.kind == u"undo")
            m_bar->drop();
        const bool isOwn = notice.author == m_store.user() && !notice.external && m_area->window()->isActiveWindow();
        const auto isActivity = [](const RecordChange &one) { return one.table == u"activity"; };
        if (!isOwn || notice.kind != u"complete" || std::ranges::count_if(notice.records, isActivity) != 1)
            return;
        const qint64 activity = std::ranges::find_if(notice.records, isActivity)->id;
        look([activity, person = m_store.user(), now = m_store.clock().now()](const ReadContext &context) {
            return nextStepAfter(context, activity, person, now);
        });
    });
}

void NextStepDesk::setQuiet(bool quiet)
{
    m_quiet = quiet;
    if (quiet)
        m_bar->drop();
}

void NextStepDesk::noteClosed(const ItemRef &item)
{
    look([item, person = m_store.user(), now = m_store.clock().now()](const ReadContext &context) {
        return missingNextStep(context, item, person, now);
    });
}

void NextStepDesk::look(const Look &look)
{
    if (m_quiet || !m_store.access().isWritable())
        return;
    m_load.cancel();
    m_load = CancelToken();
    m_store.read<std::optional<NextStep>>(m_load, look)
        .then(this, [this, token = m_load](const Result<std::optional<NextStep>> &found) {
            if (token.isCancelled() || !found || !*found || m_quiet)
                return; // a question that cannot be asked is none
            m_bar->ask(**found);
            place();
            m_bar->raise();
            m_patience.start();
        });
}

bool NextStepDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_bar->isVisible())
        place();
    return QObject::eventFilter(watched, event);
}

/// At the foot of the pages, in the middle, above the message with Undo.
void NextStepDesk::place()
{
    const int width = qMin(m_area->width() - 2 * Space::l, scaled(widest, m_bar->fontMetrics()));
    const int height = m_bar->layout()->heightForWidth(width);
    m_bar->setGeometry((m_area->width() - width) / 2,
                       m_area->height() - height - Space::l - scaled(messageRow, m_bar->fontMetrics()), width, height);
}

} // namespace Kartoteka
