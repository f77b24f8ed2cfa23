// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Kartoteka {

/// A line with one number: a double click selects all of it. A word of it would be what stands before or behind the point, or
/// three of its digits, and who opens a cell by a double click types over it.
class NumberLine final : public QLineEdit
{
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool m_isWhole = false; ///< the button that selected all of it is still down
};

} // namespace Kartoteka
