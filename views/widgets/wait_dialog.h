// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/read_pool.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace Kartoteka {

/// Waits for work without which the window cannot go on, such as bringing a file up to date.
class WaitDialog : public QDialog
{
    Q_OBJECT

public:
    /// Says what is being done now. Any thread.
    using Say = std::function<void(const QString &step)>;
    using Work = std::function<Result<void>(const Say &say, const CancelToken &cancel)>;

    /// Runs @p work in a thread of its own, and returns what came of it. The dialog shows only when there is something to
    /// wait for; its Cancel asks the work to stop, and waits until it has.
    /// @p text: what is being done, why, and how long it may take.
    static Result<void> run(QWidget *parent, const QString &title, const QString &text, const Work &work);

    void reject() override;

private:
    WaitDialog(QWidget *parent, const QString &title, const QString &text);

    QLabel *m_step;
    QPushButton *m_stop;
    CancelToken m_cancel;
};

} // namespace Kartoteka
