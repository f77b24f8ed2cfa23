// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_columns.h"

#include "views/card/section_head.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int columnWidth = 440;
constexpr int narrowest = 340; ///< of two columns

int seenHeight(const QWidget *widget)
{
    if (!widget || widget->isHidden())
        return 0;
    const bool isHead = qobject_cast<const SectionHead *>(widget);
    return isHead ? SectionHead::heightFor(widget->fontMetrics()) : widget->sizeHint().height();
}

int heightOf(const QList<QWidget *> &section)
{
    return std::accumulate(section.cbegin(), section.cend(), 0,
                           [](int sum, const QWidget *widget) { return sum + seenHeight(widget); });
}

} // namespace

FieldColumns::FieldColumns(QWidget *parent) : QWidget(parent), m_first(new QVBoxLayout), m_second(new QVBoxLayout)
{
    auto *both = new QHBoxLayout(this);
    both->setContentsMargins(0, 0, Space::m, 0); // room for flags
    both->setSpacing(Space::xl);
    for (QVBoxLayout *column : {m_first, m_second}) {
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addStretch(1);
        both->addLayout(column, column == m_first ? 1 : 0);
    }
}

void FieldColumns::setLead(QWidget *lead)
{
    m_lead = lead;
    m_first->insertWidget(0, lead);
}

void FieldColumns::clear()
{
    for (const QList<QWidget *> &section : std::as_const(m_sections)) {
        for (QWidget *widget : section) {
            m_first->removeWidget(widget);
            m_second->removeWidget(widget);
        }
    }
    m_sections.clear();
    m_second->setContentsMargins(0, 0, 0, 0);
    m_break = {};
}

void FieldColumns::add(const QList<QWidget *> &section)
{
    m_sections.append(section);
    m_break.at += section.size();
    for (QWidget *widget : section)
        m_first->insertWidget(m_first->count() - 1, widget);
}

void FieldColumns::setSideBySide(bool wanted)
{
    m_isWanted = wanted;
    balance();
}

bool FieldColumns::isSideBySide() const
{
    return m_isWanted && width() >= scaled(2 * narrowest, fontMetrics());
}

/// Where the second column begins, so that the higher one is as low as can be: at a section, or, where one is all that there
/// is to see, at a row of it, which stands beside the first one then.
FieldColumns::Break FieldColumns::wantedBreak() const
{
    QList<int> above{seenHeight(m_lead)}; // how much stands above each widget, and above the end
    QList<Break> breaks;
    const auto seen = std::ranges::count_if(m_sections, [](const auto &section) { return heightOf(section) > 0; });
    for (const QList<QWidget *> &section : m_sections) {
        const int head = seenHeight(section.constFirst());
        for (qsizetype row = 0; row < section.size(); ++row) {
            const bool isFirst = above.constLast() == above.constFirst();
            if (seen == 1 ? row > 1 : row == 0 && !isFirst)
                breaks << Break{above.size() - 1, seen == 1 ? head : 0};
            above << above.constLast() + seenHeight(section[row]);
        }
    }
    Break best{above.size() - 1, 0};
    int lowest = above.constLast();
    for (const Break &one : isSideBySide() ? std::as_const(breaks) : QList<Break>()) {
        const int highest = std::max(above[one.at], one.gap + above.constLast() - above[one.at]);
        if (highest < lowest) {
            lowest = highest;
            best = one;
        }
    }
    return best;
}

void FieldColumns::balance()
{
    // Rows of a wide window do not run from one end to the other.
    setMaximumWidth(m_isWanted ? scaled(2 * columnWidth, fontMetrics()) + 2 * Space::xl : QWIDGETSIZE_MAX);
    static_cast<QHBoxLayout *>(layout())->setStretchFactor(m_second, isSideBySide() ? 1 : 0);
    const Break now = wantedBreak();
    if (std::exchange(m_break, now) != now)
        place();
    alignHeads();
}

/// A head within a column is as high as a row, since one stands beside it. What leads the first column sees to the next head itself.
void FieldColumns::alignHeads()
{
    qsizetype at = 0;
    bool isFirst = true;
    for (const QList<QWidget *> &section : std::as_const(m_sections)) {
        if (at == m_break.at)
            isFirst = true;
        if (auto *head = qobject_cast<SectionHead *>(section.constFirst()))
            head->setPlace(!isSideBySide() ? SectionHead::Place::Alone
                               : isFirst   ? SectionHead::Place::BesideHead
                                           : SectionHead::Place::BesideBox);
        isFirst = isFirst && heightOf(section) == 0;
        at += section.size();
    }
}

void FieldColumns::place()
{
    const Break now = m_break;
    m_second->setContentsMargins(0, now.gap, 0, 0);
    qsizetype at = 0;
    for (const QList<QWidget *> &section : std::as_const(m_sections)) {
        for (QWidget *widget : section) {
            m_first->removeWidget(widget);
            m_second->removeWidget(widget);
            QVBoxLayout *column = at++ < now.at ? m_first : m_second;
            column->insertWidget(column->count() - 1, widget);
        }
    }
}

void FieldColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    balance();
}

} // namespace Kartoteka
