// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/settings_page.h"
#include "views/widgets/walked_dialog.h"

#include <QHash>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace Kartoteka {

class QuickMatch;
class Scrim;
class Toast;

/// The settings: pages at the left, found in by any word of what stands on them. It stays open beside the work, and what is
/// changed holds at once.
class SettingsWindow final : public WalkedDialog
{
    Q_OBJECT
public:
    explicit SettingsWindow(QWidget *parent);

    /// Behind those that are there; the window owns it.
    void addPage(SettingsPage *page);
    /// Shows a page, and on it what is called @p entry; the one that was shown last when there is no such page.
    void openAt(const QString &page, const QString &entry = {});
    /// The code of the page that is shown.
    QString page() const;
    /// The code of the setting that has the focus; empty: none.
    QString entry() const;
    void say(const QString &text, bool undoable);
    void setVisible(bool visible) override;

signals:
    void undoWanted();
    void redoWanted();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What the search found: a page, or an entry of it.
    struct Found
    {
        int score = 0; ///< of its name; 0: only what explains it answers
        int page = 0;
        QString entry;
        QString text;
        QString where; ///< what tells it from others of its name
    };
    QList<Found> find(const QuickMatch &match) const;
    /// The names of pages and settings in the language that the program does not speak.
    void collectOthers();
    void fill();
    void takeBack();
    void choose(int row);
    /// Goes on with the keyboard to what was found.
    void enter(const QListWidgetItem &found);

    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_none;
    QStackedWidget *m_stack;
    Toast *m_toast;
    Scrim *m_scrim;                ///< while a dialog stands before the window
    std::optional<QPoint> m_place; ///< of its frame, while it is hidden
    QList<SettingsPage *> m_pages;
    QHash<QString, QStringList> m_others; ///< by what is shown; while something is searched for
};

} // namespace Kartoteka
