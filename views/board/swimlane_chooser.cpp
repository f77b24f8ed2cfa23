// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/swimlane_chooser.h"

#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

SwimlaneChooser::SwimlaneChooser(const QString &field, const QList<ColumnHead> &lanes, const QList<qint64> &shown,
                                 QWidget *parent)
    : WalkedDialog(parent), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Lanes"));
    resize(dialogSize(*parent->window(), {420, 560}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Lanes by “%1”").arg(field), this);
    title->setTextFormat(Qt::PlainText);
    title->setFont(Theme::title(font()));
    title->setWordWrap(true);
    layout->addWidget(title);
    auto *search = new QLineEdit(this);
    search->setObjectName(u"laneSearch"_s);
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search"));
    search->setClearButtonEnabled(true);
    layout->addWidget(search);
    m_list->setObjectName(u"laneList"_s);
    m_list->setAccessibleName(title->text());
    for (const ColumnHead &lane : lanes) {
        auto *item = new QListWidgetItem(lane.name, m_list);
        item->setData(Qt::UserRole, lane.key);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(shown.contains(lane.key) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    layout->addWidget(m_list, 1);
    auto *hint = new QLabel(tr("Whatever is in none of the lanes shown is counted in “The rest”."), this);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    QPushButton *show = addDialogButtons(this, layout, tr("Show"), u"laneAccept"_s);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(m_list, &QListWidget::itemChanged, show, [this, show] { show->setEnabled(!this->lanes().isEmpty()); });
    search->setFocus();
}

QList<qint64> SwimlaneChooser::lanes() const
{
    QList<qint64> keys;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            keys << m_list->item(i)->data(Qt::UserRole).toLongLong();
    }
    return keys;
}

} // namespace Kartoteka
