// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_journal.h"

#include "core/base/texts.h"

namespace Kartoteka {

namespace {

constexpr qsizetype longestRecord = 32 << 20;
constexpr qsizetype mostBytes = 1 << 20; ///< of a batch

} // namespace

Error atLine(const ExchangeContainer &container, qint64 line, const Error &error)
{
    if (error.code != ErrorCode::Damaged)
        return error;
    return container.damaged(error.where.isEmpty()
                                 ? Texts::tr("line %1: %2.").arg(line).arg(error.message)
                                 : Texts::tr("line %1, column %2: %3.").arg(line).arg(error.where, error.message));
}

QList<JournalRow> ExchangeBatch::rows() const
{
    QList<JournalRow> rows;
    for (const ExchangeLine &line : lines) {
        if (!line.isAct)
            rows.append(line.row);
    }
    return rows;
}

ExchangeJournal::ExchangeJournal(const ExchangeContainer &container, qsizetype linesAtOnce)
    : m_container(container), m_linesAtOnce(linesAtOnce), m_blocks(container), m_reached(container.manifest().from)
{}

Result<ExchangeBatch> ExchangeJournal::next()
{
    ExchangeBatch batch;
    batch.firstLine = m_lines + 1;
    qsizetype bytes = 0;
    while (batch.lines.size() < m_linesAtOnce && bytes < mostBytes) {
        const qsizetype end = m_block.indexOf('\n', m_at);
        if (end >= 0) {
            if (auto done = parse(m_block.sliced(m_at, end - m_at), batch); !done)
                return atLine(m_container, m_lines + 1, done.error());
            ++m_lines;
            bytes += end - m_at;
            m_at = end + 1;
            continue;
        }
        m_block.remove(0, m_at);
        m_at = 0;
        if (m_block.size() > longestRecord)
            return m_container.damaged(Texts::tr("line %1 is too long.").arg(m_lines + 1));
        auto more = m_blocks.next();
        if (!more)
            return more.error();
        if (more->isEmpty()) {
            if (auto done = judgeEnd(); !done)
                return done.error();
            break;
        }
        m_block += *more;
    }
    batch.rowsSoFar = m_rows;
    return batch;
}

Result<void> ExchangeJournal::parse(const QByteArray &text, ExchangeBatch &batch)
{
    auto parsed = parseExchangeLine(text, m_container.manifest().replicas);
    if (!parsed)
        return parsed.error();
    if (parsed->isAct) {
        m_act = parsed->act.uid;
    } else {
        parsed->row.act = m_act;
        qint64 &last = m_reached[parsed->row.origin];
        if (parsed->row.sequence != last + 1)
            return Error{ErrorCode::Damaged, Texts::tr("number %1 follows %2").arg(parsed->row.sequence).arg(last), {}, {}};
        last = parsed->row.sequence;
        ++m_rows;
    }
    batch.lines.append(std::move(*parsed));
    return {};
}

Result<void> ExchangeJournal::judgeEnd() const
{
    const ExchangeManifest &manifest = m_container.manifest();
    if (!m_block.isEmpty() || m_rows != manifest.rows || m_reached != manifest.to)
        return m_container.damaged(Texts::tr("it holds %1 changes of %2.").arg(m_rows).arg(manifest.rows));
    return {};
}

} // namespace Kartoteka
