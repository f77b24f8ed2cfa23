// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/section_bar.h"

#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "views/filter/filter_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/spoken_role.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

namespace Kartoteka {

namespace {
constexpr int narrow = 1100; ///< below it the ways to show lose their words, and what was found its sums
}

SectionBar::SectionBar(FilterModel &filter, const EntityType &type, const QList<ViewName> &views, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"toolbar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(scaled(56, fontMetrics()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, 0, Space::l, 0);
    layout->setSpacing(Space::m);
    m_title = new QLabel(this);
    m_title->setFont(Theme::title(font()));
    setTitle(pluralName(type));
    m_pipelines = new QComboBox(this);
    m_pipelines->setObjectName(u"pipelines"_s);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filterBar = new FilterBar(filter, parent, this);
    m_filterBar->setMaximumWidth(scaled(720, fontMetrics()));
    m_found = new QLabel(this);
    m_found->setObjectName(u"count"_s);
    m_found->setProperty("muted", true);
    m_gear = makeIconButton(this, u"gearButton"_s, u"sliders"_s, tr("Settings of this view"));
    m_create = new QPushButton(Theme::of(palette()).icon(u"plus"_s, QColor(Qt::white)), menuText(displayName(type)), this);
    m_create->setObjectName(u"createButton"_s);
    m_create->setToolTip(tr("%1 (%2)", "an act and its key")
                             .arg(newName(type), QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    m_create->setAccessibleName(newName(type));
    makePrimary(m_create);
    layout->addWidget(m_title);
    layout->addWidget(m_pipelines, 0, Qt::AlignVCenter);
    layout->addWidget(makeSegments(views), 0, Qt::AlignVCenter);
    layout->addWidget(m_filterBar, 100);
    layout->addStretch(1);
    layout->addWidget(m_found);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(0);
    acts->addWidget(m_gear);
    acts->addWidget(makeMore(type));
    layout->addLayout(acts);
    layout->addWidget(m_create);
    connect(m_pipelines, &QComboBox::activated, this,
            [this] { emit pipelineChosen(m_pipelines->currentData().toLongLong()); });
    connect(m_gear, &QToolButton::clicked, this, &SectionBar::gearWanted);
    connect(m_create, &QPushButton::clicked, this, &SectionBar::createWanted);
}

QWidget *SectionBar::makeSegments(const QList<ViewName> &views)
{
    auto *segments = new QWidget(this);
    segments->setObjectName(u"segments"_s);
    segments->setAttribute(Qt::WA_StyledBackground);
    segments->setVisible(views.size() > 1);
    auto *layout = new QHBoxLayout(segments);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    auto *group = new QButtonGroup(segments);
    for (qsizetype i = 0; i < views.size(); ++i) {
        auto *button = new QToolButton(segments);
        button->setObjectName(views[i].name);
        button->setText(views[i].text);
        button->setAccessibleName(views[i].text);
        button->setToolTip(
            tr("%1 (%2)", "a view and its key").arg(views[i].text, views[i].key.toString(QKeySequence::NativeText)));
        button->setIcon(Theme::of(palette()).icon(views[i].icon, ColourRole::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        speakAs(*button, QAccessible::RadioButton);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] { emit viewChosen(int(i)); });
        m_segments << button;
    }
    return segments;
}

QToolButton *SectionBar::makeMore(const EntityType &type)
{
    const Theme &theme = Theme::of(palette());
    QToolButton *more = makeIconButton(this, u"moreButton"_s, u"more"_s, tr("More"));
    auto *menu = new QMenu(more);
    if (type.isItem)
        menu->addAction(theme.icon(u"import"_s, ColourRole::Muted), tr("Import from a file…") + u"\tCtrl+I"_s, this,
                        &SectionBar::importWanted);
    menu->addAction(theme.icon(u"download"_s, ColourRole::Muted), tr("Export…") + u"\tCtrl+E"_s, this,
                    &SectionBar::exportWanted);
    menu->addSeparator();
    m_bin = menu->addAction(theme.icon(u"trash"_s, ColourRole::Muted), tr("Recycle bin") + u"\tCtrl+Shift+B"_s, this,
                            [this](bool shown) { emit binWanted(shown); });
    m_bin->setCheckable(true);
    connect(more, &QToolButton::clicked, menu, [more, menu] {
        menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height())));
    });
    return more;
}

void SectionBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionBar::setView(int index)
{
    if (index < m_segments.size())
        m_segments[index]->setChecked(true);
}

void SectionBar::setPipelines(const QList<Pipeline> &pipelines, qint64 current)
{
    m_pipelines->clear();
    for (const Pipeline &pipeline : pipelines)
        m_pipelines->addItem(displayName(pipeline), pipeline.id);
    m_pipelines->setCurrentIndex(m_pipelines->findData(current));
    m_pipelines->setVisible(m_pipelines->count() > 1);
}

void SectionBar::setFound(const QString &count, const QString &sums, const QString &tip)
{
    m_count = count;
    m_sums = sums;
    m_found->setToolTip(tip);
    m_found->setAccessibleName(tip);
    showFound();
}

bool SectionBar::isNarrow() const
{
    return width() < scaled(narrow, fontMetrics());
}

void SectionBar::showFound()
{
    m_found->setText(m_sums.isEmpty() || isNarrow() ? m_count : m_count + u" · "_s + m_sums);
}

void SectionBar::setBin(bool shown)
{
    m_bin->setChecked(shown);
    m_create->setEnabled(!shown);
}

void SectionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    for (QToolButton *segment : std::as_const(m_segments))
        segment->setToolButtonStyle(isNarrow() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    showFound();
}

} // namespace Kartoteka
