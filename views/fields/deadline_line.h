// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Kartoteka {

/// A line for a deadline in words ("fri 15:00", "+3d"), which says beside them what it has understood, and offers the usual ones.
class DeadlineLine final : public QWidget
{
    Q_OBJECT
public:
    explicit DeadlineLine(Store &store, QWidget *parent = nullptr);

    void clear();
    bool isEmpty() const;
    /// Takes what stands there as when the line is left. @return false: it is not understood.
    bool finish();

    /// The words that it offers, which are understood like others.
    static QStringList usualDeadlines();

signals:
    /// What stands there when the line is left.
    void understood(const QDateTime &deadline);
    /// By Enter, when what stands there was understood.
    void chosen();

private:
    void read();
    void take();
    QString momentOf(const QDateTime &deadline) const;
    void offer();

    Store &m_store;
    QLineEdit *m_words;
    QLabel *m_answer;
    QToolButton *m_usual;
    std::optional<QDateTime> m_deadline; ///< what the words say
};

} // namespace Kartoteka
