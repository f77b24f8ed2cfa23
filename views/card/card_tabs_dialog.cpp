// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_tabs_dialog.h"

#include "core/items/card_layout_acts.h"
#include "views/theme/theme.h"
#include "views/widgets/definition_list.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize tabsExtent(400, 360);
} // namespace

CardTabsDialog::CardTabsDialog(CardLayoutModel &layouts, const QList<CardTabName> &tabs, QWidget *parent)
    : WalkedDialog(parent), m_layouts(layouts), m_tabs(tabs), m_list(new DefinitionList(this))
{
    setObjectName(u"cardTabsDialog"_s);
    setWindowTitle(tr("Tabs of the card"));
    resize(dialogSize(*parent, tabsExtent));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    column->setSpacing(Space::m);
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(Theme::title(font()));
    column->addWidget(title);
    m_list->setObjectName(u"cardTabList"_s);
    m_list->setAccessibleName(windowTitle());
    column->addWidget(m_list);
    column->addStretch(1);
    auto *note = new QLabel(tr("Enter shows or hides, Alt+Up and Alt+Down move."), this);
    note->setWordWrap(true);
    note->setFont(Theme::small(font()));
    note->setProperty("muted", true);
    column->addWidget(note);
    auto *buttons = new QDialogButtonBox(this);
    makePrimary(buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_list, &DefinitionList::opened, this, &CardTabsDialog::toggle);
    connect(m_list, &DefinitionList::menuWanted, this, &CardTabsDialog::showMenu);
    connect(m_list, &DefinitionList::ordered, this, [this](const QList<qint64> &rows) {
        QStringList order;
        for (const qint64 row : rows)
            order << codeOf(row);
        m_layouts.change(withTabs(m_layouts.layout(), order, shownAmong(order)));
    });
    connect(&m_layouts, &CardLayoutModel::changed, this, &CardTabsDialog::fill);
    fill();
    m_list->setFocus();
}

bool CardTabsDialog::isShown(const QString &code) const
{
    return m_layouts.layout().tabsOf({code}).contains(code);
}

QStringList CardTabsDialog::shownAmong(const QStringList &codes) const
{
    QStringList shown;
    std::ranges::copy_if(codes, std::back_inserter(shown), [this](const QString &code) { return isShown(code); });
    return shown;
}

void CardTabsDialog::fill()
{
    QStringList codes;
    for (const CardTabName &tab : std::as_const(m_tabs))
        codes << tab.code;
    CardLayout all = m_layouts.layout();
    for (PlacedTab &tab : all.tabs)
        tab.isHidden = false;
    m_order = all.tabsOf(codes);
    QList<Definition> rows;
    for (const QString &code : std::as_const(m_order)) {
        const bool shown = isShown(code);
        const auto tab = std::ranges::find(m_tabs, code, &CardTabName::code);
        rows.append({.id = tab - m_tabs.cbegin() + 1, // it goes along when it is moved, and what is chosen with it
                     .name = tab->title,
                     .note = shown ? QString() : tr("not shown"),
                     .canRename = false,
                     .isQuiet = !shown});
    }
    m_list->setDefinitions(rows);
}

QString CardTabsDialog::codeOf(qint64 row) const
{
    return m_tabs.value(row - 1).code;
}

void CardTabsDialog::toggle(qint64 row)
{
    const QString code = codeOf(row);
    QStringList shown = shownAmong(m_order);
    if (!shown.removeOne(code))
        shown << code;
    m_layouts.change(withTabs(m_layouts.layout(), m_order, shown));
}

void CardTabsDialog::showMenu(qint64 row, const QPoint &at)
{
    QMenu menu(this);
    QAction *action = menu.addAction(tr("On the card"), this, [this, row] { toggle(row); });
    action->setCheckable(true);
    action->setChecked(isShown(codeOf(row)));
    menu.exec(at);
}

} // namespace Kartoteka
