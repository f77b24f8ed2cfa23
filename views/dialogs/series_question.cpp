// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/series_question.h"

#include "views/widgets/ask_dialog.h"

#include <QCoreApplication>

namespace Kartoteka {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::SeriesQuestion)
};

struct Words
{
    QString question;
    QString explanation;
    QString one;
    QString following;
    QString all;
};

Words wordsOf(SeriesAct act)
{
    switch (act) {
    case SeriesAct::Move:
        return {Tr::tr("“%1” repeats. What do you want to move?"),
                Tr::tr("Moving this one leaves the others where they are. Completed ones keep their time."),
                Tr::tr("Move this one"), Tr::tr("This and the following"), Tr::tr("All")};
    case SeriesAct::Delete:
        return {Tr::tr("“%1” repeats. What do you want to delete?"),
                Tr::tr("If you delete only this one, the others stay. “All” includes those already done."),
                Tr::tr("Delete this one"), Tr::tr("This and the following"), Tr::tr("All")};
    case SeriesAct::Change: break;
    }
    return {
        Tr::tr("“%1” repeats. What do you want to change?"),
        Tr::tr("If you change only this one, it leaves the series. “All” includes those already done; their times stay."),
        Tr::tr("Change this one"), Tr::tr("This and the following"), Tr::tr("All")};
}

} // namespace

std::optional<SeriesScope> askSeriesScope(QWidget *parent, const QString &title, SeriesAct act)
{
    const Words words = wordsOf(act);
    const auto kind = act == SeriesAct::Delete ? AskDialog::Kind::Destructive : AskDialog::Kind::Primary;
    AskDialog dialog(parent, words.question.arg(title), words.explanation);
    dialog.addAnswer(words.all, u"seriesAll"_s, AskDialog::Kind::Other);
    dialog.addAnswer(words.following, u"seriesFollowing"_s, AskDialog::Kind::Other);
    dialog.addAnswer(words.one, u"seriesThis"_s, kind);
    dialog.addCancel();
    const QString answer = dialog.ask();
    if (answer.isEmpty())
        return std::nullopt;
    return answer == u"seriesThis" ? SeriesScope::This : answer == u"seriesAll" ? SeriesScope::All : SeriesScope::Following;
}

} // namespace Kartoteka
