// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/setting_row.h"

#include "views/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QTimerEvent>

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
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(Space::xs);
    auto *name = new QLabel(title, this);
    name->setWordWrap(true);
    name->setBuddy(editor);
    name->setFixedWidth(scaled(labelWidth, fontMetrics()));
    grid->addWidget(name, 0, 0);
    const bool isNarrow = editor->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum;
    grid->addWidget(editor, 0, 1, isNarrow ? Qt::AlignLeft : Qt::Alignment());
    grid->setColumnStretch(1, 1);
    QString below = help;
    if (!below.isEmpty())
        below[0] = below[0].toUpper();
    QStringList said{below, scopeText(scope)};
    said.removeAll(QString());
    if (!said.isEmpty())
        grid->addWidget(quiet(said.join(u" · "_s), this), 1, 1);
    editor->setAccessibleDescription(said.join(u". "_s));
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
