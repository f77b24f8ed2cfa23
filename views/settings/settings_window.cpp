// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_window.h"

#include "core/query/quick_match.h"
#include "core/schema/other_language.h"
#include "views/settings/setting_row.h"
#include "views/theme/theme.h"
#include "views/widgets/chosen_is_current.h"
#include "views/widgets/scrim.h"
#include "views/widgets/search_line.h"
#include "views/widgets/toast.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowExtent(960, 680);
constexpr int iconSide = 18;
constexpr int listWidth = 252;

enum Role { PageRole = Qt::UserRole, EntryRole };

} // namespace

SettingsWindow::SettingsWindow(QWidget *parent) : WalkedDialog(parent)
{
    setObjectName(u"settingsWindow"_s);
    setWindowTitle(tr("Settings"));
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    auto *side = new QWidget(this);
    side->setObjectName(u"settingsSide"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(scaled(listWidth, fontMetrics()));
    auto *down = new QVBoxLayout(side);
    down->setContentsMargins(Space::m, Space::m, Space::m, Space::m);
    down->setSpacing(Space::s);
    m_search = makeSearchLine(u"settingsSearch"_s, tr("Search settings"), tr("Search settings"), side);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    down->addWidget(m_search);
    m_list = new QListWidget(side);
    const int icon = scaled(iconSide, fontMetrics());
    m_list->setIconSize({icon, icon});
    m_list->setObjectName(u"settingsList"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    down->addWidget(m_list, 1);
    m_none = new QLabel(tr("No settings found."), side);
    m_none->setProperty("muted", true);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignHCenter);
    m_none->hide();
    down->addWidget(m_none, 1);
    across->addWidget(side);
    m_stack = new QStackedWidget(this);
    across->addWidget(m_stack, 1);
    m_toast = new Toast(m_stack);
    connect(m_toast, &Toast::undoWanted, this, &SettingsWindow::undoWanted);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::fill);
    makeChosenCurrent(*m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsWindow::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { enter(*item); });
    const auto key = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    key(QKeySequence::Find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_Z), &SettingsWindow::takeBack);
    key(QKeySequence(Qt::CTRL | Qt::Key_Y), &SettingsWindow::redoWanted);
    if (parent)
        resize(dialogSize(*parent, windowExtent));
    m_scrim = new Scrim(this);
}

bool SettingsWindow::event(QEvent *event)
{
    if (event->type() == QEvent::WindowBlocked || event->type() == QEvent::WindowUnblocked) {
        m_scrim->setVisible(event->type() == QEvent::WindowBlocked);
        m_scrim->raise();
    }
    return QDialog::event(event);
}

/// It comes back to where it was: the toolkit alone would put its inside where its frame stood, lower each time.
void SettingsWindow::setVisible(bool visible)
{
    if (visible != isVisible()) {
        if (!visible)
            m_place = pos();
        else if (m_place)
            move(*m_place);
    }
    QDialog::setVisible(visible);
}

void SettingsWindow::addPage(SettingsPage *page)
{
    m_pages << page;
    m_stack->addWidget(page);
    connect(page, &SettingsPage::done, this, [this](const QString &what) { say(what, true); });
    connect(page, &SettingsPage::said, this, [this](const QString &what) { say(what, false); });
    connect(page, &SettingsPage::failed, this, [this](const Error &error) { say(error.message, false); });
    fill();
}

void SettingsWindow::openAt(const QString &code, const QString &entry)
{
    m_search->clear();
    const auto page = std::ranges::find(m_pages, code, &SettingsPage::code);
    if (page != m_pages.end())
        m_list->setCurrentRow(int(page - m_pages.begin()));
    show();
    raise();
    activateWindow();
    if (page != m_pages.end() && !entry.isEmpty())
        (*page)->reveal(entry);
    else
        m_search->setFocus();
}

/// What a page keeps outside the file it takes back itself.
void SettingsWindow::takeBack()
{
    auto *shown = qobject_cast<SettingsPage *>(m_stack->currentWidget());
    if (!shown || !shown->takeBack())
        emit undoWanted();
}

QString SettingsWindow::page() const
{
    const auto *page = qobject_cast<SettingsPage *>(m_stack->currentWidget());
    return page ? page->code() : QString();
}

QString SettingsWindow::entry() const
{
    for (const QWidget *at = focusWidget(); at && at != this; at = at->parentWidget()) {
        if (const auto *row = qobject_cast<const SettingRow *>(at))
            return row->code();
    }
    return {};
}

void SettingsWindow::say(const QString &text, bool undoable)
{
    m_toast->show(text, undoable);
}

/// What is called so first, the nearer the better; then what merely says so in its explanation.
QList<SettingsWindow::Found> SettingsWindow::find(const QuickMatch &match) const
{
    // What is called so in the other language comes behind what is called so in this one.
    constexpr int otherLanguageLess = 10;
    const auto scoreOf = [&](const QString &text) {
        int best = match.score(text);
        for (const QString &other : m_others.value(text))
            best = qMax(best, match.score(other) - otherLanguageLess);
        return best;
    };
    QList<Found> found;
    for (int page = 0; page < m_pages.size(); ++page) {
        if (const int score = scoreOf(m_pages[page]->title()); score > 0)
            found.append({score, page, {}, m_pages[page]->title(), tr("a page")});
        else if (scoreOf(m_pages[page]->keywords()) >= QuickMatch::good)
            found.append({0, page, {}, m_pages[page]->title(), tr("a page")});
        const QList<SettingEntry> entries = m_pages[page]->entries();
        for (const SettingEntry &entry : entries) {
            if (const int score = scoreOf(entry.title); score > 0)
                found.append({score, page, entry.code, entry.title, entry.help});
            else if (scoreOf(entry.help) >= QuickMatch::good)
                found.append({0, page, entry.code, entry.title, entry.help});
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Found::score);
    return found;
}

void SettingsWindow::collectOthers()
{
    QSet<QString> shown;
    for (const SettingsPage *page : std::as_const(m_pages)) {
        shown << page->title() << page->keywords();
        const QList<SettingEntry> entries = page->entries();
        for (const SettingEntry &entry : entries)
            shown << entry.title << entry.help;
    }
    m_others = inOtherLanguage(shown);
}

/// The pages; of a search what answers it.
void SettingsWindow::fill()
{
    const QuickMatch match(m_search->text());
    if (match.isEmpty())
        m_others.clear(); // names may change until the next search
    else if (m_others.isEmpty())
        collectOthers();
    const QString shown = page();
    QSignalBlocker quiet(m_list);
    m_list->clear();
    const Theme &theme = Theme::of(palette());
    const auto add = [&](int page, const QString &entry, const QString &text) {
        auto *item = new QListWidgetItem(theme.icon(m_pages[page]->icon()), text, m_list);
        item->setData(PageRole, page);
        item->setData(EntryRole, entry);
        item->setToolTip(text);
        item->setSizeHint(QSize(0, scaled(sizes().control, fontMetrics())));
    };
    for (int page = 0; match.isEmpty() && page < m_pages.size(); ++page)
        add(page, {}, m_pages[page]->title());
    const QList<Found> found = match.isEmpty() ? QList<Found>() : find(match);
    QHash<QString, int> called;
    for (const Found &one : found)
        ++called[one.text];
    for (const Found &one : found) {
        const bool isAlone = called.value(one.text) == 1 || one.where.isEmpty();
        add(one.page, one.entry,
            isAlone ? one.text : tr("%1 · %2", "what was found, and what it belongs to").arg(one.text, one.where));
    }
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(m_list->count() == 0);
    for (int row = 0; match.isEmpty() && row < m_list->count(); ++row) {
        if (m_pages[row]->code() == shown)
            m_list->setCurrentRow(row);
    }
    quiet.unblock();
    if (!found.isEmpty())
        m_list->setCurrentRow(0); // what answers best is seen while one types
}

/// What is found is shown as it is walked over; the focus stays in the list.
void SettingsWindow::choose(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    if (!item)
        return;
    QWidget *before = focusWidget();
    SettingsPage *page = m_pages[item->data(PageRole).toInt()];
    m_stack->setCurrentWidget(page);
    m_toast->raise(); // the page comes before what was said on the other one
    if (const QString entry = item->data(EntryRole).toString(); !entry.isEmpty())
        page->reveal(entry);
    if (before)
        before->setFocus();
}

void SettingsWindow::enter(const QListWidgetItem &found)
{
    SettingsPage *page = m_pages[found.data(PageRole).toInt()];
    if (const QString entry = found.data(EntryRole).toString(); !entry.isEmpty()) {
        page->reveal(entry);
        return;
    }
    for (QWidget *next = page->nextInFocusChain(); next && next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next) && next->isVisibleTo(page) && next->isEnabled() && next->focusPolicy() & Qt::TabFocus) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

/// Nothing here waits for a default button: Enter presses the one that has the focus.
void SettingsWindow::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QDialog::keyPressEvent(event);
}

bool SettingsWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Down: m_list->setCurrentRow(qMin(row + 1, m_list->count() - 1)); return true;
    case Qt::Key_Up: m_list->setCurrentRow(qMax(row - 1, 0)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row < 0 && m_list->count() > 0)
            m_list->setCurrentRow(0);
        if (const QListWidgetItem *item = m_list->currentItem())
            enter(*item);
        return true;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            return false;
        m_search->clear();
        return true;
    default: return false;
    }
}

} // namespace Kartoteka
