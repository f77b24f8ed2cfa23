// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_entries.h"

#include "core/store/commit/take_back.h"
#include "core/timeline/act_names.h"
#include "core/timeline/comments.h"
#include "core/timeline/pins.h"
#include "models/card/timeline_model.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/walked_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

qint64 commentOf(const QModelIndex &index)
{
    return index.data(TimelineModel::CommentRole).toLongLong();
}

qint64 entryOf(const QModelIndex &index)
{
    return index.data(TimelineModel::EntryRole).toLongLong();
}

} // namespace

CardEntries::CardEntries(Store &store, QWidget *card) : QObject(card), m_store(store), m_card(card)
{}

void CardEntries::commit(Result<ChangeSet> changes, const QString &said)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    m_store.commit(std::move(*changes)).then(this, [this, said](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        emit done(said + keptNewerText(receipt->keptNewer));
    });
}

void CardEntries::turnPin(const QModelIndex &index)
{
    const qint64 entry = entryOf(index);
    if (entry == 0)
        return;
    if (index.data(TimelineModel::PinnedRole).toBool())
        commit(planUnpin(m_store.reader(), m_item, entry), tr("Unpinned"));
    else
        commit(planPin(m_store.reader(), m_item, entry), tr("Pinned"));
}

void CardEntries::edit(const QModelIndex &index)
{
    if (commentOf(index) == 0)
        return;
    const auto comment = readComment(m_store.reader(), commentOf(index));
    if (comment)
        emit editWanted(comment->id, comment->text);
    else
        emit failed(comment.error());
}

void CardEntries::remove(const QModelIndex &index)
{
    if (commentOf(index) == 0)
        return;
    const auto comment = readComment(m_store.reader(), commentOf(index));
    commit(comment ? Result<ChangeSet>(planDeleteComment(*comment, m_store.clock().now()))
                   : Result<ChangeSet>(comment.error()),
           tr("Comment deleted"));
}

void CardEntries::copy(const QModelIndex &index)
{
    const QString text = index.data(TimelineModel::TextRole).toString();
    const QString detail = index.data(TimelineModel::DetailRole).toString();
    QApplication::clipboard()->setText(detail.isEmpty() ? text : text + u'\n' + detail);
}

void CardEntries::showWhole(const QModelIndex &index)
{
    WalkedDialog dialog(m_card->window());
    dialog.setObjectName(u"wholeComment"_s);
    dialog.setWindowTitle(tr("Comment"));
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(Space::l, Space::l, Space::l, Space::l);
    auto *text = new QPlainTextEdit(&dialog);
    text->setReadOnly(true);
    text->setAccessibleName(tr("Comment"));
    text->setPlainText(index.data(TimelineModel::TextRole).toString());
    layout->addWidget(text);
    dialog.resize(dialogSize(*m_card, {720, 640}));
    dialog.exec();
}

/// Planned beside: an act may have written thousands of records.
void CardEntries::takeBack(const QList<qint64> &acts)
{
    m_store.read<ChangeSet>({}, [acts](ReadContext &context) { return planTakeBack(context, acts); })
        .then(this, [this](const Result<ChangeSet> &changes) {
            if (changes && changes->isEmpty())
                emit done(tr("Nothing is left to undo."));
            else
                commit(changes, tr("Undone"));
        });
}

void CardEntries::addTo(QMenu &menu, const QModelIndex &index)
{
    const Theme &theme = Theme::of(m_card->palette());
    const QPersistentModelIndex row(index); // rows may come and go while the menu is open
    const auto add = [&](const QString &name, const QString &icon, const QString &text, const std::function<void()> &act,
                         ColourRole role = ColourRole::Text) {
        menu.addAction(theme.icon(icon, role), text, this, act)->setObjectName(name);
    };
    if (entryOf(index) == 0)
        return;
    const bool isPinned = index.data(TimelineModel::PinnedRole).toBool();
    add(u"entryPin"_s, u"pin"_s, withKey(isPinned ? tr("Unpin") : tr("Pin"), QKeySequence(Qt::CTRL | Qt::Key_D)),
        [this, row] { turnPin(row); });
    if (commentOf(index) != 0) {
        add(u"commentEdit"_s, u"edit"_s, withKey(tr("Edit"), QKeySequence(Qt::Key_F2)), [this, row] { edit(row); });
    }
    add(u"entryCopy"_s, u"copy"_s, withKey(tr("Copy the text"), QKeySequence(QKeySequence::Copy)), [row] { copy(row); });
    QList<qint64> acts;
    bool canAll = true;
    for (const QVariant &act : index.data(TimelineModel::ActsRole).toList()) {
        const auto can = canTakeBack(m_store.reader(), act.toLongLong());
        canAll = canAll && can && *can;
        acts << act.toLongLong();
    }
    if (canAll && !acts.isEmpty())
        add(u"entryTakeBack"_s, u"undo"_s, tr("Undo this"), [this, acts] { takeBack(acts); });
    if (commentOf(index) != 0) {
        menu.addSeparator();
        add(
            u"commentDelete"_s, u"trash"_s, withKey(tr("Delete"), QKeySequence(Qt::Key_Delete)),
            [this, row] { remove(row); }, ColourRole::Danger);
    }
}

} // namespace Kartoteka
