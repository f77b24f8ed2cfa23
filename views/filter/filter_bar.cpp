// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/filter_bar.h"

#include "core/query/condition_words.h"
#include "views/filter/filter_panel.h"
#include "views/filter/search_words.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/spoken_role.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int typingPauseMs = 60;
constexpr int narrowestPanel = 820;
constexpr int panelHeight = 380;
constexpr int narrowest = 168;
constexpr int narrow = 300;      ///< below it nothing but what is needed stands in the bar
constexpr int wordsRoom = 120;   ///< to type in
constexpr int fewWordsRoom = 48; ///< the same in a narrow bar
constexpr int widestChip = 220;
constexpr int narrowestChip = 56; ///< a part of a name that is shorter says nothing
constexpr int aroundWords = 26;   ///< of the line: its padding, and the gaps beside it

/// All that can be typed, then less and less of it.
QStringList shorterHints(const QString &whole)
{
    QStringList hints{whole};
    // One word of several would say that only this one is searched.
    for (qsizetype comma = whole.lastIndexOf(u','); whole.left(comma).contains(u',');
         comma = whole.lastIndexOf(u',', comma - 1))
        hints << whole.left(comma) + u'…';
    return hints;
}

} // namespace

FilterBar::FilterBar(FilterModel &model, QWidget *host, QWidget *parent) : QFrame(parent), m_model(model)
{
    setObjectName(u"filterBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::s, 0, Space::xs, 0);
    layout->setSpacing(Space::xs);
    auto *glass = new QLabel(this);
    glass->setPixmap(Theme::of(palette()).icon(u"search"_s, ColourRole::Muted).pixmap(fontMetrics().height()));
    layout->addWidget(glass);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(Space::xs);
    layout->addLayout(m_chips);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(u"searchEdit"_s);
    m_edit->setAccessibleName(tr("Search"));
    m_edit->installEventFilter(this);
    m_edit->setMinimumWidth(scaled(fewWordsRoom, fontMetrics()));
    layout->addWidget(m_edit, 1);
    m_hint = new QLabel(tr("Ctrl+F"), this);
    m_hint->setObjectName(u"keyHint"_s);
    m_hint->setFont(Theme::caption(font()));
    layout->addWidget(m_hint, 0, Qt::AlignVCenter);
    m_clear = makeIconButton(this, u"filterClear"_s, u"close"_s, tr("Show everything"));
    m_form = makeIconButton(this, u"filterButton"_s, u"filter"_s, tr("Filter (Alt+Down)"));
    layout->addWidget(m_clear);
    layout->addWidget(m_form);
    setFocusProxy(m_edit);
    m_panel = new FilterPanel(model, host);
    host->installEventFilter(this);
    connect(m_panel, &FilterPanel::closed, this, [this] {
        if (m_panel->isAncestorOf(QApplication::focusWidget()))
            m_edit->setFocus(); // where one goes on
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        m_search = m_edit->text();
        m_model.setSearch(m_search);
    });
    connect(m_edit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_typing.stop();
        m_model.clear();
        m_edit->setFocus();
    });
    connect(m_form, &QToolButton::clicked, this, &FilterBar::openPanel);
    connect(&model, &FilterModel::changed, this, &FilterBar::showChips);
    connect(&model, &FilterModel::presetsChanged, this, &FilterBar::showChips);
    showChips();
}

QWidget *FilterBar::makeChip(const QString &text, const std::function<void()> &remove)
{
    auto *chip = new QFrame(this);
    chip->setObjectName(u"chip"_s);
    chip->setAttribute(Qt::WA_StyledBackground);
    chip->setAccessibleName(text);
    speakAs(*chip, QAccessible::Grouping, [this] { openPanel(); });
    auto *layout = new QHBoxLayout(chip);
    layout->setContentsMargins(Space::s, 0, 2, 0);
    layout->setSpacing(2);
    chip->setFixedHeight(scaled(22, fontMetrics()));
    const int widest = scaled(widestChip, fontMetrics());
    const int room = remove ? qMin(widest, qMax(0, chipRoom(fewWordsRoom) - scaled(32, fontMetrics()))) : widest;
    const QFont strong = Theme::strong(Theme::small(font()));
    auto *label = new QLabel(QFontMetrics(strong).elidedText(text, Qt::ElideRight, room), chip);
    label->setFont(strong);
    label->setToolTip(text);
    label->setObjectName(u"chipText"_s);
    layout->addWidget(label);
    if (remove) {
        QToolButton *close = makeIconButton(chip, u"chipRemove"_s, u"close"_s, tr("Remove: %1").arg(text));
        close->setIcon(Theme::of(palette()).icon(u"close"_s, ColourRole::Accent));
        const int cross = scaled(12, fontMetrics());
        close->setIconSize(QSize(cross, cross));
        close->setFixedSize(scaled(18, fontMetrics()), scaled(18, fontMetrics()));
        layout->addWidget(close);
        connect(close, &QToolButton::clicked, this, remove);
    }
    chip->installEventFilter(this);
    return chip;
}

void FilterBar::showChips()
{
    for (QWidget *chip : std::as_const(m_chipWidgets)) {
        m_chips->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // a chip may be what was clicked
    }
    m_chipWidgets.clear();
    const SchemaPtr schema = m_model.store().schema();
    // A saved filter stands as one chip by its name.
    const Preset *current = m_model.conditions().isEmpty() ? nullptr : m_model.current();
    if (current) {
        m_chipWidgets << makeChip(current->name, [this] { m_model.setConditions({}); });
    } else {
        const QList<Condition> &conditions = m_model.conditions();
        for (qsizetype i = 0; i < conditions.size(); ++i) {
            m_chipWidgets << makeChip(conditionWords(*schema, m_model.typeId(), conditions[i]),
                                      [this, i] { m_model.removeCondition(i); });
        }
    }
    // What has no room stands behind a chip that counts; the form shows all.
    const int room = chipRoom(isNarrow() ? fewWordsRoom : wordsRoom);
    int left = room;
    int hidden = 0;
    for (QWidget *chip : std::as_const(m_chipWidgets)) {
        left -= chip->sizeHint().width() + Space::xs;
        if (left < 0 && (chip != m_chipWidgets.constFirst() || room < scaled(narrowestChip, fontMetrics()))) {
            chip->deleteLater();
            chip->hide();
            ++hidden;
        } else {
            m_chips->addWidget(chip);
            chip->show();
        }
    }
    m_chipWidgets.resize(m_chipWidgets.size() - hidden);
    if (hidden > 0) {
        m_chipWidgets << makeChip(u"+%1"_s.arg(hidden), {});
        m_chips->addWidget(m_chipWidgets.constLast());
    }
    // What is being typed stays, unless somebody has chosen another search meanwhile.
    const bool isChosen = std::exchange(m_search, m_model.search()) != m_model.search();
    if (m_edit->text() != m_model.search() && (isChosen || !m_typing.isActive())) {
        m_edit->setText(m_model.search());
        m_typing.stop(); // nobody typed it
    }
    // The only chip has a cross of its own.
    const bool isDouble = m_chipWidgets.size() == 1 && hidden == 0 && m_model.search().isEmpty();
    m_clear->setVisible(!m_model.isEmpty() && !isNarrow() && !isDouble);
    showHint();
}

bool FilterBar::isNarrow() const
{
    return width() < scaled(narrow, fontMetrics());
}

/// What is left of the bar for chips when @p words are left to type in.
int FilterBar::chipRoom(int words) const
{
    const QFontMetrics metrics = fontMetrics();
    const int buttons = m_form->sizeHint().width() + (isNarrow() ? 0 : m_clear->sizeHint().width());
    return width() - metrics.height() - buttons - scaled(words, metrics) - 2 * Space::l;
}

/// What is typed and one chip, or the number of them, always have a place.
QSize FilterBar::minimumSizeHint() const
{
    return {scaled(narrowest, fontMetrics()), QFrame::minimumSizeHint().height()};
}

/// What can be typed is told as far as there is room to read it beside the key that leads here.
void FilterBar::showHint()
{
    const QMargins around = layout()->contentsMargins();
    int room = width() - around.left() - around.right() - fontMetrics().height() - m_form->sizeHint().width() - aroundWords;
    for (const QWidget *other : m_chipWidgets + QList<QWidget *>{m_clear})
        room -= other->isHidden() ? 0 : other->sizeHint().width() + Space::xs;
    const QStringList ways = shorterHints(searchHint(*m_model.store().schema(), m_model.typeId())) << tr("Search");
    const QFontMetrics metrics = m_edit->fontMetrics();
    const auto widestIn = [&](int place) {
        return std::ranges::find_if(ways, [&](const QString &way) { return metrics.horizontalAdvance(way) <= place; });
    };
    const int key = m_hint->sizeHint().width() + Space::xs;
    const auto besideKey = widestIn(room - key);
    const bool hasKey = besideKey != ways.cend();
    m_hint->setVisible(m_edit->text().isEmpty() && hasKey);
    const auto shown = hasKey ? besideKey : widestIn(room);
    m_edit->setPlaceholderText(shown == ways.cend() ? QString() : *shown);
    m_edit->setToolTip(m_edit->placeholderText() == ways.constFirst() ? QString() : ways.constFirst());
}

/// Below the bar and as wide as it, but never wider than the page.
QRect FilterBar::panelRoom() const
{
    constexpr int around = FilterPanel::shadow;
    const QRect page = m_panel->parentWidget()->rect().adjusted(Space::s, 0, -Space::s, -Space::s);
    const QPoint below = mapTo(m_panel->parentWidget(), QPoint(0, height() + Space::xs));
    const int wanted = qMax(width(), scaled(narrowestPanel, fontMetrics()));
    const int panelWidth = qMin(wanted, page.width());
    // At its left edge or, where there is no room for that, at its right one.
    const int wantedLeft = below.x() + panelWidth <= page.right() ? below.x() : below.x() + width() - panelWidth;
    const int left = qBound(page.left(), wantedLeft, page.right() + 1 - panelWidth);
    const int panelTall = qMin(scaled(panelHeight, fontMetrics()), page.bottom() - below.y());
    return QRect(left, below.y(), panelWidth, panelTall).adjusted(-around, -around, around, around);
}

void FilterBar::openPanel()
{
    if (!m_panel->isVisible())
        m_panel->openOver(panelRoom());
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && (key->modifiers() & Qt::AltModifier)) {
            openPanel();
            return true;
        }
        if (key->key() == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_model.conditions().isEmpty()) {
            m_model.current() ? m_model.setConditions({}) : m_model.removeCondition(m_model.conditions().size() - 1);
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            m_edit->setText({}); // and no undo brings it back: Ctrl+Z is for what was done
            m_model.setSearch({});
            return true;
        }
    }
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        setProperty("focused", event->type() == QEvent::FocusIn);
        style()->unpolish(this);
        style()->polish(this);
    }
    if (watched == m_panel->parentWidget() && event->type() == QEvent::Resize && m_panel->isVisible())
        m_panel->setGeometry(panelRoom());
    if (event->type() == QEvent::MouseButtonRelease && watched->objectName() == u"chip")
        openPanel();
    return QFrame::eventFilter(watched, event);
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        showChips();
}

void FilterBar::focusInEvent(QFocusEvent *)
{
    m_edit->setFocus();
}

} // namespace Kartoteka
