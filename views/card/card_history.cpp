// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_history.h"

#include "core/exchange/conflicts.h"
#include "core/schema/text_pictures.h"
#include "models/card/timeline_model.h"
#include "views/acts/plan_desk.h"
#include "views/card/card_entries.h"
#include "views/card/card_files.h"
#include "views/card/comment_finder.h"
#include "views/card/composer.h"
#include "views/card/timeline_filter_bar.h"
#include "views/card/timeline_view.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"

#include <QHBoxLayout>
#include <QImage>
#include <QMenu>
#include <QToolButton>

namespace Kartoteka {

CardHistory::CardHistory(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_model(new TimelineModel(store, this))
    , m_files(new CardFiles(store, this))
    , m_activities(new PlanDesk(store, this))
    , m_entries(new CardEntries(store, this))
{
    setObjectName(u"cardTimelinePane"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::l, 0, 0);
    layout->setSpacing(Space::s);
    m_head = makeHead();
    layout->addWidget(m_head);
    m_timeline = new TimelineView(m_store, *m_model, this);
    layout->addWidget(m_timeline, 1);
    m_finder = new CommentFinder(*m_timeline, *m_model);
    connectTimeline();
    connectComposer();
}

QWidget *CardHistory::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(Space::l, 0, Space::l, 0);
    layout->setSpacing(Space::s);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::xs);
    m_composer = new Composer(m_store, head);
    line->addWidget(m_composer, 1, Qt::AlignTop);
    QToolButton *search = makeIconButton(head, u"timelineFind"_s, u"search"_s, tr("Search and filter the history"));
    line->addWidget(search, 0, Qt::AlignTop);
    layout->addLayout(line);
    m_filter = new TimelineFilterBar(m_store, head);
    m_filter->hide();
    layout->addWidget(m_filter);
    connect(search, &QToolButton::clicked, this, [this] { showFilter(m_filter->isHidden()); });
    connect(m_composer, &Composer::opened, search, &QWidget::setHidden); // its room is needed
    connect(m_filter, &TimelineFilterBar::changed, m_model, &TimelineModel::setFilter);
    connect(m_filter, &TimelineFilterBar::closeWanted, this, [this] { showFilter(false); });
    return head;
}

void CardHistory::search()
{
    if (m_head->isHidden())
        return; // there is nothing yet
    emit searched();
    showFilter(true);
}

void CardHistory::showFilter(bool isShown)
{
    m_filter->setVisible(isShown);
    if (isShown) {
        m_filter->takeFocus();
    } else {
        m_filter->clear();
        m_timeline->setFocus();
    }
}

void CardHistory::showMenu(const QModelIndex &index, const QPoint &global)
{
    if (const qint64 activity = index.data(TimelineModel::ActivityRole).toLongLong(); activity != 0) {
        m_activities->showMenu(activity, global);
        return;
    }
    QMenu menu(this);
    menu.setObjectName(u"entryMenu"_s);
    addFolding(menu, index);
    if (const qint64 file = index.data(TimelineModel::AttachmentRole).toLongLong(); file != 0) {
        m_files->addTo(menu, file);
        menu.addSeparator();
    }
    const QList<TextPicture> pictures = picturesIn(index.data(TimelineModel::MarkdownRole).toString());
    if (!pictures.isEmpty()) {
        m_files->addTo(menu, pictures.constFirst().digest);
        menu.addSeparator();
    }
    m_entries->addTo(menu, index);
    if (!menu.isEmpty())
        menu.exec(global);
}

/// What can be done to a heading.
void CardHistory::addFolding(QMenu &menu, const QModelIndex &index)
{
    const QVariant folded = index.data(TimelineModel::FoldedRole);
    if (!folded.isValid())
        return;
    const QPersistentModelIndex heading(index);
    const bool isFolded = folded.toBool();
    menu.addAction(isFolded ? tr("Unfold") : tr("Fold"), this,
                   [this, heading, isFolded] { m_model->setFolded(heading, !isFolded); });
    if (m_model->folds().allDays || TimelineModel::kindOf(index) == TimelineModel::RowKind::DayHeader) {
        TimelineFolds all = m_model->folds();
        all.days.clear();
        all.allDays = true;
        menu.addAction(tr("Fold all days"), this, [this, all] { m_model->setFolds(all); })
            ->setEnabled(all != m_model->folds());
    }
    menu.addAction(tr("Unfold everything"), this, [this] { m_model->setFolds({}); })
        ->setEnabled(m_model->folds() != TimelineFolds());
}

void CardHistory::connectTimeline()
{
    connect(m_timeline, &TimelineView::foldWanted, m_model, &TimelineModel::setFolded);
    connect(m_model, &TimelineModel::readFailed, this, &CardHistory::failed);
    connect(m_timeline, &TimelineView::linkActivated, this, &CardHistory::opened);
    connect(m_timeline, &TimelineView::fileActivated, m_files, &CardFiles::open);
    connect(m_timeline, &TimelineView::pictureActivated, m_files, &CardFiles::openContents);
    connect(m_timeline, &TimelineView::menuWanted, this, &CardHistory::showMenu);
    connect(m_timeline, &TimelineView::pinWanted, m_entries, &CardEntries::turnPin);
    connect(m_timeline, &TimelineView::editWanted, m_entries, &CardEntries::edit);
    connect(m_timeline, &TimelineView::deleteWanted, m_entries, &CardEntries::remove);
    connect(m_timeline, &TimelineView::copyWanted, m_entries, &CardEntries::copy);
    connect(m_timeline, &TimelineView::wholeWanted, m_entries, &CardEntries::showWhole);
    connect(m_timeline, &TimelineView::completeWanted, m_activities, &PlanDesk::complete);
    connect(m_timeline, &TimelineView::activityWanted, m_activities, &PlanDesk::open);
    connect(m_timeline, &TimelineView::activityDeleteWanted, m_activities, &PlanDesk::remove);
    connect(m_files, &CardFiles::failed, this, &CardHistory::failed);
    connect(m_files, &CardFiles::done, this, &CardHistory::done);
    connect(m_activities, &PlanDesk::failed, this, &CardHistory::failed);
    connect(m_activities, &PlanDesk::done, this, &CardHistory::done);
    connect(m_entries, &CardEntries::failed, this, &CardHistory::failed);
    connect(m_entries, &CardEntries::done, this, &CardHistory::done);
    connect(m_timeline, &TimelineView::settleWanted, this, [this](qint64 id, bool takeOther) {
        if (auto conflict = readConflict(m_store.reader(), id))
            commit(takeOther ? planTakeOther(*conflict) : planKeep(*conflict), tr("Resolved"));
    });
}

void CardHistory::connectComposer()
{
    connect(m_entries, &CardEntries::editWanted, m_composer, &Composer::editComment);
    connect(m_composer, &Composer::commentLeft, m_timeline, qOverload<>(&QWidget::setFocus));
    connect(m_composer, &Composer::fileWanted, this, [this] { m_files->askFile(m_item); });
    connect(m_composer, &Composer::filesGiven, this, [this](const QStringList &paths) { m_files->attach(m_item, paths); });
    connect(m_composer, &Composer::failed, this, &CardHistory::failed);
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

void CardHistory::showComment(qint64 comment)
{
    showFilter(false); // which might leave it out
    m_model->setFolds({});
    m_finder->find(comment);
}

void CardHistory::showPlanned()
{
    emit searched();
    showFilter(false); // which leaves it out
    const auto show = [this] { m_timeline->setCurrentIndex(m_model->index(qMin(1, m_model->rowCount() - 1), 0)); };
    show(); // below the heading
    if (!m_model->folds().planned)
        return;
    TimelineFolds folds = m_model->folds();
    folds.planned = false;
    connect(m_model, &TimelineModel::settled, this, show, Qt::SingleShotConnection);
    m_model->setFolds(folds);
}

void CardHistory::setItem(const ItemRef &item, bool isSaved)
{
    m_item = item;
    m_finder->find(0);
    m_composer->setItem(item);
    m_entries->setItem(item);
    m_filter->hide();
    m_filter->clear();
    m_model->setItem(item);
    m_head->setVisible(isSaved);
    m_timeline->setVisible(isSaved);
}

} // namespace Kartoteka
