// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace Kartoteka {

class ChoiceButton;

/// The list of a ChoiceButton. Arrows walk, letters find. Where several may be ticked Space ticks, and Enter and Esc close it;
/// where one is chosen a click, Space and Enter choose it and close the list.
class ChoicePopup final : public QFrame
{
    Q_OBJECT
public:
    explicit ChoicePopup(ChoiceButton &button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void place(int lines);
    void moveToButton();
    void showTicks();
    void showCounts();
    void toggle(QListWidgetItem *item);
    void find(const QString &text);
    bool takeKey(int key);

    ChoiceButton &m_button;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace Kartoteka
