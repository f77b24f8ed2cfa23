// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/welcome_page.h"

#include "views/shell/recent_row.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_layout.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int columnWidth = 440;
constexpr int logoSize = 64;
constexpr int logoInset = logoSize / 9; ///< free room in the picture at its left
constexpr qsizetype shownFiles = 5;
} // namespace

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *column = new QWidget(this);
    column->setFixedWidth(qMax(columnWidth, fontMetrics().averageCharWidth() * 58));
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(Space::s);
    auto *logo = new QLabel(column);
    // What is seen of it begins where the words do.
    const QPixmap whole = Theme::of(palette()).icon(u"kartoteka"_s, ColourRole::Accent).pixmap(logoSize, logoSize);
    const int inset = int(logoInset * whole.devicePixelRatio());
    QPixmap seen = whole.copy(inset, 0, whole.width() - inset, whole.height());
    seen.setDevicePixelRatio(whole.devicePixelRatio());
    logo->setPixmap(seen);
    layout->addWidget(logo);
    auto *name = new QLabel(tr("Kartoteka"), column);
    QFont big = Theme::title(font());
    big.setPixelSize(big.pixelSize() * 3 / 2);
    name->setFont(big);
    layout->addWidget(name);
    auto *what = new QLabel(tr("Leads, deals and clients of a whole sales office in one file on your disk. Works offline."),
                            column);
    what->setProperty("muted", true);
    what->setWordWrap(true);
    layout->addWidget(what);
    layout->addSpacing(Space::l);
    const auto addButton = [&](const QString &text, const QString &icon, const QString &objectName, bool primary,
                               void (WelcomePage::*wanted)(), const QKeySequence &key = {}) {
        const Theme &theme = Theme::of(palette());
        auto *button = new QPushButton(primary ? theme.icon(icon, QColor(Qt::white)) : theme.icon(icon), text, column);
        button->setObjectName(objectName);
        button->setProperty("primary", primary);
        button->setProperty("leading", true);
        button->setMinimumHeight(40);
        connect(button, &QPushButton::clicked, this, wanted);
        layout->addWidget(button);
        if (key.isEmpty())
            return;
        auto *across = new QHBoxLayout(button);
        across->setContentsMargins(0, 0, Space::m, 0);
        auto *hint = new QLabel(key.toString(QKeySequence::NativeText), button);
        hint->setObjectName(u"keyHint"_s);
        hint->setFont(Theme::small(font()));
        hint->setAttribute(Qt::WA_TransparentForMouseEvents);
        across->addWidget(hint, 0, Qt::AlignRight | Qt::AlignVCenter);
    };
    addButton(tr("New file with demo data"), u"sample"_s, u"welcomeDemo"_s, true, &WelcomePage::demoWanted);
    addButton(tr("New empty file"), u"file"_s, u"welcomeNew"_s, false, &WelcomePage::newWanted,
              Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    addButton(tr("Open a file…"), u"folder"_s, u"welcomeOpen"_s, false, &WelcomePage::openWanted, QKeySequence::Open);
    m_problem = new QLabel(column);
    m_problem->setObjectName(u"welcomeProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    const auto addOffer = [&](const QString &text, const QString &objectName) {
        auto *button = new QPushButton(text, column);
        button->setObjectName(objectName);
        button->setProperty("leading", true);
        button->setMinimumHeight(40);
        button->hide();
        layout->addWidget(button);
        return button;
    };
    m_backups = addOffer(tr("Restore a backup…"), u"welcomeBackups"_s);
    connect(m_backups, &QPushButton::clicked, this, [this] { emit backupsWanted(m_damaged); });
    m_forget = addOffer(tr("Remove it from the list"), u"welcomeForget"_s);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        emit forgetWanted(m_missing);
        setProblem({});
    });
    layout->addSpacing(Space::l);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    layout->addLayout(m_recent);
    // Between stretches, not aligned: so it is as high as its texts are at its width.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(column);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch(3);
}

void WelcomePage::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    offerBackups({});
    offerForgetting({});
}

void WelcomePage::offerBackups(const QString &path)
{
    m_damaged = path;
    m_backups->setVisible(!path.isEmpty());
}

void WelcomePage::offerForgetting(const QString &path)
{
    m_missing = path;
    m_forget->setVisible(!path.isEmpty());
}

void WelcomePage::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = isEnter ? qobject_cast<QAbstractButton *>(window()->focusWidget()) : nullptr;
    if (button && isAncestorOf(button))
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void WelcomePage::setRecent(const QList<RecentFile> &files)
{
    emptyLayout(m_recent);
    if (files.isEmpty())
        return;
    auto *caption = new QLabel(tr("Recent files"), this);
    caption->setFont(Theme::caption(font()));
    caption->setProperty("muted", true);
    caption->setContentsMargins(Space::m, 0, 0, Space::xs);
    m_recent->addWidget(caption);
    for (const RecentFile &file : files.first(qMin(shownFiles, files.size()))) {
        auto *row = new RecentRow(file, this);
        connect(row, &RecentRow::chosen, this, [this, path = file.path] { emit recentChosen(path); });
        connect(row, &RecentRow::forgetWanted, this, [this, path = file.path] { emit forgetWanted(path); });
        m_recent->addWidget(row);
    }
}

} // namespace Kartoteka
