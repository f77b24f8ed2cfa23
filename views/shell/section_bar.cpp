// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/section_bar.h"

#include "core/schema/builtin_names.h"
#include "core/schema/counted_names.h"
#include "models/shell/sidebar_model.h"
#include "views/filter/filter_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/spoken_role.h"
#include "views/widgets/tab_order.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QToolButton>

#include <numeric>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int narrow = 1100; ///< below it the ways to show lose their words, and what was found its sums
constexpr int widestTitle = 280;
constexpr int usableSearch = 240;
constexpr int narrowPipelines = 120;

/// What is given up for the search, one after the other, until it has its room.
enum Step { Everything, WithoutWords, WithoutCount, WithoutCreateWord, WithOneButton, WithoutTitle };
} // namespace

SectionBar::SectionBar(FilterModel &filter, const EntityType &type, const QList<ViewName> &views, QWidget *parent)
    : QWidget(parent), m_filter(filter)
{
    setObjectName(u"toolbar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(scaled(56, fontMetrics()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::l, 0, Space::l, 0);
    layout->setSpacing(Space::m);
    m_title = new ElidedLabel(pluralName(type), this);
    m_title->setFont(Theme::title(font()));
    m_title->setMaximumWidth(scaled(widestTitle, fontMetrics()));
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_pipelines = new QComboBox(this);
    m_pipelines->setObjectName(u"pipelines"_s);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setToolTip(
        tr("%1 (%2)", "an act and its key").arg(tr("Pipeline"), pipelineKey().toString(QKeySequence::NativeText)));
    m_pipelines->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filterBar = new FilterBar(filter, parent, this);
    m_filterBar->setMaximumWidth(scaled(720, fontMetrics()));
    m_found = new QLabel(this);
    m_found->setObjectName(u"count"_s);
    m_found->setProperty("muted", true);
    m_gear = makeBarButton(this, u"gearButton"_s, u"sliders"_s, tr("View settings"));
    layout->addWidget(m_title);
    layout->addWidget(m_pipelines, 0, Qt::AlignVCenter);
    m_ways = makeSegments(views);
    layout->addWidget(m_ways, 0, Qt::AlignVCenter);
    m_views = makeBarButton(this, u"viewsButton"_s, u"list"_s, tr("How it is shown"));
    m_views->hide();
    layout->addWidget(m_views, 0, Qt::AlignVCenter);
    layout->addWidget(m_filterBar, 100);
    layout->addStretch(1);
    layout->addWidget(m_found);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(0);
    acts->addWidget(m_gear);
    acts->addWidget(makeMore(type));
    layout->addLayout(acts);
    layout->addWidget(makeCreate(type));
    connect(m_pipelines, &QComboBox::activated, this,
            [this] { emit pipelineChosen(m_pipelines->currentData().toLongLong()); });
    auto *choose = new QShortcut(pipelineKey(), parent);
    choose->setContext(Qt::WidgetWithChildrenShortcut);
    connect(choose, &QShortcut::activated, this, [this] {
        if (m_pipelines->isVisible())
            m_pipelines->showPopup();
    });
    connect(m_gear, &QToolButton::clicked, this, &SectionBar::gearWanted);
    connect(m_views, &QToolButton::clicked, this, &SectionBar::showViews);
}

/// One button for what this section holds, and a narrow one beside it for everything else.
QWidget *SectionBar::makeCreate(const EntityType &type)
{
    const Theme &theme = Theme::of(palette());
    auto *both = new QWidget(this);
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    m_createText = menuText(displayName(type));
    m_create = new QPushButton(theme.icon(u"plus"_s, QColor(Qt::white)), m_createText, both);
    m_create->setObjectName(u"createButton"_s);
    m_create->setToolTip(tr("%1 (%2)", "an act and its key")
                             .arg(newName(type), QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)));
    m_create->setAccessibleName(newName(type));
    m_createOther = new QPushButton(theme.icon(u"chevron-down"_s, QColor(Qt::white)), {}, both);
    m_createOther->setObjectName(u"createOther"_s);
    m_createOther->setToolTip(tr("Create something else"));
    m_createOther->setAccessibleName(m_createOther->toolTip());
    m_createOther->setIconSize(QSize(scaled(12, fontMetrics()), scaled(12, fontMetrics())));
    for (QPushButton *button : {m_create, m_createOther}) {
        makePrimary(button);
        layout->addWidget(button);
    }
    const int beside = m_createOther->sizeHint().width() + layout->spacing();
    m_createWidths.withWords = m_create->sizeHint().width() + beside;
    m_create->setText({});
    m_createWidths.bare = m_create->sizeHint().width() + beside;
    m_create->setText(m_createText);
    connect(m_create, &QPushButton::clicked, this, [this] { emit createWanted(0); });
    connect(m_createOther, &QPushButton::clicked, this, &SectionBar::showCreateMenu);
    return both;
}

void SectionBar::showCreateMenu()
{
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"createMenu"_s);
    for (const EntityType &type : sectionsOf(*m_filter.store().schema())) {
        menu.addAction(theme.icon(type.icon, ColourRole::Muted), menuText(newName(type)), this,
                       [this, id = type.id] { emit createWanted(id); });
    }
    menu.exec(m_createOther->mapToGlobal(
        QPoint(m_createOther->width() - menu.sizeHint().width(), m_createOther->height() + Space::xs)));
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
    m_waysWidths = {4, 4};
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
        m_waysWidths.withWords += button->sizeHint().width();
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        m_waysWidths.bare += button->sizeHint().width();
    }
    stopAtChecked(*group);
    return segments;
}

QToolButton *SectionBar::makeMore(const EntityType &type)
{
    const Theme &theme = Theme::of(palette());
    QToolButton *more = makeBarButton(this, u"moreButton"_s, u"more"_s, tr("More"));
    auto *menu = new QMenu(more);
    if (type.isItem)
        menu->addAction(theme.icon(u"import"_s, ColourRole::Muted), tr("Import from a file…") + u"\tCtrl+I"_s, this,
                        &SectionBar::importWanted);
    menu->addAction(theme.icon(u"share"_s, ColourRole::Muted), tr("Export…") + u"\tCtrl+Shift+E"_s, this,
                    &SectionBar::exportWanted);
    menu->addSeparator();
    m_bin = menu->addAction(theme.icon(u"trash"_s, ColourRole::Muted), tr("Recycle bin") + u"\tCtrl+Shift+B"_s, this,
                            [this](bool shown) { emit binWanted(shown); });
    m_bin->setCheckable(true);
    // What is shown, not a property: a tick, which a second click takes away.
    auto *one = new QActionGroup(menu);
    one->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    one->addAction(m_bin);
    connect(more, &QToolButton::clicked, menu, [more, menu] {
        menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height())));
    });
    return more;
}

void SectionBar::setTitle(const QString &title)
{
    m_title->setText(title);
    giveWay();
}

void SectionBar::setView(int index)
{
    if (index >= m_segments.size())
        return;
    m_segments[index]->setChecked(true);
    m_views->setIcon(m_segments[index]->icon());
    m_views->setAccessibleDescription(m_segments[index]->accessibleName());
}

void SectionBar::setPipelines(const QList<Pipeline> &pipelines, qint64 current)
{
    m_pipelines->clear();
    for (const Pipeline &pipeline : pipelines)
        m_pipelines->addItem(displayName(pipeline), pipeline.id);
    m_pipelines->setCurrentIndex(m_pipelines->findData(current));
    m_pipelines->setVisible(m_pipelines->count() > 1);
    giveWay();
}

void SectionBar::setFound(const QString &count, const QString &sums, const QString &tip)
{
    m_count = count;
    m_sums = sums;
    m_found->setToolTip(tip);
    m_found->setAccessibleName(tip);
    giveWay();
}

void SectionBar::setBin(bool shown)
{
    m_bin->setChecked(shown);
    m_create->parentWidget()->setVisible(!shown); // there nothing is made
}

/// The ways to show as a menu, where there is no room to have them side by side.
void SectionBar::showViews()
{
    QMenu menu(this);
    menu.setObjectName(u"viewsMenu"_s);
    auto *one = new QActionGroup(&menu);
    for (QToolButton *segment : std::as_const(m_segments)) {
        QAction *action = menu.addAction(segment->icon(), segment->text(), segment, &QToolButton::click);
        action->setCheckable(true);
        action->setChecked(segment->isChecked());
        one->addAction(action);
    }
    menu.exec(m_views->mapToGlobal(QPoint(0, m_views->height())));
}

void SectionBar::showStep(int step)
{
    m_found->setText(step < WithoutWords ? m_count + sumsText() : m_count);
    if (std::exchange(m_step, step) == step)
        return;
    const bool isChoice = m_segments.size() > 1;
    const bool isFolded = isChoice && step >= WithOneButton;
    for (QToolButton *segment : std::as_const(m_segments))
        segment->setToolButtonStyle(step < WithoutWords ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_found->setVisible(step < WithoutCount);
    m_create->setText(step < WithoutCreateWord ? m_createText : QString());
    m_pipelines->setMaximumWidth(step < WithoutCreateWord ? QWIDGETSIZE_MAX : scaled(narrowPipelines, fontMetrics()));
    const bool hadFocus = m_views->hasFocus() || m_ways->isAncestorOf(focusWidget());
    m_views->setVisible(isFolded);
    m_ways->setVisible(isChoice && !isFolded);
    if (hadFocus && isFolded)
        m_views->setFocus();
    m_title->setVisible(step < WithoutTitle);
    // Parts of parts tell the layout above them only later.
    m_ways->updateGeometry();
    m_create->parentWidget()->updateGeometry();
}

QString SectionBar::sumsText() const
{
    return m_sums.isEmpty() ? QString() : u" · "_s + m_sums;
}

/// How wide the bar is with this much given up, and the search as narrow as it is good to use.
int SectionBar::needed(int step) const
{
    const QFontMetrics metrics = fontMetrics();
    QList<int> parts{scaled(usableSearch, metrics), 2 * m_gear->sizeHint().width(),
                     step < WithoutCreateWord ? m_createWidths.withWords : m_createWidths.bare};
    if (step < WithoutTitle)
        parts << qMin(m_title->sizeHint().width(), m_title->maximumWidth());
    if (!m_pipelines->isHidden())
        parts << qMin(m_pipelines->sizeHint().width(),
                      step < WithoutCreateWord ? QWIDGETSIZE_MAX : scaled(narrowPipelines, metrics));
    if (m_segments.size() > 1)
        parts << (step < WithoutWords        ? m_waysWidths.withWords
                      : step < WithOneButton ? m_waysWidths.bare
                                             : m_gear->sizeHint().width());
    if (step < WithoutCount)
        parts << metrics.horizontalAdvance(step < WithoutWords ? m_count + sumsText() : m_count);
    return std::accumulate(parts.cbegin(), parts.cend(), 2 * Space::l + int(parts.size() - 1) * Space::m);
}

void SectionBar::giveWay()
{
    int step = width() < scaled(narrow, fontMetrics()) ? WithoutWords : Everything;
    while (step < WithoutTitle && needed(step) > width())
        ++step;
    showStep(step);
}

/// With everything given up that can be.
QSize SectionBar::minimumSizeHint() const
{
    const int given = scaled(usableSearch, fontMetrics()) - m_filterBar->minimumSizeHint().width();
    return {needed(WithoutTitle) - given, height()};
}

void SectionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

} // namespace Kartoteka
