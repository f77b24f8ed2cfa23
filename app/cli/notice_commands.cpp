// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/notices/notice_words.h"
#include "core/notices/reading.h"

#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

QJsonObject noticeJson(const Session &session, const Notice &notice)
{
    return {{u"id"_s, QString::number(notice.id)},
            {u"kind"_s, noticeKindName(notice.kind)},
            {u"at"_s, session.instant(notice.at)},
            {u"author"_s, session.userName(notice.author)},
            {u"item"_s, session.json(notice.item)},
            {u"count"_s, notice.count},
            {u"text"_s, notice.text},
            {u"read"_s, notice.isRead}};
}

int tellNotices(const Session &session, const Result<QList<Notice>> &notices)
{
    if (!notices)
        return session.output.fail(notices.error());
    QJsonArray array;
    for (const Notice &notice : *notices) {
        array.append(noticeJson(session, notice));
        const QString text = noticeText(notice);
        session.output.line(u"%1  %2  %3  %4"_s.arg(QString::number(notice.id), session.moment(notice.at),
                                                    noticeTitle(session.schema(), notice),
                                                    u"#%1 %2"_s.arg(session.number(notice.item), notice.title))
                            + (text.isEmpty() ? QString() : u": "_s + text));
    }
    session.output.document(array);
    return 0;
}

int runNotices(const Session &session)
{
    constexpr int usual = 100;
    auto limit = session.wholeNumber(u"--limit"_s, usual);
    if (!limit)
        return session.output.fail(limit.error());
    const qint64 person = session.store.user();
    return tellNotices(session,
                       session.arguments.has(u"--all"_s) ? readNotices(session.reader(), person, {}, *limit)
                                                         : readUnread(session.reader(), person, *limit));
}

/// What the words name: notices by their ids, or all.
Result<ChangeSet> planned(const Session &session)
{
    const qint64 person = session.store.user();
    const QStringList words = session.arguments.words.mid(1); // behind "read"
    if (words == QStringList(u"all"_s))
        return planReadAll(session.reader(), person);
    QList<qint64> ids;
    for (const QString &word : words) {
        bool isNumber = false;
        ids << word.toLongLong(&isNumber);
        if (!isNumber)
            return Error{
                ErrorCode::Usage, Texts::tr("“%1” is not a notification: give its number, or “all”.").arg(word), {}, word};
    }
    return planRead(session.reader(), person, ids);
}

int runNoticeRead(const Session &session)
{
    auto changes = planned(session);
    if (!changes)
        return session.output.fail(changes.error());
    const qsizetype count = changes->changes.size();
    if (count > 0) {
        if (auto receipt = session.store.commitAndWait(std::move(*changes)); !receipt)
            return session.output.fail(receipt.error());
    }
    session.output.line(Texts::tr("Read: %1").arg(count));
    session.output.document(QJsonObject{{u"read"_s, count}});
    return 0;
}

} // namespace

QList<Verb> noticeVerbs()
{
    return {
        {u"notices"_s,
         {},
         0,
         0,
         {{u"--all"_s}, {u"--limit"_s, u"N"_s}},
         QT_TRANSLATE_NOOP(
             "Kartoteka",
             "what you are told of and have not read yet: mentions, what was handed over to you; --all: what is read, too"),
         runNotices},
        {u"notice read"_s,
         u"ID…|all"_s,
         1,
         -1,
         {},
         QT_TRANSLATE_NOOP("Kartoteka", "mark notifications as read"),
         runNoticeRead},
    };
}

} // namespace Kartoteka::Cli
