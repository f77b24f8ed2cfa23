// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/recent_files.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Kartoteka {

/// What the window shows without a file: open one, make one, make one with an invented office.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);
    void setRecent(const QList<RecentFile> &files);
    /// Says beside the choices why the last attempt failed; empty takes it away.
    void setProblem(const QString &text);
    /// Offers the backups of a file that cannot be opened; an empty path takes the offer away.
    void offerBackups(const QString &path);
    /// Offers to take a file that is gone off the list; an empty path takes the offer away.
    void offerForgetting(const QString &path);

signals:
    void openWanted();
    void newWanted();
    void demoWanted();
    void recentChosen(const QString &path);
    void forgetWanted(const QString &path);
    void backupsWanted(const QString &path);

protected:
    /// Enter presses the button that has the focus, as in a dialog.
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_recent;
    QLabel *m_problem;
    QPushButton *m_backups;
    QPushButton *m_forget;
    QString m_damaged;
    QString m_missing;
};

} // namespace Kartoteka
