// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/shortcuts_dialog.h"

#include "core/query/quick_match.h"
#include "core/schema/other_language.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/plain_table.h"
#include "views/widgets/search_line.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize wanted(600, 640);
} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<KeyGroup> &groups, QWidget *parent) : WalkedDialog(parent), m_groups(groups)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    m_search = makeSearchLine(u"shortcutsSearch"_s, tr("What do you want to do?"), tr("Search shortcuts"), this);
    layout->addWidget(m_search);
    m_table = makePlainTable({tr("Action"), tr("Keyboard shortcuts")}, this);
    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->setAccessibleName(tr("Keyboard shortcuts"));
    m_table->setFocusPolicy(Qt::StrongFocus); // it scrolls by keys
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(m_table, 1);
    m_empty = new QLabel(tr("No shortcut found. The palette (Ctrl+K) finds every action."), this);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    makePrimary(close);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::fill);
    if (parent)
        resize(dialogSize(*parent, wanted));
    QSet<QString> shown;
    for (const KeyGroup &group : groups) {
        shown << group.title;
        for (const KeyHint &hint : group.hints)
            shown << hint.what;
    }
    m_others = inOtherLanguage(shown);
    fill();
    m_search->setFocus();
}

void ShortcutsDialog::fill()
{
    const QuickMatch match(m_search->text());
    const Theme &theme = Theme::of(palette());
    m_table->clearContents();
    m_table->setRowCount(0);
    const auto add = [this](const QString &what, const QString &keys) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(what));
        auto *right = new QTableWidgetItem(keys);
        right->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, 1, right);
        return row;
    };
    const auto isMeant = [&](const QString &text) {
        const QStringList others = m_others.value(text);
        return match.score(text) > 0
            || std::ranges::any_of(others, [&match](const QString &other) { return match.score(other) > 0; });
    };
    for (const KeyGroup &group : std::as_const(m_groups)) {
        bool headed = false;
        for (const KeyHint &hint : group.hints) {
            QStringList keys;
            for (const QKeySequence &key : hint.keys)
                keys << keyText(key);
            const QString shown = keys.join(u", "_s);
            if (!match.isEmpty() && !isMeant(hint.what) && !isMeant(group.title)
                && !shown.contains(m_search->text().trimmed(), Qt::CaseInsensitive))
                continue;
            if (!std::exchange(headed, true)) {
                QTableWidgetItem *head = m_table->item(add(group.title, {}), 0);
                head->setFont(Theme::caption(font()));
                head->setForeground(theme.colour(ColourRole::Muted));
            }
            m_table->item(add(hint.what, shown), 1)->setForeground(theme.colour(ColourRole::Muted));
        }
    }
    m_table->setVisible(m_table->rowCount() > 0);
    m_empty->setVisible(m_table->rowCount() == 0);
}

} // namespace Kartoteka
