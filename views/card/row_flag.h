// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Kartoteka {

/// A small flag beside a row of the card: a stage further on needs the field. It stands in the margin and goes where the row
/// goes.
class RowFlag final : public QLabel
{
    Q_OBJECT
public:
    /// @p row: a child of the widget in whose margin the flag stands.
    explicit RowFlag(QWidget *row);

    /// @p stage: the name of the first one that needs the field; empty: none does.
    void setStage(const QString &stage);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_row;
};

} // namespace Kartoteka
