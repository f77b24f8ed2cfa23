// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// What of a card is to be printed besides its head and its fields.
struct PrintChoice
{
    bool products = true;
    int entries = 0; ///< of the history, the last ones
};

/// A card in words, as paper has it: what is empty or hidden in its view is left out, and moments are said with their day.
struct PrintedCard
{
    struct Line
    {
        QString label;
        QString value;
    };
    struct Section
    {
        QString name;
        QList<Line> lines;
    };
    struct Entry
    {
        QString at; ///< and by whom
        QString text;
        QString detail;
        bool isComment = false; ///< `text` is Markdown
    };

    QString kind; ///< "Deal #12"
    QString title;
    QString stage;
    QString amount;
    QList<Section> sections; ///< the clients first
    QStringList productHeads;
    QList<QStringList> products; ///< cells of rows, under the heads
    QList<Line> totals;
    QList<Entry> planned;
    QList<Entry> history; ///< the newest first
};

/// Reads a card as @p person sees it. NotFound when the item is gone.
Result<PrintedCard> readPrintedCard(const ReadContext &context, const ItemRef &ref, qint64 person,
                                    const PrintChoice &choice);

} // namespace Kartoteka
