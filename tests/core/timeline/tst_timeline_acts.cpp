// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to the entries of a timeline: pinning, editing and deleting comments, taking back out of turn.
#include "core/activities/activity.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/reference_acts.h"
#include "core/leads/merge.h"
#include "core/products/product_texts.h"
#include "core/products/rows.h"
#include "core/store/commit/take_back.h"
#include "core/timeline/comments.h"
#include "core/timeline/history.h"
#include "core/timeline/pins.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestTimelineActs : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    ItemRef m_lead;

    Store &store() { return m_office->store(); }
    bool commit(const Result<ChangeSet> &changes) { return changes && store().commitAndWait(*changes); }
    bool say(const ItemRef &item, const QString &text)
    {
        m_office->clock().advance(1000);
        return commit(planComment(item, text));
    }
    QList<TimelineEntry> entries(const ItemRef &item, const TimelineFilter &filter = {})
    {
        auto page = readTimeline(store().reader(), item, {}, 1000, filter);
        return page ? page->entries : QList<TimelineEntry>();
    }
    QStringList pinned(const ItemRef &item)
    {
        QStringList texts;
        const auto pinned = readPinned(store().reader(), item);
        for (const TimelineEntry &entry : pinned ? *pinned : QList<TimelineEntry>())
            texts << entry.text;
        return texts;
    }
    qint64 entryOf(const QString &text, const ItemRef &item)
    {
        for (const TimelineEntry &entry : entries(item)) {
            if (entry.text == text)
                return entry.id;
        }
        return 0;
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
    }
    void cleanup() { m_office.reset(); }

    /// Neither knows of the other: it was done once.
    void twoSeatsThatCompleteOneCallTellItOnce()
    {
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {m_lead};
        QVERIFY(commit(planActivity(m_office->schema(), draft)));
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Olga"_s);
        auto laptop = openCopy(*m_office, u"seat.kartoteka"_s, u"laptop"_s);
        QVERIFY(seat && laptop);
        qint64 id = 0;
        for (Store *one : {&store(), laptop.get()}) {
            id = one->reader().connection.scalar(u"SELECT max(id) FROM activity"_s, {})->toLongLong();
            m_office->clock().advance(60'000);
            QVERIFY(one->commitAndWait(planComplete(*readActivity(one->reader(), id))));
        }
        ExchangeWriteOptions write;
        write.path = m_office->folder() + u"/letter.kartoteka-exchange"_s;
        write.seat = u"office"_s;
        QVERIFY(writeExchange(*laptop, write));
        ExchangeReadOptions read;
        read.path = write.path;
        QVERIFY(readExchange(store(), read));
        QCoreApplication::sendPostedEvents(&store());
        const auto kinds = [this] {
            QStringList all;
            for (const TimelineEntry &entry : entries(m_lead))
                all << entryKindName(entry.kind);
            return all;
        };
        QCOMPARE(kinds(), QStringList({u"activity_completed"_s, u"activity_planned"_s, u"created"_s}));
        // Done again after it was reopened is another thing.
        for (const bool done : {false, true}) {
            m_office->clock().advance(60'000);
            QVERIFY(store().commitAndWait(planComplete(*readActivity(store().reader(), id), done)));
        }
        QCOMPARE(kinds(),
                 QStringList({u"activity_completed"_s, u"activity_reopened"_s, u"activity_completed"_s,
                              u"activity_planned"_s, u"created"_s}));
    }

    void whatIsPinnedStandsOnTopUntilItIsUnpinned()
    {
        QVERIFY(say(m_lead, u"First"_s) && say(m_lead, u"Second"_s));
        QVERIFY(commit(planPin(store().reader(), m_lead, entryOf(u"First"_s, m_lead))));
        m_office->clock().advance(1000);
        QVERIFY(commit(planPin(store().reader(), m_lead, entryOf(u"Second"_s, m_lead))));
        QCOMPARE(pinned(m_lead), QStringList({u"Second"_s, u"First"_s})); // the last pinned first
        QCOMPARE(entries(m_lead).size(), 3); // they stay in their places, and pins are no entries
        QVERIFY(commit(planUnpin(store().reader(), m_lead, entryOf(u"Second"_s, m_lead))));
        QCOMPARE(pinned(m_lead), QStringList(u"First"_s));
        QVERIFY(store().undo().result());
        QCOMPARE(pinned(m_lead), QStringList({u"Second"_s, u"First"_s}));
        m_office->clock().advance(1000);
        QVERIFY(commit(planUnpin(store().reader(), m_lead, entryOf(u"First"_s, m_lead))));
        QVERIFY(commit(planPin(store().reader(), m_lead, entryOf(u"First"_s, m_lead)))); // it is the same pin again
        QCOMPARE(pinned(m_lead), QStringList({u"First"_s, u"Second"_s}));
        QCOMPARE(store().reader().connection.scalar(u"SELECT count(*) FROM pin"_s, {})->toInt(), 2);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void aPinBelongsToEntryAndItem()
    {
        const ItemRef contact{
            m_office->typeId(u"contact"_s), m_office->create(u"contact"_s, {{u"first_name"_s, u"A"_s}}), {}};
        ActivityDraft draft;
        draft.title = u"Call"_s;
        draft.items = {m_lead, contact};
        QVERIFY(commit(planActivity(m_office->schema(), draft)));
        const qint64 entry = entryOf(u"Call"_s, contact);
        QVERIFY(entry != 0);
        QVERIFY(commit(planPin(store().reader(), contact, entry))); // its row stands under the lead
        QCOMPARE(pinned(contact), QStringList(u"Call"_s));
        QCOMPARE(pinned(m_lead), QStringList());
        QVERIFY(say(m_lead, u"Mine"_s));
        const auto strange = planPin(store().reader(), contact, entryOf(u"Mine"_s, m_lead));
        QCOMPARE(strange.error().code, ErrorCode::NotFound);
        QCOMPARE(planUnpin(store().reader(), contact, entryOf(u"Mine"_s, m_lead)).error().code, ErrorCode::NotFound);
    }

    void whatIsPinnedGoesWithWhatItTells()
    {
        QVERIFY(say(m_lead, u"Gone soon"_s));
        QVERIFY(commit(planPin(store().reader(), m_lead, entryOf(u"Gone soon"_s, m_lead))));
        const qint64 comment = entries(m_lead).constFirst().comment;
        QVERIFY(commit(planDeleteComment(*readComment(store().reader(), comment), m_office->clock().now())));
        QCOMPARE(pinned(m_lead), QStringList());
        QVERIFY(store().undo().result());
        QCOMPARE(pinned(m_lead), QStringList(u"Gone soon"_s));
    }

    void aMergedItemBringsItsPins()
    {
        const ItemRef other{m_lead.type, m_office->create(u"lead"_s, {{u"title"_s, u"Other"_s}}), {}};
        QVERIFY(say(other, u"Theirs"_s));
        QVERIFY(commit(planPin(store().reader(), other, entryOf(u"Theirs"_s, other))));
        MergeRequest request;
        request.keep = m_lead;
        request.others = {other.id};
        auto plan = planMerge(store().reader(), request, m_office->clock().now());
        QVERIFY(plan);
        QVERIFY(store().commitAndWait(plan->changes));
        QCOMPARE(pinned(m_lead), QStringList(u"Theirs"_s));
        QVERIFY(commit(planUnpin(store().reader(), m_lead, entryOf(u"Theirs"_s, m_lead))));
        QCOMPARE(pinned(m_lead), QStringList());
    }

    void twoSeatsThatPinTheSameMakeOnePin()
    {
        QVERIFY(say(m_lead, u"Important"_s));
        const auto seat = makeSeat(store(), m_office->folder() + u"/seat.kartoteka"_s, u"Maria"_s);
        QVERIFY(seat);
        auto laptop = openCopy(*m_office, u"seat.kartoteka"_s, u"laptop"_s);
        QVERIFY(laptop);
        const auto pinIn = [&](Store &at) {
            auto plan = planPin(at.reader(), m_lead, entryOf(u"Important"_s, m_lead));
            return plan && at.commitAndWait(*plan);
        };
        QVERIFY(pinIn(store()));
        m_office->clock().advance(1000);
        QVERIFY(pinIn(*laptop));
        const auto hand = [&](Store &from, Store &to, const QString &code) {
            m_office->clock().advance(1000);
            ExchangeWriteOptions write;
            write.path = m_office->folder() + u"/letter.kartoteka-exchange"_s;
            write.seat = code;
            ExchangeReadOptions read;
            read.path = write.path;
            return writeExchange(from, write) && readExchange(to, read);
        };
        QVERIFY(hand(*laptop, store(), u"office"_s));
        QVERIFY(hand(store(), *laptop, seat->code));
        for (Store *one : {&store(), laptop.get()}) {
            QCOMPARE(readPins(one->reader(), m_lead)->size(), 1);
            QCOMPARE(one->reader().connection.scalar(u"SELECT count(*) FROM pin"_s, {})->toInt(), 1);
            QCOMPARE(one->reader().connection.scalar(u"SELECT count(*) FROM conflict"_s, {})->toInt(), 0);
        }
    }

    void whatIsPurgedTakesItsPinsAlong()
    {
        QVERIFY(say(m_lead, u"Pinned"_s));
        QVERIFY(commit(planPin(store().reader(), m_lead, entryOf(u"Pinned"_s, m_lead))));
        const EntityType &type = *m_office->schema().type(u"lead"_s);
        QVERIFY(commit(planDelete(type, {m_lead.id}, {}, m_office->clock().now())));
        QVERIFY(commit(planPurge(store().reader(), type, {m_lead.id})));
        QCOMPARE(store().reader().connection.scalar(u"SELECT count(*) FROM pin"_s, {})->toInt(), 0);
        QCOMPARE(m_office->problems(), QStringList());
        QVERIFY(store().undo().result());
        QCOMPARE(pinned(m_lead), QStringList(u"Pinned"_s));
    }

    void anEditedCommentSaysSoAndItsOldTextIsInTheHistory()
    {
        QVERIFY(say(m_lead, u"Befor"_s));
        const qint64 id = entries(m_lead).constFirst().comment;
        QVERIFY(!entries(m_lead).constFirst().editedAt.isValid());
        m_office->clock().advance(60'000);
        const Comment comment = *readComment(store().reader(), id);
        QVERIFY(planEditComment(comment, u" Befor "_s).isEmpty());
        QVERIFY(commit(planEditComment(comment, u"Before"_s)));
        QCOMPARE(entries(m_lead).size(), 2); // the edit is no entry of its own
        QCOMPARE(entries(m_lead).constFirst().text, u"Before"_s);
        QCOMPARE(entries(m_lead).constFirst().editedAt.toLongLong(), m_office->clock().now());
        HistoryFilter filter;
        filter.table = u"comment"_s;
        auto history = readHistory(store().reader(), m_lead, filter, {}, 10);
        QVERIFY(history);
        QCOMPARE(history->rows.size(), 2);
        QCOMPARE(history->rows[0].change.before.toString(), u"Befor"_s);
        QCOMPARE(history->rows[0].change.after.toString(), u"Before"_s);
        QCOMPARE(history->rows[1].what, HistoryRow::What::Made);
        QVERIFY(!store().commitAndWait(planEditComment(comment, u"  "_s)));
        QVERIFY(store().undo().result());
        QCOMPARE(entries(m_lead).constFirst().text, u"Befor"_s);
        QVERIFY(!entries(m_lead).constFirst().editedAt.isValid());
    }

    void anAmountSaysWhetherTheProductsMadeIt()
    {
        const auto item = [this] { return m_office->item(u"lead"_s, m_lead.id); };
        const auto way = [this] {
            HistoryFilter filter;
            filter.table = u"lead"_s;
            const auto page = readHistory(store().reader(), m_lead, filter, {}, 20);
            for (const HistoryRow &row : page ? page->rows : QList<HistoryRow>()) {
                if (row.change.field == u"amount"_s && row.what == HistoryRow::What::Field)
                    return historyWords(store().reader(), row).way;
            }
            return QString();
        };
        const auto put = [&](qint64 price) {
            m_office->clock().advance(1000);
            ProductRow row;
            row.name = u"Desk"_s;
            row.currency = productCurrency(m_office->schema(), item());
            row.line = {.quantity = 10'000, .price = price};
            const auto before = readProducts(store().reader(), m_lead);
            return before && commit(planProducts(m_office->schema(), item(), *before, {row}, m_office->clock().now()));
        };
        QVERIFY(put(1'000'000));
        QCOMPARE(way(), u"from the products"_s);
        QVERIFY(put(2'000'000)); // it came from them before
        QCOMPARE(way(), u"from the products"_s);
        m_office->clock().advance(1000);
        QVERIFY(commit(planEdit(m_office->schema(), item(), {{u"amount"_s, toValue(Money{5, u"USD"_s})}})));
        QCOMPARE(way(), u"manually"_s);
    }

    void aCommentOfAMegabyteIsKept()
    {
        const QString text = QString(u"A line of some length.\n"_s).repeated(46'000).trimmed();
        QVERIFY(text.size() > 1'000'000);
        QVERIFY(say(m_lead, text));
        QCOMPARE(entries(m_lead).constFirst().text, text);
    }

    void anActIsTakenBackOutOfTurn()
    {
        const auto edit = [this](const QHash<QString, Value> &values) {
            m_office->clock().advance(3'600'000);
            return commit(planEdit(m_office->schema(), m_office->item(u"lead"_s, m_lead.id), values));
        };
        QVERIFY(edit({{u"title"_s, u"Two"_s}, {u"company_title"_s, u"Works"_s}}));
        const QList<qint64> acts = entries(m_lead).constFirst().acts;
        QVERIFY(edit({{u"title"_s, u"Three"_s}}));
        QVERIFY(*canTakeBack(store().reader(), acts.constFirst()));
        auto plan = planTakeBack(store().reader(), acts);
        QVERIFY(plan);
        auto receipt = store().commitAndWait(*plan);
        QVERIFY(receipt);
        QCOMPARE(receipt->keptNewer, 1); // somebody has changed the title since
        const Item item = m_office->item(u"lead"_s, m_lead.id);
        QCOMPARE(item.text(u"title"_s), u"Three"_s);
        QVERIFY(item.text(u"company_title"_s).isEmpty());
        QVERIFY(store().undo().result()); // it is an act like any other
        QCOMPARE(m_office->item(u"lead"_s, m_lead.id).text(u"company_title"_s), u"Works"_s);
        QCOMPARE(m_office->problems(), QStringList());
    }

    void whatWasMadeIsTakenBackToo()
    {
        QVERIFY(say(m_lead, u"Too early"_s));
        const TimelineEntry entry = entries(m_lead).constFirst();
        QVERIFY(say(m_lead, u"Later"_s));
        QVERIFY(commit(planTakeBack(store().reader(), entry.acts)));
        QCOMPARE(entries(m_lead).size(), 2);
        QCOMPARE(entries(m_lead).constFirst().text, u"Later"_s);
        QVERIFY(planTakeBack(store().reader(), entry.acts)->isEmpty()); // there is nothing left of it
        QVERIFY(store().undo().result());
        QCOMPARE(entries(m_lead).size(), 3);
        QVERIFY(store().undo().result());
        QVERIFY(store().undo().result());
        QVERIFY(!*canTakeBack(store().reader(), entry.acts.constFirst())); // it was undone
        QCOMPARE(m_office->problems(), QStringList());
    }

    /// Whether per cent or money, also where only the number was written; and since when the products make the amount.
    void theHistorySaysWhatADiscountIsOf()
    {
        const auto set = [this](const QString &discount) {
            m_office->clock().advance(1000);
            const auto before = readProducts(store().reader(), m_lead);
            QList<ProductRow> after = *before;
            if (after.isEmpty()) {
                after << ProductRow();
                after[0].name = u"Desk"_s;
                after[0].currency = u"RUB"_s;
            }
            auto line = withDiscount(after[0].line, discount, QLocale());
            QVERIFY(line);
            after[0].line = *line;
            after[0].line.price = 100 * productUnit;
            QVERIFY(commit(planProducts(m_office->schema(), m_office->item(u"lead"_s, m_lead.id), *before, after,
                                        m_office->clock().now())));
        };
        for (const QString &discount : {u""_s, u"4%"_s, u"7%"_s, u"15"_s, u"=90"_s, u""_s})
            set(discount);
        m_office->clock().advance(1000);
        QVERIFY(commit(planEdit(m_office->schema(), m_office->item(u"lead"_s, m_lead.id),
                                {{u"amount"_s, toValue(Money{700, u"RUB"_s})}})));
        const auto page = readHistory(store().reader(), m_lead, {}, {}, 50);
        QVERIFY(page);
        QStringList discounts;
        QStringList sources;
        for (const HistoryRow &row : page->rows) {
            const HistoryWords words = historyWords(store().reader(), row);
            if (row.change.field.startsWith(u"discount"))
                discounts << u"%1: %2 → %3"_s.arg(words.field, words.before, words.after);
            if (row.change.field == u"amount_auto")
                sources << words.after;
        }
        QCOMPARE(discounts,
                 (QStringList{u"Discount: =90.00 → "_s, u"Discount: 15.00 off the line → =90.00"_s,
                              u"Discount: 7% → 15.00 off the line"_s, u"Discount: 4% → 7%"_s, u"Discount:  → 4%"_s}));
        QCOMPARE(sources, (QStringList{u"no"_s, u"yes"_s}));
    }
};

KARTOTEKA_TEST(tst_timeline_acts, TestTimelineActs)
#include "tst_timeline_acts.moc"
