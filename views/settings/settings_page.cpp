// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_page.h"

#include "views/theme/theme.h"
#include "views/widgets/flow_layout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int widest = 640;    ///< of what is read
constexpr int tooNarrow = 520; ///< for names beside their editors
} // namespace

SettingsPage::SettingsPage(const QString &code, const QString &title, const QString &icon, QWidget *parent)
    : QWidget(parent), m_code(code), m_title(title), m_icon(icon)
{
    setObjectName(u"settingsPage_"_s + code);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(scroll);
    auto *sheet = new QWidget;
    scroll->setWidget(sheet);
    sheet->setAutoFillBackground(false); // the window is behind it
    scroll->viewport()->setAutoFillBackground(false);
    auto *across = new QHBoxLayout(sheet);
    across->setContentsMargins(Space::xl - Space::s, Space::l, Space::l, Space::l);
    auto *column = new QWidget(sheet);
    column->setMaximumWidth(scaled(widest, fontMetrics()));
    across->addWidget(column, 1);
    across->addStretch(0);
    auto *down = new QVBoxLayout(column);
    down->setContentsMargins(0, 0, 0, 0);
    auto *name = new QLabel(title, column);
    name->setFont(Theme::title(font()));
    name->setContentsMargins(Space::s, 0, 0, 0);
    down->addWidget(name);
    m_whose = new QLabel(column);
    m_whose->setProperty("muted", true);
    m_whose->setFont(Theme::small(font()));
    m_whose->setContentsMargins(Space::s, 0, 0, Space::xs);
    m_whose->hide();
    down->addWidget(m_whose);
    m_body = new QVBoxLayout;
    m_body->setSpacing(Space::xs);
    down->addLayout(m_body);
    down->addStretch(1);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (SettingRow *row : std::as_const(m_rows))
        row->setNarrow(width() < scaled(tooNarrow, fontMetrics()));
}

QList<SettingEntry> SettingsPage::entries() const
{
    QList<SettingEntry> found;
    for (const SettingRow *row : m_rows)
        found.append({row->code(), row->title(), row->help()});
    for (const Part &part : m_parts)
        found.append(part.entry);
    return found;
}

void SettingsPage::reveal(const QString &entry)
{
    const auto row = std::ranges::find(m_rows, entry, &SettingRow::code);
    if (row != m_rows.end())
        (*row)->call();
    const auto part = std::ranges::find(m_parts, entry, [](const Part &one) { return one.entry.code; });
    if (part != m_parts.end())
        part->widget->setFocus(Qt::ShortcutFocusReason);
}

void SettingsPage::addPart(const QString &code, const QString &title, const QString &help, QWidget *part)
{
    m_parts.append({{code, title, help}, part});
}

void SettingsPage::addButtons(const QList<QPushButton *> &buttons)
{
    auto *room = new QVBoxLayout; // a flow has no margins
    room->setContentsMargins(Space::s, Space::s, Space::s, 0);
    auto *flow = new FlowLayout(nullptr, Space::s);
    for (QPushButton *button : buttons)
        flow->addWidget(button);
    room->addLayout(flow);
    m_body->addLayout(room);
}

QPushButton *SettingsPage::makeButton(const QString &name, const QString &text, const QString &icon)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        button->setIcon(Theme::of(palette()).icon(icon));
    return button;
}

QPushButton *SettingsPage::makeButton(const QString &name, const QString &text, const std::function<void()> &act)
{
    QPushButton *button = makeButton(name, text);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

QLabel *SettingsPage::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setProperty("muted", true);
    note->setFont(Theme::small(font()));
    note->setWordWrap(true);
    note->setContentsMargins(Space::s, Space::s, Space::s, 0);
    m_body->addWidget(note);
    return note;
}

QLabel *SettingsPage::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setFont(Theme::strong(font()));
    heading->setContentsMargins(Space::s, Space::l, 0, 0);
    m_body->addWidget(heading);
    return heading;
}

void SettingsPage::holdFor(SettingRow::Scope scope)
{
    m_scope = scope;
    m_whose->setText(SettingRow::scopeText(scope));
    m_whose->show();
}

SettingRow *SettingsPage::addRow(const QString &code, const QString &title, const QString &help, SettingRow::Scope scope,
                                 QWidget *editor)
{
    using Scope = SettingRow::Scope;
    if (m_scope == Scope::Nobody && scope != Scope::Nobody) // said once for the page
        holdFor(scope);
    auto *row = new SettingRow(code, title, help, scope == m_scope ? Scope::Nobody : scope, editor, this);
    m_body->addWidget(row);
    m_rows << row;
    return row;
}

} // namespace Kartoteka
