// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/replica.h"
#include "tests/support/forged_file.h"

namespace Kartoteka {

/// Feeds bytes to everything that reads exchange files. First as they are; then, where they hold lines of a journal, in a
/// file that a known seat signed, so that they come as far as the merger.
class ExchangeMeal
{
public:
    /// Makes an office, a seat, and what a seat wrote in some hundred random acts.
    ExchangeMeal();

    /// What comes of it must be an error in words or a sound base: else the program ends here.
    void feed(const QByteArray &bytes);
    /// Another meal from this one: lines doubled, exchanged, brought from a real journal; values of other kinds.
    QByteArray varied(const QByteArray &bytes, QRandomGenerator &random) const;
    /// Lines that a real journal has one after the other.
    QByteArray someOfAJournal(QRandomGenerator &random) const;

    qint64 merged() const { return m_merged; } ///< files that were merged

private:
    void takeApart(const QByteArray &bytes);
    ForgedFile fileOf(const QByteArray &bytes) const;
    void merge(const ForgedFile &file);
    void readForGood();

    QTemporaryDir m_folder;
    FixedClock m_clock;
    std::unique_ptr<Replica> m_office;
    ForgedFile m_empty;     ///< of the seat, without a row
    QByteArrayList m_lines; ///< that the seat would write after its acts
    qint64 m_fed = 0;
    qint64 m_merged = 0;
};

} // namespace Kartoteka
