// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/comment_finder.h"

#include "views/card/timeline_view.h"

namespace Kartoteka {

CommentFinder::CommentFinder(TimelineView &timeline, TimelineModel &model)
    : QObject(&timeline), m_timeline(timeline), m_model(model)
{
    connect(&model, &TimelineModel::settled, this, &CommentFinder::look);
}

void CommentFinder::find(qint64 comment)
{
    m_comment = comment;
    look();
}

void CommentFinder::look()
{
    for (int row = 0; m_comment != 0 && row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (index.data(TimelineModel::CommentRole).toLongLong() != m_comment)
            continue;
        m_comment = 0;
        m_timeline.setFocus();
        m_timeline.setCurrentIndex(index);
        m_timeline.scrollTo(index, QAbstractItemView::PositionAtCenter);
        return;
    }
    if (m_comment != 0 && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

} // namespace Kartoteka
