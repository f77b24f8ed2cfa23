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
    /// What stands beside it: nothing, so that it keeps away from the section above; another head; or such a row, as high as
    /// which it is then, so that rows below it stay in line with those of the column beside.
    enum class Place { Alone, BesideHead, BesideBox };
    void setPlace(Place place);
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
