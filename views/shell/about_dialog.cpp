// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/about_dialog.h"

#include "core/base/libraries.h"
#include "core/store/upkeep/migrations.h"
#include "views/theme/theme.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/plain_table.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr int dialogWidth = 520;
constexpr int logoSize = 48;
} // namespace

AboutDialog::AboutDialog(const QString &path, QWidget *parent) : WalkedDialog(parent), m_path(path)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("About Kartoteka"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::xl, Space::xl, Space::xl);
    layout->setSpacing(Space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::m);
    auto *logo = new QLabel(this);
    logo->setPixmap(Theme::of(palette()).icon(u"kartoteka"_s, ColourRole::Accent).pixmap(logoSize, logoSize));
    head->addWidget(logo);
    auto *name = new QLabel(u"Kartoteka %1"_s.arg(QCoreApplication::applicationVersion()), this);
    name->setFont(Theme::title(font()));
    head->addWidget(name, 1);
    layout->addLayout(head);
    auto *what = new QLabel(
        tr("A desktop CRM that keeps a whole sales office in one file. Free software under the GNU General "
           "Public License, version 3 or later."),
        this);
    what->setWordWrap(true);
    layout->addWidget(what);
    layout->addSpacing(Space::s);
    auto *facts = new QFormLayout;
    facts->setHorizontalSpacing(Space::m);
    facts->setVerticalSpacing(Space::xs);
    const auto add = [&](const QString &label, const QString &value) {
        auto *title = new QLabel(label, this);
        title->setProperty("muted", true);
        auto *text = new ElidedLabel(value, this);
        text->setAccessibleName(u"%1: %2"_s.arg(label, value));
        facts->addRow(title, text);
    };
    if (!path.isEmpty()) {
        add(tr("Open file"), QDir::toNativeSeparators(path));
        add(tr("File format"), QString::number(currentFormat())); // others are not open: they are brought up to date first
    }
    layout->addLayout(facts);
    layout->addSpacing(Space::s);
    QTableWidget *table = makePlainTable({tr("Built with"), tr("Version"), tr("Licence")}, this);
    table->setObjectName(u"aboutLibraries"_s);
    table->setAccessibleName(tr("Built with"));
    for (const Library &library : libraries()) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(library.name));
        table->setItem(row, 1, new QTableWidgetItem(library.version));
        table->setItem(row, 2, new QTableWidgetItem(library.licence));
    }
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitToRows(*table, table->rowCount());
    layout->addWidget(table);
    layout->addSpacing(Space::m);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ResetRole);
    copy->setObjectName(u"aboutCopy"_s);
    copy->setAutoDefault(false);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    makePrimary(close);
    close->setDefault(true);
    close->setFocus();
    layout->addWidget(buttons);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    setFixedWidth(scaled(dialogWidth, fontMetrics()));
}

/// As high as what it says takes once it is wrapped: by the hint alone the last rows would touch the buttons.
void AboutDialog::showEvent(QShowEvent *event)
{
    resize(width(), layout()->totalHeightForWidth(width()));
    QDialog::showEvent(event);
}

QString AboutDialog::text() const
{
    QStringList lines{u"Kartoteka %1"_s.arg(QCoreApplication::applicationVersion()), QSysInfo::prettyProductName()};
    if (!m_path.isEmpty())
        lines << tr("Open file") + u": "_s + QDir::toNativeSeparators(m_path)
              << tr("File format") + u": "_s + QString::number(currentFormat());
    for (const Library &library : libraries())
        lines << u"%1 %2 (%3)"_s.arg(library.name, library.version, library.licence).simplified();
    return lines.join(u'\n');
}

} // namespace Kartoteka
