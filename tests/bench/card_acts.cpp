// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clients/clients.h"
#include "core/items/item_queries.h"
#include "core/office.h"
#include "core/products/rows.h"
#include "core/schema/codes.h"
#include "core/timeline/history.h"
#include "tests/bench/acts.h"
#include "tests/bench/office_maker.h"
#include "tests/bench/raw_sqlite.h"
#include "views/card/card_tab.h"

#include <QRandomGenerator>

namespace Kartoteka {

namespace {

constexpr int productLines = 2000;
constexpr int offered = 8;      ///< clients, while somebody types
constexpr int historyPage = 50; ///< lines

class Cards
{
public:
    Cards(Report &report, Growth &growth, const QString &path, int leads)
        : m_report(report), m_table(report, growth, leads), m_leads(leads), m_raw(path)
    {
        auto opened = openOffice(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_store = std::move(*opened);
        m_lead = m_store->schema()->type(u"lead"_s)->id;
    }

    void run()
    {
        m_report.section(u"Cards, %1 leads: CPU of the reading thread"_s.arg(m_leads));
        timelines();
        tabs();
        clients();
        history();
        products();
    }

private:
    ReadContext context() const { return m_store->reader(); }

    /// So many entries of a history, whatever else the item has.
    void show(const ItemRef &ref, int entries)
    {
        if (!readTimeline(context(), ref, {}, entries))
            qFatal("card");
    }

    /// However long a history is, a page of it costs the same.
    void timelines()
    {
        constexpr double mostTimes = 1.5;
        constexpr double enoughMs = 1;
        const ItemRef brief{m_lead,
                            m_raw
                                .integers("SELECT owner_id FROM journal WHERE owner_type = ? AND owner_id <> ? "
                                          "GROUP BY owner_id ORDER BY abs(count(*) - 10) LIMIT 1",
                                          {m_lead, busyLead})
                                .value(0),
                            {}};
        auto whole = readTimeline(context(), brief, {}, productLines);
        if (!whole)
            qFatal("%s", qPrintable(whole.error().message));
        const int entries = qMax(1, int(whole->entries.size()));
        const double floor = medianMs([&] { show(brief, entries); });
        const auto against = [&](const QString &what, const ItemRef &ref) {
            const double ms = medianMs([&] { show(ref, entries); });
            m_report.figure(what.arg(entries), QString::number(ms / floor, 'f', 2), ms <= qMax(enoughMs, mostTimes * floor));
        };
        const OfficeSize size{m_leads};
        against(u"%1 of %2 entries against %1 that are all, times"_s.arg(u"%1"_s, QString::number(size.busyComments())),
                {m_lead, busyLead, {}});
        against(u"%1 of %2 shared activities against them, times"_s.arg(u"%1"_s, QString::number(size.shared())),
                {m_store->schema()->type(u"company"_s)->id, busyCompany, {}});
    }

    void tabs()
    {
        constexpr double enoughMs = 2;
        for (const QString &code : {u"lead"_s, u"deal"_s, u"contact"_s, u"company"_s}) {
            const EntityType type = *m_store->schema()->type(code);
            const qint64 id = code == u"company" ? busyCompany : qMin(m_leads / 20, 5000);
            const QList<CardTabInfo> all = cardTabs(*m_store->schema(), type);
            auto item = readItem(context(), {type.id, id, {}});
            if (!item)
                qFatal("%s", qPrintable(item.error().message));
            m_table.alone(
                u"numbers on the tabs, %1"_s.arg(code),
                [&] {
                    for (const CardTabInfo &tab : all) {
                        if (tab.count && !tab.count(context(), *item))
                            qFatal("tab");
                    }
                },
                enoughMs);
        }
    }

    /// Leads stand for contacts: there are ten times as many, and they are found in the same way.
    void clients()
    {
        constexpr double firstAnswersMs = 15;
        const QString phone = u"+7 9"_s + QString::number(100000000 + qint64(m_leads / 2) * 7919 % 900000000);
        for (const QString &text : {u"ив"_s, u"иван"_s, u"bdfy"_s, u"№77"_s, u"79123"_s, phone, u"нетникого"_s}) {
            m_table.alone(
                u"client among %1, “%2”"_s.arg(QString::number(m_leads), text),
                [&] {
                    if (!findClients(context(), text, {m_lead}, offered))
                        qFatal("clients");
                },
                firstAnswersMs, 7);
        }
    }

    /// A field that was never written: every row of the long history is looked at.
    void history()
    {
        constexpr double rareMs = 150;
        const ItemRef ref{m_lead, busyLead, {}};
        const HistoryFilter rare{.field = m_store->schema()->field(m_lead, u"birth_date"_s)->column, .table = u"lead"_s};
        const double ms = medianMs([&] { (void)readHistory(context(), ref, rare, {}, historyPage); }, 5);
        m_report.figure(u"history of a rare field, ms"_s, QString::number(ms, 'f', 1), ms <= rareMs); // as long as it is
        m_table.read(
            u"history, first page"_s, [&] { (void)readHistory(context(), ref, {}, {}, historyPage); },
            [&] {
                const QList<qint64> ids = m_raw.integers(
                    "SELECT id FROM journal WHERE owner_type = ? AND owner_id = ? ORDER BY at DESC, id DESC LIMIT 50",
                    {ref.type, ref.id});
                for (const qint64 id : ids)
                    m_raw.run("SELECT j.*, a.kind, a.subject FROM journal j JOIN act a ON a.id = j.act WHERE j.id = ?",
                              {id});
            },
            3, 2);
    }

    void products()
    {
        constexpr double totalsMs = 2;
        QRandomGenerator random(1);
        QList<ProductLine> lines;
        for (int i = 0; i < productLines; ++i) {
            ProductLine line;
            line.quantity = (1 + random.bounded(100)) * productUnit;
            line.price = random.bounded(1'000'000) * productUnit / 100;
            line.tax = 20 * taxUnit;
            if (i % 3 == 0)
                line.discount = random.bounded(50) * productUnit;
            lines << line;
        }
        for (const auto &[rounding, what] :
             {std::pair(TaxRounding::Line, u"by line"_s), std::pair(TaxRounding::Total, u"in total"_s)}) {
            m_table.alone(
                u"totals of %1 products, taxes rounded %2"_s.arg(QString::number(productLines), what),
                [&, rounding = rounding] { (void)productTotals(lines, 2, rounding); }, totalsMs);
        }
    }

    Report &m_report;
    ActTable m_table;
    int m_leads;
    RawSqlite m_raw;
    std::unique_ptr<Store> m_store;
    qint64 m_lead = 0;
};

} // namespace

void benchCards(Report &report, Growth &growth, const QString &path, int leads)
{
    Cards(report, growth, path, leads).run();
}

} // namespace Kartoteka
