// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Kartoteka {

/// The name of a section of the card; "edit" beside it while the pointer or the focus is there.
class SectionHead final : public QWidget
{
    Q_OBJECT
public:
    explicit SectionHead(QWidget *parent);

    /// What stands above rows of the card is as high everywhere.
    static int heightFor(const QFontMetrics &metrics);
    /// How much lower it is than a row with a box to type in.
    static int belowBoxed(const QFontMetrics &metrics);
    /// Whether it is as high as such a row, so that rows below it stay in line with those of a column beside it.
    void setBoxed(bool boxed);
    void setName(const QString &name);
    /// Whether there is something to edit.
    void setEditable(bool editable);

signals:
    void editWanted();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showEdit();

    QLabel *m_name;
    QToolButton *m_edit;
    bool m_editable = true;
    bool m_hovered = false;
};

} // namespace Kartoteka
