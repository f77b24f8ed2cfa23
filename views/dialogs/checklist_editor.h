// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/checklist.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace Kartoteka {

/// The steps of an activity: ticked by Space or mouse, written in place (F2), added below, moved by Alt+Up and Alt+Down, taken away
/// by Del.
class ChecklistEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit ChecklistEditor(QWidget *parent);

    void setSteps(const Checklist &steps);
    /// With what still stands in the line below.
    Checklist steps() const;
    void takeFocus();

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add();
    void append(const ChecklistItem &step);
    void move(int by);
    void showProgress();

    QLabel *m_progress;
    QListWidget *m_list;
    QLineEdit *m_new;
};

} // namespace Kartoteka
