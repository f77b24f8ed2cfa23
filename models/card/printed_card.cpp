// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/printed_card.h"

#include "core/base/phone.h"
#include "core/clients/clients.h"
#include "core/items/card_layout.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/products/product_texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/number_patterns.h"
#include "models/card/timeline_rows.h"

#include <QCoreApplication>
#include <QDateTime>

namespace Kartoteka {

namespace {

struct PrintedWords
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::PrintedCard)
};

QString dayAndHour(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(typedMomentFormat());
}

class CardReading
{
public:
    CardReading(const ReadContext &context, Item item)
        : m_context(context)
        , m_schema(*context.schema)
        , m_item(std::move(item))
        , m_titles([this](const ItemRef &ref) { return itemTitle(m_context, ref); })
    {}

    void readHead(PrintedCard &card) const
    {
        const EntityType *type = m_schema.type(m_item.typeId);
        card.kind = kindAndNumber(m_schema, *type, m_item.number);
        card.title = m_item.text(Codes::title);
        card.amount = valueOf(Codes::amount);
        const Stage *stage = m_schema.stage(m_item.reference(Codes::stage));
        const Pipeline *pipeline = stage ? m_schema.pipeline(stage->pipeline) : nullptr;
        if (!pipeline)
            return;
        card.stage = displayName(m_schema, *stage);
        if (m_schema.pipelines(m_item.typeId).size() > 1)
            card.stage = PrintedWords::tr("%1 · %2", "a pipeline, a stage").arg(displayName(*pipeline), card.stage);
    }

    Result<void> readClients(PrintedCard &card) const
    {
        auto clients = clientsOf(m_context, m_item);
        if (!clients)
            return clients.error();
        PrintedCard::Section section{PrintedWords::tr("Client"), {}};
        for (const ClientReach &client : std::as_const(*clients)) {
            QStringList told{client.title};
            for (const Member &phone : client.phones)
                told << (phone.key.isEmpty() ? phone.text : phoneText(phone.key));
            for (const Member &email : client.emails)
                told << email.text;
            section.lines.append({displayName(*m_schema.type(client.client.type)), told.join(u", "_s)});
        }
        if (!section.lines.isEmpty())
            card.sections << section;
        return {};
    }

    Result<void> readFields(qint64 person, PrintedCard &card) const
    {
        auto layout = cardLayout(m_context, m_item.typeId, m_item.reference(Codes::pipeline), person);
        if (!layout)
            return layout.error();
        const QStringList elsewhere = clientFieldCodes(m_schema, m_item.typeId)
            + QStringList{Codes::title, Codes::amount, Codes::stage};
        for (const PlacedSection &placed : std::as_const(layout->sections)) {
            PrintedCard::Section section{placed.name, {}};
            for (const PlacedField &one : placed.fields) {
                const Field *field = m_schema.field(one.field);
                if (!field || field->hidden || one.shown == Shown::Hidden || elsewhere.contains(field->code))
                    continue;
                if (const QString value = valueOf(field->code); !value.isEmpty())
                    section.lines.append({displayName(*field), value});
            }
            if (!placed.isHidden && !section.lines.isEmpty())
                card.sections << section;
        }
        return {};
    }

    Result<void> readProducts(PrintedCard &card) const
    {
        auto rows = Kartoteka::readProducts(m_context, m_item.ref());
        if (!rows || rows->isEmpty())
            return rows ? Result<void>() : Result<void>(rows.error());
        const ProductSummary summary = summaryOf(m_schema, productCurrency(m_schema, m_item), *rows);
        card.productHeads = {PrintedWords::tr("No.", "of a row"),
                             PrintedWords::tr("Product"),
                             PrintedWords::tr("Qty", "column"),
                             PrintedWords::tr("Price"),
                             PrintedWords::tr("Discount"),
                             PrintedWords::tr("Tax"),
                             PrintedWords::tr("Sum")};
        for (qsizetype i = 0; i < rows->size(); ++i)
            card.products << cellsOf(rows->at(i), i, summary);
        const auto add = [&](const QString &label, qint64 minor) {
            card.totals.append({label, moneyText({minor, summary.currency})});
        };
        add(PrintedWords::tr("Net"), summary.totals.net);
        if (summary.totals.discount != 0)
            add(PrintedWords::tr("Discount"), summary.totals.discount);
        add(PrintedWords::tr("Tax"), summary.totals.tax);
        add(summary.inOtherCurrency > 0 ? PrintedWords::tr("Total, incomplete") : PrintedWords::tr("Total"),
            summary.totals.total);
        return {};
    }

    Result<void> readHistory(int entries, PrintedCard &card) const
    {
        auto rows = readTimelineRows(m_context, {m_item.ref()}, {});
        if (!rows)
            return rows.error();
        for (const TimelineRow &row : std::as_const(rows->rows)) {
            if (row.kind == TimelineRow::Kind::Planned)
                card.planned.append({plannedFor(row.activity), row.activity.title, {}, false});
            else if (row.kind == TimelineRow::Kind::Entry && card.history.size() < entries)
                card.history.append(told(row));
        }
        return {};
    }

private:
    QString valueOf(const QString &code) const
    {
        const Field *field = m_schema.field(m_item.typeId, code);
        return field ? valueText(m_schema, *field, m_item.value(code), m_titles) : QString();
    }

    QStringList cellsOf(const ProductRow &row, qsizetype at, const ProductSummary &summary) const
    {
        const QLocale locale;
        const bool isForeign = row.currency != summary.currency;
        const QString quantity = scaledText(row.line.quantity, locale);
        const QString price = scaledText(row.line.price, locale, productUnit, minorDigits(row.currency));
        const QString tax = taxText(row.line, locale);
        const Money sum{summary.totals.lines.value(at).total, summary.currency};
        return {QString::number(at + 1),
                row.name,
                row.unit.isEmpty() ? quantity : quantity + u' ' + row.unit,
                isForeign ? price + u' ' + row.currency : price,
                discountText(row.line, locale),
                row.line.taxIncluded && row.line.tax ? PrintedWords::tr("incl. %1", "tax in a price").arg(tax) : tax,
                isForeign ? u"—"_s : moneyText(sum)};
    }

    QString nameOf(qint64 person) const
    {
        const User *user = m_schema.user(person);
        return user ? user->name : QString();
    }

    static QString joined(const QString &when, const QString &who) { return who.isEmpty() ? when : when + u" · "_s + who; }

    QString plannedFor(const Activity &activity) const
    {
        const QString when = activity.deadline.isValid() ? dayAndHour(activity.deadline.toLongLong())
                                                         : PrintedWords::tr("no deadline");
        return joined(when, nameOf(activity.responsible));
    }

    PrintedCard::Entry told(const TimelineRow &row) const
    {
        const bool isComment = row.entry.kind == EntryKind::Comment;
        QString when = joined(dayAndHour(row.entry.at), nameOf(row.entry.author));
        if (!row.mark.isEmpty())
            when += u" · "_s + row.mark;
        return {when, row.text, row.detail, isComment};
    }

    const ReadContext &m_context;
    const Schema &m_schema;
    Item m_item;
    TitleSource m_titles;
};

} // namespace

Result<PrintedCard> readPrintedCard(const ReadContext &context, const ItemRef &ref, qint64 person, const PrintChoice &choice)
{
    auto item = readItem(context, ref);
    if (!item)
        return item.error();
    const CardReading reading(context, *item);
    PrintedCard card;
    reading.readHead(card);
    if (auto done = reading.readClients(card); !done)
        return done.error();
    if (auto done = reading.readFields(person, card); !done)
        return done.error();
    if (choice.products) {
        if (auto done = reading.readProducts(card); !done)
            return done.error();
    }
    if (choice.entries > 0) {
        if (auto done = reading.readHistory(choice.entries, card); !done)
            return done.error();
    }
    return card;
}

} // namespace Kartoteka
