// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_container.h"

namespace Kartoteka {

/// Some hundred lines of a journal that follow each other.
struct ExchangeBatch
{
    QList<ExchangeLine> lines; ///< none: the journal is at its end
    qint64 firstLine = 1;      ///< counted from 1
    qint64 rowsSoFar = 0;      ///< of the journal, these included

    QList<JournalRow> rows() const;
};

/// Takes the journal of an exchange file apart, and makes sure that it holds what the manifest claims.
class ExchangeJournal
{
public:
    /// @p container must outlive it; @p linesAtOnce: that next() reads, if they are not too long.
    explicit ExchangeJournal(const ExchangeContainer &container, qsizetype linesAtOnce = 500);

    Result<ExchangeBatch> next();

private:
    Result<void> parse(const QByteArray &text, ExchangeBatch &batch);
    Result<void> judgeEnd() const;

    const ExchangeContainer &m_container;
    qsizetype m_linesAtOnce;
    ExchangeContainer::Blocks m_blocks;
    QByteArray m_block;
    qsizetype m_at = 0; ///< where the next line begins in the block
    qint64 m_lines = 0;
    qint64 m_rows = 0;
    QUuid m_act;
    VersionVector m_reached;
};

/// @p error with file and line where it is about damage.
Error atLine(const ExchangeContainer &container, qint64 line, const Error &error);

} // namespace Kartoteka
