// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/exchange/preview_dialog.h"

#include "core/exchange/exchange_texts.h"
#include "core/exchange/seats.h"
#include "core/items/item_queries.h"
#include "views/theme/theme.h"
#include "views/widgets/plain_table.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

QTableWidget *countTable(const Schema &schema, const MergeReport &report, QWidget *parent)
{
    auto *table = makePlainTable(
        {PreviewDialog::tr("What"), PreviewDialog::tr("New"), PreviewDialog::tr("Changed"), PreviewDialog::tr("Deleted")},
        parent);
    table->setObjectName(u"exchangeCounts"_s);
    table->setAccessibleName(PreviewDialog::tr("What the file changes"));
    table->setRowCount(int(report.tables.size()));
    int row = 0;
    const auto put = [&](int column, const QString &text) { table->setItem(row, column, new QTableWidgetItem(text)); };
    for (auto it = report.tables.cbegin(); it != report.tables.cend(); ++it, ++row) {
        put(0, recordsName(schema, it.key()));
        const auto number = [](qint64 n) { return n == 0 ? u"–"_s : QLocale().toString(n); };
        put(1, number(it->added));
        put(2, number(it->changed));
        put(3, number(it->deleted));
    }
    for (int column = 1; column < table->columnCount(); ++column)
        alignRight(*table, column);
    constexpr int shownRows = 8;
    fitToRows(*table, shownRows);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return table;
}

} // namespace

PreviewDialog::PreviewDialog(const Schema &schema, const ExchangeRead &read, Moment moment, QWidget *parent)
    : WalkedDialog(parent)
{
    const bool before = moment == Moment::Before;
    setWindowTitle(before ? tr("Read exchange file") : tr("Exchange file read"));
    resize(dialogSize(*parent, {600, 200})); // as high as it needs
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    const auto addText = [this](QVBoxLayout *to, const QString &text, bool muted) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setProperty("muted", muted);
        to->addWidget(label);
        return label;
    };
    addText(layout, tr("From: %1").arg(read.sender), false)->setFont(Theme::title(font()));
    const QDateTime written = QDateTime::fromMSecsSinceEpoch(read.manifest.writtenAt);
    addText(layout,
            tr("Written %1. %n change(s).", nullptr, int(read.manifest.rows))
                .arg(QLocale().toString(written, QLocale::ShortFormat)),
            true);
    if (read.trust != SenderTrust::Known)
        addText(layout, trustText(read), true);
    if (!read.forMe) {
        const ReplicaInfo *receiver = read.manifest.replica(read.manifest.receiver);
        addText(layout, tr("It was written for another seat: %1.").arg(receiver ? seatName(*receiver) : QString()), false);
    }
    layout->addWidget(countTable(schema, read.merged, this));
    m_notes = new QVBoxLayout;
    m_notes->setSpacing(Space::s);
    layout->addLayout(m_notes);
    for (const QString &note : mergeNotes(read.merged))
        addText(m_notes, note, false);
    for (const QString &line : read.followed)
        addText(m_notes, tr("A file that had waited was read too. %1").arg(line), false);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(this);
    if (before) {
        QPushButton *accept = buttons->addButton(tr("Read"), QDialogButtonBox::AcceptRole);
        accept->setObjectName(u"exchangeAccept"_s);
        makePrimary(accept);
        QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
        // Enter reads what a seat of the office wrote for this one; anything else takes more than a key pressed by habit.
        QPushButton *usual = read.trust == SenderTrust::Known && read.forMe ? accept : cancel;
        usual->setDefault(true);
        usual->setFocus();
    } else {
        if (read.merged.conflicts > 0) {
            QPushButton *conflicts = buttons->addButton(tr("View conflicts"), QDialogButtonBox::ActionRole);
            conflicts->setObjectName(u"exchangeConflicts"_s);
            connect(conflicts, &QPushButton::clicked, this, [this] {
                accept();
                emit conflictsWanted();
            });
        }
        QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
        makePrimary(close);
        close->setDefault(true);
        close->setFocus();
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// Texts that go over several lines do not tell a window how high they are.
void PreviewDialog::showEvent(QShowEvent *event)
{
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
    WalkedDialog::showEvent(event);
}

void PreviewDialog::showDuplicates(const ReadContext &context, const QList<PossibleDuplicate> &duplicates)
{
    constexpr qsizetype shown = 5;
    for (const PossibleDuplicate &one : duplicates.mid(0, shown)) {
        auto *label = new QLabel(tr("Perhaps the same client (%1): <a href=\"added\">%2</a> and <a href=\"known\">%3</a>. "
                                    "<a href=\"merge\">Merge…</a>")
                                     .arg(one.value.toHtmlEscaped(), itemTitle(context, one.added).toHtmlEscaped(),
                                          itemTitle(context, one.known).toHtmlEscaped()),
                                 this);
        label->setObjectName(u"duplicate"_s);
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(label, &QLabel::linkActivated, this, [this, one](const QString &which) {
            if (which == u"merge") {
                emit mergeWanted(one.known, one.added);
                return;
            }
            accept();
            emit itemWanted(which == u"added" ? one.added : one.known);
        });
        m_notes->addWidget(label);
    }
    if (duplicates.size() > shown)
        m_notes->addWidget(new QLabel(tr("and %n more", nullptr, int(duplicates.size() - shown)), this));
}

} // namespace Kartoteka
