// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/setting_row.h"

#include "views/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QTimerEvent>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 200;
constexpr int calledMs = 1500;

QLabel *quiet(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("muted", true);
    label->setFont(Theme::small(label->font()));
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingRow::SettingRow(const QString &code, const QString &title, const QString &help, Scope scope, QWidget *editor,
                       QWidget *parent)
    : QFrame(parent), m_code(code), m_title(title), m_help(help), m_editor(editor)
{
    setObjectName(u"settingRow"_s);
    editor->setObjectName(u"setting_"_s + code);
    editor->setAccessibleName(title);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    m_grid->setHorizontalSpacing(Space::m);
    m_grid->setVerticalSpacing(Space::xs);
    m_grid->setColumnStretch(1, 1);
    m_name = new QLabel(title, this);
    m_name->setWordWrap(true);
    m_name->setBuddy(editor);
    QString below = help;
    if (!below.isEmpty())
        below[0] = below[0].toUpper();
    QStringList said{below, scopeText(scope)};
    said.removeAll(QString());
    if (!said.isEmpty())
        m_below = quiet(said.join(u" · "_s), this);
    editor->setAccessibleDescription(said.join(u". "_s));
    layOut(false);
}

void SettingRow::layOut(bool narrow)
{
    const int column = narrow ? 0 : 1;
    const int row = narrow ? 1 : 0;
    const bool isShort = m_editor->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
    m_name->setMinimumWidth(narrow ? 0 : scaled(labelWidth, fontMetrics()));
    m_name->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : scaled(labelWidth, fontMetrics()));
    m_grid->setColumnStretch(0, narrow ? 1 : 0);
    m_grid->setColumnStretch(1, narrow ? 0 : 1);
    m_grid->setHorizontalSpacing(narrow ? 0 : Space::m);
    m_grid->addWidget(m_name, 0, 0);
    m_grid->addWidget(m_editor, row, column, isShort ? Qt::AlignLeft : Qt::Alignment());
    if (m_below)
        m_grid->addWidget(m_below, row + 1, column);
}

void SettingRow::setNarrow(bool narrow)
{
    if (std::exchange(m_isNarrow, narrow) == narrow)
        return;
    for (QWidget *part : {static_cast<QWidget *>(m_name), m_editor, static_cast<QWidget *>(m_below)}) {
        if (part)
            m_grid->removeWidget(part);
    }
    layOut(narrow);
}

QString SettingRow::scopeText(Scope scope)
{
    return scope == Scope::Everybody ? tr("For everyone") : scope == Scope::Computer ? tr("On this computer") : QString();
}

void SettingRow::call()
{
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(this);
    }
    m_editor->setFocus(Qt::ShortcutFocusReason);
    mark(true);
    m_called.start(calledMs, this);
}

void SettingRow::mark(bool called)
{
    setProperty("called", called);
    style()->unpolish(this);
    style()->polish(this);
}

void SettingRow::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_called.timerId()) {
        QFrame::timerEvent(event);
        return;
    }
    m_called.stop();
    mark(false);
}

} // namespace Kartoteka
