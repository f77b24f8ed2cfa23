// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Kartoteka {

class TimelineModel;
class TimelineView;

/// Goes to a comment of a timeline, reading on until it is there.
class CommentFinder final : public QObject
{
    Q_OBJECT
public:
    CommentFinder(TimelineView &timeline, TimelineModel &model);

    /// 0: it is not looked for any more.
    void find(qint64 comment);

private:
    void look();

    TimelineView &m_timeline;
    TimelineModel &m_model;
    qint64 m_comment = 0;
};

} // namespace Kartoteka
