// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board/board_model.h"

#include <QBasicTimer>

namespace Kartoteka {

/// How many items stand in the final stages that a board does not show: those of its filter, whose part about stages is left
/// out. Counted off the GUI thread, late, and again when something changes.
class FinalCount final : public QObject
{
    Q_OBJECT
public:
    FinalCount(Store &store, BoardModel &model, QObject *parent);

    /// The pipeline has final stages at all.
    bool hasFinal() const;
    /// Nothing while it is being counted.
    std::optional<qint64> count() const { return m_count; }

signals:
    void changed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void countSoon();
    void read();

    Store &m_store;
    BoardModel &m_model;
    std::optional<qint64> m_count;
    CancelToken m_load;
    QBasicTimer m_soon;
};

} // namespace Kartoteka
