// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "views/settings/setting_row.h"

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Kartoteka {

/// What the search of the settings finds, and where a link leads.
struct SettingEntry
{
    QString code; ///< within its page
    QString title;
    QString help = {};
};

/// A page of the settings. What is changed on it holds at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    SettingsPage(const QString &code, const QString &title, const QString &icon, QWidget *parent);

    const QString &code() const { return m_code; }
    const QString &title() const { return m_title; }
    const QString &icon() const { return m_icon; }
    /// Other words for what is on it, by which it is found, too.
    const QString &keywords() const { return m_keywords; }
    /// What is on it.
    virtual QList<SettingEntry> entries() const;
    /// Brings one of them into view and gives it the focus.
    virtual void reveal(const QString &entry);

    /// Takes back the last choice that is kept outside the file. @return false: there is none, undo concerns the file.
    virtual bool takeBack() { return false; }

signals:
    void done(const QString &what); ///< the file was changed, and that can be undone
    void said(const QString &what); ///< something was done that changed nothing in the file
    void failed(const Kartoteka::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void setKeywords(const QString &words) { m_keywords = words; }
    /// Says above everything else for whom what is on the page holds.
    void holdFor(SettingRow::Scope scope);
    QLabel *addHeading(const QString &text);
    SettingRow *addRow(const QString &code, const QString &title, const QString &help, SettingRow::Scope scope,
                       QWidget *editor);
    /// A part that is no row of one setting: the search finds it, and a link gives it the focus.
    void addPart(const QString &code, const QString &title, const QString &help, QWidget *part);
    /// Buttons that stand side by side, on as many lines as they need.
    void addButtons(const QList<QPushButton *> &buttons);
    QPushButton *makeButton(const QString &name, const QString &text, const QString &icon = {});
    /// One that does something.
    QPushButton *makeButton(const QString &name, const QString &text, const std::function<void()> &act);
    /// What holds for the whole page, small.
    QLabel *addNote(const QString &text);
    /// Where the parts of the page stand, one below the other.
    QVBoxLayout *body() const { return m_body; }

private:
    QString m_code;
    QString m_title;
    QString m_icon;
    QString m_keywords;
    QVBoxLayout *m_body;
    QLabel *m_whose; ///< for whom the settings of the page hold
    SettingRow::Scope m_scope = SettingRow::Scope::Nobody;
    QList<SettingRow *> m_rows;
    struct Part
    {
        SettingEntry entry;
        QWidget *widget;
    };
    QList<Part> m_parts;
};

} // namespace Kartoteka
