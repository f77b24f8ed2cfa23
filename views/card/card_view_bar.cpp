// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_view_bar.h"

#include "views/card/card_views_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

CardViewBar::CardViewBar(CardLayoutModel &layouts, QWidget *parent) : QWidget(parent), m_layouts(layouts)
{
    setObjectName(u"cardViewBar"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::s, 0, 0);
    column->setSpacing(Space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::xs);
    auto *caption = new QLabel(tr("Card view"), this);
    caption->setFont(Theme::small(font()));
    caption->setProperty("muted", true);
    caption->setContentsMargins(Space::s, 0, Space::s, 0);
    row->addWidget(caption);
    const auto add = [&](const QString &name) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setFont(Theme::small(font()));
        row->addWidget(button);
        return button;
    };
    m_common = add(u"viewCommon"_s);
    m_mine = add(u"viewMine"_s);
    m_named = add(u"viewNamed"_s);
    m_named->setIcon(Theme::of(QApplication::palette()).icon(u"chevron-down"_s, ColourRole::Muted));
    m_named->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_named->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the name
    m_named->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addStretch(1);
    QToolButton *configure = makeIconButton(this, u"viewConfigure"_s, u"sliders"_s, tr("Configure the card (Ctrl+Shift+K)"));
    QToolButton *manage = makeIconButton(this, u"viewManage"_s, u"more"_s, tr("Manage card views…"));
    row->addWidget(configure);
    row->addWidget(manage);
    column->addLayout(row);
    m_why = new QLabel(this);
    m_why->setObjectName(u"viewWhy"_s);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setFont(Theme::small(font()));
    m_why->setProperty("muted", true);
    m_why->setContentsMargins(Space::s, 0, Space::s, 0);
    column->addWidget(m_why);
    connect(m_common, &QToolButton::clicked, this, [this] { choose(CardView::Kind::Common); });
    connect(m_mine, &QToolButton::clicked, this, [this] { choose(CardView::Kind::Mine); });
    connect(m_named, &QToolButton::clicked, this, &CardViewBar::showNamed);
    connect(configure, &QToolButton::clicked, this, &CardViewBar::configureWanted);
    connect(manage, &QToolButton::clicked, this, &CardViewBar::manage);
    connect(&m_layouts, &CardLayoutModel::changed, this, &CardViewBar::fill);
    fill();
}

void CardViewBar::fill()
{
    const CardLayout &layout = m_layouts.layout();
    const bool isNamed = layout.view.kind == CardView::Kind::Named;
    const bool isOneNamed = std::ranges::any_of(layout.views,
                                                [](const CardView &view) { return view.kind == CardView::Kind::Named; });
    const auto nameOf = [](CardView::Kind kind) {
        CardView view;
        view.kind = kind;
        return viewName(view);
    };
    m_common->setText(nameOf(CardView::Kind::Common));
    m_mine->setText(nameOf(CardView::Kind::Mine));
    m_named->setText(isNamed ? menuText(layout.view.name) : tr("Others", "views of the card"));
    m_named->setVisible(isOneNamed);
    m_common->setChecked(layout.view.kind == CardView::Kind::Common);
    m_mine->setChecked(layout.view.kind == CardView::Kind::Mine);
    m_named->setChecked(isNamed);
    const QString why = layout.isForced
        ? tr("The office has set “%1” for you: you cannot choose another view.").arg(viewName(layout.view))
        : QString();
    m_why->setText(why);
    m_why->setVisible(layout.isForced);
    for (QToolButton *button : {m_common, m_mine, m_named}) {
        button->setEnabled(!layout.isForced);
        button->setToolTip(why);
    }
}

void CardViewBar::choose(CardView::Kind kind)
{
    const CardLayout &layout = m_layouts.layout();
    const auto view = std::ranges::find(layout.views, kind, &CardView::kind);
    if (view != layout.views.end())
        m_layouts.choose(*view);
    fill(); // a button that is pressed twice stays down
}

void CardViewBar::showNamed()
{
    fill();
    QMenu menu(this);
    menu.setObjectName(u"viewMenu"_s);
    const QList<CardView> views = m_layouts.layout().views;
    for (const CardView &view : views) {
        if (view.kind != CardView::Kind::Named)
            continue;
        QAction *action = menu.addAction(menuText(view.name), this, [this, view] { m_layouts.choose(view); });
        action->setCheckable(true);
        action->setChecked(view.uid == m_layouts.layout().view.uid);
    }
    menu.exec(m_named->mapToGlobal(QPoint(0, m_named->height())));
}

void CardViewBar::manage()
{
    auto *dialog = new CardViewsDialog(m_layouts, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Kartoteka
