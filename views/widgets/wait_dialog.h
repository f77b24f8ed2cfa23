// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"
#include "views/widgets/walked_dialog.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace Kartoteka {

/// Waits for work without which the window cannot go on, such as bringing a file up to date.
class WaitDialog : public WalkedDialog
{
    Q_OBJECT

public:
    /// Says what is being done now, and how far it is where that is known. Any thread.
    class Say
    {
    public:
        explicit Say(WaitDialog &dialog) : m_dialog(dialog) {}
        void operator()(const QString &step) const;
        void progress(int done, int total) const;

    private:
        WaitDialog &m_dialog;
    };
    using Work = std::function<Result<void>(const Say &say, const CancelToken &cancel)>;

    /// Runs @p work in a thread of its own, and returns what came of it. The dialog shows only when there is something to
    /// wait for; its Cancel asks the work to stop, and waits until it has.
    /// @p text: what is being done, why, and how long it may take.
    static Result<void> run(QWidget *parent, const QString &title, const QString &text, const Work &work);

    void reject() override;

private:
    WaitDialog(QWidget *parent, const QString &title, const QString &text);

    QLabel *m_step;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    CancelToken m_cancel;
};

} // namespace Kartoteka
