// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_history.h"

#include "core/exchange/conflicts.h"
#include "core/items/item_acts.h"
#include "models/timeline_model.h"
#include "views/card/card_activities.h"
#include "views/card/card_files.h"
#include "views/card/composer.h"
#include "views/card/timeline_view.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Kartoteka {

CardHistory::CardHistory(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new TimelineModel(store, this))
    , m_files(new CardFiles(store, this))
    , m_activities(new CardActivities(store, this))
{
    setObjectName(u"cardTimelinePane"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::l, 0, 0);
    layout->setSpacing(Space::s);
    m_composer = new Composer(m_store, this);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(Space::l, 0, Space::l, 0);
    inset->addWidget(m_composer);
    m_timeline = new TimelineView(m_store, *m_model, this);
    layout->addLayout(inset);
    layout->addWidget(m_timeline, 1);
    m_unsavedHint = new QLabel(tr("Save it first: then comments, activities and its history stand here."), this);
    m_unsavedHint->setWordWrap(true);
    m_unsavedHint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_unsavedHint->setProperty("muted", true);
    m_unsavedHint->setContentsMargins(Space::xl, Space::s, Space::xl, 0);
    m_unsavedHint->hide();
    layout->addWidget(m_unsavedHint, 1);
    connectTimeline();
}

void CardHistory::connectTimeline()
{
    connect(m_model, &TimelineModel::readFailed, this, &CardHistory::failed);
    connect(m_timeline, &TimelineView::linkActivated, this, &CardHistory::opened);
    connect(m_timeline, &TimelineView::fileActivated, m_files, &CardFiles::open);
    connect(m_timeline, &TimelineView::fileMenuWanted, m_files, &CardFiles::showMenu);
    connect(m_composer, &Composer::fileWanted, this, [this] { m_files->askFile(m_item); });
    connect(m_files, &CardFiles::failed, this, &CardHistory::failed);
    connect(m_files, &CardFiles::done, this, &CardHistory::done);
    connect(m_timeline, &TimelineView::completeWanted, m_activities, &CardActivities::complete);
    connect(m_timeline, &TimelineView::activityWanted, m_activities, &CardActivities::open);
    connect(m_timeline, &TimelineView::activityDeleteWanted, m_activities, &CardActivities::remove);
    connect(m_timeline, &TimelineView::activityMenuWanted, m_activities, &CardActivities::showMenu);
    connect(m_activities, &CardActivities::failed, this, &CardHistory::failed);
    connect(m_activities, &CardActivities::done, this, &CardHistory::done);
    connect(m_timeline, &TimelineView::settleWanted, this, [this](qint64 id, bool takeOther) {
        if (auto conflict = readConflict(m_store.reader(), id))
            commit(takeOther ? planTakeOther(*conflict) : planKeep(*conflict), tr("Settled"));
    });
    connect(m_composer, &Composer::commentWritten, this, [this](const QString &text) { commit(planComment(m_item, text)); });
    connect(m_composer, &Composer::activityPlanned, this, [this](ActivityDraft draft) {
        draft.items = {m_item};
        commit(planActivity(*m_store.schema(), draft));
    });
}

void CardHistory::commit(ChangeSet changes, const QString &said)
{
    m_store.commit(std::move(changes)).then(this, [this, said](const Result<Receipt> &receipt) {
        if (!receipt)
            emit failed(receipt.error());
        else if (!said.isEmpty())
            emit done(said);
    });
}

void CardHistory::setItem(const ItemRef &item, bool isSaved)
{
    m_item = item;
    m_model->setItem(item);
    m_composer->setVisible(isSaved);
    m_timeline->setVisible(isSaved);
    m_unsavedHint->setVisible(!isSaved);
}

} // namespace Kartoteka
