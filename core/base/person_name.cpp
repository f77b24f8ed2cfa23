// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/person_name.h"

#include "core/base/fold.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isPatronymic(const QString &word)
{
    const QString folded = fold(word);
    for (const QString &ending : {u"ович"_s, u"евич"_s, u"ьич"_s, u"мич"_s, u"кич"_s, u"овна"_s, u"евна"_s, u"ична"_s,
                                  u"инична"_s, u"оглы"_s, u"кызы"_s}) {
        if (folded.size() > ending.size() && folded.endsWith(ending))
            return true;
    }
    return folded == u"оглы" || folded == u"кызы";
}

/// First names that most people of a Russian office bear (folded). Those that are last names as well are left out.
bool isFirstName(const QString &word)
{
    static const QSet<QString> names = [] {
        const QString list =
            u"александр александра алексей алена алина алиса алла альберт анастасия анатолий ангелина андрей анжела анна "
            "антон антонина аркадий арсений артем артемий артур борис вадим валентин валентина валерий валерия варвара "
            "василий василиса вера вероника виктор виктория виталий виолетта владимир владислав владислава всеволод "
            "вячеслав галина геннадий георгий герман глеб григорий давид дамир данил данила даниил дарья денис диана "
            "дмитрий евгений евгения егор екатерина елена елизавета ефим жанна захар зинаида зоя иван игорь изабелла илья "
            "инна иннокентий иосиф ирина камилла карина кира кирилл клавдия константин кристина ксения лариса лев леонид "
            "лидия лилия любовь людмила максим маргарита марина мария марк матвей майя милана мирон михаил надежда назар "
            "наталия наталья никита николай нина оксана олег олеся ольга павел петр полина раиса ренат римма ринат родион "
            "роза роман ростислав руслан рустам савелий светлана святослав семен серафима сергей снежана софия софья "
            "станислав степан тамара татьяна тарас тимофей тимур ульяна федор филипп фаина эдуард элеонора эльвира эльдар "
            "эмма юлиан юлия юрий яков яна ярослав ярослава"_s;
        const QStringList words = list.split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return names.contains(fold(word));
}

} // namespace

NameOrder usualOrder(const QString &name)
{
    const bool lastLeads = std::ranges::any_of(name, [](QChar letter) {
        switch (letter.script()) {
        case QChar::Script_Cyrillic:
        case QChar::Script_Han:
        case QChar::Script_Hangul:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana: return true;
        default: return false;
        }
    });
    return lastLeads ? NameOrder::LastFirst : NameOrder::FirstLast;
}

QString personName(const QString &last, const QString &first, const QString &middle)
{
    QStringList parts = usualOrder(last + first) == NameOrder::LastFirst ? QStringList{last, first, middle}
                                                                         : QStringList{first, middle, last};
    parts.removeAll(QString());
    return parts.join(u' ').simplified();
}

PersonName splitPersonName(const QString &text, NameOrder order)
{
    const QString simple = text.simplified();
    if (const qsizetype comma = simple.indexOf(u','); comma > 0 && simple.count(u',') == 1) {
        const QStringList given = simple.mid(comma + 1).split(u' ', Qt::SkipEmptyParts);
        return {simple.left(comma).trimmed(), given.value(0), given.mid(1).join(u' ')};
    }
    QStringList words = simple.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    if (words.size() == 1)
        return order == NameOrder::LastFirst && !isFirstName(words[0]) ? PersonName{words[0], {}, {}}
                                                                       : PersonName{{}, words[0], {}};
    if (words.size() >= 3 && isPatronymic(words.last()))
        return {words[0], words[1], words.mid(2).join(u' ')};
    if (words.size() == 3 && isPatronymic(words[1]))
        return {words[2], words[0], words[1]};
    if (words.size() == 2 && isPatronymic(words[1]))
        return {{}, words[0], words[1]};
    const bool firstLeads = isFirstName(words.first()) && !isFirstName(words.last());
    const bool firstFollows = words.size() == 2 && isFirstName(words.last()) && !isFirstName(words.first());
    if (firstLeads || (!firstFollows && order == NameOrder::FirstLast))
        return {words.last(), words.first(), words.mid(1, words.size() - 2).join(u' ')};
    return {words.first(), words[1], words.mid(2).join(u' ')};
}

PersonName splitUsualName(const QString &text)
{
    const bool isOneWord = !text.simplified().contains(u' ');
    return splitPersonName(text, isOneWord ? NameOrder::LastFirst : usualOrder(text));
}

QString personKey(const QString &text)
{
    QStringList words = fold(text).remove(u',').split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

} // namespace Kartoteka
