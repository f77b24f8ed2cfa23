// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/card/history_model.h"

#include "core/items/value_text.h"
#include "core/store/db/one_moment.h"

#include <QDateTime>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int pageLines = 100;

} // namespace

HistoryModel::HistoryModel(Store &store, QObject *parent) : HistoryModelRows(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (concerns(notice))
            follow();
    });
}

bool HistoryModel::concerns(const CommitNotice &notice) const
{
    return notice.whole || std::ranges::any_of(notice.records, [this](const RecordChange &change) {
               return change.owner == m_item || change.table == u"activity"; // it may be shared
           });
}

void HistoryModel::setItem(const ItemRef &item)
{
    m_item = item;
    reload();
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

/// Page by page from below @p from until @p to is in it.
Result<HistoryModel::Lines> HistoryModel::readLines(const ReadContext &context, const ItemRef &item,
                                                    const HistoryFilter &filter, const TimelinePosition &from,
                                                    const TimelinePosition &to)
{
    constexpr int shift = 12; // more lines than a type can have fields
    Lines found{{}, from, true};
    do {
        auto page = readHistory(context, item, filter, found.end, pageLines);
        if (!page)
            return page.error();
        qint64 place = 0;
        for (const HistoryRow &row : std::as_const(page->rows)) {
            const bool isNext = !found.lines.isEmpty() && found.lines.constLast().row.journal == row.journal;
            place = isNext ? place + 1 : 0;
            found.lines.append({row.journal << shift | place, row, historyWords(context, row)});
        }
        found.end = page->end;
        found.atEnd = page->atEnd;
    } while (!found.atEnd && std::pair(found.end.at, found.end.id) > std::pair(to.at, to.id));
    return found;
}

void HistoryModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_asking = m_behind = m_isRead = false;
    m_atEnd = true;
    clearRows();
    if (m_item.id != 0)
        ask({}, {}, &HistoryModel::append);
}

/// What is shown is read again down to where it ends.
void HistoryModel::follow()
{
    m_behind = true;
    if (m_asking || m_item.id == 0)
        return;
    m_behind = false;
    ask({}, m_end, &HistoryModel::take);
}

void HistoryModel::ask(const TimelinePosition &from, const TimelinePosition &to, void (HistoryModel::*use)(const Lines &))
{
    m_asking = true;
    m_store
        .read<Lines>(m_load,
                     [item = m_item, filter = m_filter, from, to](ReadContext &context) {
                         return inOneMoment(context.connection, [&] { return readLines(context, item, filter, from, to); });
                     })
        .then(this, [this, use, token = m_load](const Result<Lines> &lines) {
            if (token.isCancelled())
                return;
            m_isRead = true;
            if (lines) {
                (this->*use)(*lines);
            } else if (lines.error().code != ErrorCode::Cancelled) {
                m_atEnd = true; // or the view would ask for the page again and again
                emit readFailed(lines.error());
            }
            m_asking = false; // only now: views ask for more while rows come and go
            emit read();
            if (m_behind)
                follow();
        });
}

void HistoryModel::append(const Lines &page)
{
    m_end = page.end;
    m_atEnd = page.atEnd;
    appendRows(page.lines);
}

void HistoryModel::take(const Lines &now)
{
    m_end = now.end;
    m_atEnd = now.atEnd;
    takeRows(now.lines);
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOf;
}

QString HistoryModel::textOf(const HistoryLine &line, int column) const
{
    switch (column) {
    case When: {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(line.row.at);
        return shortDate(at.date(), QLocale(), m_store.clock().localNow().date()) + u' '
            + QLocale().toString(at.time(), QLocale::ShortFormat);
    }
    case Who: {
        const User *user = m_store.schema()->user(line.row.author);
        return user ? user->name : QString();
    }
    case What: return line.words.record;
    case FieldName: return line.words.field;
    case From: return line.words.before;
    case To: return line.words.after;
    default: return line.words.way;
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rows().size())
        return {};
    if (role == Qt::DisplayRole)
        return textOf(rows()[index.row()], index.column()).simplified();
    return role == Qt::ToolTipRole ? QVariant(textOf(rows()[index.row()], index.column()).toHtmlEscaped()) : QVariant();
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const QList<const char *> names{QT_TR_NOOP("When"), QT_TR_NOOP("Who"), QT_TR_NOOP("What"), QT_TR_NOOP("Field"),
                                           QT_TR_NOOP("From"), QT_TR_NOOP("To"),  QT_TR_NOOP("How")};
    return tr(names[section]);
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_asking;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_end, m_end, &HistoryModel::append);
}

} // namespace Kartoteka
