// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_data.h"

#include "core/base/durations.h"
#include "core/demo/demo_history.h"
#include "core/demo/demo_shop.h"
#include "core/products/rows.h"
#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

#include <QCoreApplication>
#include <QDateTime>

namespace Kartoteka {

namespace {

constexpr int historyDays = 90;

class DemoOffice
{
public:
    DemoOffice(Store &store, const DemoOptions &options)
        : m_store(store)
        , m_options(options)
        , m_dice(options.seed)
        , m_words(demoWords(options.language))
        , m_shop(m_words, options.language, options.seed + 1)
        , m_now(store.clock().now())
        , m_portion(qMax(1, options.leads / 500))
        , m_history(store, m_words, m_dice, m_portion)
    {}

    Result<void> fill()
    {
        const int leads = m_options.leads;
        const int companies = qMax(1, leads * 2 / 15);
        const int contacts = qMax(1, leads * 4 / 15);
        const int deals = leads * 2 / 5;
        m_total = companies + contacts + 2 * (deals + leads) + int(m_words.catalogue.size());
        if (auto done = makeUsers(); !done)
            return done;
        if (auto done = makeSections(); !done)
            return done;
        if (auto done = makeMany(
                Codes::productType, int(m_words.catalogue.size()), [this](int i) { return product(i); }, &m_products);
            !done)
            return done;
        if (auto done = makeMany(
                u"company"_s, companies, [this](int i) { return company(i); }, &m_companies);
            !done)
            return done;
        if (auto done = makeMany(
                u"contact"_s, contacts, [this](int i) { return contact(i); }, &m_contacts);
            !done)
            return done;
        if (auto done = makeMany(
                u"lead"_s, leads, [this](int i) { return withProducts(lead(i, m_options.leads), 15); }, nullptr);
            !done)
            return done;
        if (auto done = live(leads); !done)
            return done;
        if (auto done = makeMany(
                u"deal"_s, deals, [this, deals](int i) { return withProducts(deal(i, deals), 40); }, nullptr);
            !done)
            return done;
        return live(deals);
    }

private:
    struct Draft
    {
        QList<FieldValue> values;
        qint64 at = 0;
        QString finalStage; ///< reached step by step; empty: no stages
        bool withHistory = false;
        QList<ProductRow> products = {};
    };

    int below(int limit) { return m_dice.below(limit); }
    bool chance(int percent) { return m_dice.chance(percent); }
    const QString &one(const QStringList &list) { return m_dice.one(list); }
    qint64 user() { return m_dice.one(m_users); }
    Value listValue(const QString &type, const QString &field)
    {
        const SchemaPtr schema = m_store.schema();
        const Field *f = schema->field(schema->type(type)->id, field);
        const QList<ListValue> values = schema->listValues(f->id);
        return values[below(int(values.size()))].id;
    }

    QString phone()
    {
        return m_words.phonePattern.arg(below(90) + 10)
            .arg(below(100), 2, 10, QChar(u'0'))
            .arg(below(100), 2, 10, QChar(u'0'));
    }

    Value email(int n)
    {
        static const QStringList names{u"info"_s, u"sales"_s, u"office"_s, u"mail"_s};
        return textMembers(
            {u"%1%2@example.%3"_s.arg(one(names)).arg(n).arg(m_options.language == u"ru" ? u"ru"_s : u"com"_s)});
    }

    struct Person
    {
        QString first, last, middle;
    };
    Person person()
    {
        const int i = below(int(m_words.firstNames.size()));
        Person p{m_words.firstNames[i], one(m_words.lastNames), {}};
        if (!m_words.middleMasculine.isEmpty()) {
            p.middle = one(m_words.feminine[i] ? m_words.middleFeminine : m_words.middleMasculine);
            if (m_words.feminine[i])
                p.last += u'а';
        }
        return p;
    }

    Value money()
    {
        // Round prices, most of them small.
        const qint64 units = (1 + below(20)) * (chance(25) ? 50'000 : 5'000);
        return toValue(Money{(m_words.currency == u"RUB" ? units : units / 50) * 100, m_words.currency});
    }

    Draft product(int i) { return {demoProduct(*m_store.schema(), m_words, i), m_now - historyDays * dayMs, {}, false}; }

    /// A draft that has products comes to what they do.
    Draft withProducts(Draft draft, int percent)
    {
        draft.products = m_shop.basket(percent, m_products);
        if (draft.products.isEmpty())
            return draft;
        const ProductSummary summary = summaryOf(*m_store.schema(), m_words.currency, draft.products);
        draft.values.removeIf([](const FieldValue &value) { return value.field == Codes::amount; });
        draft.values << FieldValue{Codes::amount, toValue(Money{summary.totals.total, m_words.currency})}
                     << FieldValue{Codes::amountAuto, true};
        return draft;
    }

    Value tags() { return chance(25) ? textMembers({one(m_words.tags)}) : Value(); }

    QString companyName(int i) const
    {
        const qsizetype names = m_words.companies.size();
        const QString &name = m_words.companies[i % names];
        return i < names ? name : u"%1 %2"_s.arg(name).arg(i / names + 1);
    }

    /// One that a lead comes from; where there are many, it is not always the same few.
    QString someCompany() { return companyName(below(int(qMax(m_words.companies.size(), m_companies.size() / 10)))); }

    Draft company(int i)
    {
        return {
            {{u"title"_s, companyName(i)},
             {u"industry"_s, listValue(u"company"_s, u"industry"_s)},
             {u"company_type"_s, listValue(u"company"_s, u"company_type"_s)},
             {u"phone"_s, textMembers({phone()})},
             {u"email"_s, email(i)},
             {u"address"_s, QString(m_words.city + u", "_s + one(m_words.streets) + u' ' + QString::number(1 + below(80)))},
             {u"responsible"_s, user()},
             {u"tags"_s, tags()}},
            m_now - historyDays * dayMs - below(int(dayMs / minuteMs)) * minuteMs,
            {},
            false};
    }

    Draft contact(int i)
    {
        const Person p = person();
        Members companies;
        if (chance(80))
            companies.append(
                {.text = {}, .label = {}, .ref = {0, m_companies[below(int(m_companies.size()))], {}}, .key = {}});
        return {{{u"last_name"_s, p.last},
                 {u"first_name"_s, p.first},
                 {u"middle_name"_s, textValue(p.middle)},
                 {u"position"_s, one(m_words.positions)},
                 {u"contact_type"_s, listValue(u"contact"_s, u"contact_type"_s)},
                 {u"phone"_s, textMembers({phone()})},
                 {u"email"_s, email(1000 + i)},
                 {u"companies"_s, membersValue(companies)},
                 {u"responsible"_s, user()},
                 {u"tags"_s, tags()}},
                m_now - historyDays * dayMs + i * minuteMs,
                {},
                false};
    }

    /// Created one after another over the last three months, in working hours.
    qint64 createdAt(int i, int count)
    {
        const qint64 at = m_now - qint64(double(count - i) / count * historyDays * dayMs) - 60 * minuteMs;
        QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
        time.setTime(QTime(9 + below(9), below(60)));
        return qMin(time.toMSecsSinceEpoch(), m_now - 60 * minuteMs);
    }

    QString stageOf(const QList<QPair<QString, int>> &weights)
    {
        int at = below(100);
        for (const auto &[stage, weight] : weights) {
            if ((at -= weight) < 0)
                return stage;
        }
        return weights.first().first;
    }

    QString title()
    {
        QString title = one(m_words.requests).arg(one(m_words.products));
        title[0] = title[0].toUpper();
        return title;
    }

    Draft lead(int i, int count)
    {
        const Person p = person();
        // Old leads are mostly decided, fresh ones mostly new.
        const bool old = i < count * 2 / 3;
        const QString stage = old
            ? stageOf({{u"new"_s, 6}, {u"in_progress"_s, 27}, {u"processed"_s, 22}, {u"converted"_s, 27}, {u"junk"_s, 18}})
            : stageOf({{u"new"_s, 45}, {u"in_progress"_s, 38}, {u"processed"_s, 12}, {u"junk"_s, 5}});
        return {{{u"title"_s, title()},
                 {u"last_name"_s, p.last},
                 {u"first_name"_s, p.first},
                 {u"middle_name"_s, chance(50) ? textValue(p.middle) : Value()},
                 {u"company_title"_s, chance(60) ? Value(someCompany()) : Value()},
                 {u"position"_s, chance(40) ? Value(one(m_words.positions)) : Value()},
                 {u"amount"_s, chance(75) ? money() : Value()},
                 {u"source"_s, listValue(u"lead"_s, u"source"_s)},
                 {u"phone"_s, textMembers({phone()})},
                 {u"email"_s, chance(60) ? email(5000 + i) : Value()},
                 {u"responsible"_s, user()},
                 {u"comment"_s, chance(30) ? Value(one(m_words.comments)) : Value()},
                 {u"tags"_s, tags()}},
                createdAt(i, count),
                stage,
                true};
    }

    Draft deal(int i, int count)
    {
        const bool old = i < count / 2;
        const QString stage = old
            ? stageOf({{u"preparation"_s, 8},
                       {u"proposal"_s, 14},
                       {u"executing"_s, 18},
                       {u"won"_s, 38},
                       {u"lost"_s, 16},
                       {u"apology"_s, 6}})
            : stageOf({{u"new"_s, 30}, {u"preparation"_s, 25}, {u"proposal"_s, 22}, {u"executing"_s, 15}, {u"won"_s, 8}});
        const qint64 contactId = m_contacts[below(int(m_contacts.size()))];
        const qint64 at = createdAt(i, count);
        return {{{u"title"_s, title()},
                 {u"amount"_s, money()},
                 {u"deal_type"_s, listValue(u"deal"_s, u"deal_type"_s)},
                 {u"source"_s, listValue(u"deal"_s, u"source"_s)},
                 {u"client_contact"_s, contactId},
                 {u"client_company"_s, chance(70) ? Value(m_companies[below(int(m_companies.size()))]) : Value()},
                 {u"probability"_s, qint64(10 * (1 + below(9)))},
                 {u"close_date"_s, QDateTime::fromMSecsSinceEpoch(at).date().addDays(20 + below(60))},
                 {u"responsible"_s, user()},
                 {u"tags"_s, tags()}},
                at,
                stage,
                true};
    }

    Result<void> makeSections()
    {
        auto done = m_store.commitAndWait(demoSections(*m_store.schema(), m_words));
        return done ? Result<void>() : Result<void>(done.error());
    }

    Result<void> makeUsers()
    {
        ChangeSet changes;
        changes.kind = ActKinds::demo;
        changes.undoable = false;
        for (const QString &name : m_words.users)
            changes.create(u"user"_s, {{u"name"_s, name}, {u"active"_s, true}});
        if (auto done = m_store.commitAndWait(std::move(changes)); !done)
            return done.error();
        for (const User &user : m_store.schema()->users())
            m_users.append(user.id);
        return {};
    }

    Result<void> makeMany(const QString &type, int count, const std::function<Draft(int)> &draft, QList<qint64> *ids)
    {
        const qint64 typeId = m_store.schema()->type(type)->id;
        for (int from = 0; from < count; from += m_portion) {
            if (auto stopped = tell(m_done); !stopped)
                return stopped;
            ChangeSet changes;
            changes.kind = ActKinds::demo;
            changes.undoable = false;
            changes.author = user();
            QList<QPair<QUuid, Draft>> made;
            for (int i = from; i < qMin(from + m_portion, count); ++i) {
                Draft one = draft(i);
                changes.at = one.at;
                one.values.append({u"created_at"_s, one.at});
                one.values.append({u"rank"_s, double(one.at) + i * 0.01});
                made.append({changes.create(type, one.values), one});
                createProducts(changes, {typeId, 0, made.constLast().first}, one.products);
            }
            auto receipt = m_store.commitAndWait(std::move(changes));
            if (!receipt)
                return receipt.error();
            for (const auto &[uid, one] : std::as_const(made)) {
                const qint64 id = receipt->created.value(uid);
                if (ids)
                    ids->append(id);
                if (one.withHistory)
                    m_history.add({typeId, id, {}}, one.at, one.finalStage, m_users);
            }
            m_done += int(made.size());
        }
        return {};
    }

    /// What happened to the items that were made last.
    Result<void> live(int count)
    {
        const int before = m_done;
        m_done += count;
        return m_history.write([&](qint64 written, qint64 total) { return tell(before + int(count * written / total)); });
    }

    Result<void> tell(int done)
    {
        if (m_options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Kartoteka::Demo", "Stopped."), {}, {}};
        if (m_options.progress)
            m_options.progress(done, m_total);
        return {};
    }

    Store &m_store;
    const DemoOptions &m_options;
    DemoDice m_dice;
    DemoWords m_words;
    DemoShop m_shop;
    qint64 m_now;
    QList<qint64> m_users;
    QList<qint64> m_products;
    QList<qint64> m_companies;
    QList<qint64> m_contacts;
    int m_total = 0;
    int m_done = 0;
    int m_portion; ///< small offices get an act for each item, big ones are made in portions: each act waits for the disk
    DemoHistory m_history;
};

} // namespace

Result<void> fillDemo(Store &store, const DemoOptions &options)
{
    return DemoOffice(store, options).fill();
}

} // namespace Kartoteka
