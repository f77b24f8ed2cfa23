// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/day/day_undo.h"

#include "core/activities/day_queries.h"
#include "core/store/commit/take_back.h"
#include "core/timeline/act_names.h"
#include "views/widgets/menu_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>
#include <QPointer>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::DayUndo)
};

/// Planned beside: an act may have written thousands of records.
void takeBack(Store &store, const DayAct &act, const UndoAnswers &answers)
{
    store.read<ChangeSet>({}, [id = act.act](ReadContext &context) { return planTakeBack(context, {id}); })
        .then(answers.page, [&store, answers, what = actText(act.kind, act.subject)](const Result<ChangeSet> &changes) {
            if (!changes) {
                answers.failed(changes.error());
                return;
            }
            if (changes->isEmpty()) {
                answers.done(Words::tr("Nothing is left to undo."));
                return;
            }
            store.commit(*changes).then(answers.page, [answers, what](const Result<Receipt> &receipt) {
                if (receipt)
                    answers.done(takenBackText(what, receipt->keptNewer));
                else
                    answers.failed(receipt.error());
            });
        });
}

void show(Store &store, QWidget *button, const QList<DayAct> &acts, const UndoAnswers &answers)
{
    auto *menu = new QMenu(button);
    menu->setObjectName(u"dayUndoMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const DayAct &one : acts) {
        const QTime at = QDateTime::fromMSecsSinceEpoch(one.at).time();
        const QString text = Words::tr("%1 · %2", "time, what was done")
                                 .arg(QLocale().toString(at, QLocale::ShortFormat), actText(one.kind, one.subject));
        menu->addAction(menuText(text), answers.page, [&store, one, answers] { takeBack(store, one, answers); });
    }
    if (acts.isEmpty())
        menu->addAction(Words::tr("Nothing is left to undo."))->setEnabled(false);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    if (!acts.isEmpty())
        menu->setActiveAction(menu->actions().constFirst()); // the keys go on in it
}

} // namespace

void offerUndoOfDay(Store &store, QWidget *button, const UndoAnswers &answers)
{
    store
        .read<QList<DayAct>>({},
                             [person = store.user(), now = store.clock().now()](ReadContext &context) {
                                 return dayActs(context, person, now);
                             })
        .then(answers.page, [&store, below = QPointer<QWidget>(button), answers](const Result<QList<DayAct>> &acts) {
            if (!acts)
                answers.failed(acts.error());
            else if (below)
                show(store, below, *acts, answers);
        });
}

} // namespace Kartoteka
