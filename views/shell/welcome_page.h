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

signals:
    void openWanted();
    void newWanted();
    void demoWanted();
    void recentChosen(const QString &path);
    void forgetWanted(const QString &path);
    void backupsWanted(const QString &path);

private:
    QVBoxLayout *m_recent;
    QLabel *m_problem;
    QPushButton *m_backups;
    QString m_damaged;
};

} // namespace Kartoteka
