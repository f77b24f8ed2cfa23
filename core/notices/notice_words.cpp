// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/notice_words.h"

#include "core/base/texts.h"

namespace Kartoteka {

QString noticeTitle(const Schema &schema, const Notice &notice)
{
    const User *author = schema.user(notice.author);
    const auto said = [author](const QString &byHim, const QString &bySomebody) {
        return author ? byHim.arg(author->name) : bySomebody;
    };
    switch (notice.kind) {
    case NoticeKind::Mention: return said(Texts::tr("%1 mentions you", "a person"), Texts::tr("You are mentioned"));
    case NoticeKind::Responsible:
        return said(Texts::tr("%1 made you responsible", "a person"), Texts::tr("You were made responsible"));
    case NoticeKind::Observer:
        return said(Texts::tr("%1 made you an observer", "a person"), Texts::tr("You were made an observer"));
    case NoticeKind::Activity:
        return said(Texts::tr("%1 gave you an activity", "a person"), Texts::tr("You were given an activity"));
    case NoticeKind::ActivityDone:
        return said(Texts::tr("%1 completed your activity", "a person"), Texts::tr("Your activity is done"));
    }
    return {};
}

QString noticeText(const Notice &notice)
{
    if (notice.count > 1) {
        const bool isActivity = notice.kind == NoticeKind::Activity || notice.kind == NoticeKind::ActivityDone;
        return isActivity ? Texts::tr("%n activities; the first: %1", nullptr, notice.count).arg(notice.title)
                          : Texts::tr("%n item(s); the first:", nullptr, notice.count);
    }
    return notice.kind == NoticeKind::Mention && notice.comment == 0 ? Texts::tr("The comment is gone.") : notice.text;
}

} // namespace Kartoteka
