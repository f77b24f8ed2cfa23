// SPDX-License-Identifier: GPL-3.0-or-later
// People who are named in comments, and those to whom something is handed over, are told of it.
#include "core/activities/activity.h"
#include "core/base/uid.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/leads/conversion.h"
#include "core/leads/merge.h"
#include "core/notices/notice_words.h"
#include "core/notices/reading.h"
#include "core/people/user_acts.h"
#include "core/schema/codes.h"
#include "core/schema/mentions.h"
#include "core/timeline/comments.h"
#include "core/timeline/entry_words.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace Kartoteka;

class TestNotices final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    ItemRef m_lead;
    qint64 m_maria = 0;
    qint64 m_ivan = 0;

    Store &store() { return m_office->store(); }
    bool commit(Store &at, const Result<ChangeSet> &changes)
    {
        m_office->clock().advance(1000);
        return changes && at.commitAndWait(*changes);
    }
    bool commit(const Result<ChangeSet> &changes) { return commit(store(), changes); }
    bool say(const QString &text) { return commit(planComment(m_lead, text)); }
    qint64 addPerson(const QString &name)
    {
        if (!commit(planUser(m_office->schema(), 0, {{u"name"_s, name}}, store().user())))
            qFatal("no person");
        return std::ranges::max(m_office->schema().users(), {}, &User::id).id;
    }
    QString at(qint64 person, const QString &name = u"somebody"_s)
    {
        return mentionText(name, m_office->schema().user(person)->uid);
    }
    static QList<Notice> notices(Store &at, qint64 person)
    {
        auto read = readNotices(at.reader(), person, {}, 100);
        return read ? *read : QList<Notice>();
    }
    QList<Notice> notices(qint64 person) { return notices(store(), person); }
    qint64 unread(qint64 person) { return *countUnread(store().reader(), person); }
    qint64 rows() { return store().reader().connection.scalar(u"SELECT count(*) FROM notice"_s, {})->toLongLong(); }
    Comment comment() { return *readComment(store().reader(), *lastComment()); }
    Result<qint64> lastComment()
    {
        auto id = store().reader().connection.scalar(u"SELECT max(id) FROM comment"_s, {});
        return id ? Result<qint64>(id->toLongLong()) : Result<qint64>(id.error());
    }
    bool handOver(qint64 person)
    {
        return commit(planEdit(m_office->schema(), m_office->item(u"lead"_s, m_lead.id), {{Codes::responsible, person}}));
    }
    bool remove(const Comment &comment) { return commit(planDeleteComment(comment, m_office->clock().now())); }

    void hand(Store &from, Store &to, const QString &seat)
    {
        m_office->clock().advance(1000);
        ExchangeWriteOptions write;
        write.path = m_office->folder() + u"/letter.kartoteka-exchange"_s;
        write.seat = seat;
        QVERIFY(writeExchange(from, write));
        ExchangeReadOptions read;
        read.path = write.path;
        const auto taken = readExchange(to, read);
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().message));
        QCOMPARE(taken->merged.aside, 0);
        QCoreApplication::sendPostedEvents(&to);
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"Fence"_s}}), {}};
        m_maria = addPerson(u"Maria"_s);
        m_ivan = addPerson(u"Ivan [IT] *B*"_s);
    }
    void cleanup() { m_office.reset(); }

    void aMentionIsALinkThatSaysWho()
    {
        const QUuid uid = makeUid();
        const QString text = u"Ask "_s + mentionText(u"A [b] (c) *d* \\ e_f"_s, uid) + u", please"_s;
        const QList<Mention> found = mentionsIn(text);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].name, u"A [b] (c) *d* \\ e_f"_s);
        QCOMPARE(found[0].person, uid);
        QCOMPARE(plainMentions(text, nullptr), u"Ask @A [b] (c) *d* \\ e_f, please"_s);
        for (const QString &other : {u"\\[@A](person:%1)"_s, u"![@A](person:%1)"_s, u"[A](person:%1)"_s, u"[@A](http:%1)"_s,
                                     u"[@](person:%1)"_s, u"[@A\nB](person:%1)"_s, u"[@A](person:%1x)"_s})
            QCOMPARE(mentionsIn(other.arg(uidText(uid))), QList<Mention>());
        QCOMPARE(mentionsIn(u"[@A](person:12)"_s), QList<Mention>());
    }

    void aPersonIsCalledAsNow()
    {
        const QString text = at(m_maria, u"Masha"_s) + u" and "_s + mentionText(u"No*body"_s, makeUid());
        QCOMPARE(plainMentions(text, &m_office->schema()), u"@Maria and @No*body (unknown here)"_s);
        QCOMPARE(currentMentions(text, m_office->schema()),
                 at(m_maria, u"Maria"_s) + u" and @No\\*body \\(unknown here\\)"_s);
        QVERIFY(say(text));
        QVERIFY(commit(planUser(m_office->schema(), m_maria, {{u"name"_s, u"Maria Orlova"_s}}, store().user())));
        QCOMPARE(notices(m_maria).constFirst().text, u"@Maria Orlova and @No*body (unknown here)"_s);
        auto page = readTimeline(store().reader(), m_lead, {}, 1);
        QVERIFY(page);
        QCOMPARE(entryWords(store().reader(), m_lead, page->entries.constFirst()).text,
                 u"@Maria Orlova and @No*body (unknown here)"_s);
    }

    void whoIsNamedIsTold()
    {
        QVERIFY(say(u"Look, "_s + at(m_maria) + u" and "_s + at(m_ivan) + u" and "_s + at(m_maria)));
        QCOMPARE(unread(m_maria), 1);
        QCOMPARE(unread(m_ivan), 1);
        const Notice notice = notices(m_maria).constFirst();
        QCOMPARE(notice.item, m_lead);
        QCOMPARE(notice.title, u"Fence"_s);
        QCOMPARE(notice.author, store().user());
        QCOMPARE(notice.comment, comment().id);
        QCOMPARE(notice.at, m_office->clock().now());
        QVERIFY(!notice.isRead);
        QCOMPARE(notice.text, u"Look, @Maria and @Ivan [IT] *B* and @Maria"_s);
        QCOMPARE(store().undoStep()->subject, u"Look, @somebody and @somebody and @somebody"_s);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void aNoticeIsWordsWithoutMarks()
    {
        QVERIFY(say(u"# Urgent\n- **call** `them`, see [the offer](https://example.com)\n> "_s + at(m_maria)));
        QCOMPARE(notices(m_maria).constFirst().text, u"Urgent call them, see the offer @Maria"_s);
    }

    void nobodyIsToldOfTheirOwnWordsNorWhoLeft()
    {
        QVERIFY(commit(planUser(m_office->schema(), m_ivan, {{u"active"_s, u"no"_s}}, store().user())));
        QVERIFY(say(at(store().user()) + at(m_ivan) + mentionText(u"X"_s, makeUid())));
        QCOMPARE(rows(), 0);
    }

    void whoNamesOneselfInAnothersCommentIsNotTold()
    {
        QVERIFY(say(u"Who does it?"_s));
        ChangeSet edit = planEditComment(comment(), u"I do: "_s + at(m_maria) + at(m_ivan));
        edit.author = m_maria;
        QVERIFY(commit(edit));
        QCOMPARE(unread(m_maria), 0);
        QCOMPARE(notices(m_ivan).constFirst().author, m_maria);
    }

    void oneUndoTakesBackTheCommentWithItsNotices()
    {
        const QStringList before = m_office->contents();
        QVERIFY(say(at(m_maria)));
        QVERIFY(store().undo().result());
        QCOMPARE(unread(m_maria), 0);
        QCOMPARE(notices(m_maria).size(), 0);
        QVERIFY(store().redo().result());
        QCOMPARE(unread(m_maria), 1);
        QCOMPARE(notices(m_maria).constFirst().comment, comment().id);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void anEditTellsTheNewOnesAndTakesBackWhatWasNotRead()
    {
        QVERIFY(say(at(m_maria)));
        QVERIFY(commit(planRead(store().reader(), m_maria, {notices(m_maria).constFirst().id})));
        QVERIFY(commit(planEditComment(comment(), at(m_maria) + u" and "_s + at(m_ivan))));
        QCOMPARE(unread(m_maria), 0); // she knows
        QCOMPARE(unread(m_ivan), 1);
        QVERIFY(commit(planEditComment(comment(), u"Nobody"_s)));
        QCOMPARE(notices(m_ivan).size(), 0);
        QCOMPARE(notices(m_maria).size(), 1);
        QVERIFY(commit(planEditComment(comment(), at(m_ivan))));
        QCOMPARE(unread(m_ivan), 1);
        QCOMPARE(rows(), 2); // it is the same notice again
        QVERIFY(store().undo().result());
        QCOMPARE(unread(m_ivan), 0);
    }

    void aDeletedCommentTellsNobodyAnyMore()
    {
        QVERIFY(say(at(m_maria) + at(m_ivan)));
        QVERIFY(commit(planReadAll(store().reader(), m_ivan)));
        QVERIFY(remove(comment()));
        QCOMPARE(notices(m_maria).size(), 0);
        QCOMPARE(notices(m_ivan).size(), 1);
        QCOMPARE(notices(m_ivan).constFirst().comment, 0);
        QCOMPARE(notices(m_ivan).constFirst().text, QString());
        QVERIFY(store().undo().result());
        QCOMPARE(unread(m_maria), 1);
    }

    void readingIsNotedAndNothingToBeTakenBack()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(say(u"%1 "_s.arg(i) + at(m_maria)));
        const QList<Notice> all = notices(m_maria);
        QCOMPARE(all.size(), 3);
        QVERIFY(all[0].text.startsWith(u"2"));                                // the newest first
        const auto foreign = planRead(store().reader(), m_ivan, {all[0].id}); // it is not his
        QVERIFY(!foreign && foreign.error().code == ErrorCode::NotFound);
        QVERIFY(commit(planRead(store().reader(), m_maria, {all[1].id})));
        QCOMPARE(unread(m_maria), 2);
        QVERIFY(notices(m_maria)[1].isRead);
        QCOMPARE(readUnread(store().reader(), m_maria, 10)->size(), 2);
        QCOMPARE(readNotices(store().reader(), m_maria, {all[0].at, all[0].id}, 10)->size(), 2);
        const UndoStep step = *store().undoStep();
        QVERIFY(commit(planReadAll(store().reader(), m_maria)));
        QCOMPARE(unread(m_maria), 0);
        QVERIFY(planReadAll(store().reader(), m_maria)->isEmpty());
        QCOMPARE(store().undoStep()->act, step.act);
    }

    void noticesGoWithTheirItem()
    {
        QVERIFY(say(at(m_maria)));
        const EntityType &type = *m_office->schema().type(u"lead"_s);
        QVERIFY(commit(planDelete(type, {m_lead.id}, {}, m_office->clock().now())));
        QCOMPARE(unread(m_maria), 1); // it is in the recycle bin, and can be read
        QVERIFY(commit(planPurge(store().reader(), type, {m_lead.id})));
        QCOMPARE(rows(), 0);
        QCOMPARE(m_office->problems(), QStringList());
        QVERIFY(store().undo().result());
        QCOMPARE(notices(m_maria).constFirst().text, u"@Maria"_s);
    }

    void noticesOfAMergedItemLeadToTheOneThatStays()
    {
        const ItemRef other{m_lead.type, m_office->create(u"lead"_s, {{u"title"_s, u"Other"_s}}), {}};
        QVERIFY(say(at(m_maria)));
        MergeRequest request;
        request.keep = other;
        request.others = {m_lead.id};
        auto plan = planMerge(store().reader(), request, m_office->clock().now());
        QVERIFY(plan && store().commitAndWait(plan->changes));
        QVERIFY(notices(m_maria).constFirst().comment != 0);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void twoSeatsMakeOneNoticeAndReadItOnce()
    {
        QVERIFY(say(u"To whom?"_s));
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Olga"_s);
        QVERIFY(seat);
        auto laptop = openCopy(*m_office, u"seat.kartoteka"_s, u"laptop"_s);
        QVERIFY(laptop);
        QVERIFY(commit(planEditComment(comment(), u"Here: "_s + at(m_maria))));
        QVERIFY(commit(*laptop, planEditComment(comment(), u"There: "_s + at(m_maria))));
        const auto both = [&] {
            hand(*laptop, store(), u"office"_s);
            hand(store(), *laptop, seat->code);
        };
        both();
        for (Store *one : {&store(), laptop.get()}) {
            QCOMPARE(notices(*one, m_maria).size(), 1);
            QCOMPARE(*countUnread(one->reader(), m_maria), 1);
        }
        QVERIFY(commit(planReadAll(store().reader(), m_maria)));
        QVERIFY(commit(*laptop, planReadAll(laptop->reader(), m_maria)));
        both();
        for (Store *one : {&store(), laptop.get()}) {
            QCOMPARE(*countUnread(one->reader(), m_maria), 0);
            QCOMPARE(
                one->reader().connection.scalar(u"SELECT count(*) FROM conflict WHERE entity = 'notice'"_s, {})->toInt(), 0);
        }
        QCOMPARE(m_office->problems(), QStringList());
    }

    void aCommentTakenBackIsNotBroughtBackByItsNotices()
    {
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Olga"_s);
        QVERIFY(seat);
        auto laptop = openCopy(*m_office, u"seat.kartoteka"_s, u"laptop"_s);
        QVERIFY(say(at(m_maria)));
        hand(store(), *laptop, seat->code);
        QCOMPARE(notices(*laptop, m_maria).size(), 1);
        QVERIFY(store().undo().result());
        hand(store(), *laptop, seat->code);
        QCOMPARE(notices(*laptop, m_maria).size(), 0);
        QCOMPARE(laptop->reader().connection.scalar(u"SELECT count(*) FROM comment"_s, {})->toInt(), 0);
    }

    void whoIsMadeResponsibleIsTold()
    {
        QVERIFY(handOver(m_maria));
        const Notice notice = notices(m_maria).constFirst();
        QVERIFY(notice.kind == NoticeKind::Responsible);
        QCOMPARE(notice.item, m_lead);
        QCOMPARE(notice.title, u"Fence"_s);
        QCOMPARE(notice.author, store().user());
        QCOMPARE(noticeTitle(m_office->schema(), notice),
                 m_office->schema().user(store().user())->name + u" made you responsible"_s);
        // Who is relieved before they have read it, is not told; what was read stays.
        QVERIFY(handOver(m_ivan));
        QCOMPARE(notices(m_maria).size(), 0);
        QVERIFY(commit(planReadAll(store().reader(), m_ivan)));
        QVERIFY(handOver(store().user()));
        QCOMPARE(notices(m_ivan).size(), 1);
        QVERIFY(handOver(m_ivan));
        QCOMPARE(unread(m_ivan), 1);
        QCOMPARE(notices(m_ivan).size(), 1); // it is the same one again
        QVERIFY(store().undo().result());
        QCOMPARE(unread(m_ivan), 0);
        QCOMPARE(notices(store().user()).size(), 0); // of one's own acts nobody is told
        QCOMPARE(m_office->problems(), QStringList());
    }

    void whatAnItemIsMadeWithIsTakenBackWithIt()
    {
        const QStringList before = m_office->contents();
        m_office->create(u"lead"_s, {{u"title"_s, u"Gate"_s}, {Codes::responsible, m_maria}});
        QCOMPARE(notices(m_maria).constFirst().title, u"Gate"_s);
        QVERIFY(store().undo().result());
        QCOMPARE(notices(m_maria).size(), 0);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void anObserverIsToldAndTheOthersNotAgain()
    {
        const auto observe = [this](const QList<qint64> &people) {
            Members members;
            for (const qint64 person : people)
                members.append({.text = {}, .label = {}, .ref = {0, person, {}}, .key = {}});
            return commit(planEdit(m_office->schema(), m_office->item(u"lead"_s, m_lead.id),
                                   {{Codes::observers, membersValue(members)}}));
        };
        QVERIFY(observe({m_maria}));
        QVERIFY(notices(m_maria).constFirst().kind == NoticeKind::Observer);
        QVERIFY(commit(planReadAll(store().reader(), m_maria)));
        QVERIFY(observe({m_maria, m_ivan, store().user()}));
        QCOMPARE(unread(m_maria), 0);
        QCOMPARE(unread(m_ivan), 1);
        QVERIFY(observe({m_maria}));
        QCOMPARE(notices(m_ivan).size(), 0);
    }

    void anActivityThatIsGivenOrDoneByAnotherIsTold()
    {
        ActivityDraft draft;
        draft.title = u"Call them"_s;
        draft.items = {m_lead};
        draft.responsible = m_maria;
        QVERIFY(commit(planActivity(m_office->schema(), draft)));
        const Notice given = notices(m_maria).constFirst();
        QVERIFY(given.kind == NoticeKind::Activity);
        QCOMPARE(given.text, u"Call them"_s);
        QCOMPARE(given.item, m_lead);
        QCOMPARE(given.title, u"Fence"_s);
        QVERIFY(commit(planReadAll(store().reader(), m_maria)));
        const qint64 id = store().reader().connection.scalar(u"SELECT max(id) FROM activity"_s, {})->toLongLong();
        auto activity = readActivity(store().reader(), id);
        QVERIFY(activity);
        ChangeSet own = planComplete(*activity);
        own.author = m_maria;
        QVERIFY(commit(own));
        QCOMPARE(notices(m_maria).size(), 1); // she knows what she did
        QVERIFY(commit(planComplete(*readActivity(store().reader(), id), false)));
        QVERIFY(commit(planComplete(*readActivity(store().reader(), id))));
        QVERIFY(notices(m_maria).constFirst().kind == NoticeKind::ActivityDone);
        QCOMPARE(unread(m_maria), 1);
        QVERIFY(commit(planComplete(*readActivity(store().reader(), id), false)));
        QCOMPARE(m_office->problems(), QStringList());
    }

    /// It goes on in the hands of who answers for its source.
    void whatAConversionMakesIsNobodysNews()
    {
        QVERIFY(handOver(m_maria));
        QVERIFY(commit(planReadAll(store().reader(), m_maria)));
        ConversionRequest request;
        request.source = m_lead;
        request.targets = {u"deal"_s};
        const auto plan = planConversion(store().reader(), request);
        QVERIFY(plan && store().commitAndWait(plan->changes));
        QCOMPARE(notices(m_maria).size(), 1);
        QCOMPARE(unread(m_maria), 0);
    }

    void manyOfOneActAreToldAtOnce()
    {
        ChangeSet all;
        all.kind = u"bulk"_s;
        for (int i = 0; i < 25; ++i)
            all.update(u"lead"_s, m_office->create(u"lead"_s, {{u"title"_s, u"Lead %1"_s.arg(i)}}),
                       {{Codes::responsible, m_maria}});
        ChangeSet rest = all;
        all.changes = all.changes.first(15);
        rest.changes = rest.changes.sliced(15);
        all.act = rest.act = makeUid();
        QVERIFY(commit(all));
        QCOMPARE(notices(m_maria).size(), 1);
        QCOMPARE(notices(m_maria).constFirst().count, 15);
        QVERIFY(commit(rest)); // of the same act
        QCOMPARE(notices(m_maria).size(), 1);
        QCOMPARE(notices(m_maria).constFirst().count, 25);
        QVERIFY(noticeText(notices(m_maria).constFirst()).contains(u"25"));
        QCOMPARE(unread(m_maria), 1);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void whatIsHandedOverOnASeatIsToldAtTheOffice()
    {
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Olga"_s);
        auto laptop = openCopy(*m_office, u"seat.kartoteka"_s, u"laptop"_s);
        QVERIFY(seat && laptop);
        for (Store *one : {&store(), laptop.get()}) {
            const auto item = readItem(one->reader(), m_lead);
            QVERIFY(commit(*one, planEdit(*one->schema(), *item, {{Codes::responsible, m_maria}})));
        }
        hand(*laptop, store(), u"office"_s);
        hand(store(), *laptop, seat->code);
        for (Store *one : {&store(), laptop.get()})
            QCOMPARE(notices(*one, m_maria).size(), 1); // both told the same
        QCOMPARE(m_office->problems(), QStringList());
    }

    void whatIsAskedOftenIsFoundByIndexes()
    {
        const auto plan = [this](const QString &sql) {
            QStringList steps;
            auto cursor = store().reader().connection.query(u"EXPLAIN QUERY PLAN "_s + sql);
            while (cursor && cursor->next())
                steps << cursor->text(3);
            return steps.join(u'\n');
        };
        const QString where = u" FROM notice WHERE person = 1 AND deleted_at IS NULL "_s;
        const QString unread = plan(u"SELECT count(*)"_s + where + u"AND read_at IS NULL"_s);
        QVERIFY2(unread.contains(u"notice_unread"), qPrintable(unread));
        const QString page = plan(u"SELECT id"_s + where
                                  + u"AND (created_at, id) < (5, 5) ORDER BY created_at DESC, id DESC LIMIT 9"_s);
        QVERIFY2(page.contains(u"notice_person") && !page.contains(u"TEMP B-TREE"), qPrintable(page));
        const QString done = plan(
            u"SELECT id FROM journal WHERE entity = 'activity' AND record = 5 ORDER BY id DESC LIMIT 8"_s);
        QVERIFY2(done.contains(u"journal_activity"), qPrintable(done));
        const QString given = plan(u"SELECT id FROM journal WHERE owner_type = 1 AND owner_id = 5 AND entity = 'lead' "
                                   "AND record = 5 ORDER BY at DESC, id DESC LIMIT 8"_s);
        QVERIFY2(given.contains(u"journal_owner") && !given.contains(u"TEMP B-TREE"), qPrintable(given));
        const QString told = plan(
            u"SELECT id FROM notice WHERE comment = 'x' AND kind = 'mention' AND deleted_at IS NULL"_s);
        QVERIFY2(told.contains(u"notice_comment"), qPrintable(told));
        const QString author = plan(u"SELECT j.author FROM journal j WHERE j.entity = 'comment' AND j.record = 5 "
                                    "AND j.operation <> 'create' ORDER BY j.id DESC LIMIT 1"_s);
        QVERIFY2(author.contains(u"journal_record"), qPrintable(author));
    }
};

KARTOTEKA_TEST(tst_notices, TestNotices)
#include "tst_notices.moc"
