// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QFrame>

class QGridLayout;
class QLabel;

namespace Kartoteka {

/// One setting: what it is called, its editor with what it does below, and for whom it holds.
class SettingRow final : public QFrame
{
    Q_OBJECT
public:
    /// For whom a setting holds.
    enum class Scope { Everybody, Computer, Nobody };

    static QString scopeText(Scope scope);

    /// @p editor becomes a part of it; for whom it holds is said where the page does not say it of all.
    SettingRow(const QString &code, const QString &title, const QString &help, Scope scope, QWidget *editor,
               QWidget *parent);

    const QString &code() const { return m_code; }
    const QString &title() const { return m_title; }
    const QString &help() const { return m_help; }
    /// What it is called stands above its editor instead of beside it.
    void setNarrow(bool narrow);
    /// Somebody asked for this one: it is marked for a moment and has the focus.
    void call();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void mark(bool called);
    void layOut(bool narrow);

    QString m_code;
    QString m_title;
    QString m_help;
    QWidget *m_editor;
    QGridLayout *m_grid;
    QLabel *m_name;
    QLabel *m_below = nullptr; ///< what it does; null where nothing is to be said
    bool m_isNarrow = false;
    QBasicTimer m_called;
};

} // namespace Kartoteka
