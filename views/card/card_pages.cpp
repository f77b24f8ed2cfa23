// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_pages.h"

#include "models/card/card_layout_model.h"
#include "views/card/card_keys.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace Kartoteka {

QString CardPages::timelineCode()
{
    return u"timeline"_s;
}

CardPages::CardPages(Store &store, QSplitter *general, QWidget *parent)
    : QWidget(parent), m_store(store), m_bar(new QTabBar(this)), m_stack(new QStackedWidget(this)), m_general(general)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setObjectName(u"cardTabs"_s);
    m_bar->setAccessibleName(tr("Tabs of the card"));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(general);
    connect(m_bar, &QTabBar::currentChanged, this, &CardPages::showCurrent);
    // Files, links and products are no part of the item: whoever writes them may have changed a number.
    connect(&store, &Store::committed, this, [this] {
        if (isVisible() && !m_isNew)
            showCounts();
    });
    for (const auto &[key, by] : {std::pair(Qt::Key_PageUp, -1), std::pair(Qt::Key_PageDown, 1)})
        addCardKey(*parent, Qt::CTRL | key, [this, by = by] { step(by); });
}

void CardPages::follow(CardLayoutModel &layouts)
{
    m_layouts = &layouts;
    connect(&layouts, &CardLayoutModel::changed, this, [this] {
        rebuild();
        showCounts();
    });
}

QList<CardTabInfo> CardPages::offered() const
{
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = m_isNew ? nullptr : schema->type(m_item.typeId);
    return type ? cardTabs(*schema, *type) : QList<CardTabInfo>();
}

/// Those that the view shows, in its order.
QStringList CardPages::shownCodes() const
{
    QStringList codes;
    for (const CardTabInfo &info : offered())
        codes << info.code;
    const bool isRead = m_layouts && m_layouts->layout().typeId == m_item.typeId;
    return isRead ? m_layouts->layout().tabsOf(codes) : codes;
}

/// Pages that stay keep what they show.
void CardPages::rebuild()
{
    QList<CardTabInfo> wanted;
    const QList<CardTabInfo> all = offered();
    for (const QString &code : shownCodes())
        wanted << *std::ranges::find(all, code, &CardTabInfo::code);
    const bool isSame = std::equal(wanted.cbegin(), wanted.cend(), m_pages.cbegin(), m_pages.cend(),
                                   [](const CardTabInfo &info, const Page &page) {
                                       return info.code == page.info.code && info.title == page.info.title;
                                   });
    const int firstPage = m_isNarrow && !m_isNew ? 2 : 1;
    if (isSame && m_bar->count() == firstPage + m_pages.size()) {
        m_bar->setVisible(m_bar->count() > 1);
        return;
    }
    const QString shown = shownPage();
    const QSignalBlocker quiet(m_bar);
    QList<Page> pages;
    for (const CardTabInfo &info : std::as_const(wanted)) {
        Page page{info, nullptr};
        for (Page &old : m_pages) {
            if (old.info.code == info.code)
                page.tab = std::exchange(old.tab, nullptr);
        }
        pages << page;
    }
    for (const Page &old : std::as_const(m_pages)) {
        if (!old.tab)
            continue;
        old.tab->hide();
        old.tab->deleteLater(); // it may be what asked for the new item, from a menu of its own
    }
    m_pages = pages;
    m_firstPage = firstPage;
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    m_bar->addTab(tr("General"));
    if (firstPage > 1)
        m_bar->addTab(tr("Timeline"));
    for (const Page &page : std::as_const(m_pages))
        m_bar->addTab(page.info.title);
    m_bar->setVisible(m_bar->count() > 1);
    showPage(shown);
}

void CardPages::setItem(const Item &item, bool isNew)
{
    m_item = item;
    m_isNew = isNew;
    rebuild();
    showCurrent();
    showCounts();
}

QString CardPages::shownPage() const
{
    const int at = m_bar->currentIndex() - m_firstPage;
    if (at < 0)
        return m_bar->currentIndex() == 1 ? timelineCode() : QString();
    return at < m_pages.size() ? m_pages[at].info.code : QString();
}

void CardPages::showPage(const QString &code)
{
    int at = code == timelineCode() ? m_firstPage - 1 : 0;
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].info.code == code)
            at = i + m_firstPage;
    }
    m_bar->setCurrentIndex(at);
    showCurrent();
}

void CardPages::showCurrent()
{
    showHalves();
    const int at = m_bar->currentIndex() - m_firstPage;
    if (at < 0 || at >= m_pages.size()) {
        m_stack->setCurrentWidget(m_general);
        return;
    }
    Page &page = m_pages[at];
    if (!page.tab) {
        page.tab = page.info.make(m_store, m_stack);
        m_stack->addWidget(page.tab);
        connect(page.tab, &CardTab::opened, this, &CardPages::opened);
        connect(page.tab, &CardTab::createWanted, this, &CardPages::createWanted);
        connect(page.tab, &CardTab::sectionWanted, this, &CardPages::sectionWanted);
        connect(page.tab, &CardTab::failed, this, &CardPages::failed);
        connect(page.tab, &CardTab::done, this, &CardPages::done);
    }
    page.tab->setItem(m_item);
    const bool isLeft = m_stack->currentWidget() != page.tab && m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(page.tab);
    if (isLeft && page.tab->focusProxy())
        page.tab->setFocus(Qt::OtherFocusReason); // or what stands next to what is hidden would have it
}

void CardPages::step(int by)
{
    if (m_bar->isHidden() || m_bar->count() == 0)
        return;
    const QWidget *focused = QApplication::focusWidget();
    m_bar->setCurrentIndex((m_bar->currentIndex() + by + m_bar->count()) % m_bar->count());
    QWidget *page = m_stack->currentWidget();
    if (page != m_general && page->focusProxy())
        page->setFocus(Qt::TabFocusReason);
    else if (!focused || !focused->isVisible())
        m_bar->setFocus(Qt::TabFocusReason);
}

/// How much stands behind each tab, muted beside its name.
void CardPages::showCounts()
{
    m_counting.cancel();
    m_counting = CancelToken();
    if (m_pages.isEmpty())
        return;
    QList<CardTabInfo> infos;
    for (const Page &page : std::as_const(m_pages))
        infos << page.info;
    m_store
        .read<QList<qint64>>(m_counting,
                             [infos, item = m_item](ReadContext &context) -> Result<QList<qint64>> {
                                 QList<qint64> counts;
                                 for (const CardTabInfo &info : infos) {
                                     auto count = info.count ? info.count(context, item) : Result<qint64>(0);
                                     if (!count)
                                         return count.error();
                                     counts << *count;
                                 }
                                 return counts;
                             })
        .then(this, [this, token = m_counting](const Result<QList<qint64>> &counts) {
            if (token.isCancelled() || !counts)
                return; // the names stand without
            for (int i = 0; i < m_pages.size() && i < counts->size(); ++i) {
                const qint64 count = counts->at(i);
                m_bar->setTabText(i + m_firstPage,
                                  count > 0 ? u"%1  %2"_s.arg(m_pages[i].info.title, QLocale().toString(count))
                                            : m_pages[i].info.title);
            }
        });
}

/// What is not saved has nothing to show beside its fields.
void CardPages::showHalves()
{
    const bool wereBoth = areBoth();
    if (wereBoth)
        m_halves = m_general->saveState(); // one alone forgets how wide they were
    const bool isTimeline = m_isNarrow && shownPage() == timelineCode();
    m_general->widget(0)->setVisible(!isTimeline);
    m_general->widget(1)->setVisible(isTimeline || !(m_isNarrow || m_isNew));
    if (areBoth() && !wereBoth)
        m_general->restoreState(m_halves);
}

bool CardPages::areBoth() const
{
    return !m_general->widget(0)->isHidden() && !m_general->widget(1)->isHidden();
}

QByteArray CardPages::halves() const
{
    return areBoth() ? m_general->saveState() : m_halves;
}

void CardPages::setHalves(const QByteArray &halves)
{
    m_halves = halves;
    m_general->restoreState(halves);
}

/// Neither half is narrower than it may be.
void CardPages::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int needed = m_general->widget(0)->minimumWidth() + m_general->handleWidth()
        + m_general->widget(1)->minimumWidth();
    const bool isNarrow = width() < needed;
    if (isNarrow == m_isNarrow)
        return;
    const QWidget *focus = m_general->widget(1)->focusWidget();
    m_isNarrow = isNarrow;
    rebuild();
    showHalves();
    if (focus && focus->hasFocus())
        showPage(timelineCode()); // what is being written stays in sight
    showCounts();
}

bool CardPages::hasUnsaved() const
{
    return std::any_of(m_pages.cbegin(), m_pages.cend(),
                       [](const Page &page) { return page.tab && page.tab->hasUnsaved(); });
}

bool CardPages::saveUnsaved()
{
    for (const Page &page : std::as_const(m_pages)) {
        if (page.tab && page.tab->hasUnsaved() && !page.tab->saveUnsaved()) {
            showPage(page.info.code);
            return false;
        }
    }
    return true;
}

void CardPages::discard()
{
    for (const Page &page : std::as_const(m_pages)) {
        if (page.tab)
            page.tab->discard();
    }
}

} // namespace Kartoteka
